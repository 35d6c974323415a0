import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers handed over in a case: numbered, kept as they were printed, and to be verified by a code. */
export class Papers1795481100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const KINDS = `'RECEIPT','NOTICE','ACCEPTANCE','REFUSAL','EXTENSION','DECISION','DELIVERY_RECEIPT',
  'CUSTODY_RECEIPT'`;

const TABLES = [
  // The row stays locked until commit: no gap after a rollback, no number twice.
  `CREATE TABLE paper_serials (
    unit_id uuid NOT NULL CONSTRAINT fk_paper_serials_unit REFERENCES units (id),
    year int NOT NULL,
    kind text NOT NULL CONSTRAINT ck_paper_serials_kind CHECK (kind IN (${KINDS})),
    last int NOT NULL,
    CONSTRAINT pk_paper_serials PRIMARY KEY (unit_id, year, kind)
  )`,
  `CREATE TABLE papers (
    id uuid CONSTRAINT pk_papers PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_papers_case REFERENCES cases (id),
    case_number text NOT NULL,
    kind text NOT NULL CONSTRAINT ck_papers_kind CHECK (kind IN (${KINDS})),
    subject text NOT NULL,
    title text NOT NULL,
    unit_id uuid NOT NULL CONSTRAINT fk_papers_unit REFERENCES units (id),
    unit_name text NOT NULL,
    year int NOT NULL,
    serial int NOT NULL,
    number text NOT NULL,
    code text NOT NULL CONSTRAINT uq_papers_code UNIQUE,
    applicant_name text NOT NULL,
    issued_at timestamptz NOT NULL,
    issued_by_id uuid NOT NULL CONSTRAINT fk_papers_issued_by REFERENCES accounts (id),
    storage_key text NOT NULL,
    sha256 text NOT NULL,
    bytes int NOT NULL,
    pages int NOT NULL,
    prints int NOT NULL DEFAULT 0,
    last_printed_at timestamptz,
    withdrawn_at timestamptz,
    withdrawn_by_id uuid CONSTRAINT fk_papers_withdrawn_by REFERENCES accounts (id),
    withdrawal_reason text,
    CONSTRAINT uq_papers_number UNIQUE (unit_id, year, kind, serial),
    CONSTRAINT ck_papers_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
  )`,
  'CREATE INDEX ix_papers_case ON papers (case_id, issued_at, id)',
  `CREATE UNIQUE INDEX uq_papers_valid ON papers (case_id, kind, subject) WHERE withdrawn_at IS NULL`,
];

const OWN = 'unit_id = (SELECT scope_unit())';
const SEEN = 'EXISTS (SELECT 1 FROM cases c WHERE c.id = papers.case_id)';
const VERIFIED = "(SELECT scope_system() = 'verification')";
const WORKED = 'scope_works_on_case(case_id)';

function policies(): string[] {
  const guarded = ['paper_serials', 'papers'].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
  ]);
  return [
    ...guarded,
    'GRANT SELECT, INSERT, UPDATE ON paper_serials TO yikou_app',
    `CREATE POLICY app_select ON paper_serials FOR SELECT TO yikou_app USING (${OWN})`,
    `CREATE POLICY app_insert ON paper_serials FOR INSERT TO yikou_app WITH CHECK (${OWN})`,
    `CREATE POLICY app_update ON paper_serials FOR UPDATE TO yikou_app USING (${OWN}) WITH CHECK (${OWN})`,
    'GRANT SELECT, INSERT ON papers TO yikou_app',
    // What was issued stays as it was: only printing and withdrawing are noted on it.
    `GRANT UPDATE (prints, last_printed_at, withdrawn_at, withdrawn_by_id, withdrawal_reason)
       ON papers TO yikou_app`,
    `CREATE POLICY app_select ON papers FOR SELECT TO yikou_app USING (${SEEN} OR ${VERIFIED})`,
    `CREATE POLICY app_insert ON papers FOR INSERT TO yikou_app WITH CHECK (${OWN} AND ${WORKED})`,
    `CREATE POLICY app_update ON papers FOR UPDATE TO yikou_app USING (${WORKED}) WITH CHECK (${WORKED})`,
  ];
}
