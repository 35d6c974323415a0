import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnnounceEndings } from '../../src/authorisations/index.js';
import { accepted, registered } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

type Authorisation = Dto<'AuthorisationDto'>;

const CODE = 'EQ-T-20-001';
const LIST = '/api/v1/authorisations';
const DECIDE = { outcome: 'APPROVED', opinion: '同意。' };

describe('R48, R50: a centre decides in the name of a section', () => {
  let district: District;
  let head: Client;
  let centre: string;

  beforeAll(async () => {
    district = await openDistrict();
    head = await district.as('dxl-mz-head');
    centre = (await district.as('dxl-clerk1')).account.unit.id;
  });
  afterAll(() => district.close());

  const clerk = () => district.as('dxl-clerk1');
  const onDay = (date: string) => district.clock.moveTo(new Date(`${date}T10:00:00+08:00`));
  const ofItem = async (who: Client, query = '') =>
    (await who.get<Dto<'AuthorisationPageDto'>>(`${LIST}?itemCode=${CODE}&limit=100${query}`))
      .items;
  /** What the demo's section gave is taken away, and this is given in its place. */
  const onlyThis = async (from: string, until: string | undefined): Promise<Authorisation> => {
    await district.sql.query('UPDATE cases SET authorisation_id = NULL');
    await district.sql.query(
      'DELETE FROM authorisations WHERE item_code = $1 AND centre_unit_id = $2',
      [CODE, centre],
    );
    return (await district.as('dxl-mz-head')).do<Authorisation>(LIST, {
      itemCode: CODE,
      centreUnitId: centre,
      documentName: '授权委托书',
      documentNumber: '大民授〔2026〕7号',
      from,
      ...(until ? { until } : {}),
    });
  };

  it('the decision keeps its authorisation, and the papers print it', async () => {
    const kase = await (
      await clerk()
    ).perform(await accepted(await clerk(), CODE), 'decide', DECIDE);
    expect(kase.authority).toMatch(
      /^受大学路街道公共服务办公室（民政）委托（《.+》示例授权〔2016〕/,
    );
    const receipt = await (
      await clerk()
    ).get<Dto<'ReceiptDto'>>(`/api/v1/cases/${kase.id}/receipt`);
    expect(receipt.authority).toBe(kase.authority);
    const [row]: { code: string }[] = await district.sql.query(
      'SELECT a.item_code AS code FROM cases c JOIN authorisations a ON a.id = c.authorisation_id WHERE c.id = $1',
      [kase.id],
    );
    expect(row?.code).toBe(CODE);
  });

  it('what a section decides itself asks for none', async () => {
    const kase = await accepted(await clerk(), 'EQ-T-05-001');
    const rows: { by: boolean }[] = await district.sql.query(
      `SELECT (item ->> 'byAuthorisation')::boolean AS by FROM cases WHERE id = $1`,
      [kase.id],
    );
    expect(rows).toEqual([{ by: false }]);
  });

  it('on the last day it still holds; at midnight the path stops, for what was taken in and what comes', async () => {
    await onlyThis('2026-03-01', '2026-03-20');
    onDay('2026-03-19');
    const [first, second] = [
      await accepted(await clerk(), CODE),
      await accepted(await clerk(), CODE),
    ];
    district.clock.moveTo(new Date('2026-03-20T23:59:59.999+08:00'));
    const last = await (await clerk()).perform(first, 'decide', DECIDE);
    expect(last.authority).toContain('大民授〔2026〕7号');
    district.clock.moveTo(new Date('2026-03-21T00:00:00+08:00'));
    const body = { ...DECIDE, version: second.version };
    const path = `/api/v1/cases/${second.id}/decide`;
    const refused = await (await clerk()).post<Problem>(path, body);
    expect([refused.status, refused.body.code]).toEqual([409, 'catalog.authorisation_expired']);
    const unchanged = await (await clerk()).get<Dto<'CaseDto'>>(`/api/v1/cases/${second.id}`);
    expect([unchanged.state, unchanged.authority]).toEqual([second.state, null]);

    const preview = await (await clerk()).get<Dto<'PreviewDto'>>(`/api/v1/items/${CODE}/preview`);
    expect(preview).toMatchObject({ handledBy: 'SECTION', because: 'NOT_AUTHORISED' });
    const next = await registered(await clerk(), CODE);
    expect(next.stages.map(({ kind }) => kind)).toContain('TRANSFER');

    onDay('2026-03-21');
    await onlyThis('2026-03-21', undefined);
    const renewed = await (await clerk()).perform(unchanged, 'decide', DECIDE);
    expect(renewed.state).toBe('DECIDED');
    district.clock.moveTo(USUAL_MORNING);
  });

  it('taken back it stops that very day, with a reason; not begun it does not hold yet', async () => {
    onDay('2026-03-10');
    const granted = await onlyThis('2026-03-01', undefined);
    expect([granted.standing, granted.daysLeft, granted.allowedActions]).toEqual([
      'HOLDS',
      null,
      ['revoke', 'attachDocument'],
    ]);
    const kase = await accepted(await clerk(), CODE);
    const path = `${LIST}/${granted.id}/revoke`;
    const stranger = await district.as('jzj-mz-head');
    expect((await stranger.post<Problem>(path, { reason: '无关。' })).body.code).toBe(
      'catalog.authorisation_unknown',
    );
    const revoked = await head.do<Authorisation>(path, { reason: '机构调整。' });
    expect(revoked).toMatchObject({
      standing: 'REVOKED',
      revokedFrom: '2026-03-10',
      revokeReason: '机构调整。',
      allowedActions: [],
    });
    const body = { ...DECIDE, version: kase.version };
    const decide = `/api/v1/cases/${kase.id}/decide`;
    expect((await (await clerk()).post<Problem>(decide, body)).body.code).toBe(
      'catalog.authorisation_revoked',
    );
    expect((await head.post<Problem>(path, { reason: '再次。' })).body.code).toBe(
      'catalog.authorisation_over_already',
    );
    await onlyThis('2026-03-11', undefined);
    expect((await (await clerk()).post<Problem>(decide, body)).body.code).toBe(
      'catalog.authorisation_not_begun',
    );
    district.clock.moveTo(USUAL_MORNING);
  });

  it.each([
    ['dxl-mz-head', { itemCode: 'EQ-T-05-001' }, 'catalog.authorisation_not_needed'],
    ['dxl-mz-head', { itemCode: 'EQ-T-99-404' }, 'catalog.item_unknown'],
    ['dxl-mz-head', { until: '2026-02-01' }, 'catalog.authorisation_period_invalid'],
    ['dxl-rs-head', {}, 'catalog.authorisation_not_yours'],
    ['jzj-mz-head', {}, 'catalog.authorisation_not_yours'],
  ])('%s cannot grant %j: %s', async (login, change, code) => {
    const body = {
      itemCode: CODE,
      centreUnitId: centre,
      documentName: '授权委托书',
      documentNumber: '〔2026〕8号',
      from: '2026-03-10',
      ...change,
    };
    const { body: problem } = await (await district.as(login)).post<Problem>(LIST, body);
    expect(problem.code).toBe(code);
  });

  it('who reads what: a section its own, a centre what it was given, the district all', async () => {
    const every = async (login: string) => {
      const who = await district.as(login);
      const { items } = await who.get<Dto<'AuthorisationPageDto'>>(`${LIST}?limit=100`);
      return items;
    };
    expect(new Set((await every('jzj-mz-head')).map(({ section }) => section.name))).toEqual(
      new Set([(await district.as('jzj-mz-head')).account.unit.name]),
    );
    const given = await every('dxl-admin');
    expect(new Set(given.map((one) => one.centre.id))).toEqual(new Set([centre]));
    const all = await every('erqi-supervisor');
    expect(new Set(all.map((one) => one.centre.id)).size).toBe(4);
    expect(all.every(({ allowedActions }) => allowedActions.length === 0)).toBe(true);
  });

  it('30 days before the end it says so, once; one that is carried on needs no word', async () => {
    const announced = () =>
      district.sql.query<{ subject_id: string; payload: { until: string } }[]>(
        `SELECT subject_id, payload FROM outbox WHERE topic = 'authorisation.ending'`,
      );
    const run = () => district.app.get(AnnounceEndings).run();
    onDay('2026-03-10');
    const granted = await onlyThis('2026-03-01', '2026-05-31');
    onDay('2026-04-30');
    expect(await run()).toBe(0);
    expect((await ofItem(await district.as('dxl-mz-head'), '&standing=ENDS_SOON')).length).toBe(0);
    onDay('2026-05-01');
    expect([await run(), await run()]).toEqual([1, 0]);
    expect(await announced()).toMatchObject([
      { subject_id: granted.id, payload: { itemCode: CODE, until: '2026-05-31' } },
    ]);
    const soon = await ofItem(await district.as('dxl-mz-head'), '&standing=ENDS_SOON');
    expect(soon).toMatchObject([{ id: granted.id, daysLeft: 30, renewed: false }]);
    // Elsewhere the demo's first ones end with the year, and another carries on.
    onDay('2026-12-15');
    expect(await run()).toBe(0);
    district.clock.moveTo(USUAL_MORNING);
  });

  it('R48: the signed document is handed in, replaced and read by both; by nobody else', async () => {
    const granted = await onlyThis('2026-03-01', undefined);
    const path = `${LIST}/${granted.id}/document`;
    const pdf = (words: string) => Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj<<>>endobj\n%%EOF`);
    const none = await (await clerk()).post<Problem>(path, {});
    expect([none.status, none.body.code]).toEqual([403, 'identity.not_allowed']);
    const missing = await head.send<Problem>('GET', path);
    expect([missing.status, missing.body.code]).toEqual([
      404,
      'catalog.authorisation_without_document',
    ]);
    for (const [content, code] of [
      [Buffer.from(''), 'intake.file_empty'],
      [Buffer.from('<script>'), 'intake.file_type_refused'],
    ] as const) {
      const { body } = await head.upload(path, '委托书.pdf', content);
      expect((body as Problem).code).toBe(code);
    }
    const stranger = await district.as('jzj-mz-head');
    expect((await stranger.upload(path, 'a.pdf', pdf('x'))).status).toBe(404);
    for (const words of ['first', 'second']) {
      const { status, body } = await head.upload(path, `${words}.pdf`, pdf(words));
      expect([status, (body as Authorisation).scanName]).toEqual([200, `${words}.pdf`]);
    }
    const read = await (await clerk()).send<string>('GET', path);
    expect(read.body).toContain('second');
    expect(read.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''second.pdf");
    await head.do(`${LIST}/${granted.id}/revoke`, { reason: '调整。' });
    const late = (await head.upload(path, 'a.pdf', pdf('x'))).body as Problem;
    expect(late.code).toBe('catalog.authorisation_over_already');
  });

  it('each verb and the list cost a fixed number of statements', async () => {
    const cost = async (work: () => Promise<unknown>) =>
      (await countQueries(district, work)).length;
    let granted: Authorisation | undefined;
    const body = {
      itemCode: CODE,
      centreUnitId: centre,
      documentName: '授权委托书',
      documentNumber: '〔2026〕9号',
      from: '2026-03-10',
    };
    const head2 = await district.as('dxl-mz-head');
    expect({
      list: await cost(() => head2.get(`${LIST}?limit=50`)),
      grant: await cost(async () => void (granted = await head2.do(LIST, body))),
      revoke: await cost(() => head2.do(`${LIST}/${granted?.id}/revoke`, { reason: '调整。' })),
    }).toEqual({ list: 6, grant: 9, revoke: 9 });
  });
});
