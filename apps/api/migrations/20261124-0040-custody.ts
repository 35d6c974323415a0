import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R85: where each paper original is, and every hand it went through. */
export class Custody1795480800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  `CREATE TABLE custody_originals (
    id uuid CONSTRAINT pk_custody_originals PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_custody_originals_case REFERENCES cases (id),
    position int NOT NULL,
    name text NOT NULL,
    copies int NOT NULL,
    state text NOT NULL CONSTRAINT ck_custody_originals_state
      CHECK (state IN ('HELD','IN_TRANSIT','RETURNED','ARCHIVED')),
    unit_id uuid NOT NULL CONSTRAINT fk_custody_originals_unit REFERENCES units (id),
    taken_at timestamptz NOT NULL
  )`,
  'CREATE INDEX ix_custody_originals_case ON custody_originals (case_id, position, taken_at)',
  // An original is in one place at a time, whatever a handler forgets.
  `CREATE UNIQUE INDEX uq_custody_originals_in_hand ON custody_originals (case_id, position)
    WHERE state IN ('HELD','IN_TRANSIT')`,
  `CREATE TABLE custody_handovers (
    id uuid CONSTRAINT pk_custody_handovers PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_custody_handovers_case REFERENCES cases (id),
    seq int NOT NULL,
    kind text NOT NULL CONSTRAINT ck_custody_handovers_kind
      CHECK (kind IN ('TAKEN','HANDED_OVER','RETURNED','ARCHIVED')),
    from_unit_id uuid CONSTRAINT fk_custody_handovers_from REFERENCES units (id),
    to_unit_id uuid CONSTRAINT fk_custody_handovers_to REFERENCES units (id),
    purpose text NOT NULL,
    handed_at timestamptz NOT NULL,
    handed_by_id uuid NOT NULL CONSTRAINT fk_custody_handovers_handed_by REFERENCES accounts (id),
    accepted_at timestamptz,
    declined_at timestamptz,
    answered_by_id uuid CONSTRAINT fk_custody_handovers_answered_by REFERENCES accounts (id),
    decline_reason text,
    CONSTRAINT uq_custody_handovers_seq UNIQUE (case_id, seq),
    CONSTRAINT ck_custody_handovers_answer CHECK (accepted_at IS NULL OR declined_at IS NULL)
  )`,
  `CREATE INDEX ix_custody_handovers_waiting ON custody_handovers (to_unit_id, handed_at)
    WHERE accepted_at IS NULL AND declined_at IS NULL`,
  `CREATE TABLE custody_handover_originals (
    handover_id uuid NOT NULL CONSTRAINT fk_custody_lines_handover REFERENCES custody_handovers (id),
    original_id uuid NOT NULL CONSTRAINT fk_custody_lines_original REFERENCES custody_originals (id),
    case_id uuid NOT NULL CONSTRAINT fk_custody_lines_case REFERENCES cases (id),
    CONSTRAINT pk_custody_handover_originals PRIMARY KEY (handover_id, original_id)
  )`,
  'CREATE INDEX ix_custody_lines_original ON custody_handover_originals (original_id)',
];

const SEEN = (table: string) => `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id)`;
const WORKED = 'scope_works_on_case(case_id)';

function policies(): string[] {
  return ['custody_originals', 'custody_handovers', 'custody_handover_originals'].flatMap(
    (table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
      `GRANT SELECT, INSERT ON ${table} TO yikou_app`,
      `CREATE POLICY app_select ON ${table} FOR SELECT TO yikou_app USING (${SEEN(table)})`,
      `CREATE POLICY app_insert ON ${table} FOR INSERT TO yikou_app WITH CHECK (${WORKED})`,
      ...changes(table),
    ],
  );
}

/** Who handed what to whom and when is written once. */
const CHANGED: Record<string, string> = {
  custody_originals: 'state, unit_id',
  custody_handovers: 'accepted_at, declined_at, answered_by_id, decline_reason',
};

function changes(table: string): string[] {
  const columns = CHANGED[table];
  if (!columns) return [];
  return [
    `GRANT UPDATE (${columns}) ON ${table} TO yikou_app`,
    `CREATE POLICY app_update ON ${table} FOR UPDATE TO yikou_app USING (${WORKED}) WITH CHECK (${WORKED})`,
  ];
}
