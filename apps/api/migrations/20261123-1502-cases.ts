import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases with their tasks and history, and what the intake keeps of them. */
export class Cases1795446120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...WORKFLOW, ...INTAKE]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

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
