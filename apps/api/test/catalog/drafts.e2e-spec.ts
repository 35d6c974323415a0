import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CATALOG_CLOCK, PublishVersion } from '../../src/catalog/index.js';
import { Transactions } from '@yikou/platform';
import { registered } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

type Draft = Dto<'DraftDto'>;

const CODE = 'EQ-T-05-001';
const DAY = 86_400_000;
const ROUNDS = 20;
const AGAIN = { reason: '请补充。' };

describe('R30–R34, P8: versions in the making', () => {
  let district: District;
  let compiler: Client;
  let reviewer: Client;

  beforeAll(async () => {
    district = await openDistrict();
    compiler = await district.as('erqi-supervisor');
    reviewer = await district.as('erqi-mzj-approver');
  });
  afterAll(() => district.close());

  const at = (draft: Draft, verb = '') => `/api/v1/item-drafts/${draft.id}${verb && `/${verb}`}`;
  const act = (who: Client, draft: Draft, verb: string, more: object = {}): Promise<Draft> =>
    who.do<Draft>(at(draft, verb), { version: draft.version, ...more });
  const tried = (who: Client, draft: Draft, verb: string, more: object = {}) =>
    who.post<Problem>(at(draft, verb), { version: draft.version, ...more });
  const edited = async (draft: Draft, change: Partial<Draft['standard']>): Promise<Draft> => {
    const body = {
      version: draft.version,
      standard: { ...draft.standard, ...change },
      reviewUnitId: reviewer.account.unit.id,
    };
    const { status, body: after } = await compiler.send<Draft>('PUT', at(draft), {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    if (status !== 200) throw new Error(JSON.stringify(after));
    return after;
  };
  const approved = async (draft: Draft): Promise<Draft> =>
    act(reviewer, await act(compiler, draft, 'submit'), 'approve');
  /** A department has several approvers; the demo's has one. */
  const anotherReviewer = async (): Promise<Client> => {
    const [row]: { login_name: string }[] = await district.sql
      .query(
        `UPDATE accounts SET unit_id = $1 WHERE login_name = (
         SELECT login_name FROM accounts WHERE login_name LIKE 'erqi-%-approver' AND unit_id <> $1
         ORDER BY login_name LIMIT 1) RETURNING login_name`,
        [reviewer.account.unit.id],
      )
      .then(([rows]) => rows as { login_name: string }[]);
    return district.as(row?.login_name ?? '');
  };
  const revision = (code: string) => compiler.do<Draft>(`/api/v1/items/${code}/revise`, {});

  it('a revision begins with the published content and goes through the four stages', async () => {
    const draft = await revision(CODE);
    expect(draft).toMatchObject({
      state: 'DRAFT',
      stage: '梳理',
      number: 2,
      problems: [],
      completeness: 1,
    });
    expect(draft.allowedActions).toEqual(['edit', 'discard']);
    const ready = await edited(draft, { conditions: [...draft.standard.conditions, '无其他限制'] });
    expect(ready.allowedActions).toEqual(['edit', 'submit', 'discard']);
    const inReview = await act(compiler, ready, 'submit');
    expect([inReview.state, inReview.stage]).toEqual(['IN_REVIEW', '审核']);
    const returned = await act(reviewer, inReview, 'return', { reason: '条件第4条请说明依据。' });
    expect([returned.stage, returned.returnReason]).toEqual(['反馈', '条件第4条请说明依据。']);
    const again = await act(compiler, returned, 'submit');
    const passed = await act(reviewer, again, 'approve');
    expect([passed.state, passed.stage]).toEqual(['APPROVED', '编制']);
    const published = await act(compiler, passed, 'publish', { effectiveFrom: '2026-03-10' });
    expect([published.state, published.stage]).toEqual(['PUBLISHED', '公布']);
    const item = await compiler.get<Dto<'ItemDto'>>(`/api/v1/items/${CODE}`);
    expect([item.versionNumber, item.conditions.at(-1)]).toEqual([2, '无其他限制']);
    const { items } = await compiler.get<Dto<'VersionListDto'>>(`/api/v1/items/${CODE}/versions`);
    expect(items.map(({ number, current }) => [number, current])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it('P8: a case keeps the version it came under; all streets take the new one on the same day', async () => {
    const clerk = await district.as('jzj-clerk1');
    const before = await registered(clerk, 'EQ-T-05-002');
    const draft = await edited(await revision('EQ-T-05-002'), { note: '修订' });
    await act(compiler, await approved(draft), 'publish', { effectiveFrom: '2026-03-12' });
    expect((await registered(clerk, 'EQ-T-05-002')).itemVersionNumber).toBe(1);
    district.clock.moveTo(new Date(Date.parse(USUAL_MORNING) + 2 * DAY));
    const transactions = district.app.get(Transactions);
    const force = () =>
      transactions.as(CATALOG_CLOCK, (tx) => district.app.get(PublishVersion).bringIntoForce(tx));
    expect([await force(), await force()]).toEqual([1, 0]);
    for (const login of ['jzj-clerk1', 'dxl-clerk1']) {
      const kase = await registered(await district.as(login), 'EQ-T-05-002');
      expect([login, kase.itemVersionNumber]).toEqual([login, 2]);
    }
    const seen = await clerk.get<Dto<'CaseDto'>>(`/api/v1/cases/${before.id}`);
    expect(seen.itemVersionNumber).toBe(1);
    district.clock.moveTo(USUAL_MORNING);
  });

  it('R31, R33: publishing names everything that is missing or wrong, at once, and writes nothing', async () => {
    const draft = await edited(await revision('EQ-T-05-003'), {
      name: '',
      materials: [],
      legalBases: [],
      limits: {
        statutory: { amount: 5, unit: 'WORKING_DAY' },
        statutoryNote: '',
        promised: { amount: 9, unit: 'WORKING_DAY' },
        onTheSpotMinutes: null,
      },
    });
    expect(draft.completeness).toBeLessThan(1);
    const { status, body } = await tried(compiler, await approved(draft), 'publish', {
      effectiveFrom: '2026-03-10',
    });
    expect([status, body.code]).toEqual([409, 'catalog.version_incomplete']);
    const fields = body.errors?.map(({ field }) => field) ?? [];
    expect(fields).toEqual(expect.arrayContaining(['name', 'materials', 'legalBases']));
    expect(fields.some((field) => field.startsWith('limits'))).toBe(true);
    const { items } = await compiler.get<Dto<'VersionListDto'>>(
      '/api/v1/items/EQ-T-05-003/versions',
    );
    expect(items).toHaveLength(1);
  });

  it('one item has one version in the making, however many begin at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        compiler.post<Problem>('/api/v1/items/EQ-T-07-001/revise', {}),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const codes = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(new Set(codes)).toEqual(new Set(['catalog.version_in_progress']));
  });

  it(`two reviewers act on one version at once, ${ROUNDS} times: one wins, the other gets 409 with what changed`, async () => {
    const second = await anotherReviewer();
    const draft = await edited(await revision('EQ-T-05-004'), { note: '竞争' });
    let inReview = await act(compiler, draft, 'submit');
    for (let round = 1; round <= ROUNDS; round++) {
      const answers = await Promise.all([
        tried(reviewer, inReview, 'approve'),
        tried(second, inReview, round % 2 ? 'return' : 'approve', round % 2 ? AGAIN : {}),
      ]);
      const [won, lost] = answers[0].status === 200 ? answers : answers.toReversed();
      expect([round, won?.status, lost?.status]).toEqual([round, 200, 409]);
      const now = await compiler.get<Draft>(at(inReview));
      expect(now.version).toBe(inReview.version + 1);
      expect(lost?.body).toMatchObject({
        code: 'catalog.version_stale',
        detail: `现为第 ${now.version} 次修改、状态 ${now.state}；您看到的是第 ${inReview.version} 次。`,
      });
      const back = now.state === 'APPROVED' ? await act(reviewer, now, 'return', AGAIN) : now;
      inReview = await act(compiler, back, 'submit');
    }
  });

  it('R30: each is shown what waits for them; the author of a version never their own to approve', async () => {
    const waitingFor = async (who: Client): Promise<string[]> => {
      const page = await who.get<Dto<'DraftPageDto'>>('/api/v1/item-drafts?waiting=true&limit=100');
      return page.items.map(({ itemCode }) => itemCode);
    };
    const draft = await edited(await revision('EQ-T-05-008'), { note: '待办' });
    expect(await waitingFor(compiler)).toContain('EQ-T-05-008');
    expect(await waitingFor(reviewer)).not.toContain('EQ-T-05-008');
    const inReview = await act(compiler, draft, 'submit');
    expect(await waitingFor(compiler)).not.toContain('EQ-T-05-008');
    expect(await waitingFor(reviewer)).toContain('EQ-T-05-008');
    const grants = [reviewer.account.id, draft.id];
    await district.sql.query(
      'UPDATE item_drafts SET authors = authors || $1::uuid WHERE id = $2',
      grants,
    );
    expect(await waitingFor(reviewer)).not.toContain('EQ-T-05-008');
    await district.sql.query(
      'UPDATE item_drafts SET authors = array_remove(authors, $1::uuid) WHERE id = $2',
      grants,
    );
    await act(reviewer, inReview, 'approve');
    expect(await waitingFor(compiler)).toContain('EQ-T-05-008');
  });

  it('catalog.version_stale: who saves second is told what the first has made of it', async () => {
    const draft = await revision('EQ-T-05-009');
    await edited(draft, { note: '先' });
    const second = edited(draft, { note: '后' });
    await expect(second).rejects.toThrow(/现为第 2 次修改、状态 DRAFT；您看到的是第 1 次/);
  });

  it('four eyes and offices apart: who may not is refused, and a stranger’s department does not see it', async () => {
    const draft = await edited(await revision('EQ-T-05-005'), { note: '回避' });
    const inReview = await act(compiler, draft, 'submit');
    expect((await tried(compiler, inReview, 'approve')).status).toBe(403);
    expect(
      (await tried(reviewer, inReview, 'publish', { effectiveFrom: '2026-03-10' })).status,
    ).toBe(403);
    const stranger = await district.as('zz-kgl-approver');
    expect((await stranger.send('GET', at(inReview))).status).toBe(404);
    expect((await (await district.as('dxl-clerk1')).send('GET', at(inReview))).status).toBe(403);
  });

  it('a comment stands at its field, by whom and when', async () => {
    const draft = await edited(await revision('EQ-T-05-006'), { note: '意见' });
    const commented = await reviewer.do<Draft>(at(draft, 'comments'), {
      field: 'conditions.0',
      text: '年龄如何认定？',
    });
    expect(commented.comments).toMatchObject([
      { field: 'conditions.0', text: '年龄如何认定？', authorName: reviewer.account.displayName },
    ]);
  });

  it('any two versions side by side; core elements are marked (R34)', async () => {
    const draft = await revision('EQ-T-05-007');
    const changed = await edited(draft, { name: `${draft.standard.name}（试行）`, note: '备注' });
    const { items } = await compiler.get<Dto<'VersionListDto'>>(
      '/api/v1/items/EQ-T-05-007/versions',
    );
    const path = `/api/v1/item-differences?from=${items[0]?.id}&to=${changed.id}`;
    const found = await compiler.get<Dto<'DifferencesDto'>>(path);
    expect(found.items.map(({ path: field, core }) => [field, core])).toEqual([
      ['name', true],
      ['note', false],
    ]);
    const all = await compiler.get<Dto<'DifferencesDto'>>(`${path}&all=true`);
    expect(all.items.filter(({ kind }) => kind !== 'SAME')).toEqual(found.items);
    expect(all.items.length).toBeGreaterThan(20);
  });

  it('a new item starts empty; its code is its own; discarded it leaves no draft', async () => {
    const body = { code: 'EQ-T-99-001', name: '新增事项', level: 'STREET' };
    const draft = await compiler.do<Draft>('/api/v1/item-drafts', body);
    expect(draft.completeness).toBeLessThan(0.3);
    expect(draft.problems.length).toBeGreaterThan(7);
    const twice = await compiler.post<Problem>('/api/v1/item-drafts', body);
    expect([twice.status, twice.body.code]).toEqual([409, 'catalog.code_taken']);
    expect((await tried(compiler, draft, 'discard')).status).toBe(204);
    expect((await compiler.send('GET', at(draft))).status).toBe(404);
  });

  it('what was published cannot be changed by anybody who serves', async () => {
    const transactions = district.app.get(Transactions);
    const tampering = transactions.as(CATALOG_CLOCK, (tx) =>
      tx.query("UPDATE item_versions SET name = 'x'"),
    );
    await expect(tampering).rejects.toThrow('permission denied');
  });
});
