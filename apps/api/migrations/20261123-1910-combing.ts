import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The lists that streets hand in, their imports, and what is decided where a list differs from the
 * standard (R30, R34). A list is never changed into another: a new edition takes its place.
 */
export class Combing1795461000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...FUNCTIONS, ...TABLES, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const FUNCTIONS = [
  // With the owner's eyes, like the scope's other functions.
  `CREATE FUNCTION scope_unit_area() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
     SET search_path = pg_catalog, public, pg_temp AS $$
     SELECT a.path FROM units u JOIN areas a ON a.code = u.area_code WHERE u.id = scope_unit() $$`,
  'REVOKE EXECUTE ON FUNCTION scope_unit_area() FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION scope_unit_area() TO yikou_app',
];

const LEVELS = "'{STREET,COMMUNITY}'::text[]";

const TABLES = [
  `CREATE TABLE street_list_imports (
    id uuid CONSTRAINT pk_street_list_imports PRIMARY KEY,
    area_code text NOT NULL CONSTRAINT fk_street_list_imports_area REFERENCES areas (code),
    area_path text NOT NULL,
    levels text[] NOT NULL CONSTRAINT ck_street_list_imports_levels
      CHECK (levels <@ ${LEVELS} AND cardinality(levels) > 0),
    file_name text NOT NULL,
    format text NOT NULL CONSTRAINT ck_street_list_imports_format CHECK (format IN ('xlsx','csv','json')),
    storage_key uuid NOT NULL,
    bytes int NOT NULL,
    sha256 text NOT NULL,
    dry_run boolean NOT NULL,
    state text NOT NULL CONSTRAINT ck_street_list_imports_state
      CHECK (state IN ('WAITING','RUNNING','DONE','REFUSED','CANCELLED','FAILED')),
    attempt int NOT NULL DEFAULT 0,
    alive_until timestamptz,
    rows_read int NOT NULL DEFAULT 0,
    rows_matched int NOT NULL DEFAULT 0,
    rows_written int NOT NULL DEFAULT 0,
    problem_count int NOT NULL DEFAULT 0,
    problems jsonb NOT NULL DEFAULT '[]',
    outcome jsonb,
    refusal_code text,
    refusal_title text,
    created_at timestamptz NOT NULL,
    created_by_id uuid NOT NULL CONSTRAINT fk_street_list_imports_account REFERENCES accounts (id),
    finished_at timestamptz,
    CONSTRAINT ck_street_list_imports_finished
      CHECK ((state IN ('WAITING','RUNNING')) = (finished_at IS NULL))
  )`,
  'CREATE INDEX ix_street_list_imports_created ON street_list_imports (created_at DESC, id DESC)',
  'CREATE INDEX ix_street_list_imports_area ON street_list_imports (area_code, created_at DESC, id DESC)',
  `CREATE INDEX ix_street_list_imports_open ON street_list_imports (created_at, id)
    WHERE state IN ('WAITING','RUNNING')`,
  `CREATE TABLE street_lists (
    id uuid CONSTRAINT pk_street_lists PRIMARY KEY,
    area_code text NOT NULL CONSTRAINT fk_street_lists_area REFERENCES areas (code),
    area_path text NOT NULL,
    edition int NOT NULL,
    levels text[] NOT NULL,
    import_id uuid NOT NULL CONSTRAINT fk_street_lists_import REFERENCES street_list_imports (id)
      CONSTRAINT uq_street_lists_import UNIQUE,
    made_at timestamptz NOT NULL,
    replaced_at timestamptz,
    CONSTRAINT uq_street_lists_edition UNIQUE (area_code, edition)
  )`,
  // One list of an area is the present one, also where two imports end at once.
  'CREATE UNIQUE INDEX uq_street_lists_present ON street_lists (area_code) WHERE replaced_at IS NULL',
  `CREATE TABLE street_list_entries (
    id uuid CONSTRAINT pk_street_list_entries PRIMARY KEY,
    list_id uuid NOT NULL CONSTRAINT fk_street_list_entries_list REFERENCES street_lists (id),
    area_path text NOT NULL,
    position int NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    level text NOT NULL,
    theme text,
    content jsonb NOT NULL,
    content_hash text NOT NULL,
    state text NOT NULL CONSTRAINT ck_street_list_entries_state
      CHECK (state IN ('MATCHED','EXTRA','UNSETTLED','DROPPED')),
    found text NOT NULL CONSTRAINT ck_street_list_entries_found CHECK (found IN
      ('CODE','NAME','SIMILAR_NAME','AMBIGUOUS','REPEATED','UNMATCHED','PERSON','STANDARD')),
    candidates jsonb NOT NULL DEFAULT '[]',
    item_id uuid CONSTRAINT fk_street_list_entries_item REFERENCES service_items (id),
    extra_key text,
    compared_version_id uuid
      CONSTRAINT fk_street_list_entries_version REFERENCES item_versions (id),
    differences int,
    core int,
    differences_hash text,
    settled_by_id uuid CONSTRAINT fk_street_list_entries_account REFERENCES accounts (id),
    settled_at timestamptz,
    CONSTRAINT ck_street_list_entries_item CHECK ((state = 'MATCHED') = (item_id IS NOT NULL)),
    CONSTRAINT ck_street_list_entries_extra CHECK ((state = 'EXTRA') = (extra_key IS NOT NULL)),
    CONSTRAINT ck_street_list_entries_compared
      CHECK (compared_version_id IS NULL OR (differences IS NOT NULL AND core IS NOT NULL))
  )`,
  // An item is given to one row only, and so is the column of something extra.
  `CREATE UNIQUE INDEX uq_street_list_entries_item ON street_list_entries (list_id, item_id)
    WHERE item_id IS NOT NULL`,
  `CREATE UNIQUE INDEX uq_street_list_entries_extra ON street_list_entries (list_id, extra_key)
    WHERE extra_key IS NOT NULL`,
  `CREATE INDEX ix_street_list_entries_unsettled ON street_list_entries (list_id, position, id)
    WHERE state = 'UNSETTLED'`,
  'CREATE INDEX ix_street_list_entries_list ON street_list_entries (list_id)',
  `CREATE INDEX ix_street_list_entries_compared ON street_list_entries (item_id, compared_version_id)
    WHERE item_id IS NOT NULL`,
  `CREATE TABLE street_cells (
    area_code text NOT NULL CONSTRAINT fk_street_cells_area REFERENCES areas (code),
    column_key text NOT NULL,
    area_path text NOT NULL,
    version int NOT NULL,
    decision text CONSTRAINT ck_street_cells_decision
      CHECK (decision IN ('ACCEPT_STANDARD','CHANGE_STANDARD','EXPLAIN')),
    reason text,
    explained_hash text,
    draft_id uuid,
    decided_by_id uuid NOT NULL CONSTRAINT fk_street_cells_account REFERENCES accounts (id),
    decided_at timestamptz NOT NULL,
    CONSTRAINT pk_street_cells PRIMARY KEY (area_code, column_key),
    CONSTRAINT ck_street_cells_explained
      CHECK ((explained_hash IS NULL) = (decision IS DISTINCT FROM 'EXPLAIN'))
  )`,
];

