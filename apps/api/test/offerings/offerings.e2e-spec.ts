import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { standardOfVersion, type StoredVersion } from '@yikou/domain';
import { STORED_VERSION } from '../../src/catalog/index.js';
import { accepted, registered, walk } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

type Offering = Dto<'OfferingDto'>;

const CODE = 'EQ-T-05-001';
const DAY = 86_400_000;
const POINTS = ['TERMINAL', 'ACCOUNT', 'UKEY', 'SEAL'] as const;

describe('R34, R44–R49: what enters a hall', () => {
  let district: District;
  let admin: Client;
  let supervisor: Client;
  let clerk: Client;
  let hall: string;

  beforeAll(async () => {
    district = await openDistrict();
    admin = await district.as('dxl-admin');
    supervisor = await district.as('erqi-supervisor');
    clerk = await district.as('dxl-clerk1');
    hall = `/api/v1/units/${admin.account.unit.id}`;
  });
  afterAll(() => district.close());

  const at = (code: string, verb = '') => `${hall}/offerings/${code}${verb && `/${verb}`}`;
  const all = async (query = '') =>
    (await admin.get<Dto<'OfferingPageDto'>>(`${hall}/offerings?limit=100${query}`)).items;
  const one = async (code: string): Promise<Offering> => {
    const found = (await all()).find(({ itemCode }) => itemCode === code);
    if (!found) throw new Error(code);
    return found;
  };
  const moveDays = (days: number) =>
    district.clock.moveTo(new Date(Date.parse(USUAL_MORNING) + days * DAY));

  it('lists with filters, page by page, and says what may be done', async () => {
    const offerings = await all();
    expect(offerings).toHaveLength(45);
    expect(offerings[0]?.allowedActions).toEqual(['changeLocal', 'withdraw']);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await clerk.get<Dto<'OfferingPageDto'>>(
        `${hall}/offerings?limit=10${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      expect(page.items.every(({ allowedActions }) => allowedActions.length === 0)).toBe(true);
      seen.push(...page.items.map(({ itemCode }) => itemCode));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual(offerings.map(({ itemCode }) => itemCode));
    const instant = await all('&handlingKind=INSTANT');
    expect(instant.length).toBeGreaterThan(0);
    expect(instant.every(({ handlingKind }) => handlingKind === 'INSTANT')).toBe(true);
    const elsewhere = await district.as('jzj-clerk1');
    const seenThere = await elsewhere.get<Dto<'OfferingPageDto'>>(
      `${hall}/offerings?limit=100&handlingKind=INSTANT`,
    );
    expect(seenThere.items.map(({ because }) => because)).toEqual(
      instant.map(({ because }) => because),
    );
    const themed = await all(`&theme=${encodeURIComponent('养老服务')}`);
    expect(new Set(themed.map(({ theme }) => theme))).toEqual(new Set(['养老服务']));
  });

  it('R47: the class by which services are listed apart is the one the rules read, for all 63', async () => {
    const rows: { version: StoredVersion }[] = await district.sql.query(
      `SELECT ${STORED_VERSION} AS version FROM item_versions v`,
    );
    const featured = rows
      .map(({ version }) => standardOfVersion(version))
      .filter((standard) => standard.class === 'FEATURED')
      .map(({ code }) => code);
    const station = (await district.as('dxl-z001-clerk')).account.unit.id;
    const listed = await Promise.all(
      [admin.account.unit.id, station].map((unit) =>
        admin.get<Dto<'OfferingPageDto'>>(
          `/api/v1/units/${unit}/offerings?limit=100&class=FEATURED`,
        ),
      ),
    );
    const codes = listed.flatMap(({ items }) => items.map(({ itemCode }) => itemCode));
    expect(codes.sort()).toEqual(featured.sort());
    expect(codes.length).toBeGreaterThan(0);
    const coverage = await supervisor.get<Dto<'EntryCoverageDto'>>(
      `/api/v1/units/${station}/entry-coverage`,
    );
    expect(coverage).toMatchObject({ shouldEnter: 13, entered: 13, share: 1, featured: 5 });
  });

  it('R34: local content is the hall’s; a standard field answers 409 with its name, and writes nothing', async () => {
    const local = { address: '大学路80号二楼', telephone: '0371-68001234', counters: [2, 1] };
    const changed = await admin.do<Offering>(at(CODE, 'local-content'), local);
    expect(changed.local).toEqual({ ...local, openingHours: null });
    const item = await clerk.get<Dto<'ItemDto'>>(`/api/v1/items/${CODE}`);
    const place = item.offeredBy.find(({ unitId }) => unitId === admin.account.unit.id);
    expect(place).toMatchObject({ address: '大学路80号二楼', telephone: '0371-68001234' });
    for (const [field, words] of [
      ['name', '事项名称（核心内容）'],
      ['conditions', '受理条件（核心内容）'],
      ['materials', '申请材料'],
      ['limits', '办理时限（核心内容）'],
    ] as const) {
      const body = { address: '别处', [field]: '改' };
      const refused = await admin.post<Problem>(at(CODE, 'local-content'), body);
      expect([refused.status, refused.body.code]).toEqual([409, 'catalog.core_content_locked']);
      expect(refused.body.errors).toMatchObject([
        { field, detail: expect.stringContaining(words) as unknown },
      ]);
    }
    expect((await one(CODE)).local.address).toBe('大学路80号二楼');
    const unknown = await admin.post<Problem>(at(CODE, 'local-content'), { colour: 'red' });
    expect([unknown.status, unknown.body.code]).toEqual([400, 'catalog.not_local_content']);
    const wrong = await admin.post<Problem>(at(CODE, 'local-content'), { counters: ['a'] });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'request.invalid']);
    const missing = await admin.post<Problem>(at(CODE, 'local-content'), { counters: [99] });
    expect(missing.body.code).toBe('catalog.counter_unknown');
    const back = await admin.do<Offering>(at(CODE, 'local-content'), { address: '' });
    expect(back.local).toMatchObject({ address: null, telephone: '0371-68001234' });
  });

  it('only the hall’s own administrator and the district’s office manage it; a station is the street’s', async () => {
    const other = await district.as('jzj-admin');
    const refused = await other.post<Problem>(at(CODE, 'local-content'), { address: '别处' });
    expect([refused.status, refused.body.code]).toEqual([403, 'catalog.offering_not_yours']);
    const body = { address: '别处' };
    expect((await clerk.post<Problem>(at(CODE, 'local-content'), body)).status).toBe(403);
    const station = (await district.as('dxl-z001-clerk')).account.unit.id;
    const page = await admin.get<Dto<'OfferingPageDto'>>(`/api/v1/units/${station}/offerings`);
    const path = `/api/v1/units/${station}/offerings/${page.items[0]?.itemCode}/local-content`;
    expect((await admin.post(path, { openingHours: '周一至周六' })).status).toBe(200);
    expect((await supervisor.post(at(CODE, 'local-content'), {})).status).toBe(200);
  });

  it('R44: withdrawn it is taken in no more, open cases go on; offered again from a day, from that day', async () => {
    const code = 'EQ-T-05-003';
    const open = await accepted(clerk, code);
    const withdrawn = await admin.do<Offering>(at(code, 'withdraw'), { reason: '科室迁址。' });
    expect(withdrawn).toMatchObject({
      standing: 'ENDED',
      endReason: '科室迁址。',
      allowedActions: [],
    });
    await expect(registered(clerk, code)).rejects.toThrow('catalog.not_offered');
    const preview = await clerk.send<Problem>('GET', `/api/v1/items/${code}/preview`);
    expect(preview.body.code).toBe('catalog.not_offered');
    expect((await walk(district, open, ({ state }) => state === 'DELIVERED')).state).toBe(
      'DELIVERED',
    );
    const twice = await admin.post<Problem>(at(code, 'withdraw'), { reason: '再次。' });
    expect(twice.body.code).toBe('catalog.offering_ended');
    const again = { itemCode: code, startedOn: '2026-03-12' };
    const offered = await admin.do<Offering>(`${hall}/offerings`, again);
    expect(offered).toMatchObject({ standing: 'NOT_BEGUN', endReason: null });
    expect((await admin.post<Problem>(`${hall}/offerings`, again)).body.code).toBe(
      'catalog.offered_already',
    );
    await expect(registered(clerk, code)).rejects.toThrow('catalog.not_offered');
    moveDays(2);
    expect((await registered(await district.as('dxl-clerk1'), code)).itemCode).toBe(code);
    district.clock.moveTo(USUAL_MORNING);
  });

  it.each([
    [{ itemCode: 'EQ-T-99-404' }, 'catalog.item_unknown'],
    [{ itemCode: 'EQ-C-20-003' }, 'catalog.item_of_other_level'],
    [{ itemCode: CODE, startedOn: '2026-02-30' }, 'catalog.offering_period_invalid'],
    [{ itemCode: CODE, counters: [99] }, 'catalog.counter_unknown'],
  ])('%j is refused: %s', async (body, code) => {
    expect((await admin.post<Problem>(`${hall}/offerings`, body)).body.code).toBe(code);
  });

  it('R44, R46: coverage by theme; an exception counts once somebody else has approved it', async () => {
    const code = 'EQ-T-05-007';
    const coverage = () => supervisor.get<Dto<'EntryCoverageDto'>>(`${hall}/entry-coverage`);
    const before = await coverage();
    await admin.do(at(code, 'withdraw'), { reason: '暂不具备条件。' });
    const without = await coverage();
    expect(without.entered).toBe(before.entered - 1);
    expect(without.missing.map((item) => item.code)).toContain(code);
    expect(without.share).toBeLessThan(1);
    expect(without.themes.some(({ share }) => share < 1)).toBe(true);

    const request = { itemCode: code, reason: '须到区属机构现场检测。' };
    const asked = await admin.do<Dto<'EntryExceptionDto'>>(`${hall}/entry-exceptions`, request);
    expect([asked.state, asked.allowedActions]).toEqual(['REQUESTED', []]);
    expect(await coverage()).toMatchObject({ entered: without.entered, excepted: 0 });
    const twice = await admin.post<Problem>(`${hall}/entry-exceptions`, request);
    expect(twice.body.code).toBe('catalog.exception_open_already');
    expect((await admin.post(`/api/v1/entry-exceptions/${asked.id}/approve`, {})).status).toBe(403);
    const page = await supervisor.get<Dto<'EntryExceptionPageDto'>>('/api/v1/entry-exceptions');
    expect(page.items[0]?.allowedActions).toEqual(['approve', 'refuse']);
    const path = `/api/v1/entry-exceptions/${asked.id}`;
    const approved = await supervisor.do<Dto<'EntryExceptionDto'>>(`${path}/approve`, {});
    expect(approved.state).toBe('APPROVED');
    const after = await coverage();
    expect([after.excepted, after.shouldEnter]).toEqual([1, before.shouldEnter - 1]);
    const late = await supervisor.post<Problem>(`${path}/refuse`, { answer: '不同意。' });
    expect(late.body.code).toBe('catalog.exception_decided_already');
  });

  it('R44: whoever asked does not answer, even with the right to, and not past the handlers either', async () => {
    const code = 'EQ-T-05-006';
    await supervisor.do(at(code, 'withdraw'), { reason: '调整。' });
    const request = { itemCode: code, reason: '调整。' };
    const own = await supervisor.do<Dto<'EntryExceptionDto'>>(`${hall}/entry-exceptions`, request);
    expect(own.allowedActions).toEqual([]);
    const path = `/api/v1/entry-exceptions/${own.id}/approve`;
    const refused = await supervisor.post<Problem>(path, {});
    expect([refused.status, refused.body.code]).toEqual([
      403,
      'catalog.exception_needs_other_eyes',
    ]);
    await expect(
      district.sql.query(
        `UPDATE entry_exceptions SET state = 'APPROVED', decided_by_id = requested_by_id WHERE id = $1`,
        [own.id],
      ),
    ).rejects.toThrow('ck_entry_exceptions_eyes');
  });

  it('all halls of the district side by side; another street’s administrator sees the own ones', async () => {
    const page = (who: Client) =>
      who.get<Dto<'HallCoveragePageDto'>>('/api/v1/entry-coverage?kind=CENTRE&limit=100');
    expect((await page(supervisor)).items).toHaveLength(4);
    const own = (await page(admin)).items;
    expect(own.map(({ unitId }) => unitId)).toEqual([admin.account.unit.id]);
    expect(own[0]?.missing).toBeGreaterThanOrEqual(0);
  });

  it('R49: on a dedicated network the section steps in until every point is ready', async () => {
    const code = 'EQ-T-20-001';
    await district.sql.query(
      `UPDATE item_versions SET content = content || '{"more":{"dedicatedNetwork":"人社业务专网"}}'
       WHERE item_code = $1`,
      [code],
    );
    const open = await one(code);
    expect(open).toMatchObject({ handledBy: 'SECTION', because: 'NOT_READY', openPoints: POINTS });
    const preview = () => clerk.get<Dto<'PreviewDto'>>(`/api/v1/items/${code}/preview`);
    expect(await preview()).toMatchObject({ handledBy: 'SECTION', because: 'NOT_READY' });
    const kase = await registered(clerk, code);
    expect(kase.stages.map(({ kind }) => kind)).toEqual(['INTAKE', 'TRANSFER', 'TASK', 'DELIVERY']);
    const done = await walk(
      district,
      await clerk.perform(kase, 'accept'),
      ({ state }) => state === 'DELIVERED',
    );
    expect(done.authority).toBeNull();

    for (const point of POINTS) {
      const body = { point, state: 'READY', note: '2号窗口' };
      const checked = await admin.do<Offering>(at(code, 'readiness'), body);
      expect(checked.checks.find((check) => check.point === point)).toMatchObject({
        state: 'READY',
        note: '2号窗口',
        checkedByName: admin.account.displayName,
        checkedAt: district.clock.now().toISOString(),
      });
    }
    expect(await preview()).toMatchObject({ handledBy: 'COUNTER', openPoints: [] });
    const other = await admin.post<Problem>(at(CODE, 'readiness'), {
      point: 'SEAL',
      state: 'READY',
    });
    expect(other.body.code).toBe('catalog.readiness_not_asked');
  });

  it('each verb and list costs a fixed number of statements', async () => {
    const cost = async (work: () => Promise<unknown>) =>
      (await countQueries(district, work)).length;
    const code = 'EQ-T-05-004';
    expect({
      list: await cost(() => admin.get(`${hall}/offerings?limit=50`)),
      coverage: await cost(() => admin.get(`${hall}/entry-coverage`)),
      halls: await cost(() => supervisor.get('/api/v1/entry-coverage?limit=100')),
      change: await cost(() => admin.do(at(code, 'local-content'), { address: '一楼' })),
      withdraw: await cost(() => admin.do(at(code, 'withdraw'), { reason: '调整。' })),
      offer: await cost(() => admin.do(`${hall}/offerings`, { itemCode: code })),
      exceptions: await cost(() => admin.get('/api/v1/entry-exceptions')),
    }).toEqual({
      list: 6,
      coverage: 8,
      halls: 7,
      change: 10,
      withdraw: 10,
      offer: 10,
      exceptions: 6,
    });
  });
});
