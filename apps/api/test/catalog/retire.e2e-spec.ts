import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '@yikou/platform';
import { CATALOG_CLOCK, PublishVersion } from '../../src/catalog/index.js';
import { accepted, APPLICANT, registered } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

type Entry = Dto<'CatalogEntryDto'>;
type Draft = Dto<'DraftDto'>;

const DAY = 86_400_000;
const REASON = '上位法废止，由区级统一办理。';

describe('P8, R30: an item that comes to its end', () => {
  let district: District;
  let compiler: Client;
  let reviewer: Client;
  let clerk: Client;

  beforeAll(async () => {
    district = await openDistrict();
    compiler = await district.as('erqi-supervisor');
    reviewer = await district.as('erqi-mzj-approver');
    clerk = await district.as('jzj-clerk1');
  });
  afterAll(() => district.close());

  const day = (n: number) =>
    new Date(Date.parse(USUAL_MORNING) + n * DAY).toISOString().slice(0, 10);
  const moveTo = (n: number) =>
    district.clock.moveTo(new Date(Date.parse(USUAL_MORNING) + n * DAY));
  const bringIntoForce = () =>
    district.app
      .get(Transactions)
      .as(CATALOG_CLOCK, (tx) => district.app.get(PublishVersion).bringIntoForce(tx));
  const entryOf = (code: string) => compiler.get<Entry>(`/api/v1/items/${code}/entry`);
  const retire = (code: string, lastDay: string, who = compiler) =>
    who.post<Problem & Entry>(`/api/v1/items/${code}/retire`, { reason: REASON, lastDay });
  const takenIn = (code: string) =>
    clerk.post<Problem>('/api/v1/cases', {
      itemCode: code,
      applicant: APPLICANT,
      receivedMaterials: [],
    });
  const newsOf = (code: string): Promise<{ payload: object }[]> =>
    district.sql.query(
      "SELECT payload FROM outbox WHERE topic = 'catalog.retired' AND payload ->> 'code' = $1",
      [code],
    );

  it('is taken in to its last day and not after, and open cases go on under their version', async () => {
    const code = 'EQ-T-05-001';
    const open = await accepted(clerk, code);
    const { status, body } = await retire(code, day(1));
    expect(status).toBe(200);
    expect(body.versions).toMatchObject([
      { number: 1, standing: 'IN_FORCE', retiredFrom: day(2), retireReason: REASON },
    ]);
    expect(body.allowedActions).toEqual(['revise']);

    moveTo(1);
    await registered(clerk, code);
    moveTo(2);
    // The clock of the catalog has not come by yet, and nothing is taken in all the same.
    const refused = await takenIn(code);
    expect([refused.status, refused.body.code]).toEqual([404, 'catalog.item_retired']);
    expect([await bringIntoForce(), await bringIntoForce()]).toEqual([1, 0]);
    expect((await takenIn(code)).body.code).toBe('catalog.item_retired');
    const guide = await clerk.send<Problem>('GET', `/api/v1/items/${code}`);
    expect([guide.status, guide.body.code]).toEqual([404, 'catalog.item_retired']);
    expect((await entryOf(code)).versions[0]?.standing).toBe('RETIRED');
    const on = await clerk.perform(open, 'transfer');
    expect([on.state, on.itemVersionNumber]).toEqual(['TRANSFERRED', 1]);
    const list = (standing: string) =>
      clerk.get<Dto<'ItemPageDto'>>(`/api/v1/items?limit=100&standing=${standing}`);
    expect((await list('IN_FORCE')).items.map((item) => item.code)).not.toContain(code);
    expect((await list('NOT_IN_FORCE')).items.map((item) => item.code)).toEqual([code]);
    moveTo(0);
  });

  it('leaves its reason, one entry in the audit and one piece of news', async () => {
    const code = 'EQ-T-05-002';
    await retire(code, day(5));
    expect(await newsOf(code)).toMatchObject([
      { payload: { code, number: 1, retiredFrom: day(6) } },
    ]);
    const entries: { reason: string }[] = await district.sql.query(
      "SELECT reason FROM audit_entries WHERE action = 'item.retire' AND changes::text LIKE '%' || $1 || '%'",
      [code],
    );
    expect(entries).toEqual([{ reason: REASON }]);
  });

  it('comes back with a further version, and not before its day', async () => {
    const code = 'EQ-T-05-003';
    await retire(code, day(0));
    const draft = await compiler.do<Draft>(`/api/v1/items/${code}/revise`, {});
    expect((await entryOf(code)).draft).toMatchObject({ id: draft.id, state: 'DRAFT', number: 2 });
    const { body: ready } = await compiler.send<Draft>('PUT', `/api/v1/item-drafts/${draft.id}`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        version: draft.version,
        standard: draft.standard,
        reviewUnitId: reviewer.account.unit.id,
      }),
    });
    const act = (who: Client, { version }: Draft, verb: string, more = {}) =>
      who.do<Draft>(`/api/v1/item-drafts/${draft.id}/${verb}`, { version, ...more });
    const inReview = await act(compiler, ready, 'submit');
    const approved = await act(reviewer, inReview, 'approve');
    await act(compiler, approved, 'publish', { effectiveFrom: day(3) });
    const standings = async () => (await entryOf(code)).versions.map(({ standing }) => standing);
    expect(await standings()).toEqual(['COMING', 'IN_FORCE']);
    moveTo(1);
    await bringIntoForce();
    expect(await standings()).toEqual(['COMING', 'RETIRED']);
    expect((await takenIn(code)).body.code).toBe('catalog.item_retired');
    moveTo(3);
    await bringIntoForce();
    expect(await standings()).toEqual(['IN_FORCE', 'SUPERSEDED']);
    expect((await registered(clerk, code)).itemVersionNumber).toBe(2);
    moveTo(0);
  });

  it('of two who retire it at once one comes second, and one retirement is written', async () => {
    const code = 'EQ-T-05-004';
    const answers = await Promise.all([retire(code, day(2)), retire(code, day(3))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409)?.body;
    expect(lost?.code).toBe('catalog.version_verb_not_allowed_in_state');
    expect(await newsOf(code)).toHaveLength(1);
  });

  it.each([
    ['yesterday’s past', { lastDay: '2026-03-08' }, 400, 'catalog.effective_date_past'],
    ['no such day', { lastDay: '2026-02-30' }, 400, 'catalog.effective_date_invalid'],
    ['no reason', { reason: ' ' }, 400, 'catalog.reason_missing'],
  ])('%s: refused, and nothing is written', async (_, change, status, code) => {
    const body = { reason: REASON, lastDay: day(1), ...change };
    const answer = await compiler.post<Problem>('/api/v1/items/EQ-T-05-005/retire', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await newsOf('EQ-T-05-005')).toEqual([]);
  });

  it('who does not compile the list may not, and nobody what is not there', async () => {
    expect((await retire('EQ-T-05-005', day(1), reviewer)).status).toBe(403);
    expect((await retire('EQ-X-00-000', day(1))).body.code).toBe('catalog.item_unknown');
  });

  it('costs its fixed number of statements', async () => {
    const reads = {
      [`/api/v1/items/EQ-T-05-006/entry`]: 0,
      '/api/v1/catalog-vocabulary': 0,
      '/api/v1/item-drafts?waiting=true': 0,
      '/api/v1/items?class=GOVERNMENT&handlingKind=PROMISED&closure=LOCAL': 0,
    };
    for (const path of Object.keys(reads) as (keyof typeof reads)[]) {
      reads[path] = (await countQueries(district, () => compiler.get(path))).length;
    }
    expect(Object.values(reads)).toEqual([6, 6, 6, 3]);
    const verb = await countQueries(district, () => retire('EQ-T-05-006', day(1)));
    expect(verb).toHaveLength(15);
  });

  it('R47: class, kind and closure narrow the list, each as the items say', async () => {
    const list = async (query: string) =>
      (await compiler.get<Dto<'ItemPageDto'>>(`/api/v1/items?limit=100&${query}`)).items;
    const featured = await list('class=FEATURED');
    expect(featured.length).toBeGreaterThan(0);
    expect(new Set(featured.map((item) => item.class))).toEqual(new Set(['FEATURED']));
    const both = await list('handlingKind=PROMISED&closure=UPPER');
    expect(both.length).toBeGreaterThan(0);
    for (const { handlingKind, closure } of both) {
      expect([handlingKind, closure]).toEqual(['PROMISED', 'UPPER']);
    }
  });

  it('R33: a published version and one in the making say all that they say', async () => {
    const entry = await entryOf('EQ-T-05-007');
    const version = await compiler.get<Dto<'VersionContentDto'>>(
      `/api/v1/item-versions/${entry.versions[0]?.id}`,
    );
    expect(version).toMatchObject({ code: 'EQ-T-05-007', number: 1, effectiveFrom: '2026-01-01' });
    const draft = await compiler.do<Draft>('/api/v1/items/EQ-T-05-007/revise', {});
    expect(draft.inForceId).toBe(version.id);
    const made = await compiler.get<Dto<'VersionContentDto'>>(`/api/v1/item-versions/${draft.id}`);
    expect([made.number, made.effectiveFrom]).toEqual([2, null]);
    expect(made.standard).toEqual(version.standard);
    const words = await compiler.get<Dto<'CatalogVocabularyDto'>>('/api/v1/catalog-vocabulary');
    expect(words.elements.filter(({ mandatoryByR33 }) => mandatoryByR33)).toHaveLength(7);
    expect(words.bodies).toContainEqual({ level: 'DISTRICT', code: 'MZJ', name: '民政局' });
    expect(
      words.bodies.filter(({ level, code }) => level === 'STREET' && code === 'MZ'),
    ).toHaveLength(1);
    expect(words.categories).toContainEqual({ code: '05', name: '行政给付' });
  });

  it('a retirement cannot be taken back or changed by anybody who serves', async () => {
    const tampering = district.app
      .get(Transactions)
      .as(CATALOG_CLOCK, (tx) => tx.query("UPDATE item_retirements SET reason = 'x'"));
    await expect(tampering).rejects.toThrow('permission denied');
  });
});
