import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appointments, preregistrations and home visits (R66, R67, R71). */
export class Visits1795481700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

/** Who comes: sealed, and gone when it is no longer needed. */
const PERSON = `applicant_kind text NOT NULL
      CHECK (applicant_kind IN ('PERSON','ORGANISATION')),
    applicant_name text NOT NULL,
    name text,
    identity_number text,
    telephone text,
    address text,
    identity_index text,
    telephone_index text`;

const placeAndItem = (table: string) => `id uuid CONSTRAINT pk_${table} PRIMARY KEY,
    unit_id uuid NOT NULL CONSTRAINT fk_${table}_unit REFERENCES units (id),
    area_path text NOT NULL,
    item_code text NOT NULL,
    item_name text NOT NULL`;

const ofCase = (table: string) => `case_id uuid CONSTRAINT fk_${table}_case REFERENCES cases (id)`;

const APPOINTMENTS = [
  `CREATE TABLE appointment_settings (
    unit_id uuid CONSTRAINT pk_appointment_settings PRIMARY KEY
      CONSTRAINT fk_appointment_settings_unit REFERENCES units (id),
    places_per_counter int NOT NULL CONSTRAINT ck_appointment_settings_places
      CHECK (places_per_counter BETWEEN 1 AND 20),
    days_ahead int NOT NULL CONSTRAINT ck_appointment_settings_days
      CHECK (days_ahead BETWEEN 1 AND 60),
    changed_by_id uuid NOT NULL CONSTRAINT fk_appointment_settings_account REFERENCES accounts (id),
    changed_at timestamptz NOT NULL
  )`,
  `CREATE TABLE appointments (
    ${placeAndItem('appointments')},
    code text NOT NULL CONSTRAINT uq_appointments_code UNIQUE,
    request_key uuid NOT NULL CONSTRAINT uq_appointments_request UNIQUE,
    slot_at timestamptz NOT NULL,
    slot_date date NOT NULL,
    counter int NOT NULL,
    place int NOT NULL,
    state text NOT NULL CONSTRAINT ck_appointments_state
      CHECK (state IN ('BOOKED','CHECKED_IN','SERVED','CANCELLED','MISSED')),
    ${PERSON},
    sender_index text,
    booked_at timestamptz NOT NULL,
    booked_by_id uuid CONSTRAINT fk_appointments_account REFERENCES accounts (id),
    checked_in_at timestamptz,
    ended_at timestamptz,
    ${ofCase('appointments')}
  )`,
  // Whatever the code above it forgets, no chair is given to two.
  `CREATE UNIQUE INDEX uq_appointments_place ON appointments (unit_id, slot_at, counter, place)
     WHERE state <> 'CANCELLED'`,
  `CREATE UNIQUE INDEX uq_appointments_person ON appointments (unit_id, slot_date, identity_index)
     WHERE state = 'BOOKED'`,
  'CREATE INDEX ix_appointments_day ON appointments (unit_id, slot_date, slot_at, id)',
  "CREATE INDEX ix_appointments_booked ON appointments (slot_date) WHERE state = 'BOOKED'",
  'CREATE INDEX ix_appointments_sender ON appointments (sender_index, booked_at)',
  'CREATE INDEX ix_appointments_kept ON appointments (slot_date) WHERE name IS NOT NULL',
];

const PREREGISTRATIONS = [
  `CREATE TABLE preregistrations (
    ${placeAndItem('preregistrations')},
    code text NOT NULL CONSTRAINT uq_preregistrations_code UNIQUE,
    request_key uuid NOT NULL CONSTRAINT uq_preregistrations_request UNIQUE,
    state text NOT NULL CONSTRAINT ck_preregistrations_state
      CHECK (state IN ('SENT','REGISTERED','EXPIRED')),
    ${PERSON},
    sender_index text,
    sent_at timestamptz NOT NULL,
    last_day date NOT NULL,
    ended_at timestamptz,
    ${ofCase('preregistrations')}
  )`,
  'CREATE INDEX ix_preregistrations_unit ON preregistrations (unit_id, sent_at DESC, id DESC)',
  `CREATE INDEX ix_preregistrations_open ON preregistrations (unit_id, sent_at DESC, id DESC)
     WHERE state = 'SENT'`,
  "CREATE INDEX ix_preregistrations_last ON preregistrations (last_day) WHERE state = 'SENT'",
  'CREATE INDEX ix_preregistrations_sender ON preregistrations (sender_index, sent_at)',
  "CREATE INDEX ix_preregistrations_person ON preregistrations (identity_index) WHERE state = 'SENT'",
  `CREATE TABLE preregistration_files (
    id uuid CONSTRAINT pk_preregistration_files PRIMARY KEY,
    preregistration_id uuid NOT NULL CONSTRAINT fk_preregistration_files_of
      REFERENCES preregistrations (id),
    position int NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes int NOT NULL,
    sha256 text NOT NULL,
    storage_key text NOT NULL,
    uploaded_at timestamptz NOT NULL,
    CONSTRAINT uq_preregistration_files_content UNIQUE (preregistration_id, position, sha256)
  )`,
];

