import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked at the guide desk and whose duty it is; the queue of a hall; screens that hear of changes. */
export class Reception1795480200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...LIVE, ...CONSULTATIONS, ...CASES, ...TICKETS, ...policies()]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

/**
 * At the history, because whatever happens to a case is written there, by whichever verb. It tells the id
 * and whom it reaches, nothing of the case. With the owner's eyes: whoever acts does not see which other
 * units take part. Who loads cases in bulk tells nobody.
 */
const LIVE = [
  `CREATE FUNCTION live_tell_cases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
     SET search_path = pg_catalog, public, pg_temp AS $$
   BEGIN
     PERFORM pg_notify('yikou_live', json_build_array(json_build_object('kind', 'case', 'id', c.id,
         'area', c.area_path, 'units', ARRAY(SELECT cu.unit_id FROM case_units cu WHERE cu.case_id = c.id
           UNION SELECT c.holder_unit_id LIMIT 100)))::text)
       FROM cases c WHERE c.id IN (SELECT case_id FROM happened)
         AND (SELECT count(*) FROM happened) <= 100;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER live_case_events AFTER INSERT ON case_events REFERENCING NEW TABLE AS happened
     FOR EACH STATEMENT EXECUTE FUNCTION live_tell_cases()`,
];

const CONSULTATIONS = [
  `CREATE TABLE consultations (
    id uuid CONSTRAINT pk_consultations PRIMARY KEY,
    version int NOT NULL DEFAULT 1,
    state text NOT NULL CONSTRAINT ck_consultations_state
      CHECK (state IN ('OPEN','OFFERED','ANSWERED','BECAME_CASE')),
    type text NOT NULL CONSTRAINT ck_consultations_type CHECK (type IN ('COPY','FORM_HELP','POLICY')),
    unit_id uuid NOT NULL CONSTRAINT fk_consultations_unit REFERENCES units (id),
    area_path text NOT NULL,
    asked_at timestamptz NOT NULL,
    asked_on date NOT NULL,
    first_contact_id uuid NOT NULL CONSTRAINT fk_consultations_first REFERENCES accounts (id),
    holder_id uuid NOT NULL CONSTRAINT fk_consultations_holder REFERENCES accounts (id),
    holder_unit_id uuid NOT NULL CONSTRAINT fk_consultations_holder_unit REFERENCES units (id),
    unit_ids uuid[] NOT NULL,
    item_code text,
    item_name text,
    question text NOT NULL,
    answer text,
    contact_name text,
    contact_name_masked text,
    contact_telephone text,
    contact_telephone_masked text,
    closed_at timestamptz,
    case_id uuid CONSTRAINT fk_consultations_case REFERENCES cases (id),
    CONSTRAINT ck_consultations_case CHECK ((state = 'BECAME_CASE') = (case_id IS NOT NULL))
  )`,
  `CREATE INDEX ix_consultations_open ON consultations (asked_at, id) WHERE state IN ('OPEN','OFFERED')`,
  'CREATE INDEX ix_consultations_unit ON consultations (unit_id, asked_at DESC, id DESC)',
  'CREATE INDEX ix_consultations_asked ON consultations (asked_on, unit_id)',
  'CREATE UNIQUE INDEX uq_consultations_case ON consultations (case_id) WHERE case_id IS NOT NULL',
  `CREATE TABLE consultation_hand_overs (
    id uuid CONSTRAINT pk_consultation_hand_overs PRIMARY KEY,
    consultation_id uuid NOT NULL CONSTRAINT fk_consultation_hand_overs_of
      REFERENCES consultations (id),
    from_id uuid NOT NULL CONSTRAINT fk_consultation_hand_overs_from REFERENCES accounts (id),
    unit_id uuid NOT NULL CONSTRAINT fk_consultation_hand_overs_unit REFERENCES units (id),
    account_id uuid CONSTRAINT fk_consultation_hand_overs_account REFERENCES accounts (id),
    note text,
    offered_at timestamptz NOT NULL,
    end_state text CONSTRAINT ck_consultation_hand_overs_end
      CHECK (end_state IN ('ACCEPTED','DECLINED','TAKEN_BACK')),
    ended_by_id uuid CONSTRAINT fk_consultation_hand_overs_ended REFERENCES accounts (id),
    ended_at timestamptz,
    end_reason text
  )`,
  `CREATE UNIQUE INDEX uq_consultation_hand_overs_open ON consultation_hand_overs (consultation_id)
     WHERE ended_at IS NULL`,
  `CREATE INDEX ix_consultation_hand_overs_of ON consultation_hand_overs
     (consultation_id, offered_at DESC)`,
];