const WITHIN = 'coalesce(starts_with(area_path, (SELECT scope_area())), false)';
/** The lead departments see their area's lists, the administrator of a centre those of the own street. */
const OF_UNIT = `((SELECT scope_has_role('DEPARTMENT_APPROVER') OR scope_has_role('CENTRE_ADMINISTRATOR'))
  AND coalesce(starts_with(area_path, (SELECT scope_unit_area())), false))`;
const COMPILER = `((SELECT scope_has_role('DISTRICT_SUPERVISOR')) AND ${WITHIN})`;
const COMBING = "(SELECT scope_system() = 'combing')";

const SEEN = `${WITHIN} OR ${OF_UNIT} OR ${COMBING}`;
const WRITTEN = `${COMPILER} OR ${COMBING}`;

function policies(): string[] {
  const tables = ['street_list_imports', 'street_lists', 'street_list_entries', 'street_cells'];
  return [
    ...tables.flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    ...allow('street_list_imports', 'SELECT', `${WITHIN} OR ${COMBING}`),
    ...allow('street_list_imports', 'INSERT', COMPILER),
    ...allow('street_list_imports', 'UPDATE', WRITTEN),
    ...allow('street_lists', 'SELECT', SEEN),
    ...allow('street_lists', 'INSERT', COMBING),
    ...allow('street_lists', 'UPDATE', WRITTEN, '(replaced_at)'),
    ...allow('street_list_entries', 'SELECT', SEEN),
    ...allow('street_list_entries', 'INSERT', WRITTEN),
    ...allow('street_list_entries', 'UPDATE', WRITTEN),
    ...allow('street_cells', 'SELECT', SEEN),
    ...allow('street_cells', 'INSERT', COMPILER),
    ...allow('street_cells', 'UPDATE', COMPILER),
  ];
}

function allow(table: string, kind: string, rule: string, columns = ''): string[] {
  const clause =
    kind === 'INSERT'
      ? `WITH CHECK (${rule})`
      : kind === 'UPDATE'
        ? `USING (${rule}) WITH CHECK (${rule})`
        : `USING (${rule})`;
  return [
    `GRANT ${kind} ${columns} ON ${table} TO yikou_app`,
    `CREATE POLICY app_${kind.toLowerCase()} ON ${table} FOR ${kind} TO yikou_app ${clause}`,
  ];
}
