import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security on every table: the application's role sees and takes only what the scope of its
 * transaction allows, whatever a handler forgets. Its settings are written by `platform` alone:
 * `yikou.account`, `yikou.unit`, `yikou.area`, `yikou.roles` for a person, `yikou.system` for our own
 * machinery under a name.
 */
export class Scope1795457400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ROLE, ...COLUMNS, ...FUNCTIONS]) await runner.query(statement);
    for (const [table, policy] of Object.entries(POLICIES)) {
      for (const statement of statementsOf(table, policy)) await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

/** The role is the server's, not the database's: another database may have made it before. */
const ROLE = [
  `DO $$ BEGIN
     IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'yikou_app') THEN
       CREATE ROLE yikou_app NOLOGIN;
     END IF;
   EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  'GRANT USAGE ON SCHEMA public TO yikou_app',
];

const COLUMNS = [
  // Who keeps the applicant's record sees it before there is a case.
  'ALTER TABLE applicants ADD COLUMN taking_unit_id uuid CONSTRAINT fk_applicants_unit REFERENCES units (id)',
  'UPDATE applicants p SET taking_unit_id = c.taking_unit_id FROM cases c WHERE c.applicant_id = p.id',
  'ALTER TABLE applicants ALTER COLUMN taking_unit_id SET NOT NULL',
  'CREATE INDEX ix_cases_applicant ON cases (applicant_id)',
];

const FUNCTIONS = [
  `CREATE FUNCTION scope_unit() RETURNS uuid LANGUAGE sql STABLE
     RETURN nullif(current_setting('yikou.unit', true), '')::uuid`,
  `CREATE FUNCTION scope_account() RETURNS uuid LANGUAGE sql STABLE
     RETURN nullif(current_setting('yikou.account', true), '')::uuid`,
  `CREATE FUNCTION scope_area() RETURNS text LANGUAGE sql STABLE
     RETURN nullif(current_setting('yikou.area', true), '')`,
  `CREATE FUNCTION scope_system() RETURNS text LANGUAGE sql STABLE
     RETURN coalesce(current_setting('yikou.system', true), '')`,
  `CREATE FUNCTION scope_has_role(wanted text) RETURNS boolean LANGUAGE sql STABLE
     RETURN wanted = ANY(string_to_array(coalesce(current_setting('yikou.roles', true), ''), ','))`,
  // With the owner's eyes: the policies of the tables behind it would ask one another in a circle.
  `CREATE FUNCTION scope_works_on_case(id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
     SET search_path = pg_catalog, public, pg_temp AS $$
     SELECT EXISTS (SELECT 1 FROM cases c WHERE c.id = $1 AND (c.taking_unit_id = scope_unit()
       OR c.holder_unit_id = scope_unit()
       OR EXISTS (SELECT 1 FROM case_units cu WHERE cu.case_id = c.id AND cu.unit_id = scope_unit()))) $$`,
  `CREATE FUNCTION scope_street_code() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
     SET search_path = pg_catalog, public, pg_temp AS $$
     SELECT substr(u.area_code, 1, 9) FROM units u WHERE u.id = scope_unit() $$`,
  'REVOKE EXECUTE ON FUNCTION scope_works_on_case(uuid), scope_street_code() FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION audit_append(text, timestamptz, text, uuid, text, uuid, text, text, text, text,
     text, text, text, text), audit_ensure_partitions(date) TO yikou_app`,
  'GRANT EXECUTE ON FUNCTION scope_works_on_case(uuid), scope_street_code() TO yikou_app',
];

/** Each asked once a statement, not once a row. */
const UNIT = '(SELECT scope_unit())';
const ACCOUNT = '(SELECT scope_account())';
const AREA = '(SELECT scope_area())';
const is = (...names: string[]) => `(SELECT scope_system() = ANY('{${names.join(',')}}'::text[]))`;
const hasRole = (role: string) => `(SELECT scope_has_role('${role}'))`;
const SIGNED_IN = `${ACCOUNT} IS NOT NULL`;

interface Policy {
  select?: string;
  insert?: string;
  update?: string;
  /** Where what may stand afterwards differs from what may be changed. */
  updated?: string;
  delete?: string;
}

const READ_BY_ALL: Policy = { select: 'true' };
const MEMBER = `EXISTS (SELECT 1 FROM case_units cu WHERE cu.case_id = cases.id AND cu.unit_id = ${UNIT})`;
const OWN_CASE = `taking_unit_id = ${UNIT} OR holder_unit_id = ${UNIT} OR ${MEMBER}`;
const OWN_DEADLINE = `owner_unit_id = ${UNIT} OR subject_unit_id = ${UNIT} OR ${UNIT} = ANY(unit_ids)`;
const WORKED = (column: string) => `scope_works_on_case(${column})`;

/** Rows that belong to a case are seen by whoever sees the case and written by who works on it. */
function ofCase(table: string, changes: { update?: true } = {}, also = 'false'): Policy {
  return {
    select: `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id)`,
    insert: `${WORKED('case_id')} OR ${also}`,
    ...(changes.update ? { update: WORKED('case_id') } : {}),
  };
}

function ofDeadline(table: string, changes: { update?: true } = {}): Policy {
  const seen = `EXISTS (SELECT 1 FROM deadlines d WHERE d.id = ${table}.deadline_id)`;
  const worked = `(${UNIT} IS NOT NULL OR ${is('deadline-clock')}) AND ${seen}`;
  return { select: seen, insert: worked, ...(changes.update ? { update: worked } : {}) };
}

const POLICIES: Record<string, Policy> = {
  areas: READ_BY_ALL,
  units: READ_BY_ALL,
  counters: READ_BY_ALL,
  service_items: READ_BY_ALL,
  item_versions: READ_BY_ALL,
  offerings: READ_BY_ALL,
  calendar_years: READ_BY_ALL,
  calendar_days: READ_BY_ALL,
  postings: { select: SIGNED_IN },
  accounts: { select: `${SIGNED_IN} OR ${is('sign-in')}` },
  sessions: {
    select: `account_id = ${ACCOUNT} OR ${is('sign-in')}`,
    insert: is('sign-in'),
    update: `account_id = ${ACCOUNT} OR ${is('sign-in')}`,
  },
  sign_in_failures: {
    select: is('sign-in'),
    insert: is('sign-in'),
    update: is('sign-in'),
    delete: is('sign-in'),
  },
  idempotency_keys: {
    select: `account_id = ${ACCOUNT} OR ${is('housekeeping')}`,
    insert: `account_id = ${ACCOUNT}`,
    update: `account_id = ${ACCOUNT}`,
    delete: is('housekeeping'),
  },
  outbox: {
    select: is('relay', 'metrics'),
    insert: `${SIGNED_IN} OR ${is('deadline-clock', 'relay')}`,
    update: is('relay'),
  },
  case_number_serials: {
    select: 'street_code = (SELECT scope_street_code())',
    insert: 'street_code = (SELECT scope_street_code())',
    update: 'street_code = (SELECT scope_street_code())',
  },
  cases: {
    select: `${OWN_CASE} OR starts_with(area_path, ${AREA}) OR ${is('relay', 'progress', 'keys')}`,
    insert: `taking_unit_id = ${UNIT}`,
    // The relay only locks the row while it writes its history.
    update: `${OWN_CASE} OR ${is('relay', 'keys')}`,
    updated: `${OWN_CASE} OR ${is('keys')}`,
  },
  case_units: {
    select: `unit_id = ${UNIT}`,
    insert: WORKED('case_id'),
  },
  tasks: {
    ...ofCase('tasks', { update: true }),
    select: `unit_id = ${UNIT} OR EXISTS (SELECT 1 FROM cases c WHERE c.id = tasks.case_id)`,
  },
  suspensions: ofCase('suspensions', { update: true }),
  uploads: ofCase('uploads'),
  case_events: ofCase('case_events', {}, is('relay')),
  case_materials: ofCase('case_materials', { update: true }),
  material_files: ofCase('material_files'),
  supplement_notices: ofCase('supplement_notices'),
  applicants: {
    select: `taking_unit_id = ${UNIT} OR EXISTS (SELECT 1 FROM cases c WHERE c.applicant_id = applicants.id)
      OR ${is('progress', 'keys')}`,
    insert: `taking_unit_id = ${UNIT}`,
    update: is('keys'),
  },
  deadlines: {
    select: `${OWN_DEADLINE} OR starts_with(area_path, ${AREA}) OR ${is('deadline-clock', 'progress', 'metrics')}`,
    insert: `subject_unit_id = ${UNIT} OR ${UNIT} = ANY(unit_ids)`,
    update: `${OWN_DEADLINE} OR ${is('deadline-clock')}`,
  },
  deadline_pauses: ofDeadline('deadline_pauses', { update: true }),
  deadline_events: ofDeadline('deadline_events'),
  // Written by `audit_append` alone, which runs with its owner's rights.
  audit_entries: {
    select: `${is('audit')} OR (${hasRole('AUDITOR')} AND (starts_with(area_path, ${AREA}) OR chain = 'system'))`,
  },
  audit_chains: {
    select: `${is('audit')} OR (${hasRole('AUDITOR')} AND (chain = 'system' OR EXISTS (
      SELECT 1 FROM units u JOIN areas a ON a.code = u.area_code
      WHERE u.id::text = chain AND starts_with(a.path, ${AREA}))))`,
  },
  migrations: {},
};

function statementsOf(table: string, policy: Policy): string[] {
  const { select, insert, update, updated, delete: remove } = policy;
  const rights = [
    select && 'SELECT',
    insert && 'INSERT',
    update && 'UPDATE',
    remove && 'DELETE',
  ].filter(Boolean);
  const create = (name: string, rule: string) => `CREATE POLICY ${name} ON ${table} ${rule}`;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    // Also for the owner: whoever connects as the wrong role is not let through in silence.
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    create('owner_all', 'TO CURRENT_USER USING (true) WITH CHECK (true)'),
    ...(rights.length > 0 ? [`GRANT ${rights.join(', ')} ON ${table} TO yikou_app`] : []),
    ...(select ? [create('app_select', `FOR SELECT TO yikou_app USING (${select})`)] : []),
    ...(insert ? [create('app_insert', `FOR INSERT TO yikou_app WITH CHECK (${insert})`)] : []),
    ...(update
      ? [
          create(
            'app_update',
            `FOR UPDATE TO yikou_app USING (${update}) WITH CHECK (${updated ?? update})`,
          ),
        ]
      : []),
    ...(remove ? [create('app_delete', `FOR DELETE TO yikou_app USING (${remove})`)] : []),
  ];
}
