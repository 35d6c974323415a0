import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Archives (R84): a sealed package for each closed case with its catalogue number, how long it is kept, and the
 * lists by which what nobody has to keep is destroyed. The row of a package stays for ever.
 */
export class Archives1795483200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...policies(), ...ELSEWHERE]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const RETENTION = (table: string) =>
  `CONSTRAINT ck_${table}_retention CHECK (retention IN ('TEN_YEARS','THIRTY_YEARS','PERMANENT'))`;

const TABLES = [
  `CREATE TABLE item_retentions (
    item_id uuid CONSTRAINT pk_item_retentions PRIMARY KEY
      CONSTRAINT fk_item_retentions_item REFERENCES service_items (id),
    retention text NOT NULL ${RETENTION('item_retentions')},
    set_by_id uuid NOT NULL CONSTRAINT fk_item_retentions_account REFERENCES accounts (id),
    set_at timestamptz NOT NULL
  )`,
  `CREATE TABLE archive_serials (
    unit_id uuid NOT NULL CONSTRAINT fk_archive_serials_unit REFERENCES units (id),
    year int NOT NULL,
    last int NOT NULL,
    CONSTRAINT pk_archive_serials PRIMARY KEY (unit_id, year)
  )`,
  `CREATE TABLE archives (
    id uuid CONSTRAINT pk_archives PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_archives_case REFERENCES cases (id)
      CONSTRAINT uq_archives_case UNIQUE,
    case_number text NOT NULL,
    item_code text NOT NULL,
    item_name text NOT NULL,
    unit_id uuid NOT NULL CONSTRAINT fk_archives_unit REFERENCES units (id),
    area_path text NOT NULL,
    fonds text NOT NULL,
    year int NOT NULL,
    serial int NOT NULL,
    retention text NOT NULL ${RETENTION('archives')},
    kept_until date,
    state text NOT NULL CONSTRAINT ck_archives_state
      CHECK (state IN ('WAITING','READY','FAILED','DESTROYED')),
    progress int NOT NULL DEFAULT 0,
    tries int NOT NULL DEFAULT 0,
    taken_until timestamptz,
    storage_key text,
    sha256 text,
    bytes int,
    file_count int,
    archived_at timestamptz NOT NULL,
    packed_at timestamptz,
    destroyed_at timestamptz,
    CONSTRAINT uq_archives_serial UNIQUE (unit_id, year, serial),
    CONSTRAINT ck_archives_stored CHECK ((state = 'READY') = (storage_key IS NOT NULL)),
    CONSTRAINT ck_archives_destroyed CHECK ((state = 'DESTROYED') = (destroyed_at IS NOT NULL))
  )`,
  'CREATE INDEX ix_archives_unit ON archives (unit_id, archived_at, id)',
  'CREATE INDEX ix_archives_area ON archives (archived_at, id)',
  'CREATE INDEX ix_archives_state ON archives (state, archived_at, id)',
  'CREATE INDEX ix_archives_number ON archives (case_number text_pattern_ops)',
  `CREATE INDEX ix_archives_expired ON archives (unit_id, kept_until, id) WHERE state = 'READY'`,
  `CREATE INDEX ix_archives_waiting ON archives (archived_at, id) WHERE state = 'WAITING'`,
  `CREATE TABLE destructions (
    id uuid CONSTRAINT pk_destructions PRIMARY KEY,
    unit_id uuid NOT NULL CONSTRAINT fk_destructions_unit REFERENCES units (id),
    area_path text NOT NULL,
    state text NOT NULL CONSTRAINT ck_destructions_state
      CHECK (state IN ('PROPOSED','APPROVED','REFUSED','DONE')),
    reason text NOT NULL,
    archive_count int NOT NULL,
    proposed_by_id uuid NOT NULL CONSTRAINT fk_destructions_proposed REFERENCES accounts (id),
    proposed_at timestamptz NOT NULL,
    decided_by_id uuid CONSTRAINT fk_destructions_decided REFERENCES accounts (id),
    decided_at timestamptz,
    answer text,
    done_at timestamptz,
    CONSTRAINT ck_destructions_eyes CHECK (decided_by_id <> proposed_by_id),
    CONSTRAINT ck_destructions_decided CHECK ((state = 'PROPOSED') = (decided_at IS NULL))
  )`,
  'CREATE INDEX ix_destructions_unit ON destructions (unit_id, proposed_at, id)',
  'CREATE INDEX ix_destructions_area ON destructions (proposed_at, id)',
  `CREATE INDEX ix_destructions_approved ON destructions (decided_at) WHERE state = 'APPROVED'`,
  `CREATE TABLE destruction_entries (
    destruction_id uuid NOT NULL CONSTRAINT fk_destruction_entries_list REFERENCES destructions (id),
    archive_id uuid NOT NULL CONSTRAINT fk_destruction_entries_archive REFERENCES archives (id),
    CONSTRAINT pk_destruction_entries PRIMARY KEY (destruction_id, archive_id)
  )`,
  'CREATE INDEX ix_destruction_entries_archive ON destruction_entries (archive_id)',
];

