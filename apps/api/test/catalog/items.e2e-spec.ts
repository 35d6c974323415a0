import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Dto } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';

describe('the catalog and the district', () => {
  let district: District;
  let clerk: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
  });
  afterAll(() => district.close());

  const everyPage = async <T>(path: string): Promise<T[]> => {
    const all: T[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const page: { items: T[]; nextCursor: string | null } = await clerk.get(`${path}${from}`);
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return all;
  };

  it('R1, R6, R97: 16 streets and 176 communities, four pilots, one chief', async () => {
    const streets = await everyPage<Dto<'AreaDto'>>('/api/v1/areas?parent=410103000000');
    expect(streets).toHaveLength(16);
    expect(streets.filter(({ pilot }) => pilot).map(({ code }) => code)).toEqual([
      '410103001000',
      '410103007000',
      '410103008000',
      '410103014000',
    ]);
    expect(streets.filter(({ chief }) => chief).map(({ name }) => name)).toEqual(['大学路街道']);
    const all = await everyPage<Dto<'AreaDto'>>('/api/v1/areas?limit=100');
    expect(all.filter(({ level }) => level === 'COMMUNITY')).toHaveLength(176);
  });

  it('R16–R18: each pilot’s centre has its counters, administrators with a guide, and clerks', async () => {
    const rows: { counters: number; administrators: number; guides: number; clerks: number }[] =
      await district.sql.query(
        `SELECT (SELECT count(*)::int FROM counters c WHERE c.unit_id = u.id AND c.kind = 'COMPREHENSIVE') AS counters,
           count(*) FILTER (WHERE p.post IN ('ADMINISTRATOR','GUIDE'))::int AS administrators,
           count(*) FILTER (WHERE p.post = 'GUIDE')::int AS guides,
           count(*) FILTER (WHERE p.post = 'CLERK')::int AS clerks
         FROM units u JOIN postings p ON p.unit_id = u.id WHERE u.kind = 'CENTRE' GROUP BY u.id`,
      );
    expect(rows).toHaveLength(4);
    for (const { counters, administrators, guides, clerks } of rows) {
      expect(counters).toBeGreaterThanOrEqual(4);
      expect(administrators).toBeGreaterThanOrEqual(2);
      expect(administrators).toBeLessThanOrEqual(3);
      expect(guides).toBeGreaterThanOrEqual(1);
      expect(clerks).toBeGreaterThanOrEqual(3);
      expect(clerks).toBeLessThanOrEqual(5);
    }
  });

  it.each([
    ['zdsh', 'EQ-T-05-001'],
    ['低保', 'EQ-T-05-001'],
    ['低狗', undefined],
    ['最低生活', 'EQ-T-05-001'],
    ['eq-t-05-001', 'EQ-T-05-001'],
    ['%', undefined],
    ['_', undefined],
  ])('finds %s', async (q, code) => {
    const found = await everyPage<Dto<'ItemSummaryDto'>>(
      `/api/v1/items?q=${encodeURIComponent(q)}`,
    );
    if (code) expect(found.map((item) => item.code)).toContain(code);
    else expect(found).toEqual([]);
  });

  it('STREET items at the centres, COMMUNITY items at the stations, 63 in all, paged without gap or repeat', async () => {
    const all = await everyPage<Dto<'ItemSummaryDto'>>('/api/v1/items?limit=7');
    expect(new Set(all.map(({ code }) => code)).size).toBe(63);
    const station = await district.as('dxl-z001-clerk');
    const atCentre = await everyPage<Dto<'ItemSummaryDto'>>(
      `/api/v1/items?limit=100&offeredBy=${clerk.account.unit.id}`,
    );
    const atStation = await everyPage<Dto<'ItemSummaryDto'>>(
      `/api/v1/items?limit=100&offeredBy=${station.account.unit.id}`,
    );
    expect([atCentre.length, atStation.length]).toEqual([45, 18]);
    expect(new Set(atStation.map(({ level }) => level))).toEqual(new Set(['COMMUNITY']));
  });

  it('R33, P7: the guide has its seven elements and the honest note, without signing in', async () => {
    const answer = await fetch(`${district.url}/api/v1/items/EQ-T-05-001`);
    const item = (await answer.json()) as Dto<'ItemDto'>;
    expect(item.name).toBe('最低生活保障金给付（最低生活保障对象认定）');
    expect(item.materials.length * item.steps.length * item.legalBasis.length).toBeGreaterThan(0);
    expect(item).toMatchObject({ category: '行政给付', promisedDays: 22, fee: { charged: false } });
    expect(item.note).toContain('【示例】');
    expect(item.offeredBy).toHaveLength(4);
  });

  it('R52, P6: the preview shows path, units and due dates before acceptance', async () => {
    const preview = await clerk.get<Dto<'PreviewDto'>>('/api/v1/items/EQ-T-20-014/preview');
    expect(preview.path).toBe('UPPER');
    expect(preview.stages.map(({ kind, unitName }) => [kind, unitName])).toEqual([
      ['INTAKE', '大学路街道便民服务中心'],
      ['TRANSFER', '大学路街道便民服务中心'],
      ['TASK', '大学路街道退役军人服务站'],
      ['UPLOAD', '大学路街道退役军人服务站'],
      ['TASK', '二七区退役军人事务局'],
      ['UPLOAD', '二七区退役军人事务局'],
      ['TASK', '郑州市退役军人事务局'],
      ['DELIVERY', '大学路街道便民服务中心'],
    ]);
    expect(preview.limits).toMatchObject([
      { kind: 'PROMISE', amount: 30, dueAt: '2026-04-22T16:00:00.000Z' },
    ]);
  });
});
