import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A year's notice is entered, simulated, and then in force; what it moves is counted anew (P6, T1, T12). */
export class CalendarChanges1795479600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...EVENTS, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  `CREATE TABLE calendar_changes (
    id uuid CONSTRAINT pk_calendar_changes PRIMARY KEY,
    year int NOT NULL CONSTRAINT ck_calendar_changes_year CHECK (year BETWEEN 2016 AND 2060),
    document_number text NOT NULL,
    reason text NOT NULL,
    days jsonb NOT NULL,
    state text NOT NULL CONSTRAINT ck_calendar_changes_state
      CHECK (state IN ('SIMULATING','SIMULATED','APPLYING','APPLIED','DISCARDED')),
    base_version int NOT NULL,
    revision int,
    previous jsonb,
    first_day date NOT NULL,
    last_day date NOT NULL,
    total int,
    seen int NOT NULL DEFAULT 0,
    moved int NOT NULL DEFAULT 0,
    overdue int NOT NULL DEFAULT 0,
    relieved int NOT NULL DEFAULT 0,
    seen_up_to uuid,
    simulation jsonb,
    submitted_by_id uuid NOT NULL CONSTRAINT fk_calendar_changes_submitted REFERENCES accounts (id),
    submitted_at timestamptz NOT NULL,
    saved_by_id uuid CONSTRAINT fk_calendar_changes_saved REFERENCES accounts (id),
    saved_at timestamptz,
    finished_at timestamptz
  )`,
  'CREATE INDEX ix_calendar_changes_submitted ON calendar_changes (submitted_at DESC, id DESC)',
  'CREATE INDEX ix_calendar_changes_year ON calendar_changes (year, submitted_at DESC, id DESC)',
  `CREATE INDEX ix_calendar_changes_open ON calendar_changes (submitted_at, id)
     WHERE state IN ('SIMULATING','APPLYING')`,
  // What a simulation found: the list that is read before the notice comes into force.
  `CREATE TABLE calendar_moves (
    change_id uuid NOT NULL CONSTRAINT fk_calendar_moves_change REFERENCES calendar_changes (id),
    deadline_id uuid NOT NULL CONSTRAINT fk_calendar_moves_deadline REFERENCES deadlines (id),
    subject_id uuid NOT NULL,
    was_due_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    becomes_late boolean NOT NULL,
    is_relieved boolean NOT NULL,
    area_path text NOT NULL,
    CONSTRAINT pk_calendar_moves PRIMARY KEY (change_id, deadline_id)
  )`,
  'CREATE INDEX ix_calendar_moves_due ON calendar_moves (change_id, due_at, deadline_id)',
  `CREATE INDEX ix_calendar_moves_late ON calendar_moves (change_id, due_at, deadline_id)
     WHERE becomes_late`,
  'CREATE INDEX ix_calendar_moves_deadline ON calendar_moves (deadline_id)',
  `ALTER TABLE calendar_years
    ADD COLUMN revision int NOT NULL DEFAULT 1,
    ADD COLUMN change_id uuid CONSTRAINT fk_calendar_years_change REFERENCES calendar_changes (id)`,
  'CREATE INDEX ix_calendar_days_year ON calendar_days (year, date)',
  `CREATE TABLE calendar_alarms (
    year int NOT NULL,
    raised_on date NOT NULL,
    CONSTRAINT pk_calendar_alarms PRIMARY KEY (year, raised_on)
  )`,
];

const EVENTS = [
  `ALTER TABLE deadline_events ADD COLUMN was_due_at timestamptz,
    ADD COLUMN calendar_change_id uuid CONSTRAINT fk_deadline_events_change REFERENCES calendar_changes (id)`,
  'CREATE INDEX ix_deadline_events_deadline ON deadline_events (deadline_id, id)',
  // Once for each due instant: a calendar that moves a missed one into the future lets it be missed again.
  'DROP INDEX uq_deadline_events_once',
  `CREATE UNIQUE INDEX uq_deadline_events_once ON deadline_events (deadline_id, kind)
     WHERE kind IN ('STARTED','MET','CANCELLED')`,
  `CREATE UNIQUE INDEX uq_deadline_events_missed ON deadline_events (deadline_id, due_at)
     WHERE kind = 'MISSED'`,
  // The walk of a recomputation, batch by batch.
  'CREATE INDEX ix_deadlines_open_id ON deadlines (id) WHERE closed_at IS NULL',
];

const AREA = '(SELECT scope_area())';
const SUPERVISOR = "(SELECT scope_has_role('DISTRICT_SUPERVISOR'))";
const READER = `(${SUPERVISOR} OR (SELECT scope_has_role('SYSTEM_ADMINISTRATOR')))`;
const CLOCK = "(SELECT scope_system() = 'deadline-clock')";

function policies(): string[] {
  return [
    ...['calendar_changes', 'calendar_moves', 'calendar_alarms'].flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    // No secret: who explains a deadline names the document that moved it.
    ...allow('calendar_changes', 'SELECT', `(SELECT scope_account()) IS NOT NULL OR ${CLOCK}`),
    ...allow(
      'calendar_changes',
      'INSERT',
      `${SUPERVISOR} AND submitted_by_id = (SELECT scope_account())`,
    ),
    ...allow('calendar_changes', 'UPDATE', `${SUPERVISOR} OR ${CLOCK}`),
    ...allow(
      'calendar_moves',
      'SELECT',
      `(${READER} AND starts_with(area_path, ${AREA})) OR ${CLOCK}`,
    ),
    ...allow('calendar_moves', 'INSERT', CLOCK),
    ...allow('calendar_moves', 'DELETE', CLOCK),
    ...allow('calendar_alarms', 'SELECT', CLOCK),
    ...allow('calendar_alarms', 'INSERT', CLOCK),
    ...allow('calendar_years', 'INSERT', SUPERVISOR),
    ...allow('calendar_years', 'UPDATE', SUPERVISOR),
    ...allow('calendar_days', 'INSERT', SUPERVISOR),
    ...allow('calendar_days', 'DELETE', SUPERVISOR),
  ];
}

function allow(table: string, kind: string, rule: string): string[] {
  const clause =
    kind === 'INSERT'
      ? `WITH CHECK (${rule})`
      : kind === 'UPDATE'
        ? `USING (${rule}) WITH CHECK (${rule})`
        : `USING (${rule})`;
  return [
    `GRANT ${kind} ON ${table} TO yikou_app`,
    `CREATE POLICY app_${kind.toLowerCase()} ON ${table} FOR ${kind} TO yikou_app ${clause}`,
  ];
}
