import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The weekly filing (R51): what a centre decided in the name of a section, one list a week, section and item.
 * A list and its rows are written once, by the job alone; what a section asks and a centre answers comes later.
 */
export class Filings1795482900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...policies(), ...ELSEWHERE]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  `CREATE TABLE filing_weeks (
    week date CONSTRAINT pk_filing_weeks PRIMARY KEY
      CONSTRAINT ck_filing_weeks_monday CHECK (extract(isodow FROM week) = 1),
    made_at timestamptz NOT NULL,
    filing_count int NOT NULL,
    case_count int NOT NULL
  )`,
  `CREATE TABLE filings (
    id uuid CONSTRAINT pk_filings PRIMARY KEY,
    week date NOT NULL CONSTRAINT ck_filings_monday CHECK (extract(isodow FROM week) = 1),
    centre_unit_id uuid NOT NULL CONSTRAINT fk_filings_centre REFERENCES units (id),
    section_unit_id uuid NOT NULL CONSTRAINT fk_filings_section REFERENCES units (id),
    item_id uuid NOT NULL CONSTRAINT fk_filings_item REFERENCES service_items (id),
    item_code text NOT NULL,
    item_name text NOT NULL,
    area_path text NOT NULL,
    state text NOT NULL CONSTRAINT ck_filings_state CHECK (state IN ('SENT','QUERIED','ACKNOWLEDGED')),
    version int NOT NULL DEFAULT 1,
    sent_at timestamptz NOT NULL,
    acknowledged_at timestamptz,
    acknowledged_by_id uuid CONSTRAINT fk_filings_account REFERENCES accounts (id),
    CONSTRAINT uq_filings_week UNIQUE (week, centre_unit_id, section_unit_id, item_id),
    CONSTRAINT ck_filings_acknowledged CHECK ((state = 'ACKNOWLEDGED') = (acknowledged_at IS NOT NULL))
  )`,
  'CREATE INDEX ix_filings_week ON filings (week, id)',
  'CREATE INDEX ix_filings_state ON filings (state, week, id)',
  'CREATE INDEX ix_filings_centre ON filings (centre_unit_id, week, id)',
  'CREATE INDEX ix_filings_section ON filings (section_unit_id, week, id)',
  `CREATE TABLE filing_rows (
    filing_id uuid NOT NULL CONSTRAINT fk_filing_rows_filing REFERENCES filings (id),
    place int NOT NULL,
    kind text NOT NULL CONSTRAINT ck_filing_rows_kind CHECK (kind IN ('IN_WEEK','LATE','CORRECTED')),
    case_id uuid NOT NULL CONSTRAINT fk_filing_rows_case REFERENCES cases (id),
    case_number text NOT NULL,
    applicant_name text NOT NULL,
    outcome text NOT NULL,
    result_number text,
    authority text,
    decided_at timestamptz NOT NULL,
    CONSTRAINT pk_filing_rows PRIMARY KEY (filing_id, place)
  )`,
  'CREATE UNIQUE INDEX uq_filing_rows_case ON filing_rows (case_id, decided_at, outcome)',
  `CREATE TABLE filing_queries (
    id uuid CONSTRAINT pk_filing_queries PRIMARY KEY,
    filing_id uuid NOT NULL,
    place int NOT NULL,
    question text NOT NULL,
    asked_by_id uuid NOT NULL CONSTRAINT fk_filing_queries_asked REFERENCES accounts (id),
    asked_at timestamptz NOT NULL,
    answer text,
    answered_by_id uuid CONSTRAINT fk_filing_queries_answered REFERENCES accounts (id),
    answered_at timestamptz,
    CONSTRAINT fk_filing_queries_row FOREIGN KEY (filing_id, place) REFERENCES filing_rows (filing_id, place),
    CONSTRAINT ck_filing_queries_answered CHECK ((answer IS NULL) = (answered_at IS NULL))
  )`,
  'CREATE INDEX ix_filing_queries_row ON filing_queries (filing_id, place, asked_at)',
  `CREATE UNIQUE INDEX uq_filing_queries_open ON filing_queries (filing_id, place)
     WHERE answered_at IS NULL`,
  'CREATE INDEX ix_cases_authorised ON cases (decided_at) WHERE authorisation_id IS NOT NULL',
];

const UNIT = '(SELECT scope_unit())';
const ACCOUNT = '(SELECT scope_account())';
const AREA = '(SELECT scope_area())';
const CLOCK = "(SELECT scope_system() = 'filing-clock')";
const SECTION = `(SELECT scope_has_role('SECTION_HANDLER') OR scope_has_role('SECTION_HEAD'))`;
const COUNTER = `(SELECT scope_has_role('CLERK') OR scope_has_role('CENTRE_ADMINISTRATOR'))`;
const SEEN = `EXISTS (SELECT 1 FROM filings f WHERE f.id = filing_id)`;
const OF = (unit: string) =>
  `EXISTS (SELECT 1 FROM filings f WHERE f.id = filing_id AND f.${unit} = ${UNIT})`;

function policies(): string[] {
  const made = ['filing_weeks', 'filings', 'filing_rows', 'filing_queries'];
  return [
    ...made.flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    ...allow('filing_weeks', 'SELECT', `${ACCOUNT} IS NOT NULL OR ${CLOCK}`),
    ...allow('filing_weeks', 'INSERT', CLOCK),
    ...allow(
      'filings',
      'SELECT',
      `centre_unit_id = ${UNIT} OR section_unit_id = ${UNIT} OR starts_with(area_path, ${AREA}) OR ${CLOCK}`,
    ),
    ...allow('filings', 'INSERT', CLOCK),
    ...allow(
      'filings',
      'UPDATE',
      `(section_unit_id = ${UNIT} AND ${SECTION}) OR (centre_unit_id = ${UNIT} AND ${COUNTER})`,
      '(state, version, acknowledged_at, acknowledged_by_id)',
    ),
    ...allow('filing_rows', 'SELECT', SEEN),
    ...allow('filing_rows', 'INSERT', CLOCK),
    ...allow('filing_queries', 'SELECT', SEEN),
    ...allow('filing_queries', 'INSERT', `${SECTION} AND ${OF('section_unit_id')}`),
    ...allow(
      'filing_queries',
      'UPDATE',
      `${COUNTER} AND ${OF('centre_unit_id')}`,
      '(answer, answered_by_id, answered_at)',
    ),
  ];
}

/** What the job reads of others, and the clocks that it starts. */
const ELSEWHERE = [
  `CREATE POLICY filing_select ON cases FOR SELECT TO yikou_app
     USING (${CLOCK} AND authorisation_id IS NOT NULL)`,
  `CREATE POLICY filing_select ON authorisations FOR SELECT TO yikou_app USING (${CLOCK})`,
  `CREATE POLICY filing_select ON deadlines FOR SELECT TO yikou_app USING (${CLOCK} AND kind = 'FILING')`,
  `CREATE POLICY filing_insert ON deadlines FOR INSERT TO yikou_app
     WITH CHECK (${CLOCK} AND kind = 'FILING')`,
  `CREATE POLICY filing_insert ON deadline_events FOR INSERT TO yikou_app WITH CHECK (${CLOCK}
     AND EXISTS (SELECT 1 FROM deadlines d WHERE d.id = deadline_id AND d.kind = 'FILING'))`,
  `CREATE POLICY filing_insert ON outbox FOR INSERT TO yikou_app WITH CHECK (${CLOCK})`,
];

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
