import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finding cases again: an index for every branch of the search and every filter of the list, what
 * people keep of their lists, exports, and applications that hold several cases (R74).
 */
export class Finding1795482000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...FUNCTIONS, ...INDEXES, ...policies()])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  `CREATE TABLE saved_filters (
    id uuid CONSTRAINT pk_saved_filters PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_saved_filters_account REFERENCES accounts (id),
    unit_id uuid NOT NULL CONSTRAINT fk_saved_filters_unit REFERENCES units (id),
    shared boolean NOT NULL,
    name text NOT NULL,
    filter jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT uq_saved_filters_name UNIQUE (account_id, name)
  )`,
  'CREATE INDEX ix_saved_filters_shared ON saved_filters (unit_id, name) WHERE shared',
  `CREATE TABLE list_settings (
    account_id uuid CONSTRAINT pk_list_settings PRIMARY KEY
      CONSTRAINT fk_list_settings_account REFERENCES accounts (id),
    columns text[],
    default_filter_id uuid CONSTRAINT fk_list_settings_filter REFERENCES saved_filters (id) ON DELETE SET NULL
  )`,
  'CREATE INDEX ix_list_settings_filter ON list_settings (default_filter_id)',
  `CREATE TABLE exports (
    id uuid CONSTRAINT pk_exports PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_exports_account REFERENCES accounts (id),
    list text NOT NULL CONSTRAINT ck_exports_list CHECK (list IN ('CASES','WORKLIST','DEADLINES')),
    filter jsonb NOT NULL,
    state text NOT NULL CONSTRAINT ck_exports_state
      CHECK (state IN ('WAITING','RUNNING','READY','FAILED','CANCELLED','EXPIRED')),
    tries int NOT NULL DEFAULT 0,
    taken_until timestamptz,
    rows_done int NOT NULL DEFAULT 0,
    truncated boolean NOT NULL DEFAULT false,
    requested_at timestamptz NOT NULL,
    finished_at timestamptz,
    expires_at timestamptz,
    storage_key text,
    sha256 text,
    bytes int,
    CONSTRAINT ck_exports_ready CHECK ((state = 'READY') = (storage_key IS NOT NULL))
  )`,
  'CREATE INDEX ix_exports_account ON exports (account_id, requested_at, id)',
  "CREATE INDEX ix_exports_unfinished ON exports (requested_at, id) WHERE state IN ('WAITING','RUNNING')",
  "CREATE INDEX ix_exports_expiring ON exports (expires_at) WHERE state = 'READY'",
  `CREATE TABLE applications (
    id uuid CONSTRAINT pk_applications PRIMARY KEY,
    number text NOT NULL CONSTRAINT uq_applications_number UNIQUE,
    title text NOT NULL,
    applicant_id uuid NOT NULL CONSTRAINT fk_applications_applicant REFERENCES applicants (id),
    applicant_name text NOT NULL,
    taking_unit_id uuid NOT NULL CONSTRAINT fk_applications_unit REFERENCES units (id),
    taken_by_id uuid NOT NULL CONSTRAINT fk_applications_taken_by REFERENCES accounts (id),
    area_path text NOT NULL,
    registered_at timestamptz NOT NULL,
    case_count int NOT NULL
  )`,
  'CREATE INDEX ix_applications_unit ON applications (taking_unit_id, registered_at, id)',
  'CREATE INDEX ix_applications_applicant ON applications (applicant_id)',
  // An application is numbered after its first case, which is there before it.
  `ALTER TABLE cases ADD COLUMN application_id uuid
     CONSTRAINT fk_cases_application REFERENCES applications (id)
     DEFERRABLE INITIALLY DEFERRED`,
];

/** The same name of a material, however it was typed; domain's `materialKeyOf`, said in SQL. */
const FUNCTIONS = [
  `CREATE FUNCTION material_key(name text) RETURNS text LANGUAGE sql IMMUTABLE
     RETURN lower(regexp_replace(normalize(name, NFKC), '\\s', '', 'g'))`,
];

const INDEXES = [
  // As patterns, so that they serve the beginning of a text under the policies as well.
  'CREATE INDEX ix_cases_item ON cases (item_code text_pattern_ops, registered_at, id)',
  'CREATE INDEX ix_cases_name ON cases (applicant_name text_pattern_ops, registered_at, id)',
  'CREATE INDEX ix_cases_path ON cases (path, registered_at, id)',
  'CREATE INDEX ix_cases_taking_unit ON cases (taking_unit_id, state, registered_at, id)',
  'CREATE INDEX ix_cases_holder_unit ON cases (holder_unit_id, state, registered_at, id)',
  'CREATE INDEX ix_cases_accepted ON cases (accepted_at, id) WHERE accepted_at IS NOT NULL',
  'CREATE INDEX ix_cases_application ON cases (application_id) WHERE application_id IS NOT NULL',
  'CREATE INDEX ix_deadlines_open_subject ON deadlines (subject_id, due_at) WHERE closed_at IS NULL',
];

const UNIT = '(SELECT scope_unit())';
const OWN = 'account_id = (SELECT scope_account())';
const EXPORTER = "(SELECT scope_system() = 'exporter')";
const SHARED = `(shared AND unit_id = ${UNIT})`;
const OF_APPLICATION = 'EXISTS (SELECT 1 FROM cases c WHERE c.application_id = applications.id)';

function policies(): string[] {
  return [
    ...['saved_filters', 'list_settings', 'exports', 'applications'].flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    ...allow('saved_filters', 'SELECT', `${OWN} OR ${SHARED}`),
    ...allow('saved_filters', 'INSERT', OWN),
    ...allow('saved_filters', 'UPDATE', OWN),
    ...allow('saved_filters', 'DELETE', OWN),
    ...allow('list_settings', 'SELECT', OWN),
    ...allow('list_settings', 'INSERT', OWN),
    ...allow('list_settings', 'UPDATE', OWN),
    ...allow('exports', 'SELECT', `${OWN} OR ${EXPORTER}`),
    ...allow('exports', 'INSERT', OWN),
    ...allow('exports', 'UPDATE', `${OWN} OR ${EXPORTER}`),
    ...allow(
      'applications',
      'SELECT',
      `taking_unit_id = ${UNIT} OR starts_with(area_path, (SELECT scope_area())) OR ${OF_APPLICATION}`,
    ),
    ...allow('applications', 'INSERT', `taking_unit_id = ${UNIT}`),
  ];
}

function allow(table: string, kind: string, rule: string): string[] {
  const using = `USING (${rule})`;
  const check = `WITH CHECK (${rule})`;
  const clause = { INSERT: check, UPDATE: `${using} ${check}` }[kind] ?? using;
  return [
    `GRANT ${kind} ON ${table} TO yikou_app`,
    `CREATE POLICY app_${kind.toLowerCase()} ON ${table} FOR ${kind} TO yikou_app ${clause}`,
  ];
}