const UNIT = '(SELECT scope_unit())';
const ACCOUNT = '(SELECT scope_account())';
const AREA = '(SELECT scope_area())';
const ARCHIVIST = "(SELECT scope_system() = 'archivist')";
const RELAY = "(SELECT scope_system() = 'relay')";
const SUPERVISOR = "(SELECT scope_has_role('DISTRICT_SUPERVISOR'))";
const ADMINISTRATOR = "(SELECT scope_has_role('CENTRE_ADMINISTRATOR'))";
const MINE = `unit_id = ${UNIT} OR starts_with(area_path, ${AREA})`;

function policies(): string[] {
  const made = [
    'item_retentions',
    'archive_serials',
    'archives',
    'destructions',
    'destruction_entries',
  ];
  const seen = `EXISTS (SELECT 1 FROM destructions d WHERE d.id = destruction_id)`;
  return [
    ...made.flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    ...allow('item_retentions', 'SELECT', `${ACCOUNT} IS NOT NULL OR ${RELAY}`),
    ...allow('item_retentions', 'INSERT', `${SUPERVISOR} AND set_by_id = ${ACCOUNT}`),
    ...allow('item_retentions', 'UPDATE', SUPERVISOR),
    ...allow('archive_serials', 'SELECT', RELAY),
    ...allow('archive_serials', 'INSERT', RELAY),
    ...allow('archive_serials', 'UPDATE', RELAY),
    ...allow('archives', 'SELECT', `${MINE} OR ${ARCHIVIST} OR ${RELAY}`),
    ...allow('archives', 'INSERT', RELAY),
    ...allow(
      'archives',
      'UPDATE',
      ARCHIVIST,
      '(state, progress, tries, taken_until, storage_key, sha256, bytes, file_count, packed_at, destroyed_at)',
    ),
    ...allow('destructions', 'SELECT', `${MINE} OR ${ARCHIVIST}`),
    ...allow(
      'destructions',
      'INSERT',
      `${ADMINISTRATOR} AND unit_id = ${UNIT} AND proposed_by_id = ${ACCOUNT}`,
    ),
    ...allow(
      'destructions',
      'UPDATE',
      `(${SUPERVISOR} AND proposed_by_id <> ${ACCOUNT} AND starts_with(area_path, ${AREA})) OR ${ARCHIVIST}`,
      '(state, decided_by_id, decided_at, answer, done_at)',
    ),
    ...allow('destruction_entries', 'SELECT', seen),
    ...allow('destruction_entries', 'INSERT', `${ADMINISTRATOR} AND ${seen}`),
  ];
}

/** What a package is made of, and what goes when it is destroyed. */
const ELSEWHERE = [
  `CREATE POLICY archive_select ON cases FOR SELECT TO yikou_app USING (${ARCHIVIST})`,
  `CREATE POLICY archive_select ON deadlines FOR SELECT TO yikou_app USING (${ARCHIVIST})`,
  `CREATE POLICY archive_select ON accounts FOR SELECT TO yikou_app USING (${ARCHIVIST})`,
  `CREATE POLICY archive_select ON audit_entries FOR SELECT TO yikou_app USING (${ARCHIVIST})`,
  `CREATE POLICY archive_select ON audit_chains FOR SELECT TO yikou_app USING (${ARCHIVIST})`,
  'GRANT DELETE ON material_files TO yikou_app',
  `CREATE POLICY archive_delete ON material_files FOR DELETE TO yikou_app USING (${ARCHIVIST})`,
  `CREATE POLICY archive_update ON deliveries FOR UPDATE TO yikou_app
     USING (${ARCHIVIST}) WITH CHECK (${ARCHIVIST} AND signature_key IS NULL)`,
];

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
