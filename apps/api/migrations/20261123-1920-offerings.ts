import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a hall offers and why it does not, what it needs for it, by whose authority it decides, and how a
 * model was copied to it (R34, R44–R50, R99).
 */
export class Offerings1795461600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...CASES, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  `CREATE TABLE offering_clones (
    id uuid CONSTRAINT pk_offering_clones PRIMARY KEY,
    source_unit_id uuid NOT NULL CONSTRAINT fk_offering_clones_source REFERENCES units (id),
    target_unit_id uuid NOT NULL CONSTRAINT fk_offering_clones_target REFERENCES units (id),
    offering_count int NOT NULL,
    counters int[] NOT NULL,
    by_id uuid NOT NULL CONSTRAINT fk_offering_clones_by REFERENCES accounts (id),
    at timestamptz NOT NULL,
    undone_at timestamptz
  )`,
  'CREATE INDEX ix_offering_clones_at ON offering_clones (at DESC, id DESC)',
  `ALTER TABLE offerings
    ADD COLUMN section_unit_id uuid CONSTRAINT fk_offerings_section REFERENCES units (id),
    ADD COLUMN ended_on date,
    ADD COLUMN end_reason text,
    ADD COLUMN address text,
    ADD COLUMN telephone text,
    ADD COLUMN opening_hours text,
    ADD COLUMN counters int[] NOT NULL DEFAULT '{}',
    ADD COLUMN clone_id uuid CONSTRAINT fk_offerings_clone REFERENCES offering_clones (id),
    ADD CONSTRAINT ck_offerings_period CHECK (ended_on IS NULL OR ended_on >= started_on)`,
  'CREATE INDEX ix_offerings_clone ON offerings (clone_id) WHERE clone_id IS NOT NULL',
  `CREATE TABLE readiness_checks (
    unit_id uuid NOT NULL,
    item_id uuid NOT NULL,
    point text NOT NULL CONSTRAINT ck_readiness_checks_point
      CHECK (point IN ('TERMINAL','ACCOUNT','UKEY','SEAL')),
    state text NOT NULL CONSTRAINT ck_readiness_checks_state
      CHECK (state IN ('READY','NOT_NEEDED','NOT_READY')),
    note text NOT NULL DEFAULT '',
    checked_by_id uuid NOT NULL CONSTRAINT fk_readiness_checks_account REFERENCES accounts (id),
    checked_at timestamptz NOT NULL,
    CONSTRAINT pk_readiness_checks PRIMARY KEY (unit_id, item_id, point),
    CONSTRAINT fk_readiness_checks_offering FOREIGN KEY (unit_id, item_id)
      REFERENCES offerings (unit_id, item_id) ON DELETE CASCADE
  )`,
  `CREATE TABLE entry_exceptions (
    id uuid CONSTRAINT pk_entry_exceptions PRIMARY KEY,
    unit_id uuid NOT NULL CONSTRAINT fk_entry_exceptions_unit REFERENCES units (id),
    item_id uuid NOT NULL CONSTRAINT fk_entry_exceptions_item REFERENCES service_items (id),
    state text NOT NULL CONSTRAINT ck_entry_exceptions_state
      CHECK (state IN ('REQUESTED','APPROVED','REFUSED')),
    reason text NOT NULL CONSTRAINT ck_entry_exceptions_reason CHECK (btrim(reason) <> ''),
    requested_by_id uuid NOT NULL CONSTRAINT fk_entry_exceptions_requested REFERENCES accounts (id),
    requested_at timestamptz NOT NULL,
    decided_by_id uuid CONSTRAINT fk_entry_exceptions_decided REFERENCES accounts (id),
    decided_at timestamptz,
    answer text,
    CONSTRAINT ck_entry_exceptions_eyes CHECK (decided_by_id <> requested_by_id)
  )`,
  `CREATE UNIQUE INDEX uq_entry_exceptions_open ON entry_exceptions (unit_id, item_id)
     WHERE state <> 'REFUSED'`,
  'CREATE INDEX ix_entry_exceptions_unit ON entry_exceptions (unit_id, requested_at DESC, id DESC)',
  'CREATE INDEX ix_entry_exceptions_state ON entry_exceptions (state, requested_at DESC, id DESC)',
  `CREATE TABLE authorisations (
    id uuid CONSTRAINT pk_authorisations PRIMARY KEY,
    item_id uuid NOT NULL CONSTRAINT fk_authorisations_item REFERENCES service_items (id),
    item_code text NOT NULL,
    section_unit_id uuid NOT NULL CONSTRAINT fk_authorisations_section REFERENCES units (id),
    centre_unit_id uuid NOT NULL CONSTRAINT fk_authorisations_centre REFERENCES units (id),
    area_path text NOT NULL,
    document_name text NOT NULL,
    document_number text NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    revoked_from date,
    revoke_reason text,
    granted_by_id uuid CONSTRAINT fk_authorisations_granted REFERENCES accounts (id),
    granted_at timestamptz NOT NULL,
    ending_announced_at timestamptz,
    CONSTRAINT ck_authorisations_period CHECK (valid_until IS NULL OR valid_until >= valid_from)
  )`,
  'CREATE INDEX ix_authorisations_item ON authorisations (centre_unit_id, item_id)',
  `CREATE INDEX ix_authorisations_end ON authorisations
     ((coalesce(valid_until, 'infinity'::date)), id)`,
  `CREATE INDEX ix_authorisations_section ON authorisations
     (section_unit_id, (coalesce(valid_until, 'infinity'::date)), id)`,
  `CREATE INDEX ix_authorisations_ending ON authorisations (valid_until)
     WHERE ending_announced_at IS NULL AND revoked_from IS NULL`,
];

