import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Breaks of a hall (R53), the escalation chain (T2), and yellow and red cards with their replies (R60). */
export class EscalationsAndCards1795479900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  "ALTER TABLE units ADD COLUMN breaks jsonb NOT NULL DEFAULT '[]'",
  `ALTER TABLE deadlines
    ADD COLUMN escalated int NOT NULL DEFAULT 0,
    ADD COLUMN escalate_at timestamptz`,
  // What was overdue before there was a chain begins it with the first turn.
  `CREATE INDEX ix_deadlines_escalate ON deadlines ((coalesce(escalate_at, due_at)), id)
     WHERE state = 'MISSED' AND closed_at IS NULL`,
  `CREATE TABLE escalation_steps (
    position int CONSTRAINT pk_escalation_steps PRIMARY KEY,
    level text NOT NULL CONSTRAINT uq_escalation_steps_level UNIQUE
      CONSTRAINT ck_escalation_steps_level CHECK (level IN ('UNIT_HEAD','CENTRE','DISTRICT')),
    after_days int NOT NULL CONSTRAINT ck_escalation_steps_days CHECK (after_days BETWEEN 0 AND 60)
  )`,
  `INSERT INTO escalation_steps (position, level, after_days)
     VALUES (1, 'UNIT_HEAD', 0), (2, 'CENTRE', 1), (3, 'DISTRICT', 2)`,
  `CREATE TABLE escalations (
    id uuid CONSTRAINT pk_escalations PRIMARY KEY,
    deadline_id uuid NOT NULL CONSTRAINT fk_escalations_deadline REFERENCES deadlines (id),
    due_at timestamptz NOT NULL,
    position int NOT NULL,
    level text NOT NULL,
    unit_id uuid CONSTRAINT fk_escalations_unit REFERENCES units (id),
    unassigned boolean NOT NULL,
    at timestamptz NOT NULL,
    area_path text NOT NULL,
    CONSTRAINT uq_escalations_once UNIQUE (deadline_id, due_at, position)
  )`,
  'CREATE INDEX ix_escalations_unit ON escalations (unit_id, level, at DESC, id DESC)',
  "CREATE INDEX ix_escalations_district ON escalations (at DESC, id DESC) WHERE level = 'DISTRICT'",
  `CREATE TABLE cards (
    id uuid CONSTRAINT pk_cards PRIMARY KEY,
    deadline_id uuid NOT NULL CONSTRAINT fk_cards_deadline REFERENCES deadlines (id),
    colour text NOT NULL CONSTRAINT ck_cards_colour CHECK (colour IN ('YELLOW','RED')),
    state text NOT NULL CONSTRAINT ck_cards_state
      CHECK (state IN ('ISSUED','REPLIED','ACCEPTED','WITHDRAWN')),
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    reference text NOT NULL,
    title text NOT NULL,
    unit_id uuid NOT NULL CONSTRAINT fk_cards_unit REFERENCES units (id),
    area_path text NOT NULL,
    due_at timestamptz NOT NULL,
    issued_at timestamptz NOT NULL,
    reply_deadline_id uuid CONSTRAINT fk_cards_reply_deadline REFERENCES deadlines (id),
    CONSTRAINT uq_cards_once UNIQUE (deadline_id, colour, due_at)
  )`,
  'CREATE INDEX ix_cards_unit ON cards (unit_id, issued_at DESC, id DESC)',
  'CREATE INDEX ix_cards_issued ON cards (issued_at DESC, id DESC)',
  'CREATE INDEX ix_cards_state ON cards (colour, state, issued_at DESC, id DESC)',
  `CREATE INDEX ix_cards_reply_wanted ON cards (id)
     WHERE colour = 'RED' AND state = 'ISSUED' AND reply_deadline_id IS NULL`,
  'CREATE INDEX ix_cards_reply_deadline ON cards (reply_deadline_id)',
  `CREATE TABLE card_replies (
    id uuid CONSTRAINT pk_card_replies PRIMARY KEY,
    card_id uuid NOT NULL CONSTRAINT fk_card_replies_card REFERENCES cards (id),
    reason text NOT NULL,
    remedy text NOT NULL,
    by_id uuid NOT NULL CONSTRAINT fk_card_replies_by REFERENCES accounts (id),
    at timestamptz NOT NULL,
    verdict text CONSTRAINT ck_card_replies_verdict CHECK (verdict IN ('ACCEPTED','RETURNED')),
    verdict_note text,
    verdict_by_id uuid CONSTRAINT fk_card_replies_verdict_by REFERENCES accounts (id),
    verdict_at timestamptz
  )`,
  'CREATE INDEX ix_card_replies_card ON card_replies (card_id, at)',
  'CREATE UNIQUE INDEX uq_card_replies_open ON card_replies (card_id) WHERE verdict IS NULL',
];

const UNIT = '(SELECT scope_unit())';
const ACCOUNT = '(SELECT scope_account())';
const AREA = '(SELECT scope_area())';
const SUPERVISOR = "(SELECT scope_has_role('DISTRICT_SUPERVISOR'))";
const CLOCK = "(SELECT scope_system() = 'deadline-clock')";
const SEEN = `unit_id = ${UNIT} OR starts_with(area_path, ${AREA}) OR ${CLOCK}`;
const OF_CARD = 'EXISTS (SELECT 1 FROM cards c WHERE c.id = card_replies.card_id)';

function policies(): string[] {
  return [
    ...['escalation_steps', 'escalations', 'cards', 'card_replies'].flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    ...allow('escalation_steps', 'SELECT', `${ACCOUNT} IS NOT NULL OR ${CLOCK}`),
    ...allow('escalation_steps', 'INSERT', SUPERVISOR),
    ...allow('escalation_steps', 'DELETE', SUPERVISOR),
    ...allow('escalations', 'SELECT', SEEN),
    ...allow('escalations', 'INSERT', CLOCK),
    ...allow('cards', 'SELECT', SEEN),
    // Also by whoever ends what was late before anybody flagged it.
    ...allow(
      'cards',
      'INSERT',
      `(${UNIT} IS NOT NULL OR ${CLOCK}) AND EXISTS (SELECT 1 FROM deadlines d WHERE d.id = deadline_id)`,
    ),
    ...allow(
      'cards',
      'UPDATE',
      `unit_id = ${UNIT} OR (${SUPERVISOR} AND starts_with(area_path, ${AREA})) OR ${CLOCK}`,
      '(state, reply_deadline_id)',
    ),
    ...allow('card_replies', 'SELECT', OF_CARD),
    ...allow('card_replies', 'INSERT', `by_id = ${ACCOUNT} AND ${OF_CARD}`),
    ...allow(
      'card_replies',
      'UPDATE',
      `${SUPERVISOR} AND ${OF_CARD}`,
      '(verdict, verdict_note, verdict_by_id, verdict_at)',
    ),
    // Whether somebody has claimed the work; the deadline of a reply that is asked for.
    `CREATE POLICY clock_select ON tasks FOR SELECT TO yikou_app USING (${CLOCK})`,
    `CREATE POLICY clock_insert ON deadlines FOR INSERT TO yikou_app WITH CHECK (${CLOCK})`,
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
