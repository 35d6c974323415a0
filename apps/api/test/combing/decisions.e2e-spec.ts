import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemStandard } from '@yikou/domain';
import { RefreshComparisons } from '../../src/combing/index.js';
import type { Client, Dto, Problem } from '../support/client.js';
import {
  cellAt,
  imported,
  listFile,
  matrixOf,
  seen,
  standardsOf,
  type Cell,
} from '../support/combing.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

type Unsettled = Dto<'UnsettledEntryDto'>;

const STREET = '410103007000';
const OTHER = '410103001000';
const CELL = '/api/v1/consistency-matrix/cell';

describe('R30, R34: rows are settled and differences decided', () => {
  let district: District;
  let supervisor: Client;
  let standards: ItemStandard[];

  beforeAll(async () => {
    district = await openDistrict();
    supervisor = await district.as('erqi-supervisor');
    standards = await standardsOf(district);
    await bring(STREET, theirs());
    await bring(OTHER, standards);
  });
  afterAll(() => district.close());

  const at = (i: number) => standards[i] as ItemStandard;
  const code = (i: number) => at(i).code;

  /** Differs in 0 to 3, lacks 4, has 5 under a name of its own, 6 twice, and something of its own. */
  function theirs(): ItemStandard[] {
    const list = standards.map((item, i) => (i < 4 ? { ...item, note: '本街道另有说明' } : item));
    list[0] = { ...at(0), conditions: [...at(0).conditions, '本街道常住'] };
    list[5] = { ...at(5), code: 'OWN-5', name: '某项说不清的服务' };
    const repeated = { ...at(6), code: 'OWN-6' };
    const extra = { ...at(7), code: 'OWN-7', name: '长者食堂就餐登记' };
    return [...list.filter((_, i) => i !== 4), repeated, extra];
  }
  async function bring(area: string, items: readonly ItemStandard[]): Promise<void> {
    const { state } = await imported(district, supervisor, area, await listFile(items, 'json'));
    expect(state).toBe('DONE');
  }
  const cell = (column: string, area = STREET) => cellAt(supervisor, area, column);
  const stateAt = async (column: string, who = supervisor): Promise<string | undefined> => {
    const { columns, rows } = await matrixOf(who);
    const row = rows.find(({ areaCode }) => areaCode === STREET);
    return row?.cells[columns.findIndex(({ key }) => key === column)]?.state;
  };
  const decide = (verb: string, open: Cell, more: object = {}) =>
    supervisor.post<Dto<'DecidedCellDto'> & Problem>(`${CELL}/${verb}`, { ...seen(open), ...more });
  const unsettled = async (): Promise<Unsettled[]> =>
    (await supervisor.get<Dto<'UnsettledPageDto'>>('/api/v1/street-list-entries/unsettled')).items;
  const settle = (row: Unsettled | undefined, as: string, itemCode?: string) =>
    supervisor.post<Dto<'SettledEntryDto'> & Problem>(
      `/api/v1/street-list-entries/${row?.id}/settle`,
      { as, ...(itemCode ? { itemCode } : {}) },
    );

  it('a person says what the rows are that the system would not guess', async () => {
    const rows = await unsettled();
    expect(rows.map(({ name, found }) => [name, found])).toEqual([
      ['某项说不清的服务', 'UNMATCHED'],
      [at(6).name, 'REPEATED'],
      ['长者食堂就餐登记', 'UNMATCHED'],
    ]);
    const [unclear, repeated, extra] = rows;
    expect(repeated?.candidates).toMatchObject([{ code: code(6), taken: true }]);
    const taken = await settle(repeated, 'ITEM', code(6));
    expect([taken.status, taken.body.code]).toEqual([409, 'combing.item_taken']);
    expect((await settle(repeated, 'ITEM', 'NO-SUCH')).body.code).toBe('combing.item_unknown');
    expect((await settle(repeated, 'DROPPED')).status).toBe(200);
    expect(await stateAt(code(5))).toBe('MISSING');
    expect((await settle(unclear, 'ITEM', code(5))).status).toBe(200);
    expect(await stateAt(code(5))).toBe('DIFFERENT');
    expect((await settle(extra, 'EXTRA')).status).toBe(200);
    expect(await stateAt('+长者食堂就餐登记')).toBe('EXTRA');
    expect(await unsettled()).toEqual([]);
    expect((await settle(extra, 'DROPPED')).body.code).toBe('combing.entry_settled');
  });

  it('what was settled holds when the street hands its list in again', async () => {
    await bring(STREET, theirs());
    expect(await unsettled()).toEqual([]);
    expect(await stateAt(code(5))).toBe('DIFFERENT');
    expect(await stateAt('+长者食堂就餐登记')).toBe('EXTRA');
  });

  it('an opened cell has both texts, and says what may be decided', async () => {
    const open = await cell(code(0));
    expect(open).toMatchObject({ state: 'DIFFERENT', differences: 1, core: 1, edition: 2 });
    expect(open.points).toMatchObject([
      { path: 'conditions[本街道常住]', kind: 'ADDED', field: 'conditions', core: true },
    ]);
    expect(open.allowedActions).toEqual(['ACCEPT_STANDARD', 'CHANGE_STANDARD', 'EXPLAIN']);
    expect((await cell(code(9))).allowedActions).toEqual([]);
    expect((await cell(code(4))).allowedActions).toEqual(['ACCEPT_STANDARD', 'EXPLAIN']);
  });

  it('accepting the standard: the street’s list says the same from then on', async () => {
    for (const column of [code(1), code(4)]) {
      const { status, body } = await decide('accept-standard', await cell(column));
      expect([status, body.cell?.state, body.cell?.version]).toEqual([200, 'SAME', 1]);
      expect(await stateAt(column)).toBe('SAME');
    }
    const gone = await decide('accept-standard', await cell('+长者食堂就餐登记'));
    expect([gone.status, gone.body.cell]).toEqual([200, null]);
    const { columns } = await matrixOf(supervisor);
    expect(columns.some(({ isExtra }) => isExtra)).toBe(false);
    const same = await decide('accept-standard', await cell(code(9)));
    expect([same.status, same.body.code]).toEqual([409, 'combing.nothing_to_decide']);
  });

  it('explaining covers just those differences, and no longer once they change', async () => {
    const open = await cell(code(2));
    const { body } = await decide('explain', open, { reason: '河道管理特殊要求。' });
    expect(body.cell).toMatchObject({
      state: 'EXPLAINED',
      decision: { decision: 'EXPLAIN', reason: '河道管理特殊要求。' },
    });
    expect(await stateAt(code(2))).toBe('EXPLAINED');
    await bring(STREET, theirs());
    expect(await stateAt(code(2))).toBe('EXPLAINED');
    const other = theirs().map((item) =>
      item.code === code(2) ? { ...item, note: '又改' } : item,
    );
    await bring(STREET, other);
    expect(await stateAt(code(2))).toBe('DIFFERENT');
  });

  it('changing the standard: the chosen text goes into the draft, and the cell is the same once published', async () => {
    const wanted = await cell(code(0));
    const wrong = await decide('change-standard', wanted, { fields: ['code'] });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'combing.field_unknown']);
    const { body } = await decide('change-standard', wanted, { fields: ['conditions'] });
    const path = `/api/v1/item-drafts/${body.cell?.decision?.draftId}`;
    const draft = await supervisor.get<Dto<'DraftDto'>>(path);
    expect([draft.itemCode, draft.state, draft.standard.conditions.at(-1)]).toEqual([
      code(0),
      'DRAFT',
      '本街道常住',
    ]);
    // A second street's text goes into the same version in the making.
    const list = standards.map((item, i) =>
      i === 0 ? { ...item, visitsReason: '须本人签字' } : item,
    );
    await bring(OTHER, list);
    const second = await decide('change-standard', await cell(code(0), OTHER), {
      fields: ['visitsReason'],
    });
    expect(second.body.cell?.decision?.draftId).toBe(draft.id);
    const both = await supervisor.get<Dto<'DraftDto'>>(path);
    expect([both.standard.conditions.at(-1), both.standard.visitsReason]).toEqual([
      '本街道常住',
      '须本人签字',
    ]);
    await publish(both);
    const after = await cell(code(0));
    expect([after.standardNumber, after.points.map(({ path: p }) => p)]).toEqual([
      2,
      ['visitsReason'],
    ]);
    const stale = await matrixOf(supervisor);
    expect(await district.app.get(RefreshComparisons).run()).toBe(2);
    expect(await matrixOf(supervisor)).toEqual(stale);
    const late = await decide('explain', wanted, { reason: '来晚了。' });
    expect([late.status, late.body.detail]).toEqual([
      409,
      expect.stringContaining('标准已更新为第2版'),
    ]);
  });

  async function publish(draft: Dto<'DraftDto'>): Promise<void> {
    const reviewer = await district.as('erqi-mzj-approver');
    const put = await supervisor.send<Dto<'DraftDto'>>('PUT', `/api/v1/item-drafts/${draft.id}`, {
      body: JSON.stringify({
        version: draft.version,
        standard: draft.standard,
        reviewUnitId: reviewer.account.unit.id,
      }),
      headers: { 'content-type': 'application/json' },
    });
    let now = put.body;
    for (const [who, verb, more] of [
      [supervisor, 'submit', {}],
      [reviewer, 'approve', {}],
      [supervisor, 'publish', { effectiveFrom: '2026-03-10' }],
    ] as const) {
      const body = { version: now.version, ...more };
      now = await who.do<Dto<'DraftDto'>>(`/api/v1/item-drafts/${draft.id}/${verb}`, body);
    }
    expect(now.state).toBe('PUBLISHED');
  }

  it('two decide on one cell at once: one wins, the other gets 409 with what changed', async () => {
    const open = await cell(code(3));
    const answers = await Promise.all([
      decide('explain', open, { reason: '第一人。' }),
      decide('accept-standard', open),
      decide('explain', open, { reason: '第三人。' }),
    ]);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(lost.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'combing.cell_changed'],
      [409, 'combing.cell_changed'],
    ]);
    expect(lost[0]?.body.detail).toMatch(
      /已作出“(采用标准|说明原因)”（第1次处理，您看到的是第0次）/,
    );
    const audited: { count: number }[] = await district.sql.query(
      `SELECT count(*)::int FROM audit_entries
       WHERE subject_kind = 'street-cell' AND subject_id = $1`,
      [`${STREET}/${code(3)}`],
    );
    expect(audited[0]?.count).toBe(1);
  });

  it('who reads which rows: all lists, the own street’s, or none', async () => {
    const streets = async (login: string) =>
      (await matrixOf(await district.as(login))).rows.map(({ areaCode }) => areaCode);
    expect(await streets('erqi-inspector')).toEqual([OTHER, STREET]);
    expect(await streets('erqi-mzj-approver')).toEqual([OTHER, STREET]);
    expect(await streets('dxl-admin')).toEqual([STREET]);
    expect(await streets('jzj-admin')).toEqual([]);
    const inspector = await district.as('erqi-inspector');
    expect((await cellAt(inspector, STREET, code(0))).allowedActions).toEqual([]);
    const foreign = await (
      await district.as('dxl-admin')
    ).send<Problem>('GET', `${CELL}?area=${OTHER}&column=${code(0)}`);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'combing.cell_unknown']);
  });

  it('level, theme and area narrow rows and columns', async () => {
    const communities = await matrixOf(supervisor, '&level=COMMUNITY');
    expect(communities.columnCount).toBe(standards.filter((s) => s.level === 'COMMUNITY').length);
    const theme = at(0).themes[0] ?? '';
    const themed = await matrixOf(supervisor, `&theme=${encodeURIComponent(theme)}`);
    expect(themed.columnCount).toBe(standards.filter((s) => s.themes[0] === theme).length);
    const one = await matrixOf(supervisor, `&area=${OTHER}`);
    expect(one.rows.map(({ areaCode }) => areaCode)).toEqual([OTHER]);
  });

  it('what each verb and read costs', async () => {
    const sent: Record<string, number> = {};
    const counted = async (what: string, work: () => Promise<unknown>) => {
      sent[what] = (await countQueries(district, work)).length;
    };
    await counted('matrix', () => matrixOf(supervisor));
    await counted('cell', () => cell(code(2)));
    const open = await cell(code(2));
    await counted('explain', () => decide('explain', open, { reason: '说明。' }));
    const next = await cell(code(2));
    await counted('accept', () => decide('accept-standard', next));
    const last = await cell(code(5));
    await counted('change', () => decide('change-standard', last, { fields: ['name'] }));
    expect(sent).toEqual({ matrix: 9, cell: 9, explain: 15, accept: 16, change: 23 });
  });
});
