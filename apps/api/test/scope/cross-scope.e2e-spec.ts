import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { accepted, registered, walk } from '../support/cases.js';
import type { Client } from '../support/client.js';
import { times } from '../support/bars.js';
import { openDistrict, type District } from '../support/district.js';
import { numbersFrom, oneOf, SEED } from '../support/random.js';

const READS = times(10_000);
const AT_ONCE = 16;
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** Whoever asks, by unit and post: counters, stations, sections, departments, guides and watchers. */
const ASKERS = [
  'dxl-clerk1',
  'dxl-admin',
  'dxl-guide',
  'jzj-clerk1',
  'jzj-mz-handler',
  'dxl-z001-clerk',
  'dxl-mz-handler',
  'dxl-mz-head',
  'dxl-sb-handler',
  'erqi-mzj-approver',
  'zz-kgl-approver',
  'erqi-supervisor',
  'erqi-inspector',
];

interface Subject {
  id: string;
  number: string;
  area: string;
  units: string[];
  deadlines: string[];
  files: string[];
}

interface Asker {
  client: Client;
  watches: boolean;
  area: string;
}

/** Everything that can be read of a case by an id. */
const ADDRESSES: ((subject: Subject, random: () => number) => string)[] = [
  ({ id }) => `/api/v1/cases/${id}`,
  ({ id }) => `/api/v1/cases/${id}/events`,
  ({ id }) => `/api/v1/cases/${id}/materials`,
  ({ id }) => `/api/v1/cases/${id}/applicant`,
  ({ id }) => `/api/v1/cases/${id}/receipt`,
  ({ id, files }, random) =>
    `/api/v1/cases/${id}/files/${files.length > 0 ? oneOf(random, files) : id}`,
  ({ id }) => `/api/v1/deadlines?subjectId=${id}`,
  ({ id, deadlines }, random) =>
    `/api/v1/deadlines/${deadlines.length > 0 ? oneOf(random, deadlines) : id}/explain`,
  ({ number }) => `/api/v1/cases?number=${number}`,
];

describe(`S1, S3: nobody reads what is not theirs (YIKOU_SEED=${SEED})`, () => {
  let district: District;
  let subjects: Subject[];
  let askers: Asker[];

  beforeAll(async () => {
    district = await openDistrict();
    await fill(district);
    subjects = await subjectsOf(district);
    askers = await Promise.all(ASKERS.map((login) => askerOf(district, login)));
  });
  afterAll(() => district.close());

  const sees = ({ client, watches, area }: Asker, subject: Subject) =>
    watches ? subject.area.startsWith(area) : subject.units.includes(client.account.unit.id);

  /** Asks `count` times for something outside the asker's scope; answers that told something. */
  async function askAcross(count: number): Promise<{ leaks: string[]; statuses: number[] }> {
    const random = numbersFrom(SEED);
    const leaks: string[] = [];
    const statuses: number[] = [];
    const askOne = async () => {
      const asker = oneOf(random, askers);
      const foreign = subjects.filter((subject) => !sees(asker, subject));
      const subject = oneOf(random, foreign);
      const address = oneOf(random, ADDRESSES)(subject, random);
      const { status, body } = await asker.client.send('GET', address);
      statuses.push(status);
      if (tells(status, body, subject)) leaks.push(`${asker.client.account.loginName} ${address}`);
    };
    for (let asked = 0; asked < count; asked += AT_ONCE) {
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - asked) }, askOne));
    }
    return { leaks, statuses };
  }

  it('what is theirs they do read', async () => {
    for (const asker of askers) {
      const [own] = subjects.filter((subject) => sees(asker, subject));
      if (!own) continue;
      const { status } = await asker.client.send('GET', `/api/v1/cases/${own.id}`);
      expect([asker.client.account.loginName, status]).toEqual([
        asker.client.account.loginName,
        200,
      ]);
    }
  });

  it(`${READS} reads across scopes by id: 0 leaks`, async () => {
    const { leaks, statuses } = await askAcross(READS);
    expect([leaks.length, leaks.slice(0, 5)]).toEqual([0, []]);
    expect(new Set(statuses)).toEqual(new Set([200, 403, 404]));
  });

  it('with the handlers’ own filters taken out: still 0', async () => {
    const removed = removeFilters(district);
    const { leaks } = await askAcross(times(2_000));
    expect(removed.count).toBeGreaterThan(times(1_000));
    expect([leaks.length, leaks.slice(0, 5)]).toEqual([0, []]);
    removed.restore();
  });

  it('without filters and without row-level security it does leak: this test can fail', async () => {
    const removed = removeFilters(district);
    const tables = ['cases', 'deadlines', 'case_events', 'case_materials', 'applicants'];
    for (const table of tables) {
      await district.sql.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    const { leaks } = await askAcross(200);
    for (const table of tables) {
      await district.sql.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    }
    removed.restore();
    expect(leaks.length).toBeGreaterThan(20);
  });
});

/** Refusals tell nothing; a list about somebody else's subject is empty. */
function tells(status: number, body: unknown, subject: Subject): boolean {
  const text = JSON.stringify(body);
  if (status === 403 || status === 404) return text.includes(subject.number);
  return !/"items":\[\],"nextCursor":null/.test(text);
}

