import { randomUUID } from 'node:crypto';
import type { Role } from '@yikou/domain';
import { accepted, registered, walk, type Case } from '../support/cases.js';
import type { Dto } from '../support/client.js';
import type { District } from '../support/district.js';

/** Somebody of each role, all of one street and the district above it. */
export const PEOPLE: Record<Role, string> = {
  DISTRICT_SUPERVISOR: 'erqi-supervisor',
  CENTRE_ADMINISTRATOR: 'dxl-admin',
  GUIDE: 'dxl-guide',
  CLERK: 'dxl-clerk1',
  SECTION_HANDLER: 'dxl-mz-handler',
  SECTION_HEAD: 'dxl-mz-head',
  DEPARTMENT_APPROVER: 'erqi-mzj-approver',
  INSPECTOR: 'erqi-inspector',
  AUDITOR: 'erqi-auditor',
  SYSTEM_ADMINISTRATOR: 'erqi-system',
  SECURITY_ADMINISTRATOR: 'erqi-security',
};

export const PLACES = ['own unit', 'other unit', 'other street', 'other district'] as const;
export type Place = (typeof PLACES)[number];

const WATCHERS: readonly Role[] = ['DISTRICT_SUPERVISOR', 'INSPECTOR', 'AUDITOR'];

/** Whether the rows of a place are within the scope of a role's person. */
export function reaches(role: Role, place: Place): boolean {
  if (place === 'own unit') return true;
  const district: readonly Role[] = [...WATCHERS, 'SECURITY_ADMINISTRATOR'];
  return district.includes(role) && place !== 'other district';
}

/** What an address may name: everything belongs together. */
export interface Subject {
  case: string;
  file: string;
  deadline: string;
  account: string;
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const DISTRICT_BESIDE = '410100000000/410102000000/';

/** A subject in each place; the one of the own unit has been with centre, section and department. */
export async function subjects(district: District): Promise<Record<Place, Subject>> {
  const dxl = await district.as('dxl-clerk1');
  const shared = await registered(dxl, 'EQ-T-05-001');
  await dxl.upload(`/api/v1/cases/${shared.id}/materials/0/files`, 'a.pdf', PDF);
  await walk(
    district,
    await dxl.perform(shared, 'accept'),
    ({ holderUnit, state }) => state === 'IN_PROGRESS' && holderUnit.name.includes('民政局'),
  );
  const station = await district.as('dxl-z001-clerk');
  const elsewhere = await accepted(await district.as('jzj-clerk1'), 'EQ-T-05-001');
  const beside = await accepted(dxl, 'EQ-T-05-001');
  await moveBeside(district, beside);
  return {
    'own unit': await subjectOf(district, shared, 'dxl-clerk2'),
    'other unit': await subjectOf(district, await ofStation(district, station), 'dxl-z001-clerk'),
    'other street': await subjectOf(district, elsewhere, 'jzj-clerk2'),
    'other district': await subjectOf(district, beside, 'zy-clerk'),
  };
}

async function ofStation(district: District, station: Awaited<ReturnType<District['as']>>) {
  const [item]: { code: string }[] = await district.sql.query(
    `SELECT i.code FROM offerings o JOIN service_items i ON i.id = o.item_id
     WHERE o.unit_id = $1 ORDER BY i.code LIMIT 1`,
    [station.account.unit.id],
  );
  return accepted(station, item?.code ?? '');
}

async function subjectOf(district: District, { id }: Case, login: string): Promise<Subject> {
  const [row]: { file: string; deadline: string; account: string }[] = await district.sql.query(
    `SELECT (SELECT id FROM material_files WHERE case_id = $1 LIMIT 1) AS file,
       (SELECT id FROM deadlines WHERE subject_id = $1 LIMIT 1) AS deadline,
       (SELECT id FROM accounts WHERE login_name = $2) AS account`,
    [id, login],
  );
  if (!row?.deadline || !row.account) throw new Error(`${login}: nothing planted`);
  return { case: id, ...row, file: row.file ?? randomUUID() };
}

/** The demo has one district; this case and one account become the next district's. */
async function moveBeside(district: District, { id }: Pick<Dto<'CaseDto'>, 'id'>): Promise<void> {
  const centre = randomUUID();
  const statements: [string, unknown[]][] = [
    [
      `INSERT INTO areas (code, name, level, parent_code, path)
       VALUES ('410102000000', '中原区', 'DISTRICT', '410100000000', $1)`,
      [DISTRICT_BESIDE],
    ],
    [
      `INSERT INTO units (id, code, kind, name, area_code)
       VALUES ($1, 'ZY-C', 'CENTRE', '中原区中心', '410102000000')`,
      [centre],
    ],
    [
      `INSERT INTO accounts (id, login_name, display_name, unit_id) VALUES ($1, 'zy-clerk', '中原', $2)`,
      [randomUUID(), centre],
    ],
    [
      'UPDATE cases SET taking_unit_id = $2, holder_unit_id = $2, area_path = $3 WHERE id = $1',
      [id, centre, DISTRICT_BESIDE],
    ],
    ['UPDATE case_units SET unit_id = $2 WHERE case_id = $1', [id, centre]],
    [
      `UPDATE deadlines SET owner_unit_id = $2, subject_unit_id = $2, unit_ids = ARRAY[$2::uuid], area_path = $3
       WHERE subject_id = $1`,
      [id, centre, DISTRICT_BESIDE],
    ],
    [
      'UPDATE applicants p SET taking_unit_id = $2 FROM cases c WHERE c.id = $1 AND p.id = c.applicant_id',
      [id, centre],
    ],
  ];
  for (const [statement, values] of statements) await district.sql.query(statement, values);
}
