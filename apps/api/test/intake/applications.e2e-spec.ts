import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICANT, walk, type Case } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

type Application = Dto<'ApplicationDto'>;
type Materials = Dto<'CaseMaterialsDto'>;

const APPLICATIONS = '/api/v1/applications';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** Items of one hall that ask for a material of the same name, with how many of them do. */
const ASKING_ALIKE = `
  SELECT m ->> 'name' AS name, array_agg(DISTINCT v.item_code) AS codes
  FROM offerings o JOIN service_items i ON i.id = o.item_id JOIN item_versions v ON v.id = i.current_version_id,
    jsonb_array_elements(v.content -> 'materials') m
  WHERE o.unit_id = $1 AND (m ->> 'required')::boolean AND v.promised_days > 0
  GROUP BY 1 HAVING count(DISTINCT v.item_code) >= 3 ORDER BY 1 LIMIT 1`;

describe('R74: one application for several items', () => {
  let district: District;
  let clerk: Client;
  let shared: string;
  let codes: string[];
  let application: Application;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    const [row]: { name: string; codes: string[] }[] = await district.sql.query(ASKING_ALIKE, [
      clerk.account.unit.id,
    ]);
    if (!row) throw new Error('no three items ask for the same');
    shared = row.name;
    codes = row.codes.slice(0, 3);
  });
  afterAll(() => district.close());

  const body = (itemCodes = codes, receivedMaterials = [shared]) => ({
    itemCodes,
    receivedMaterials,
    applicant: APPLICANT,
    title: '一家三口的事',
  });
  const look = (who = clerk) => who.get<Application>(`${APPLICATIONS}/${application.id}`);
  const materialsOf = ({ id }: { id: string }) =>
    clerk.get<Materials>(`/api/v1/cases/${id}/materials`);
  const lineOf = async (kase: { id: string }) => {
    const line = (await materialsOf(kase)).items.find(({ name }) => name === shared);
    if (!line) throw new Error(`${kase.id} does not ask for ${shared}`);
    return line;
  };

  it('is taken in one go: one applicant, a case with its own number for each item', async () => {
    application = await clerk.do<Application>(APPLICATIONS, body());
    const { cases, number } = application;
    expect(application).toMatchObject({
      title: '一家三口的事',
      state: 'TAKEN_IN',
      clock: null,
      hiddenCases: 0,
      applicant: { name: '赵**', telephone: '138****8000' },
    });
    expect(cases.map(({ itemCode }) => itemCode)).toEqual(codes);
    expect(number).toBe(`L${cases[0]?.number}`);
    const [row]: { applicants: number; numbers: number }[] = await district.sql.query(
      `SELECT count(DISTINCT applicant_id)::int AS applicants, count(DISTINCT number)::int AS numbers
       FROM cases WHERE application_id = $1`,
      [application.id],
    );
    expect(row).toEqual({ applicants: 1, numbers: 3 });
    const kase = await clerk.get<Case>(`/api/v1/cases/${cases[0]?.id}`);
    expect(kase.applicationId).toBe(application.id);
  });

  it('a material handed in once is in hand for every item that asks for it', async () => {
    for (const kase of application.cases) expect((await lineOf(kase)).received).toBe(true);
    const { materials } = await look();
    const line = materials.find(({ name }) => name === shared);
    expect(line?.caseNumbers).toEqual(application.cases.map(({ number }) => number));
    expect(materials.filter(({ name }) => name === shared)).toHaveLength(1);
  });

  it('taken back and attached as a file it goes for all of them; the content is kept once', async () => {
    const [first, ...others] = application.cases;
    if (!first) throw new Error('no case');
    const { position } = await lineOf(first);
    const path = `/api/v1/cases/${first.id}/materials/${position}`;
    await clerk.do(`${path}/receive`, { received: false });
    for (const kase of others) expect((await lineOf(kase)).received).toBe(false);
    expect((await clerk.upload(`${path}/files`, '户口簿.pdf', PDF)).status).toBe(200);
    for (const kase of others) {
      const line = await lineOf(kase);
      expect([line.received, line.files.map(({ name }) => name)]).toEqual([true, ['户口簿.pdf']]);
      const file = await clerk.send('GET', `/api/v1/cases/${kase.id}/files/${line.files[0]?.id}`);
      expect(file.status).toBe(200);
    }
    const [row]: { files: number; contents: number }[] = await district.sql.query(
      `SELECT count(*)::int AS files, count(DISTINCT storage_key)::int AS contents FROM material_files
       WHERE case_id = ANY($1)`,
      [application.cases.map(({ id }) => id)],
    );
    expect(row).toEqual({ files: 3, contents: 1 });
    expect((await look()).materials.find(({ name }) => name === shared)?.files).toBe(1);
    // The same file once more is the same file.
    await clerk.upload(`${path}/files`, '户口簿.pdf', PDF);
    expect((await lineOf(others[0] ?? first)).files).toHaveLength(1);
  });

  it('runs on one clock: due with the last case, as long as the longest', async () => {
    for (const kase of application.cases) {
      const { items } = await materialsOf(kase);
      for (const { position, received } of items) {
        const path = `/api/v1/cases/${kase.id}/materials/${position}/receive`;
        if (!received) await clerk.do(path, { received: true });
      }
      expect((await look()).clock?.complete ?? false).toBe(false);
      const seen = await clerk.get<Case>(`/api/v1/cases/${kase.id}`);
      await clerk.perform(seen, 'accept');
      district.clock.moveBy(60_000);
    }
    const { state, clock, cases } = await look();
    expect([state, clock?.complete]).toEqual(['IN_PROGRESS', true]);
    const due = cases.map(({ dueAt }) => new Date(dueAt ?? 0).getTime());
    expect(new Date(clock?.dueAt ?? 0).getTime()).toBe(Math.max(...due));
    expect(clock?.elapsedMs).toBe(180_000);
  });

  it('what was accepted is not changed by what comes in for another', async () => {
    const [first] = application.cases;
    const { position } = await lineOf(first ?? { id: '' });
    const answer = await clerk.post<Problem>(
      `/api/v1/cases/${first?.id}/materials/${position}/receive`,
      { received: false },
    );
    expect([answer.status, (await lineOf(first ?? { id: '' })).received]).toEqual([409, true]);
  });

  it('each case stays its own for the sections; they see no other’s', async () => {
    const [first] = application.cases;
    const seen = await clerk.get<Case>(`/api/v1/cases/${first?.id}`);
    const there = await walk(
      district,
      seen,
      ({ holderUnit }) => holderUnit.id !== clerk.account.unit.id,
    );
    const handler = await district.someoneOf(there.holderUnit.id, [
      'SECTION_HANDLER',
      'SECTION_HEAD',
      'DEPARTMENT_APPROVER',
    ]);
    const { cases, hiddenCases } = await look(handler);
    expect(cases.map(({ id }) => id)).toContain(first?.id);
    expect(cases.length + hiddenCases).toBe(3);
    const answer = await (
      await district.as('jzj-clerk1')
    ).send<Problem>('GET', `${APPLICATIONS}/${application.id}`);
    expect([answer.status, answer.body.code]).toEqual([404, 'intake.application_unknown']);
  });

  it.each([
    ['one item', () => codes.slice(0, 1), 400],
    ['the same twice', () => [codes[0] ?? '', codes[0] ?? ''], 400],
    ['an item that is not offered', () => [codes[0] ?? '', 'NO-SUCH'], 404],
  ])('%s is refused, and nothing is left', async (_, of, status) => {
    const before: { count: number }[] = await district.sql.query('SELECT count(*) FROM cases');
    expect((await clerk.post<Problem>(APPLICATIONS, body(of()))).status).toBe(status);
    expect(await district.sql.query('SELECT count(*) FROM cases')).toEqual(before);
  });

  it('costs a fixed number of statements for each item; looking costs the same for any number', async () => {
    const costs: number[] = [];
    const looks: number[] = [];
    await clerk.get('/api/v1/me');
    for (const count of [2, 3]) {
      const of = codes.slice(0, count);
      let id = '';
      const sent = await countQueries(district, async () => {
        ({ id } = await clerk.do<Application>(APPLICATIONS, body(of)));
      });
      costs.push(sent.length);
      const seen = await countQueries(district, () => clerk.get(`${APPLICATIONS}/${id}`));
      looks.push(seen.length);
    }
    expect(costs).toEqual([31, 40]);
    expect(looks).toEqual([10, 10]);
  });
});
