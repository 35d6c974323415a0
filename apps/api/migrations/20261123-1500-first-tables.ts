import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Identity, organisation, catalog, calendar and deadlines, cases, intake, and the machinery's own tables. */
export class FirstTables1795446000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...MACHINERY,
      ...ORGANISATION,
      ...IDENTITY,
      ...CATALOG,
      ...DEADLINES,
      ...WORKFLOW,
      ...INTAKE,
    ]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const MACHINERY = [
  'CREATE EXTENSION IF NOT EXISTS pg_trgm',
  `CREATE TABLE idempotency_keys (
    account_id uuid NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    response jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_idempotency_keys PRIMARY KEY (account_id, key)
  )`,
  'CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at)',
  `CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_outbox PRIMARY KEY,
    topic text NOT NULL,
    subject_id uuid NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    try_after timestamptz NOT NULL DEFAULT '-infinity',
    tries int NOT NULL DEFAULT 0,
    last_error text,
    handled_at timestamptz
  )`,
  'CREATE INDEX ix_outbox_waiting ON outbox (id) WHERE handled_at IS NULL',
];

const ORGANISATION = [
  `CREATE TABLE areas (
    code text CONSTRAINT pk_areas PRIMARY KEY CONSTRAINT ck_areas_code CHECK (code ~ '^[0-9]{12}$'),
    name text NOT NULL,
    level text NOT NULL CONSTRAINT ck_areas_level CHECK (level IN ('CITY','DISTRICT','STREET','COMMUNITY')),
    parent_code text CONSTRAINT fk_areas_parent REFERENCES areas (code),
    path text NOT NULL,
    pilot boolean NOT NULL DEFAULT false,
    chief boolean NOT NULL DEFAULT false
  )`,
  'CREATE INDEX ix_areas_parent ON areas (parent_code, code)',
  `CREATE TABLE units (
    id uuid CONSTRAINT pk_units PRIMARY KEY,
    code text NOT NULL CONSTRAINT uq_units_code UNIQUE,
    kind text NOT NULL CONSTRAINT ck_units_kind CHECK (kind IN ('SUPERVISOR','CENTRE','STATION','SECTION','DEPARTMENT')),
    name text NOT NULL,
    body text,
    area_code text NOT NULL CONSTRAINT fk_units_area REFERENCES areas (code),
    telephone text,
    address text,
    opens_at text NOT NULL DEFAULT '09:00',
    closes_at text NOT NULL DEFAULT '17:00'
  )`,
  'CREATE INDEX ix_units_area ON units (area_code, code)',
  'CREATE INDEX ix_units_kind ON units (kind, code)',
  'CREATE UNIQUE INDEX uq_units_body ON units (area_code, body) WHERE body IS NOT NULL',
  `CREATE TABLE counters (
    id uuid CONSTRAINT pk_counters PRIMARY KEY,
    unit_id uuid NOT NULL CONSTRAINT fk_counters_unit REFERENCES units (id),
    number int NOT NULL,
    kind text NOT NULL CONSTRAINT ck_counters_kind CHECK (kind IN ('COMPREHENSIVE','SPECIAL')),
    CONSTRAINT uq_counters_number UNIQUE (unit_id, number)
  )`,
  `CREATE TABLE postings (
    id uuid CONSTRAINT pk_postings PRIMARY KEY,
    account_id uuid NOT NULL,
    unit_id uuid NOT NULL CONSTRAINT fk_postings_unit REFERENCES units (id),
    post text NOT NULL CONSTRAINT ck_postings_post CHECK (post IN ('ADMINISTRATOR','GUIDE','CLERK')),
    source text NOT NULL CONSTRAINT ck_postings_source CHECK (source IN ('PURCHASED_SERVICE','SECONDED','OWN')),
    started_on date NOT NULL,
    ended_on date
  )`,
  'CREATE INDEX ix_postings_unit ON postings (unit_id)',
];

