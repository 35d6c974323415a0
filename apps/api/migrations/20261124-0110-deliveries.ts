import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How results reach the applicant (R57, R61): each attempt with its proof, and who was reminded. */
export class Deliveries1795482600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  // Receiver, identity and the name of the signature's file are sealed.
  `CREATE TABLE deliveries (
    id uuid CONSTRAINT pk_deliveries PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_deliveries_case REFERENCES cases (id),
    unit_id uuid NOT NULL CONSTRAINT fk_deliveries_unit REFERENCES units (id),
    method text NOT NULL,
    state text NOT NULL CONSTRAINT ck_deliveries_state CHECK (state IN ('SENT','DELIVERED','RETURNED')),
    receiver text,
    receiver_masked text,
    agent_identity text,
    agent_identity_masked text,
    relation text,
    carrier text,
    tracking_number text,
    assignee_id uuid CONSTRAINT fk_deliveries_assignee REFERENCES accounts (id),
    signed_on_paper boolean NOT NULL DEFAULT false,
    signature_key text,
    signature_sha256 text,
    return_reason text,
    begun_at timestamptz NOT NULL,
    begun_by_id uuid NOT NULL CONSTRAINT fk_deliveries_begun REFERENCES accounts (id),
    ended_at timestamptz,
    ended_by_id uuid CONSTRAINT fk_deliveries_ended REFERENCES accounts (id),
    CONSTRAINT ck_deliveries_ended CHECK ((state = 'SENT') = (ended_at IS NULL))
  )`,
  'CREATE INDEX ix_deliveries_case ON deliveries (case_id, begun_at)',
  `CREATE UNIQUE INDEX uq_deliveries_sent ON deliveries (case_id) WHERE state = 'SENT'`,
  `CREATE TABLE delivery_reminders (
    id uuid CONSTRAINT pk_delivery_reminders PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_delivery_reminders_case REFERENCES cases (id),
    unit_id uuid NOT NULL CONSTRAINT fk_delivery_reminders_unit REFERENCES units (id),
    way text NOT NULL CONSTRAINT ck_delivery_reminders_way
      CHECK (way IN ('TELEPHONE','MESSAGE','VISIT','OTHER')),
    note text NOT NULL,
    at timestamptz NOT NULL,
    by_id uuid NOT NULL CONSTRAINT fk_delivery_reminders_account REFERENCES accounts (id)
  )`,
  'CREATE INDEX ix_delivery_reminders_case ON delivery_reminders (case_id, at)',
  `CREATE INDEX ix_cases_uncollected_unit ON cases (taking_unit_id, issued_at, id)
     WHERE state = 'DECIDED' AND issued_at IS NOT NULL`,
  `CREATE INDEX ix_cases_uncollected ON cases (issued_at, id)
     WHERE state = 'DECIDED' AND issued_at IS NOT NULL`,
];

const COUNTER = `unit_id = (SELECT scope_unit())
  AND (SELECT scope_has_role('CLERK') OR scope_has_role('CENTRE_ADMINISTRATOR'))`;
const KEYS = "(SELECT scope_system() = 'keys')";

function policies(): string[] {
  const seen = (table: string) => `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id)`;
  return [
    ...['deliveries', 'delivery_reminders'].flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
      `GRANT SELECT, INSERT ON ${table} TO yikou_app`,
      `CREATE POLICY app_select ON ${table} FOR SELECT TO yikou_app USING (${seen(table)})`,
      `CREATE POLICY app_insert ON ${table} FOR INSERT TO yikou_app WITH CHECK (${COUNTER})`,
    ]),
    'GRANT UPDATE ON deliveries TO yikou_app',
    `CREATE POLICY app_update ON deliveries FOR UPDATE TO yikou_app
       USING ((${COUNTER}) OR ${KEYS}) WITH CHECK ((${COUNTER}) OR ${KEYS})`,
  ];
}