/** R72: who was asked first stays with the case, whatever becomes of it; else it is who took it. */
const CASES = [
  `ALTER TABLE cases
    ADD COLUMN consultation_id uuid CONSTRAINT fk_cases_consultation REFERENCES consultations (id),
    ADD COLUMN first_contact_id uuid CONSTRAINT fk_cases_first_contact REFERENCES accounts (id)`,
  'UPDATE cases SET first_contact_id = taken_by_id',
  'ALTER TABLE cases ALTER COLUMN first_contact_id SET NOT NULL',
  `CREATE FUNCTION cases_first_contact() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'INSERT' THEN
       NEW.first_contact_id := coalesce(NEW.first_contact_id, NEW.taken_by_id);
     ELSIF NEW.first_contact_id IS DISTINCT FROM OLD.first_contact_id THEN
       RAISE EXCEPTION 'who was asked first is written once' USING ERRCODE = 'restrict_violation';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER cases_first_contact BEFORE INSERT OR UPDATE OF first_contact_id ON cases
     FOR EACH ROW EXECUTE FUNCTION cases_first_contact()`,
];

const TICKETS = [
  `CREATE TABLE tickets (
    id uuid CONSTRAINT pk_tickets PRIMARY KEY,
    version int NOT NULL DEFAULT 1,
    unit_id uuid NOT NULL CONSTRAINT fk_tickets_unit REFERENCES units (id),
    area_path text NOT NULL,
    day date NOT NULL,
    letter text NOT NULL,
    serial int NOT NULL,
    number text NOT NULL,
    priority text NOT NULL CONSTRAINT ck_tickets_priority
      CHECK (priority IN ('NONE','APPOINTMENT','ELDERLY','DISABLED')),
    theme text,
    state text NOT NULL CONSTRAINT ck_tickets_state
      CHECK (state IN ('WAITING','CALLED','SERVING','FINISHED','SKIPPED')),
    rank_at timestamptz NOT NULL,
    taken_at timestamptz NOT NULL,
    counter_number int,
    target_counter int,
    calls int NOT NULL DEFAULT 0,
    called_at timestamptz,
    first_called_at timestamptz,
    called_by_id uuid CONSTRAINT fk_tickets_called_by REFERENCES accounts (id),
    started_at timestamptz,
    finished_at timestamptz,
    CONSTRAINT uq_tickets_number UNIQUE (unit_id, day, letter, serial),
    CONSTRAINT ck_tickets_counter
      CHECK (state NOT IN ('CALLED','SERVING') OR counter_number IS NOT NULL)
  )`,
  `CREATE UNIQUE INDEX uq_tickets_counter ON tickets (unit_id, day, counter_number)
     WHERE state IN ('CALLED','SERVING')`,
  'CREATE INDEX ix_tickets_rank ON tickets (unit_id, day, state, rank_at, serial, letter)',
  `CREATE INDEX ix_tickets_called ON tickets (unit_id, day, called_at DESC) WHERE called_at IS NOT NULL`,
  `CREATE TABLE ticket_serials (
    unit_id uuid CONSTRAINT fk_ticket_serials_unit REFERENCES units (id),
    day date,
    letter text,
    last int NOT NULL,
    CONSTRAINT pk_ticket_serials PRIMARY KEY (unit_id, day, letter)
  )`,
];

const UNIT = '(SELECT scope_unit())';
const KEYS = "(SELECT scope_system() = 'keys')";
const DISPLAY = "(SELECT scope_system() = 'hall-display')";
const BELOW = 'starts_with(area_path, (SELECT scope_area()))';
const OWN = `unit_id = ${UNIT}`;
const PARTY = `${UNIT} = ANY(unit_ids)`;
const OF_CONSULTATION = `EXISTS (SELECT 1 FROM consultations c
  WHERE c.id = consultation_hand_overs.consultation_id)`;

function policies(): string[] {
  const made = ['consultations', 'consultation_hand_overs', 'tickets', 'ticket_serials'];
  return [
    ...made.flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    ...allow('consultations', 'SELECT', `${PARTY} OR ${BELOW} OR ${KEYS}`),
    ...allow('consultations', 'INSERT', OWN),
    // Not first_contact_id, nor what was asked when and where (R72).
    ...allow(
      'consultations',
      'UPDATE',
      `${PARTY} OR ${KEYS}`,
      `(version, state, holder_id, holder_unit_id, unit_ids, answer, closed_at, case_id, contact_name,
        contact_telephone)`,
    ),
    ...allow('consultation_hand_overs', 'SELECT', OF_CONSULTATION),
    ...allow('consultation_hand_overs', 'INSERT', `${UNIT} IS NOT NULL AND ${OF_CONSULTATION}`),
    ...allow(
      'consultation_hand_overs',
      'UPDATE',
      `${UNIT} IS NOT NULL AND ${OF_CONSULTATION}`,
      '(end_state, ended_by_id, ended_at, end_reason)',
    ),
    ...allow('tickets', 'SELECT', `${OWN} OR ${BELOW} OR ${DISPLAY}`),
    ...allow('tickets', 'INSERT', OWN),
    ...allow(
      'tickets',
      'UPDATE',
      OWN,
      `(version, state, counter_number, target_counter, calls, called_at, first_called_at, called_by_id,
        started_at, finished_at)`,
    ),
    ...allow('ticket_serials', 'SELECT', OWN),
    ...allow('ticket_serials', 'INSERT', OWN),
    ...allow('ticket_serials', 'UPDATE', OWN, '(last)'),
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