const IDENTITY = [
  `CREATE TABLE accounts (
    id uuid CONSTRAINT pk_accounts PRIMARY KEY,
    login_name text NOT NULL CONSTRAINT uq_accounts_login_name UNIQUE,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    unit_id uuid NOT NULL CONSTRAINT fk_accounts_unit REFERENCES units (id),
    roles text[] NOT NULL,
    demo boolean NOT NULL DEFAULT false,
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  'ALTER TABLE postings ADD CONSTRAINT fk_postings_account FOREIGN KEY (account_id) REFERENCES accounts (id)',
  `CREATE TABLE sessions (
    id uuid CONSTRAINT pk_sessions PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_sessions_account REFERENCES accounts (id),
    token_hash text NOT NULL CONSTRAINT uq_sessions_token_hash UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
  )`,
];

const CATALOG = [
  `CREATE TABLE service_items (
    id uuid CONSTRAINT pk_service_items PRIMARY KEY,
    code text NOT NULL CONSTRAINT uq_service_items_code UNIQUE,
    level text NOT NULL CONSTRAINT ck_service_items_level CHECK (level IN ('STREET','COMMUNITY')),
    current_version_id uuid
  )`,
  `CREATE TABLE item_versions (
    id uuid CONSTRAINT pk_item_versions PRIMARY KEY,
    item_id uuid NOT NULL CONSTRAINT fk_item_versions_item REFERENCES service_items (id),
    item_code text NOT NULL,
    number int NOT NULL,
    effective_from date NOT NULL,
    published_at timestamptz NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    pinyin_initials text NOT NULL,
    category text NOT NULL,
    theme text NOT NULL,
    level text NOT NULL,
    handling_kind text NOT NULL,
    closure text NOT NULL,
    promised_days int NOT NULL,
    day_unit text NOT NULL,
    statutory_days int,
    statutory_day_unit text NOT NULL,
    on_the_spot_minutes int NOT NULL,
    content jsonb NOT NULL,
    CONSTRAINT uq_item_versions_number UNIQUE (item_id, number)
  )`,
  `ALTER TABLE service_items ADD CONSTRAINT fk_service_items_current
     FOREIGN KEY (current_version_id) REFERENCES item_versions (id)`,
  'CREATE INDEX ix_item_versions_code ON item_versions (item_code, id)',
  'CREATE INDEX ix_item_versions_theme ON item_versions (theme, item_code)',
  `CREATE INDEX ix_item_versions_search ON item_versions
     USING gin ((lower(name || ' ' || item_code || ' ' || pinyin_initials)) gin_trgm_ops)`,
  `CREATE TABLE offerings (
    item_id uuid NOT NULL CONSTRAINT fk_offerings_item REFERENCES service_items (id),
    unit_id uuid NOT NULL CONSTRAINT fk_offerings_unit REFERENCES units (id),
    item_version_id uuid NOT NULL CONSTRAINT fk_offerings_version REFERENCES item_versions (id),
    started_on date NOT NULL,
    CONSTRAINT pk_offerings PRIMARY KEY (unit_id, item_id)
  )`,
  'CREATE INDEX ix_offerings_item ON offerings (item_id, unit_id)',
];

const DEADLINES = [
  `CREATE TABLE calendar_years (
    year int CONSTRAINT pk_calendar_years PRIMARY KEY,
    source text NOT NULL
  )`,
  `CREATE TABLE calendar_days (
    date date CONSTRAINT pk_calendar_days PRIMARY KEY,
    year int NOT NULL CONSTRAINT fk_calendar_days_year REFERENCES calendar_years (year),
    kind text NOT NULL CONSTRAINT ck_calendar_days_kind CHECK (kind IN ('OFF','WORK')),
    name text NOT NULL
  )`,
  `CREATE TABLE deadlines (
    id uuid CONSTRAINT pk_deadlines PRIMARY KEY,
    subject_id uuid NOT NULL,
    reference text NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL CONSTRAINT ck_deadlines_state CHECK (state IN ('RUNNING','PAUSED','MET','MISSED','CANCELLED')),
    version int NOT NULL DEFAULT 1,
    timer_version int NOT NULL DEFAULT 0,
    limit_amount int NOT NULL,
    limit_unit text NOT NULL,
    started_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    warn_at timestamptz NOT NULL,
    provisional boolean NOT NULL,
    owner_unit_id uuid NOT NULL CONSTRAINT fk_deadlines_owner_unit REFERENCES units (id),
    subject_unit_id uuid NOT NULL CONSTRAINT fk_deadlines_subject_unit REFERENCES units (id),
    area_path text NOT NULL,
    warned_at timestamptz,
    missed_at timestamptz,
    closed_at timestamptz
  )`,
  'CREATE INDEX ix_deadlines_subject ON deadlines (subject_id, started_at)',
  "CREATE INDEX ix_deadlines_due ON deadlines (due_at, id) WHERE state = 'RUNNING'",
  "CREATE INDEX ix_deadlines_warn ON deadlines (warn_at, id) WHERE state = 'RUNNING' AND warned_at IS NULL",
  'CREATE INDEX ix_deadlines_open_owner ON deadlines (owner_unit_id, due_at, id) WHERE closed_at IS NULL',
  'CREATE INDEX ix_deadlines_open_subject_unit ON deadlines (subject_unit_id, due_at, id) WHERE closed_at IS NULL',
  'CREATE INDEX ix_deadlines_open_area ON deadlines (area_path text_pattern_ops, due_at, id) WHERE closed_at IS NULL',
  'CREATE INDEX ix_deadlines_open_due ON deadlines (due_at, id) WHERE closed_at IS NULL',
  `CREATE TABLE deadline_pauses (
    id uuid CONSTRAINT pk_deadline_pauses PRIMARY KEY,
    deadline_id uuid NOT NULL CONSTRAINT fk_deadline_pauses_deadline REFERENCES deadlines (id),
    paused_from timestamptz NOT NULL,
    paused_until timestamptz,
    CONSTRAINT ck_deadline_pauses_span CHECK (paused_until IS NULL OR paused_until >= paused_from)
  )`,
  'CREATE UNIQUE INDEX uq_deadline_pauses_open ON deadline_pauses (deadline_id) WHERE paused_until IS NULL',
  'CREATE INDEX ix_deadline_pauses_deadline ON deadline_pauses (deadline_id, paused_from)',
  `CREATE TABLE deadline_events (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_deadline_events PRIMARY KEY,
    deadline_id uuid NOT NULL CONSTRAINT fk_deadline_events_deadline REFERENCES deadlines (id),
    kind text NOT NULL,
    at timestamptz NOT NULL,
    due_at timestamptz NOT NULL
  )`,
  `CREATE UNIQUE INDEX uq_deadline_events_once ON deadline_events (deadline_id, kind)
     WHERE kind IN ('STARTED','MISSED','MET','CANCELLED')`,
  // A deadline moved by a suspension may warn again, once for its new due date.
  `CREATE UNIQUE INDEX uq_deadline_events_warned ON deadline_events (deadline_id, due_at)
     WHERE kind = 'WARNED'`,
];

const WORKFLOW = [
  `CREATE TABLE case_number_serials (
    street_code text NOT NULL,
    day date NOT NULL,
    last int NOT NULL,
    CONSTRAINT pk_case_number_serials PRIMARY KEY (street_code, day)
  )`,
  `CREATE TABLE cases (
    id uuid CONSTRAINT pk_cases PRIMARY KEY,
    number text NOT NULL CONSTRAINT uq_cases_number UNIQUE,
    version int NOT NULL DEFAULT 1,
    state text NOT NULL,
    item_id uuid NOT NULL CONSTRAINT fk_cases_item REFERENCES service_items (id),
    item_version_id uuid NOT NULL CONSTRAINT fk_cases_item_version REFERENCES item_versions (id),
    item_code text NOT NULL,
    item_name text NOT NULL,
    item_version_number int NOT NULL,
    item jsonb NOT NULL,
    path text NOT NULL,
    stages jsonb NOT NULL,
    stage_index int NOT NULL DEFAULT 0,
    taking_unit_id uuid NOT NULL CONSTRAINT fk_cases_taking_unit REFERENCES units (id),
    taken_by_id uuid NOT NULL CONSTRAINT fk_cases_taken_by REFERENCES accounts (id),
    holder_unit_id uuid NOT NULL CONSTRAINT fk_cases_holder_unit REFERENCES units (id),
    area_path text NOT NULL,
    applicant_id uuid NOT NULL,
    applicant_name text NOT NULL,
    registered_at timestamptz NOT NULL,
    supplement_requested_at timestamptz,
    accepted_at timestamptz,
    receipt_at timestamptz,
    decided_at timestamptz,
    outcome text CONSTRAINT ck_cases_outcome CHECK (outcome IN ('APPROVED','REJECTED')),
    opinion text,
    remedy text,
    issued_at timestamptz,
    result_number text,
    delivered_at timestamptz,
    delivery_method text,
    delivery_receiver text,
    delivery_proof text,
    close_reason text
  )`,
  'CREATE INDEX ix_cases_area ON cases (area_path text_pattern_ops, registered_at, id)',
  'CREATE INDEX ix_cases_number ON cases (number text_pattern_ops)',
  'CREATE INDEX ix_cases_registered ON cases (registered_at, id)',
  'CREATE INDEX ix_cases_state ON cases (state, registered_at, id)',
  `CREATE TABLE case_units (
    unit_id uuid NOT NULL CONSTRAINT fk_case_units_unit REFERENCES units (id),
    case_id uuid NOT NULL CONSTRAINT fk_case_units_case REFERENCES cases (id),
    registered_at timestamptz NOT NULL,
    CONSTRAINT pk_case_units PRIMARY KEY (case_id, unit_id)
  )`,
  'CREATE INDEX ix_case_units_unit ON case_units (unit_id, registered_at, case_id)',
  `CREATE TABLE tasks (
    id uuid CONSTRAINT pk_tasks PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_tasks_case REFERENCES cases (id),
    stage_index int NOT NULL,
    name text NOT NULL,
    unit_id uuid NOT NULL CONSTRAINT fk_tasks_unit REFERENCES units (id),
    state text NOT NULL CONSTRAINT ck_tasks_state CHECK (state IN ('OPEN','CLAIMED','DONE','CANCELLED')),
    assignee_id uuid CONSTRAINT fk_tasks_assignee REFERENCES accounts (id),
    opened_at timestamptz NOT NULL,
    claimed_at timestamptz,
    done_at timestamptz,
    opinion text,
    CONSTRAINT uq_tasks_stage UNIQUE (case_id, stage_index)
  )`,
  "CREATE INDEX ix_tasks_unit_open ON tasks (unit_id, opened_at, id) WHERE state IN ('OPEN','CLAIMED')",
  "CREATE INDEX ix_tasks_assignee ON tasks (assignee_id, opened_at, id) WHERE state = 'CLAIMED'",
  `CREATE TABLE suspensions (
    id uuid CONSTRAINT pk_suspensions PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_suspensions_case REFERENCES cases (id),
    procedure_kind text NOT NULL,
    procedure_name text NOT NULL,
    counts_in_limit boolean NOT NULL,
    reason text NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz
  )`,
  'CREATE UNIQUE INDEX uq_suspensions_open ON suspensions (case_id) WHERE ended_at IS NULL',
  'CREATE INDEX ix_suspensions_case ON suspensions (case_id, started_at)',
  `CREATE TABLE uploads (
    case_id uuid NOT NULL CONSTRAINT fk_uploads_case REFERENCES cases (id),
    stage_index int NOT NULL,
    from_unit_id uuid NOT NULL CONSTRAINT fk_uploads_from_unit REFERENCES units (id),
    to_unit_id uuid NOT NULL CONSTRAINT fk_uploads_to_unit REFERENCES units (id),
    uploaded_by_id uuid NOT NULL CONSTRAINT fk_uploads_account REFERENCES accounts (id),
    receipt_at timestamptz NOT NULL,
    CONSTRAINT pk_uploads PRIMARY KEY (case_id, stage_index)
  )`,
  `CREATE TABLE case_events (
    case_id uuid NOT NULL CONSTRAINT fk_case_events_case REFERENCES cases (id),
    seq int NOT NULL,
    verb text NOT NULL,
    at timestamptz NOT NULL,
    account_id uuid CONSTRAINT fk_case_events_account REFERENCES accounts (id),
    unit_id uuid CONSTRAINT fk_case_events_unit REFERENCES units (id),
    from_state text,
    to_state text NOT NULL,
    data jsonb NOT NULL,
    CONSTRAINT pk_case_events PRIMARY KEY (case_id, seq)
  )`,
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  ...['case_events', 'deadline_events', 'uploads'].map(
    (table) => `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  ),
];

