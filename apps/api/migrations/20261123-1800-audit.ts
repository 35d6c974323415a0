import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who did what, in hash chains. Rows come by `audit_append` alone: the application's role may execute
 * it and read, and gets no INSERT, UPDATE or DELETE on these tables.
 */
export class Audit1795456800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES, ...FUNCTIONS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

/**
 * `at` has milliseconds like the clock that is hashed, so no finer change can hide in it. `changes` is
 * text and not jsonb, because it is hashed as it was written.
 */
const TABLES = [
  `CREATE TABLE audit_entries (
    chain text NOT NULL,
    seq bigint NOT NULL,
    at timestamptz(3) NOT NULL,
    action text NOT NULL,
    account_id uuid,
    actor text NOT NULL,
    unit_id uuid,
    area_path text NOT NULL DEFAULT '',
    address text,
    trace_id text,
    subject_kind text,
    subject_id text,
    reason text,
    changes text NOT NULL,
    content_hash text NOT NULL,
    prev_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT pk_audit_entries PRIMARY KEY (chain, seq, at)
  ) PARTITION BY RANGE (at)`,
  `CREATE TABLE audit_entries_other PARTITION OF audit_entries DEFAULT`,
  `ALTER TABLE audit_entries_other ENABLE ROW LEVEL SECURITY`,
  `CREATE TABLE audit_chains (
    chain text CONSTRAINT pk_audit_chains PRIMARY KEY CONSTRAINT ck_audit_chains_chain CHECK (chain <> ''),
    count bigint NOT NULL,
    head_hash text NOT NULL,
    updated_at timestamptz NOT NULL
  )`,
];

const INDEXES = [
  'CREATE INDEX ix_audit_entries_at ON audit_entries (at, chain, seq)',
  'CREATE INDEX ix_audit_entries_account ON audit_entries (account_id, at) WHERE account_id IS NOT NULL',
  'CREATE INDEX ix_audit_entries_subject ON audit_entries (subject_kind, subject_id, at) WHERE subject_id IS NOT NULL',
  'CREATE INDEX ix_audit_entries_action ON audit_entries (action, at)',
  'CREATE INDEX ix_audit_entries_unit ON audit_entries (unit_id, at) WHERE unit_id IS NOT NULL',
  'CREATE INDEX ix_audit_entries_area ON audit_entries (area_path text_pattern_ops, at)',
];

/** pg_temp stands last in their search paths: a caller's temporary table must not pass for ours. */
const FUNCTIONS = [
  // The chain's row stays locked to the end of the caller's transaction: that is what leaves no gap.
  `CREATE FUNCTION audit_append(
    p_chain text, p_at timestamptz, p_action text, p_account_id uuid, p_actor text, p_unit_id uuid,
    p_area_path text, p_address text, p_trace_id text, p_subject_kind text, p_subject_id text,
    p_reason text, p_changes text, p_content_hash text
  ) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    head audit_chains%ROWTYPE;
    next_hash text;
  BEGIN
    IF p_content_hash !~ '^[0-9a-f]{64}$' THEN
      RAISE EXCEPTION 'audit_append: not a SHA-256' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT * INTO head FROM audit_chains WHERE chain = p_chain FOR UPDATE;
    IF NOT FOUND THEN
      INSERT INTO audit_chains VALUES (p_chain, 0, repeat('0', 64), p_at) ON CONFLICT DO NOTHING;
      SELECT * INTO STRICT head FROM audit_chains WHERE chain = p_chain FOR UPDATE;
    END IF;
    next_hash := encode(sha256(convert_to(
      head.head_hash || '|' || head.count + 1 || '|' || p_content_hash, 'UTF8')), 'hex');
    INSERT INTO audit_entries (chain, seq, at, action, account_id, actor, unit_id, area_path, address,
      trace_id, subject_kind, subject_id, reason, changes, content_hash, prev_hash, hash)
    VALUES (p_chain, head.count + 1, p_at, p_action, p_account_id, p_actor, p_unit_id, p_area_path,
      p_address, p_trace_id, p_subject_kind, p_subject_id, p_reason, p_changes, p_content_hash,
      head.head_hash, next_hash);
    UPDATE audit_chains SET count = head.count + 1, head_hash = next_hash, updated_at = p_at
    WHERE chain = p_chain;
  END $$`,
  // Attached, not created in place, so that nobody who reads or writes other months waits for it.
  `CREATE FUNCTION audit_ensure_partitions(p_until date) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    month date := '2025-12-01';
    next_month date;
    name text;
    made int := 0;
  BEGIN
    IF p_until > greatest(current_date, month) + interval '10 years' THEN
      RAISE EXCEPTION 'audit_ensure_partitions: more than ten years ahead'
        USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('audit_ensure_partitions'));
    WHILE month <= p_until LOOP
      next_month := month + interval '1 month';
      name := 'audit_entries_' || to_char(month, 'YYYY_MM');
      IF to_regclass('public.' || name) IS NULL THEN
        BEGIN
          EXECUTE format('CREATE TABLE public.%I (LIKE public.audit_entries INCLUDING ALL)', name);
          -- Without a policy of its own a partition is reached through audit_entries alone.
          EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
          EXECUTE format(
            'ALTER TABLE public.audit_entries ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
            name, to_char(month, 'YYYY-MM-DD 00:00:00+00'), to_char(next_month, 'YYYY-MM-DD 00:00:00+00'));
          made := made + 1;
        EXCEPTION WHEN check_violation THEN
          NULL; -- Rows of this month stand in audit_entries_other already, and stay there.
        END;
      END IF;
      month := next_month;
    END LOOP;
    RETURN made;
  END $$`,
  `REVOKE ALL ON FUNCTION audit_append(text, timestamptz, text, uuid, text, uuid, text, text, text, text, text, text, text, text) FROM PUBLIC`,
  `REVOKE ALL ON FUNCTION audit_ensure_partitions(date) FROM PUBLIC`,
  `SELECT audit_ensure_partitions('2028-12-01')`,
];