const HOME_VISITS = [
  `CREATE TABLE home_visits (
    ${placeAndItem('home_visits')},
    state text NOT NULL CONSTRAINT ck_home_visits_state
      CHECK (state IN ('REQUESTED','ASSIGNED','DONE','NOT_MET','CANCELLED')),
    reason text NOT NULL CONSTRAINT ck_home_visits_reason
      CHECK (reason IN ('ELDERLY','DISABLED','ILL','OTHER')),
    note text NOT NULL DEFAULT '',
    ${PERSON},
    visit_on date,
    position int,
    assignee_id uuid CONSTRAINT fk_home_visits_assignee REFERENCES accounts (id),
    requested_by_id uuid NOT NULL CONSTRAINT fk_home_visits_account REFERENCES accounts (id),
    requested_at timestamptz NOT NULL,
    result text,
    ended_at timestamptz,
    ${ofCase('home_visits')},
    CONSTRAINT ck_home_visits_assigned
      CHECK (state <> 'ASSIGNED' OR (visit_on IS NOT NULL AND assignee_id IS NOT NULL))
  )`,
  'CREATE INDEX ix_home_visits_unit ON home_visits (unit_id, requested_at DESC, id DESC)',
  `CREATE INDEX ix_home_visits_open ON home_visits (unit_id, requested_at DESC, id DESC)
     WHERE state IN ('REQUESTED','ASSIGNED')`,
  'CREATE INDEX ix_home_visits_day ON home_visits (unit_id, visit_on, position, id)',
];

const TABLES = [...APPOINTMENTS, ...PREREGISTRATIONS, ...HOME_VISITS];

const UNIT = '(SELECT scope_unit())';
const AREA = '(SELECT scope_area())';
const is = (...names: string[]) => `(SELECT scope_system() = ANY('{${names.join(',')}}'::text[]))`;
/** `visitors` for what applicants do on the public pages, `visit-clock` for what time does. */
const VISITORS = is('visitors');
const CLOCK = is('visit-clock');
const OWN = `unit_id = ${UNIT}`;
const SEEN = `${OWN} OR starts_with(area_path, ${AREA}) OR ${is('visitors', 'visit-clock', 'keys')}`;
const FILES = (who: string) => `EXISTS (SELECT 1 FROM preregistrations p
  WHERE p.id = preregistration_files.preregistration_id AND (${who}))`;

function policies(): string[] {
  const made = [
    ...['appointment_settings', 'appointments', 'preregistrations', 'preregistration_files'],
    'home_visits',
  ];
  return [
    ...made.flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    // How many a hall takes is no secret: the public page shows what is free.
    ...allow('appointment_settings', 'SELECT', 'true'),
    ...allow('appointment_settings', 'INSERT', OWN),
    ...allow('appointment_settings', 'UPDATE', OWN),
    ...allow('appointments', 'SELECT', SEEN),
    ...allow('appointments', 'INSERT', `${OWN} OR ${VISITORS}`),
    ...allow('appointments', 'UPDATE', `${OWN} OR ${is('visitors', 'visit-clock', 'keys')}`),
    ...allow('preregistrations', 'SELECT', SEEN),
    ...allow('preregistrations', 'INSERT', VISITORS),
    ...allow('preregistrations', 'UPDATE', `${OWN} OR ${is('visitors', 'visit-clock', 'keys')}`),
    ...allow('preregistration_files', 'SELECT', FILES(`${OWN} OR ${VISITORS} OR ${CLOCK}`)),
    ...allow('preregistration_files', 'INSERT', FILES(VISITORS)),
    ...allow('preregistration_files', 'DELETE', FILES(`${OWN} OR ${CLOCK}`)),
    ...allow('home_visits', 'SELECT', SEEN),
    ...allow('home_visits', 'INSERT', OWN),
    ...allow('home_visits', 'UPDATE', `${OWN} OR ${is('visit-clock', 'keys')}`),
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
