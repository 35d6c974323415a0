import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Roles with a validity, secrets apart from the accounts they belong to, sessions whose tokens are
 * renewed, and sign-in by a provider.
 */
export class Identity1795458600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...GRANTS, ...SECRETS, ...SESSIONS, ...PROVIDERS, ...ACCOUNTS])
      await runner.query(statement);
    for (const statement of [...FUNCTIONS, ...changed(), ...added()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const ADMINISTRATORS = `'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'`;

/** The time for which a grant holds; one revoked before it began never held. */
const PERIOD = `(CASE WHEN revoked_at <= valid_from THEN 'empty'::tstzrange
  ELSE tstzrange(valid_from, least(valid_until, revoked_at)) END)`;

const GRANTS = [
  'CREATE EXTENSION IF NOT EXISTS btree_gist',
  `CREATE TABLE role_grants (
    id uuid CONSTRAINT pk_role_grants PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_role_grants_account REFERENCES accounts (id),
    role text NOT NULL CONSTRAINT ck_role_grants_role CHECK (role IN ('DISTRICT_SUPERVISOR',
      'CENTRE_ADMINISTRATOR', 'GUIDE', 'CLERK', 'SECTION_HANDLER', 'SECTION_HEAD', 'DEPARTMENT_APPROVER',
      'INSPECTOR', ${ADMINISTRATORS})),
    valid_from timestamptz NOT NULL,
    valid_until timestamptz CONSTRAINT ck_role_grants_until CHECK (valid_until > valid_from),
    granted_by uuid CONSTRAINT fk_role_grants_granted_by REFERENCES accounts (id),
    granted_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    revoked_by uuid CONSTRAINT fk_role_grants_revoked_by REFERENCES accounts (id)
  )`,
  `INSERT INTO role_grants (id, account_id, role, valid_from)
   SELECT gen_random_uuid(), id, unnest(roles), created_at FROM accounts`,
  'CREATE INDEX ix_role_grants_account ON role_grants (account_id)',
  // 三权分立 where two grants are given at once: the second one to arrive is refused. Each of the three
  // administrators is a class of its own, all other roles are one.
  `ALTER TABLE role_grants ADD CONSTRAINT ex_role_grants_apart EXCLUDE USING gist (
     account_id WITH =,
     (CASE WHEN role IN (${ADMINISTRATORS}) THEN role ELSE 'OTHER' END) WITH <>,
     ${PERIOD} WITH &&)`,
  `ALTER TABLE role_grants ADD CONSTRAINT ex_role_grants_twice EXCLUDE USING gist (
     account_id WITH =, role WITH =, ${PERIOD} WITH &&)`,
];

const SECRETS = [
  `CREATE TABLE account_secrets (
    account_id uuid CONSTRAINT pk_account_secrets PRIMARY KEY
      CONSTRAINT fk_account_secrets_account REFERENCES accounts (id),
    password_hash text NOT NULL,
    password_changed_at timestamptz NOT NULL,
    must_change_password boolean NOT NULL DEFAULT false,
    one_time_until timestamptz,
    second_factor_secret text,
    second_factor_confirmed_at timestamptz,
    second_factor_last_step int,
    recovery_code_hashes text[] NOT NULL DEFAULT '{}',
    CONSTRAINT ck_account_secrets_factor CHECK (
      second_factor_confirmed_at IS NULL OR second_factor_secret IS NOT NULL)
  )`,
  `INSERT INTO account_secrets (account_id, password_hash, password_changed_at)
   SELECT id, password_hash, created_at FROM accounts`,
];

/** Whoever was signed in signs in again: the old tokens know no renewal. */
const SESSIONS = [
  'DELETE FROM sessions',
  `ALTER TABLE sessions
     DROP COLUMN expires_at,
     ADD COLUMN token_expires_at timestamptz NOT NULL,
     ADD COLUMN ends_at timestamptz NOT NULL,
     ADD COLUMN refreshed_at timestamptz NOT NULL,
     ADD COLUMN way text NOT NULL CONSTRAINT ck_sessions_way CHECK (way IN ('PASSWORD','OIDC')),
     ADD COLUMN second_factor_at timestamptz,
     ADD COLUMN address text,
     ADD COLUMN device text NOT NULL`,
  'CREATE INDEX ix_sessions_account ON sessions (account_id, created_at) WHERE revoked_at IS NULL',
  'CREATE INDEX ix_sessions_ends_at ON sessions (ends_at)',
  `CREATE TABLE refresh_tokens (
    token_hash text CONSTRAINT pk_refresh_tokens PRIMARY KEY,
    session_id uuid NOT NULL CONSTRAINT fk_refresh_tokens_session REFERENCES sessions (id) ON DELETE CASCADE,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  )`,
  'CREATE INDEX ix_refresh_tokens_session ON refresh_tokens (session_id)',
];

const PROVIDERS = [
  `CREATE TABLE external_identities (
    id uuid CONSTRAINT pk_external_identities PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_external_identities_account REFERENCES accounts (id),
    issuer text NOT NULL,
    subject text NOT NULL,
    linked_by uuid NOT NULL CONSTRAINT fk_external_identities_linked_by REFERENCES accounts (id),
    linked_at timestamptz NOT NULL,
    CONSTRAINT uq_external_identities_subject UNIQUE (issuer, subject)
  )`,
  'CREATE INDEX ix_external_identities_account ON external_identities (account_id)',
  `CREATE TABLE oidc_attempts (
    state_hash text CONSTRAINT pk_oidc_attempts PRIMARY KEY,
    browser_hash text NOT NULL,
    verifier text NOT NULL,
    nonce text NOT NULL,
    return_to text NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  'CREATE INDEX ix_oidc_attempts_expires_at ON oidc_attempts (expires_at)',
];

const ACCOUNTS = [
  'ALTER TABLE accounts DROP COLUMN roles, DROP COLUMN password_hash, ADD COLUMN version int NOT NULL DEFAULT 1',
  'CREATE INDEX ix_accounts_unit ON accounts (unit_id, login_name)',
  'CREATE INDEX ix_accounts_search ON accounts USING gin (login_name gin_trgm_ops, display_name gin_trgm_ops)',
];

/** With the owner's eyes: the policies of the tables behind them would ask one another in a circle. */
const FUNCTIONS = [
  `CREATE FUNCTION scope_administers_unit(id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
     SET search_path = pg_catalog, public, pg_temp AS $$
     SELECT scope_has_role('SECURITY_ADMINISTRATOR') AND EXISTS (
       SELECT 1 FROM accounts me JOIN units mu ON mu.id = me.unit_id JOIN areas mr ON mr.code = mu.area_code,
         units u JOIN areas r ON r.code = u.area_code
       WHERE me.id = scope_account() AND u.id = $1 AND starts_with(r.path, mr.path)) $$`,
  `CREATE FUNCTION scope_administers(account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
     SET search_path = pg_catalog, public, pg_temp AS $$
     SELECT EXISTS (SELECT 1 FROM accounts a WHERE a.id = $1 AND scope_administers_unit(a.unit_id)) $$`,
  'REVOKE EXECUTE ON FUNCTION scope_administers_unit(uuid), scope_administers(uuid) FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION scope_administers_unit(uuid), scope_administers(uuid) TO yikou_app',
];

const ME = '(SELECT scope_account())';
const is = (...names: string[]) => `(SELECT scope_system() = ANY('{${names.join(',')}}'::text[]))`;
const OWN = `account_id = ${ME}`;
const ADMINISTERED = 'scope_administers(account_id)';
/** Not even the security administrator writes what concerns themselves. */
const OTHERS = `account_id <> ${ME} AND ${ADMINISTERED}`;

type Kind = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** The rule of one kind of access; `columns` narrows what may be written. */
function policy(table: string, kind: Kind, rule: string, columns = ''): string[] {
  const name = `app_${kind.toLowerCase()}`;
  const clause =
    kind === 'INSERT'
      ? `WITH CHECK (${rule})`
      : kind === 'UPDATE'
        ? `USING (${rule}) WITH CHECK (${rule})`
        : `USING (${rule})`;
  return [
    `GRANT ${kind} ${columns} ON ${table} TO yikou_app`,
    `CREATE POLICY ${name} ON ${table} FOR ${kind} TO yikou_app ${clause}`,
  ];
}

/** What earlier policies said of sessions, and what more may now be done with accounts. */
function changed(): string[] {
  const unit = `id <> ${ME} AND scope_administers_unit(unit_id)`;
  const reached = `${OWN} OR ${is('sign-in')} OR ${ADMINISTERED}`;
  return [
    ...policy('accounts', 'INSERT', 'scope_administers_unit(unit_id) AND NOT demo'),
    ...policy('accounts', 'UPDATE', unit, '(display_name, unit_id, active, version)'),
    'DROP POLICY app_select ON sessions',
    'DROP POLICY app_update ON sessions',
    ...policy('sessions', 'SELECT', `${reached} OR ${is('housekeeping')}`),
    ...policy('sessions', 'UPDATE', reached),
    ...policy('sessions', 'DELETE', is('housekeeping')),
  ];
}

function added(): string[] {
  const tables = [
    'role_grants',
    'account_secrets',
    'refresh_tokens',
    'external_identities',
    'oidc_attempts',
  ];
  const secrets = `${OWN} OR ${is('sign-in', 'keys')} OR ${ADMINISTERED}`;
  return [
    ...tables.flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    ...policy('role_grants', 'SELECT', `${OWN} OR ${is('sign-in')} OR ${ADMINISTERED}`),
    ...policy('role_grants', 'INSERT', OTHERS),
    ...policy('role_grants', 'UPDATE', OTHERS, '(revoked_at, revoked_by)'),
    ...policy('account_secrets', 'SELECT', secrets),
    ...policy('account_secrets', 'INSERT', OTHERS),
    ...policy('account_secrets', 'UPDATE', secrets),
    ...policy('refresh_tokens', 'SELECT', is('sign-in')),
    ...policy('refresh_tokens', 'INSERT', is('sign-in')),
    ...policy('refresh_tokens', 'UPDATE', is('sign-in'), '(used_at)'),
    ...policy('external_identities', 'SELECT', `${OWN} OR ${is('sign-in')} OR ${ADMINISTERED}`),
    ...policy('external_identities', 'INSERT', OTHERS),
    ...policy('external_identities', 'DELETE', OTHERS),
    ...(['SELECT', 'INSERT', 'DELETE'] as const).flatMap((kind) =>
      policy('oidc_attempts', kind, is('sign-in')),
    ),
  ];
}
