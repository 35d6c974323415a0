import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, registered, walk, type Case } from '../support/cases.js';
import type { Answer, Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

type Custody = Dto<'CustodyDto'>;

const ITEM = 'EQ-T-05-001';

describe('R85: the custody chain of paper originals', () => {
  let district: District;
  let clerk: Client;
  let handler: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    handler = await district.as('dxl-mz-handler');
  });
  afterAll(() => district.close());

  const custodyOf = ({ id }: Case, who = clerk) => who.get<Custody>(`/api/v1/cases/${id}/custody`);
  const move = (kase: Case, verb: string, body: object, who = clerk): Promise<Answer<Custody>> =>
    who.post<Custody>(`/api/v1/cases/${kase.id}/custody/${verb}`, body);
  const moved = async (...args: Parameters<typeof move>): Promise<Custody> => {
    const { status, body } = await move(...args);
    expect([status, (body as unknown as Problem).code]).toEqual([200, undefined]);
    return body;
  };
  const answer = (custody: Custody, verb: string, who = handler, body: object = {}) =>
    who.post<Custody>(`/api/v1/custody-handovers/${custody.handovers.at(-1)?.id}/${verb}`, body);
  const codeOf = ({ body }: Answer) => (body as Problem).code;
  const places = ({ originals }: Custody) =>
    originals.map(({ state, unit }) => `${state} ${unit.name}`);
  /** Every original of a case that somebody answers for stands in one row alone. */
  const twice = (): Promise<unknown[]> =>
    district.sql.query(
      `SELECT case_id, position FROM custody_originals WHERE state IN ('HELD','IN_TRANSIT')
       GROUP BY 1, 2 HAVING count(*) > 1`,
    );

  it('goes from the applicant through the units and back, every hand signed for', async () => {
    const kase = await walk(
      district,
      await accepted(clerk, ITEM),
      ({ state }) => state === 'TRANSFERRED',
    );
    const begun = await custodyOf(kase);
    expect(begun.takeable.length).toBeGreaterThan(1);
    let custody = await moved(kase, 'take', { positions: [0, 1] });
    expect(places(custody)).toEqual(Array(2).fill('HELD 大学路街道便民服务中心'));
    expect(custody.takeable).toHaveLength(begun.takeable.length - 2);
    expect(codeOf(await move(kase, 'take', { positions: [1] }))).toBe('custody.taken_already');
    const originalIds = custody.originals.map(({ id }) => id);
    const toUnitId = custody.receivers.find(({ name }) => name.includes('民政'))?.id;
    custody = await moved(kase, 'hand-over', { originalIds, toUnitId, purpose: '初审核验' });
    expect(places(custody)).toEqual(Array(2).fill('IN_TRANSIT 大学路街道便民服务中心'));
    expect(codeOf(await move(kase, 'give-back', { originalIds }))).toBe('custody.not_in_hand');
    expect(codeOf(await answer(custody, 'accept', clerk))).toBe('custody.not_the_receiver');
    const declined = await answer(custody, 'decline', handler, { reason: '户口簿缺页' });
    expect(places(declined.body)).toEqual(Array(2).fill('HELD 大学路街道便民服务中心'));
    custody = await moved(kase, 'hand-over', { originalIds, toUnitId, purpose: '初审核验' });
    const waiting = await custodyOf(kase, handler);
    expect(waiting.handovers.at(-1)?.allowedActions).toEqual(['accept', 'decline']);
    custody = (await answer(custody, 'accept')).body;
    expect(places(custody)[0]).toContain('HELD 大学路街道');
    expect(codeOf(await answer(custody, 'accept'))).toBe('custody.handover_answered');
    const back = { originalIds, toUnitId: kase.takingUnit.id, purpose: '退还' };
    custody = await moved(kase, 'hand-over', back, handler);
    expect((await answer(custody, 'accept', clerk)).status).toBe(200);
    custody = await moved(kase, 'give-back', { originalIds });
    expect(custody.originals.map(({ state }) => state)).toEqual(['RETURNED', 'RETURNED']);
    expect(custody.handovers.map(({ kind }) => kind)).toEqual([
      ...['TAKEN', 'HANDED_OVER', 'HANDED_OVER', 'HANDED_OVER', 'RETURNED'],
    ]);
    // Every link but the declined one has its receipt.
    const { offered } = await clerk.get<Dto<'CasePapersDto'>>(`/api/v1/cases/${kase.id}/papers`);
    expect(offered.filter(({ kind }) => kind === 'CUSTODY_RECEIPT')).toHaveLength(4);
    const [, receipt] = offered.filter(({ kind }) => kind === 'CUSTODY_RECEIPT');
    const { kind, subject } = receipt ?? { kind: 'CUSTODY_RECEIPT', subject: '' };
    const paper = await clerk.do<Dto<'PaperDto'>>(`/api/v1/cases/${kase.id}/papers`, {
      kind,
      subject,
    });
    expect(paper.title).toBe('材料原件交接单');
  });

  it('an original is in one place at a time, however many hands reach for it', async () => {
    const kase = await accepted(clerk, ITEM);
    const second = await district.as('dxl-clerk2');
    const taken = await Promise.all(
      [clerk, second, clerk, second].map((who) => move(kase, 'take', { positions: [0] }, who)),
    );
    expect(taken.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const { originals, receivers } = await custodyOf(kase);
    const originalIds = originals.map(({ id }) => id);
    const passed = await Promise.all([
      ...receivers.map(({ id: toUnitId }) =>
        move(kase, 'hand-over', { originalIds, toUnitId, purpose: '核验' }),
      ),
      move(kase, 'give-back', { originalIds }, second),
      move(kase, 'give-back', { originalIds }),
    ]);
    expect(passed.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await twice()).toEqual([]);
    const links: { links: number }[] = await district.sql.query(
      'SELECT count(*)::int AS links FROM custody_handovers WHERE case_id = $1',
      [kase.id],
    );
    expect(links).toEqual([{ links: 2 }]);
  });

  it('two answers to one handover at once: one holds', async () => {
    const kase = await accepted(clerk, ITEM);
    let custody = await moved(kase, 'take', { positions: [0] });
    const originalIds = custody.originals.map(({ id }) => id);
    const toUnitId = custody.receivers.find(({ name }) => name.includes('民政'))?.id;
    custody = await moved(kase, 'hand-over', { originalIds, toUnitId, purpose: '核验' });
    const both = await Promise.all([
      answer(custody, 'accept'),
      answer(custody, 'decline', handler, { reason: '不是原件' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await custodyOf(kase)).originals[0]?.state).toBe('HELD');
  });

  it('is kept from strangers, and originals are archived with a closed case alone', async () => {
    const kase = await registered(clerk, ITEM);
    const { originals } = await moved(kase, 'take', { positions: [0] });
    const originalIds = originals.map(({ id }) => id);
    const foreign = await district.as('jzj-clerk1');
    expect(codeOf(await move(kase, 'take', { positions: [1] }, foreign))).toBe('case.unknown');
    expect(codeOf(await move(kase, 'archive', { originalIds }))).toBe('custody.case_is_open');
    await clerk.perform(kase, 'withdraw', { reason: '申请人撤回。' });
    const custody = await moved(kase, 'archive', { originalIds });
    expect(custody.originals[0]).toMatchObject({ state: 'ARCHIVED', allowedActions: [] });
  });

  it('each step costs its fixed number of statements', async () => {
    const kase = await accepted(clerk, ITEM);
    const counted = async (work: () => Promise<unknown>) =>
      (await countQueries(district, work)).length;
    const cost: Record<string, number> = {};
    let custody: Custody | undefined;
    cost['take'] = await counted(async () => {
      custody = await moved(kase, 'take', { positions: [0, 1] });
    });
    const originalIds = custody?.originals.map(({ id }) => id) ?? [];
    const toUnitId = custody?.receivers.find(({ name }) => name.includes('民政'))?.id;
    const body = { originalIds, toUnitId, purpose: '核验' };
    cost['handOver'] = await counted(async () => {
      custody = await moved(kase, 'hand-over', body);
    });
    cost['accept'] = await counted(() => answer(custody as Custody, 'accept'));
    cost['read'] = await counted(() => custodyOf(kase));
    expect(cost).toEqual({ take: 15, handOver: 15, accept: 12, read: 9 });
  });
});