/** R50: by which authorisation a case was decided, and what its papers print of it. */
const CASES = [
  `ALTER TABLE cases
    ADD COLUMN authorisation_id uuid CONSTRAINT fk_cases_authorisation REFERENCES authorisations (id),
    ADD COLUMN authority text`,
  'CREATE INDEX ix_cases_taking_item ON cases (taking_unit_id, item_id, registered_at)',
  // What was taken in before is decided by the same rule as what comes now.
  `UPDATE cases SET item = item || jsonb_build_object('byAuthorisation',
     item ->> 'level' = 'STREET' AND path <> 'UPPER' AND EXISTS (
       SELECT 1 FROM jsonb_array_elements(stages) s
       WHERE (s ->> 'decides')::boolean AND s ->> 'body' IS NULL AND s ->> 'role' = 'COUNTER_CLERK'))`,
];

const UNIT = '(SELECT scope_unit())';
const ACCOUNT = '(SELECT scope_account())';
const AREA = '(SELECT scope_area())';
const has = (role: string) => `(SELECT scope_has_role('${role}'))`;
const SUPERVISOR = has('DISTRICT_SUPERVISOR');
const MANAGER = `(${has('CENTRE_ADMINISTRATOR')} OR ${SUPERVISOR})`;
const WATCHER = `(${SUPERVISOR} OR ${has('INSPECTOR')})`;
const VERSION_CLOCK = "(SELECT scope_system() = 'catalog-clock')";
const CLOCK = "(SELECT scope_system() = 'authorisation-clock')";
/** In the watched area, or in that of the asker's own unit: a centre reaches the stations below as well. */
const withinArea = (column: string) =>
  `EXISTS (SELECT 1 FROM units u JOIN areas a ON a.code = u.area_code WHERE u.id = ${column}
     AND (starts_with(a.path, ${AREA}) OR starts_with(a.path, (SELECT own.path
       FROM units me JOIN areas own ON own.code = me.area_code WHERE me.id = scope_unit()))))`;
const MANAGED = `${MANAGER} AND ${withinArea('unit_id')}`;

function policies(): string[] {
  const made = ['offering_clones', 'readiness_checks', 'entry_exceptions', 'authorisations'];
  return [
    ...made.flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    'DROP POLICY app_update ON offerings',
    'REVOKE UPDATE (item_version_id) ON offerings FROM yikou_app',
    ...allow('offerings', 'INSERT', MANAGED),
    ...allow('offerings', 'UPDATE', `${SUPERVISOR} OR ${VERSION_CLOCK} OR (${MANAGED})`),
    ...allow('offerings', 'DELETE', `${SUPERVISOR} AND clone_id IS NOT NULL`),
    ...allow('counters', 'INSERT', `${SUPERVISOR} AND ${withinArea('unit_id')}`),
    ...allow('counters', 'DELETE', `${SUPERVISOR} AND ${withinArea('unit_id')}`),
    ...allow('offering_clones', 'SELECT', SUPERVISOR),
    ...allow('offering_clones', 'INSERT', `${SUPERVISOR} AND ${withinArea('target_unit_id')}`),
    ...allow('offering_clones', 'UPDATE', SUPERVISOR, '(undone_at)'),
    ...allow('readiness_checks', 'SELECT', `${ACCOUNT} IS NOT NULL`),
    ...allow('readiness_checks', 'INSERT', MANAGED),
    ...allow('readiness_checks', 'UPDATE', MANAGED),
    ...allow(
      'entry_exceptions',
      'SELECT',
      `(${MANAGER} OR ${WATCHER}) AND ${withinArea('unit_id')}`,
    ),
    ...allow('entry_exceptions', 'INSERT', `${MANAGED} AND requested_by_id = ${ACCOUNT}`),
    ...allow(
      'entry_exceptions',
      'UPDATE',
      `${SUPERVISOR} AND requested_by_id <> ${ACCOUNT} AND ${withinArea('unit_id')}`,
      '(state, decided_by_id, decided_at, answer)',
    ),
    // No secret: papers print them, and every hall shows by whose authority it decides.
    ...allow('authorisations', 'SELECT', `${ACCOUNT} IS NOT NULL OR ${CLOCK}`),
    ...allow('authorisations', 'INSERT', `${has('SECTION_HEAD')} AND section_unit_id = ${UNIT}`),
    ...allow(
      'authorisations',
      'UPDATE',
      `(${has('SECTION_HEAD')} AND section_unit_id = ${UNIT}) OR ${CLOCK}`,
      '(revoked_from, revoke_reason, ending_announced_at)',
    ),
    'DROP POLICY app_insert ON outbox',
    `CREATE POLICY app_insert ON outbox FOR INSERT TO yikou_app WITH CHECK (${ACCOUNT} IS NOT NULL
       OR (SELECT scope_system() = ANY('{deadline-clock,relay,authorisation-clock}'::text[])))`,
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
