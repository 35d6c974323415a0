import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The machinery's own tables, organisation and identity. */
export class MachineryAndPeople1795446000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...MACHINERY, ...ORGANISATION, ...IDENTITY])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const MACHINERY = [
  'CREATE EXTENSION IF NOT EXISTS pg_trgm',
  `CREATE TABLE idempotency_keys (
    account_id uuid NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    response json,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_idempotency_keys PRIMARY KEY (account_id, key)
  )`,
  'CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at)',
  `CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_outbox PRIMARY KEY,
    topic text NOT NULL,
    subject_id uuid NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    try_after timestamptz NOT NULL DEFAULT '-infinity',
    tries int NOT NULL DEFAULT 0,
    last_error text,
    handled_at timestamptz
  )`,
  'CREATE INDEX ix_outbox_waiting ON outbox (id) WHERE handled_at IS NULL',
];

const ORGANISATION = [
  `CREATE TABLE areas (
    code text CONSTRAINT pk_areas PRIMARY KEY CONSTRAINT ck_areas_code CHECK (code ~ '^[0-9]{12}$'),
    name text NOT NULL,
    level text NOT NULL CONSTRAINT ck_areas_level CHECK (level IN ('CITY','DISTRICT','STREET','COMMUNITY')),
    parent_code text CONSTRAINT fk_areas_parent REFERENCES areas (code),
    path text NOT NULL,
    pilot boolean NOT NULL DEFAULT false,
    chief boolean NOT NULL DEFAULT false
  )`,
  'CREATE INDEX ix_areas_parent ON areas (parent_code, code)',
  `CREATE TABLE units (
    id uuid CONSTRAINT pk_units PRIMARY KEY,
    code text NOT NULL CONSTRAINT uq_units_code UNIQUE,
    kind text NOT NULL CONSTRAINT ck_units_kind CHECK (kind IN ('SUPERVISOR','CENTRE','STATION','SECTION','DEPARTMENT')),
    name text NOT NULL,
    body text,
    area_code text NOT NULL CONSTRAINT fk_units_area REFERENCES areas (code),
    telephone text,
    address text,
    opens_at text NOT NULL DEFAULT '09:00',
    closes_at text NOT NULL DEFAULT '17:00'
  )`,
  'CREATE INDEX ix_units_area ON units (area_code, code)',
  'CREATE INDEX ix_units_kind ON units (kind, code)',
  'CREATE UNIQUE INDEX uq_units_body ON units (area_code, body) WHERE body IS NOT NULL',
  `CREATE TABLE counters (
    id uuid CONSTRAINT pk_counters PRIMARY KEY,
    unit_id uuid NOT NULL CONSTRAINT fk_counters_unit REFERENCES units (id),
    number int NOT NULL,
    kind text NOT NULL CONSTRAINT ck_counters_kind CHECK (kind IN ('COMPREHENSIVE','SPECIAL')),
    CONSTRAINT uq_counters_number UNIQUE (unit_id, number)
  )`,
  `CREATE TABLE postings (
    id uuid CONSTRAINT pk_postings PRIMARY KEY,
    account_id uuid NOT NULL,
    unit_id uuid NOT NULL CONSTRAINT fk_postings_unit REFERENCES units (id),
    post text NOT NULL CONSTRAINT ck_postings_post CHECK (post IN ('ADMINISTRATOR','GUIDE','CLERK')),
    source text NOT NULL CONSTRAINT ck_postings_source CHECK (source IN ('PURCHASED_SERVICE','SECONDED','OWN')),
    started_on date NOT NULL,
    ended_on date
  )`,
  'CREATE INDEX ix_postings_unit ON postings (unit_id)',
];

const IDENTITY = [
  `CREATE TABLE accounts (
    id uuid CONSTRAINT pk_accounts PRIMARY KEY,
    login_name text NOT NULL CONSTRAINT uq_accounts_login_name UNIQUE,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    unit_id uuid NOT NULL CONSTRAINT fk_accounts_unit REFERENCES units (id),
    roles text[] NOT NULL,
    demo boolean NOT NULL DEFAULT false,
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  'ALTER TABLE postings ADD CONSTRAINT fk_postings_account FOREIGN KEY (account_id) REFERENCES accounts (id)',
  `CREATE TABLE sessions (
    id uuid CONSTRAINT pk_sessions PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_sessions_account REFERENCES accounts (id),
    token_hash text NOT NULL CONSTRAINT uq_sessions_token_hash UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
  )`,
];
