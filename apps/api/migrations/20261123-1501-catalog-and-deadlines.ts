import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Catalog, calendar and deadlines. */
export class CatalogAndDeadlines1795446060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...CATALOG, ...DEADLINES]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

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
    unit_ids uuid[] NOT NULL,
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
