import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MakeFilings } from '../../src/filings/index.js';
import { accepted } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';
import { independentDue } from '../support/independent-due.js';
import { startWorker, until } from '../support/worker.js';

type Filing = Dto<'FilingDto'>;
type Page = Dto<'FilingPageDto'>;

const CODE = 'EQ-T-20-001';
const LIST = '/api/v1/filings';
const DECIDE = { outcome: 'APPROVED', opinion: '同意。' };

describe('R51: every week a centre files what it decided in the name of a section', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.close());

  const at = (instant: string) => district.clock.moveTo(new Date(`${instant}+08:00`));
  const run = () => district.app.get(MakeFilings).run();
  const decided = async (login: string): Promise<Dto<'CaseDto'>> => {
    const clerk = await district.as(login);
    return clerk.perform(await accepted(clerk, CODE), 'decide', DECIDE);
  };
  const list = async (login: string, query = '') =>
    (await district.as(login)).get<Page>(`${LIST}?limit=100${query}`);
  const rowsOf = async (who: Client, { id }: Filing) =>
    (await who.get<Dto<'FilingRowPageDto'>>(`${LIST}/${id}/rows`)).items;
  const weeks = () =>
    district.sql.query<{ week: string; filings: number }[]>(
      'SELECT week::text, filing_count AS filings FROM filing_weeks ORDER BY week',
    );
  const verb = async (login: string, filing: Filing, path: string, body: object = {}) =>
    (await district.as(login)).post<Filing & Problem>(`${LIST}/${filing.id}/${path}`, {
      version: filing.version,
      ...body,
    });

  it('a week in which nothing was decided makes no list, and is known to be done', async () => {
    at('2026-03-10T09:30:00');
    expect([await run(), await run()]).toEqual([1, 0]);
    expect(await weeks()).toEqual([{ week: '2026-03-02', filings: 0 }]);
    const page = await list('dxl-mz-head');
    expect(page).toMatchObject({
      items: [],
      latestWeek: { week: '2026-03-02', weekEnds: '2026-03-08', caseCount: 0 },
    });
  });

  it('down for weeks, over a holiday and killed in the middle: each week is made up for once', async () => {
    at('2026-04-02T10:00:00');
    await decided('dxl-clerk1');
    await decided('dxl-clerk1');
    await decided('jzj-clerk1');
    // Sunday, a minute before its end: still this week's.
    at('2026-04-05T23:59:00');
    await decided('jzj-clerk1');
    expect(await run()).toBe(3);
    // Monday of the Qingming holiday, and the machine dies at the second list.
    at('2026-04-06T00:00:00');
    await district.sql.query(
      `CREATE FUNCTION dies() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF (SELECT count(*) FROM filings) > 1 THEN RAISE EXCEPTION 'killed'; END IF; RETURN NEW; END $$`,
    );
    await district.sql.query(
      'CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON filings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dies()',
    );
    await expect(run()).rejects.toThrow('killed');
    await district.sql.query('DROP FUNCTION dies CASCADE');
    await Promise.all([run(), run()]);
    await run();
    expect((await weeks()).map(({ week, filings }) => `${week} ${filings}`)).toEqual([
      '2026-03-02 0',
      '2026-03-09 0',
      '2026-03-16 0',
      '2026-03-23 0',
      '2026-03-30 2',
    ]);
    const all = (await list('erqi-supervisor')).items;
    expect(all.map(({ caseCount }) => caseCount).sort()).toEqual([2, 2]);
    expect(all.map(({ deadline }) => deadline?.dueAt)).toEqual(
      Array(2).fill(independentDue('2026-04-06', 2, 'WORKING_DAY')),
    );
    expect(all[0]?.deadline?.dueAt).toBe('2026-04-08T16:00:00.000Z');
    const clocks: { count: number }[] = await district.sql.query(
      `SELECT count(*)::int FROM deadlines WHERE kind = 'FILING'`,
    );
    expect(clocks).toEqual([{ count: 2 }]);
  });

  it('the section reads, asks about a row, is answered and acknowledges; its clock follows whose turn it is', async () => {
    at('2026-04-07T09:00:00');
    const [sent] = (await list('dxl-mz-head')).items;
    if (!sent) throw new Error('nothing was sent');
    expect(sent.allowedActions).toEqual(['acknowledge', 'ask']);
    const rows = await rowsOf(await district.as('dxl-mz-head'), sent);
    expect(rows).toMatchObject([
      { place: 1, kind: 'IN_WEEK', outcome: 'APPROVED', applicantName: '赵**' },
      { place: 2, kind: 'IN_WEEK' },
    ]);
    expect(rows[0]?.authority).toContain('委托');
    const asked = (
      await verb('dxl-mz-head', sent, 'rows/2/ask', { question: '申请材料是否齐全？' })
    ).body;
    const centre = (await district.as('dxl-clerk1')).account.unit;
    expect(asked).toMatchObject({
      state: 'QUERIED',
      openQueries: 1,
      deadline: { ownerUnitId: centre.id },
      allowedActions: ['ask'],
    });
    expect((await verb('dxl-mz-head', asked, 'acknowledge')).body.code).toBe('filing.query_open');
    expect((await verb('dxl-mz-head', sent, 'acknowledge')).body.code).toBe('filing.stale');
    expect((await verb('dxl-mz-head', asked, 'rows/2/ask', { question: '再问。' })).body.code).toBe(
      'filing.query_open_already',
    );
    expect((await verb('dxl-mz-head', asked, 'rows/9/ask', { question: '没有。' })).body.code).toBe(
      'filing.row_unknown',
    );
    expect((await verb('dxl-clerk1', asked, 'acknowledge')).body.code).toBe('identity.not_allowed');
    expect((await verb('jzj-mz-head', asked, 'acknowledge')).body.code).toBe('filing.unknown');
    const [own] = (await list('dxl-clerk1')).items;
    expect(own?.allowedActions).toEqual(['answer']);
    const answered = (
      await verb('dxl-clerk1', asked, 'rows/2/answer', { answer: '齐全，已扫描入卷。' })
    ).body;
    expect(answered).toMatchObject({
      state: 'SENT',
      deadline: { ownerUnitId: sent.section.id, state: 'RUNNING' },
    });
    const done = (await verb('dxl-mz-head', answered, 'acknowledge')).body;
    expect(done).toMatchObject({
      state: 'ACKNOWLEDGED',
      deadline: { state: 'MET' },
      allowedActions: [],
    });
    expect((await verb('dxl-mz-head', done, 'acknowledge')).body.code).toBe(
      'filing.acknowledged_already',
    );
    const [, told] = await rowsOf(await district.as('dxl-clerk2'), sent);
    expect(told?.queries).toMatchObject([
      { question: '申请材料是否齐全？', answer: '齐全，已扫描入卷。' },
    ]);
  });

  it('not acknowledged in two working days it is overdue like anything else, and names the section', async () => {
    at('2026-04-09T00:00:01');
    const worker = await startWorker(district.settings, district.clock);
    const late = await until(
      'the red light',
      async () => (await list('jzj-mz-head')).items[0]?.deadline,
      (deadline) => deadline?.state === 'MISSED',
    ).finally(() => worker.close());
    expect(late).toMatchObject({
      light: 'OVERDUE',
      ownerUnitName: expect.stringContaining('民政'),
    });
    const board = await (
      await district.as('erqi-supervisor')
    ).get<Dto<'DeadlinePageDto'>>('/api/v1/deadlines?kind=FILING&light=OVERDUE');
    expect(board.items).toMatchObject([{ reference: '备案 2026-03-30' }]);
  });

  it('what was entered late or corrected since stands in the next list', async () => {
    at('2026-04-08T10:00:00');
    const [corrected] = await rowsOf(
      await district.as('dxl-clerk1'),
      (await list('dxl-clerk1')).items[0] as Filing,
    );
    const late = await decided('dxl-clerk1');
    const inWeek = await decided('dxl-clerk1');
    await district.sql.query(
      `UPDATE cases SET decided_at = '2026-04-03T15:00:00+08:00' WHERE id = $1`,
      [late.id],
    );
    await district.sql.query(`UPDATE cases SET outcome = 'REJECTED' WHERE id = $1`, [
      corrected?.caseId,
    ]);
    at('2026-04-13T08:00:00');
    expect(await run()).toBe(1);
    const [next] = (await list('dxl-mz-head', '&week=2026-04-06')).items;
    const rows = await rowsOf(await district.as('dxl-mz-head'), next as Filing);
    expect(rows.map(({ kind, caseNumber, outcome }) => [kind, caseNumber, outcome])).toEqual([
      ['CORRECTED', corrected?.caseNumber, 'REJECTED'],
      ['LATE', late.number, 'APPROVED'],
      ['IN_WEEK', inWeek.number, 'APPROVED'],
    ]);
    at('2026-04-20T08:00:00');
    expect(await run()).toBe(1);
    expect((await list('dxl-mz-head', '&week=2026-04-13')).items).toEqual([]);
  });

  it('each verb, the lists and a turn of the job cost a fixed number of statements', async () => {
    const cost = async (work: () => Promise<unknown>) =>
      (await countQueries(district, work)).length;
    const head = await district.as('dxl-mz-head');
    const clerk = await district.as('dxl-clerk1');
    let [filing] = (await list('dxl-mz-head', '&week=2026-04-06')).items;
    const path = (more: string) => `${LIST}/${filing?.id}/${more}`;
    const does = async (who: Client, more: string, body: object = {}) =>
      void (filing = await who.do<Filing>(path(more), { version: filing?.version, ...body }));
    expect({
      idle: await cost(run),
      list: await cost(() => list('dxl-mz-head')),
      rows: await cost(() => head.get(path('rows'))),
      ask: await cost(() => does(head, 'rows/1/ask', { question: '何时送达？' })),
      answer: await cost(() => does(clerk, 'rows/1/answer', { answer: '已送达。' })),
      acknowledge: await cost(() => does(head, 'acknowledge')),
    }).toEqual({ idle: 3, list: 8, rows: 6, ask: 13, answer: 13, acknowledge: 15 });
  });
});
