import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole life of a case: tasks side by side, changing hands, more time, notices, corrections. */
export class CaseLife1795479000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...CHANGES, ...FUNCTIONS, ...TABLES, ...policies()])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const CHANGES = [
  // A stage is gone through again after a case was returned to the counter.
  'ALTER TABLE tasks DROP CONSTRAINT uq_tasks_stage',
  "CREATE UNIQUE INDEX uq_tasks_open ON tasks (case_id, stage_index) WHERE state IN ('OPEN','CLAIMED')",
  `ALTER TABLE cases
    ADD COLUMN supplement_count int NOT NULL DEFAULT 0,
    ADD COLUMN returned_at timestamptz,
    ADD COLUMN corrects_case_id uuid CONSTRAINT fk_cases_corrects REFERENCES cases (id),
    ADD COLUMN correction_reason text,
    ADD CONSTRAINT ck_cases_correction CHECK ((corrects_case_id IS NULL) = (correction_reason IS NULL))`,
  'UPDATE cases SET supplement_count = 1 WHERE supplement_requested_at IS NOT NULL',
  'CREATE UNIQUE INDEX uq_cases_corrects ON cases (corrects_case_id) WHERE corrects_case_id IS NOT NULL',
  `ALTER TABLE deadlines
    ADD COLUMN part int,
    ADD COLUMN extended_by int NOT NULL DEFAULT 0 CONSTRAINT ck_deadlines_extended_by CHECK (extended_by >= 0)`,
  `ALTER TABLE supplement_notices
    ADD COLUMN number int NOT NULL DEFAULT 1,
    ADD COLUMN new_facts text,
    ADD COLUMN approved_by_id uuid CONSTRAINT fk_supplement_notices_approved_by REFERENCES accounts (id),
    DROP CONSTRAINT pk_supplement_notices,
    ADD CONSTRAINT pk_supplement_notices PRIMARY KEY (case_id, number),
    ADD CONSTRAINT ck_supplement_notices_again
      CHECK (number = 1 OR (new_facts IS NOT NULL AND approved_by_id IS NOT NULL))`,
  `ALTER TABLE offerings
    ADD COLUMN silence_accepts boolean NOT NULL DEFAULT false,
    ADD COLUMN extension_days int CONSTRAINT ck_offerings_extension_days CHECK (extension_days BETWEEN 1 AND 60)`,
];

/** With the owner's eyes: rights stay unread (S3), but who may be given a task or asked for help is known. */
const FUNCTIONS = [
  `CREATE FUNCTION scope_posts_of_colleague(person uuid, at timestamptz) RETURNS text[]
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
     SELECT ARRAY(SELECT g.role FROM role_grants g JOIN accounts a ON a.id = g.account_id
       WHERE g.account_id = $1 AND a.unit_id = scope_unit() AND g.revoked_at IS NULL
         AND g.valid_from <= $2 AND (g.valid_until IS NULL OR g.valid_until > $2) ORDER BY g.role) $$`,
  'REVOKE EXECUTE ON FUNCTION scope_posts_of_colleague(uuid, timestamptz) FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION scope_posts_of_colleague(uuid, timestamptz) TO yikou_app',
];

const TABLES = [
  `CREATE TABLE case_recusals (
    case_id uuid NOT NULL CONSTRAINT fk_case_recusals_case REFERENCES cases (id),
    account_id uuid NOT NULL CONSTRAINT fk_case_recusals_account REFERENCES accounts (id),
    reason text NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT pk_case_recusals PRIMARY KEY (case_id, account_id)
  )`,
  `CREATE TABLE task_helps (
    id uuid CONSTRAINT pk_task_helps PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_task_helps_case REFERENCES cases (id),
    task_id uuid NOT NULL CONSTRAINT fk_task_helps_task REFERENCES tasks (id),
    asked_by_id uuid NOT NULL CONSTRAINT fk_task_helps_asked_by REFERENCES accounts (id),
    asked_of_id uuid NOT NULL CONSTRAINT fk_task_helps_asked_of REFERENCES accounts (id),
    question text NOT NULL,
    asked_at timestamptz NOT NULL,
    opinion text,
    given_at timestamptz
  )`,
  `CREATE UNIQUE INDEX uq_task_helps_open ON task_helps (task_id, asked_of_id) WHERE given_at IS NULL`,
  'CREATE INDEX ix_task_helps_case ON task_helps (case_id, asked_at)',
  // Its key makes a second extension impossible, whoever forgets to ask (行政许可法 §42).
  `CREATE TABLE case_extensions (
    case_id uuid CONSTRAINT pk_case_extensions PRIMARY KEY CONSTRAINT fk_case_extensions_case REFERENCES cases (id),
    days int NOT NULL CONSTRAINT ck_case_extensions_days CHECK (days > 0),
    reason text NOT NULL,
    notice text NOT NULL,
    approved_by_id uuid NOT NULL CONSTRAINT fk_case_extensions_approved_by REFERENCES accounts (id),
    approved_at timestamptz NOT NULL
  )`,
];

const RELAY = "(SELECT scope_system() = 'relay')";

function policies(): string[] {
  return [
    ...ofCase('case_recusals', ['SELECT', 'INSERT']),
    ...ofCase('task_helps', ['SELECT', 'INSERT', 'UPDATE']),
    ...ofCase('case_extensions', ['SELECT', 'INSERT']),
    // What the clock brings about is written where its news is heard (T15).
    ...byRelay('cases', 'UPDATE'),
    ...byRelay('case_units', 'INSERT'),
    ...byRelay('tasks', 'INSERT'),
    ...byRelay('deadlines', 'SELECT', 'INSERT', 'UPDATE'),
    ...byRelay('deadline_pauses', 'SELECT'),
    ...byRelay('deadline_events', 'INSERT'),
  ];
}

function ofCase(table: string, rights: readonly string[]): string[] {
  const seen = `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id)`;
  const worked = 'scope_works_on_case(case_id)';
  const ways: Record<string, string> = {
    SELECT: `USING (${seen})`,
    INSERT: `WITH CHECK (${worked})`,
    UPDATE: `USING (${worked}) WITH CHECK (${worked})`,
  };
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    `GRANT ${rights.join(', ')} ON ${table} TO yikou_app`,
    ...rights.map(
      (right) =>
        `CREATE POLICY app_${right.toLowerCase()} ON ${table} FOR ${right} TO yikou_app ${ways[right]}`,
    ),
  ];
}

function byRelay(table: string, ...rights: readonly string[]): string[] {
  return rights.map((right) => {
    const using = right === 'INSERT' ? '' : `USING (${RELAY})`;
    const check = right === 'SELECT' ? '' : `WITH CHECK (${RELAY})`;
    return `CREATE POLICY relay_${right.toLowerCase()} ON ${table} FOR ${right} TO yikou_app ${using} ${check}`;
  });
}