/** Cases at every stage in two streets, a community and another district. */
async function fill(district: District): Promise<void> {
  const dxl = await district.as('dxl-clerk1');
  const jzj = await district.as('jzj-clerk1');
  const station = await district.as('dxl-z001-clerk');
  const withFile = await registered(dxl, 'EQ-T-05-001');
  await dxl.upload(`/api/v1/cases/${withFile.id}/materials/0/files`, '身份证.pdf', PDF);
  for (const clerk of [dxl, jzj]) {
    await walk(
      district,
      await accepted(clerk, 'EQ-T-05-001'),
      ({ state }) => state === 'IN_PROGRESS',
    );
    await walk(
      district,
      await accepted(clerk, 'EQ-T-05-003'),
      ({ state }) => state === 'DELIVERED',
    );
    await registered(clerk, 'EQ-T-05-002');
  }
  const [item]: { code: string }[] = await district.sql.query(
    `SELECT i.code FROM offerings o JOIN service_items i ON i.id = o.item_id WHERE o.unit_id = $1 LIMIT 1`,
    [station.account.unit.id],
  );
  await registered(station, item?.code ?? '');
  await moveToAnotherDistrict(district, await registered(dxl, 'EQ-T-05-002'));
}

/** The demo has one district; this case becomes one of the district beside it. */
async function moveToAnotherDistrict(district: District, { id }: { id: string }): Promise<void> {
  const centre = '6a0f3c1e-2f4b-4a53-9a0e-0d6f3a1b2c3d';
  const path = '410100000000/410102000000/';
  for (const [statement, values] of [
    [
      `INSERT INTO areas (code, name, level, parent_code, path)
       VALUES ('410102000000', '中原区', 'DISTRICT', '410100000000', $1)`,
      [path],
    ],
    [
      `INSERT INTO units (id, code, kind, name, area_code) VALUES ($1, 'ZY-C', 'CENTRE', '中原区中心', '410102000000')`,
      [centre],
    ],
    [
      `UPDATE cases SET taking_unit_id = $2, holder_unit_id = $2, area_path = $3 WHERE id = $1`,
      [id, centre, path],
    ],
    ['UPDATE case_units SET unit_id = $2 WHERE case_id = $1', [id, centre]],
    [
      'UPDATE applicants p SET taking_unit_id = $2 FROM cases c WHERE c.id = $1 AND p.id = c.applicant_id',
      [id, centre],
    ],
  ] as const) {
    await district.sql.query(statement, [...values]);
  }
}

function subjectsOf(district: District): Promise<Subject[]> {
  return district.sql.query(
    `SELECT c.id, c.number, c.area_path AS area,
       ARRAY(SELECT unit_id::text FROM case_units u WHERE u.case_id = c.id) AS units,
       ARRAY(SELECT id::text FROM deadlines d WHERE d.subject_id = c.id) AS deadlines,
       ARRAY(SELECT id::text FROM material_files f WHERE f.case_id = c.id) AS files
     FROM cases c ORDER BY c.registered_at, c.number`,
  );
}

async function askerOf(district: District, login: string): Promise<Asker> {
  const client = await district.as(login);
  const [row]: { path: string }[] = await district.sql.query(
    'SELECT a.path FROM units u JOIN areas a ON a.code = u.area_code WHERE u.id = $1',
    [client.account.unit.id],
  );
  const watches = client.account.roles.some((role) =>
    ['DISTRICT_SUPERVISOR', 'INSPECTOR', 'AUDITOR'].includes(role),
  );
  return { client, watches, area: row?.path ?? '' };
}

/** The conditions by which handlers narrow their queries, each with something that always holds. */
const FILTERS: [RegExp, string][] = [
  [/starts_with\([cd]\.area_path, (\$\d+)\)/g, '($1::text IS NOT NULL)'],
  [
    /EXISTS \(SELECT 1 FROM case_units cu WHERE cu\.case_id = c\.id AND cu\.unit_id = (\$\d+)\)/g,
    '($1::uuid IS NOT NULL)',
  ],
  [/cu\.case_id = c\.id AND cu\.unit_id = (\$\d+)/g, 'cu.case_id = c.id AND $1::uuid IS NOT NULL'],
  [/\(d\.owner_unit_id = (\$\d+) OR d\.subject_unit_id = \$\d+\)/g, '($1::uuid IS NOT NULL)'],
  [/(\$\d+)::uuid = ANY\(d\.unit_ids\)/g, '($1::uuid IS NOT NULL)'],
];

/** Makes the api forget its own filters, as a careless handler would. */
function removeFilters(district: District): { count: number; restore(): void } {
  const source = district.app.get(DataSource);
  const make = source.createQueryRunner.bind(source);
  const removed = { count: 0, restore: () => void (source.createQueryRunner = make) };
  source.createQueryRunner = (...args): QueryRunner => {
    const runner = make(...args);
    const query = runner.query.bind(runner) as (...all: unknown[]) => Promise<never>;
    runner.query = (sql: string, ...rest: unknown[]) => {
      const careless = FILTERS.reduce(
        (text, [filter, always]) => text.replace(filter, always),
        sql,
      );
      if (careless !== sql) removed.count += 1;
      return query(careless, ...rest);
    };
    return runner;
  };
  return removed;
}