const INTAKE = [
  `CREATE TABLE applicants (
    id uuid CONSTRAINT pk_applicants PRIMARY KEY,
    kind text NOT NULL CONSTRAINT ck_applicants_kind CHECK (kind IN ('PERSON','ORGANISATION')),
    name text NOT NULL,
    identity_number text NOT NULL,
    telephone text NOT NULL,
    address text
  )`,
  'ALTER TABLE cases ADD CONSTRAINT fk_cases_applicant FOREIGN KEY (applicant_id) REFERENCES applicants (id)',
  `CREATE TABLE case_materials (
    case_id uuid NOT NULL CONSTRAINT fk_case_materials_case REFERENCES cases (id),
    position int NOT NULL,
    name text NOT NULL,
    form text NOT NULL,
    copies int NOT NULL,
    required boolean NOT NULL,
    note text NOT NULL,
    received_at timestamptz,
    CONSTRAINT pk_case_materials PRIMARY KEY (case_id, position)
  )`,
  `CREATE TABLE material_files (
    id uuid CONSTRAINT pk_material_files PRIMARY KEY,
    case_id uuid NOT NULL,
    position int NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes int NOT NULL,
    sha256 text NOT NULL,
    storage_key text NOT NULL,
    uploaded_at timestamptz NOT NULL,
    uploaded_by_id uuid NOT NULL CONSTRAINT fk_material_files_account REFERENCES accounts (id),
    CONSTRAINT fk_material_files_material FOREIGN KEY (case_id, position) REFERENCES case_materials (case_id, position),
    CONSTRAINT uq_material_files_content UNIQUE (case_id, position, sha256)
  )`,
  `CREATE TABLE supplement_notices (
    case_id uuid CONSTRAINT pk_supplement_notices PRIMARY KEY CONSTRAINT fk_supplement_notices_case REFERENCES cases (id),
    requested_at timestamptz NOT NULL,
    requested_by_id uuid NOT NULL CONSTRAINT fk_supplement_notices_account REFERENCES accounts (id),
    missing jsonb NOT NULL
  )`,
];
