import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, registered, type Case } from '../support/cases.js';
import type { Client, Dto } from '../support/client.js';
import { plantDeadlines } from '../support/deadlines.js';
import { openDistrict, type District } from '../support/district.js';
import { askProgress } from '../support/progress.js';

type Page = Dto<'DeadlinePageDto'>;

describe('the overdue board', () => {
  let district: District;
  let kase: Case;
  let clerk: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    kase = await accepted(clerk, 'EQ-T-05-001');
    const now = district.clock.now().getTime();
    const hours = [-48, -1, 0, 0.0001, 5, 50, 500];
    await plantDeadlines(
      district.sql,
      kase.id,
      hours.map((hour) => new Date(now + hour * 3_600_000)),
    );
    await district.sql.query("UPDATE deadlines SET state = 'PAUSED' WHERE due_at = $1", [
      new Date(now + 500 * 3_600_000),
    ]);
  });
  afterAll(() => district.close());

  it('the light in the list’s condition is the light that the domain gives', async () => {
    for (const light of ['NORMAL', 'WARNING', 'OVERDUE', 'PAUSED'] as const) {
      const { items } = await clerk.get<Page>(`/api/v1/deadlines?limit=100&light=${light}`);
      expect(items.length).toBeGreaterThan(0);
      expect(new Set(items.map((one) => one.light))).toEqual(new Set([light]));
    }
    const all = await clerk.get<Page>('/api/v1/deadlines?limit=100');
    const summary = await clerk.get<Dto<'DeadlineSummaryDto'>>('/api/v1/deadlines/summary');
    for (const { light, count } of summary.counts) {
      expect(all.items.filter((one) => one.light === light)).toHaveLength(count);
    }
  });

  it('lists what one unit would be late with (R60)', async () => {
    const { units } = await clerk.get<Dto<'DeadlineSummaryDto'>>('/api/v1/deadlines/summary');
    const unitId = units[0]?.unitId ?? '';
    const own = await clerk.get<Page>(`/api/v1/deadlines?limit=100&ownerUnitId=${unitId}`);
    expect(new Set(own.items.map(({ ownerUnitId }) => ownerUnitId))).toEqual(new Set([unitId]));
    const none = await clerk.get<Page>(`/api/v1/deadlines?ownerUnitId=${kase.id}`);
    expect(none.items).toEqual([]);
  });

  it('is in order of due, paged without gap or repeat', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page: Page = await clerk.get(`/api/v1/deadlines?limit=2${cursor}`);
      seen.push(...page.items.map(({ dueAt }) => dueAt));
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect(seen).toHaveLength(10);
    expect(seen).toEqual([...seen].sort());
  });

  it('the supervisor sees the district, a clerk of another centre nothing, a section what it holds', async () => {
    const count = async (login: string): Promise<number> =>
      (await (await district.as(login)).get<Page>('/api/v1/deadlines?limit=100')).items.length;
    expect(await count('erqi-supervisor')).toBe(10);
    expect(await count('jzj-clerk1')).toBe(0);
    expect(await count('dxl-mz-handler')).toBe(0);
    await clerk.perform(kase, 'transfer');
    expect(await count('dxl-mz-handler')).toBeGreaterThan(0);
    const [first] = (await clerk.get<Page>('/api/v1/deadlines')).items;
    const foreign = await (
      await district.as('jzj-clerk1')
    ).send('GET', `/api/v1/deadlines/${first?.id}/explain`);
    expect(foreign.status).toBe(404);
  });

  it('P7: progress by number and identity tail, and by nothing else', async () => {
    const other = await registered(clerk, 'EQ-T-05-001');
    const ask = (number: string, tail: string) => askProgress(district.url, number, tail);
    const found = await ask(other.number, '002x');
    expect(found.status).toBe(200);
    const progress = (await found.json()) as Dto<'ProgressDto'>;
    expect(progress.steps[0]).toMatchObject({ progress: 'CURRENT' });
    expect(JSON.stringify(progress)).not.toContain('赵');
    expect((await ask(other.number, '0000')).status).toBe(404);
    expect((await ask(`${other.number.slice(0, -1)}9`, '002X')).status).toBe(404);
  });

  it('the receipt carries what is printed, with the applicant masked', async () => {
    const receipt = await clerk.get<Dto<'ReceiptDto'>>(`/api/v1/cases/${kase.id}/receipt`);
    expect(receipt).toMatchObject({
      caseNumber: kase.number,
      applicant: { name: '赵**', identityNumber: '1101**********002X', telephone: '138****8000' },
      promisedDueAt: '2026-04-10T16:00:00.000Z',
      progressPath: `/progress?number=${kase.number}`,
    });
  });
});
