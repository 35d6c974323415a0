import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By which way a case came in, who acts for the applicant, who follows the case and what the applicant is
 * told of it (R65, R68–R70).
 */
export class Appointments1795481400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  `ALTER TABLE cases
    ADD COLUMN channel text NOT NULL DEFAULT 'COUNTER' CONSTRAINT ck_cases_channel
      CHECK (channel IN ('COUNTER','APPOINTMENT','PREREGISTRATION','HOME_VISIT','SELF_SERVICE')),
    ADD COLUMN out_of_hours boolean NOT NULL DEFAULT false`,
  'CREATE INDEX ix_cases_channel ON cases (channel, registered_at, id)',
  'CREATE INDEX ix_cases_out_of_hours ON cases (registered_at, id) WHERE out_of_hours',
  `CREATE TABLE case_agents (
    case_id uuid CONSTRAINT pk_case_agents PRIMARY KEY
      CONSTRAINT fk_case_agents_case REFERENCES cases (id),
    name text NOT NULL,
    identity_number text NOT NULL,
    telephone text NOT NULL,
    identity_index text,
    telephone_index text,
    letter_number text NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    letter_name text,
    letter_media_type text,
    letter_bytes int,
    letter_sha256 text,
    letter_key text,
    recorded_by_id uuid NOT NULL CONSTRAINT fk_case_agents_account REFERENCES accounts (id),
    recorded_at timestamptz NOT NULL,
    CONSTRAINT ck_case_agents_period CHECK (valid_until >= valid_from)
  )`,
  'CREATE INDEX ix_case_agents_identity ON case_agents (identity_index)',
  `CREATE TABLE case_followers (
    case_id uuid CONSTRAINT pk_case_followers PRIMARY KEY
      CONSTRAINT fk_case_followers_case REFERENCES cases (id),
    account_id uuid NOT NULL CONSTRAINT fk_case_followers_account REFERENCES accounts (id),
    name text NOT NULL,
    named_by_id uuid NOT NULL CONSTRAINT fk_case_followers_named_by REFERENCES accounts (id),
    named_at timestamptz NOT NULL
  )`,
  'CREATE INDEX ix_case_followers_account ON case_followers (account_id)',
  `CREATE TABLE progress_messages (
    id uuid CONSTRAINT pk_progress_messages PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_progress_messages_case REFERENCES cases (id),
    account_id uuid NOT NULL CONSTRAINT fk_progress_messages_account REFERENCES accounts (id),
    name text NOT NULL,
    at timestamptz NOT NULL,
    text text NOT NULL CONSTRAINT ck_progress_messages_text CHECK (btrim(text) <> '')
  )`,
  'CREATE INDEX ix_progress_messages_case ON progress_messages (case_id, at DESC, id)',
  // Wrong tails by the number that was typed: its keyed hash, for people type anything there.
  `CREATE TABLE tail_failures (
    asked text CONSTRAINT pk_tail_failures PRIMARY KEY,
    failures int NOT NULL,
    last_at timestamptz NOT NULL,
    locked_until timestamptz NOT NULL
  )`,
  'CREATE INDEX ix_tail_failures_last ON tail_failures (last_at)',
];

const UNIT = '(SELECT scope_unit())';
const is = (...names: string[]) => `(SELECT scope_system() = ANY('{${names.join(',')}}'::text[]))`;
/** Not within `scope_works_on_case` alone: the scope of an applicant's question has no unit. */
const seen = (table: string) => `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id)`;
const OF_HALL = (table: string) =>
  `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id AND c.taking_unit_id = ${UNIT})`;

function policies(): string[] {
  const made = ['case_agents', 'case_followers', 'progress_messages', 'tail_failures'];
  return [
    ...made.flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    ...allow('case_agents', 'SELECT', `${seen('case_agents')} OR ${is('keys')}`),
    ...allow('case_agents', 'INSERT', OF_HALL('case_agents')),
    ...allow('case_agents', 'UPDATE', `${OF_HALL('case_agents')} OR ${is('keys')}`),
    ...allow('case_followers', 'SELECT', seen('case_followers')),
    ...allow('case_followers', 'INSERT', OF_HALL('case_followers')),
    ...allow('case_followers', 'UPDATE', OF_HALL('case_followers')),
    ...allow('progress_messages', 'SELECT', seen('progress_messages')),
    ...allow(
      'progress_messages',
      'INSERT',
      `${OF_HALL('progress_messages')} AND account_id = (SELECT scope_account())`,
    ),
    ...allow('tail_failures', 'SELECT', is('progress', 'housekeeping')),
    ...allow('tail_failures', 'INSERT', is('progress')),
    ...allow('tail_failures', 'UPDATE', is('progress')),
    ...allow('tail_failures', 'DELETE', is('progress', 'housekeeping')),
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
