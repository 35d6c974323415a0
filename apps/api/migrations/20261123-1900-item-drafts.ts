import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Versions in the making, apart from the published ones: those get rows and never change them, because
 * the application's role holds no right to (P8).
 */
export class ItemDrafts1795460400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  `CREATE TABLE item_drafts (
    id uuid CONSTRAINT pk_item_drafts PRIMARY KEY,
    item_id uuid NOT NULL CONSTRAINT fk_item_drafts_item REFERENCES service_items (id),
    item_code text NOT NULL,
    number int NOT NULL,
    state text NOT NULL CONSTRAINT ck_item_drafts_state
      CHECK (state IN ('DRAFT','IN_REVIEW','RETURNED','APPROVED','PUBLISHED')),
    version int NOT NULL DEFAULT 1,
    name text NOT NULL,
    standard jsonb NOT NULL,
    authors uuid[] NOT NULL,
    review_unit_id uuid CONSTRAINT fk_item_drafts_review_unit REFERENCES units (id),
    based_on_id uuid CONSTRAINT fk_item_drafts_based_on REFERENCES item_versions (id),
    return_reason text,
    updated_at timestamptz NOT NULL,
    CONSTRAINT uq_item_drafts_number UNIQUE (item_id, number)
  )`,
  // One version of an item is in the making at a time, also where two begin at once.
  "CREATE UNIQUE INDEX uq_item_drafts_open ON item_drafts (item_id) WHERE state <> 'PUBLISHED'",
  'CREATE INDEX ix_item_drafts_state ON item_drafts (state, item_code, id)',
  'CREATE INDEX ix_item_drafts_review ON item_drafts (review_unit_id, item_code, id)',
  `CREATE TABLE item_draft_comments (
    id uuid CONSTRAINT pk_item_draft_comments PRIMARY KEY,
    draft_id uuid NOT NULL CONSTRAINT fk_item_draft_comments_draft REFERENCES item_drafts (id) ON DELETE CASCADE,
    field text NOT NULL,
    text text NOT NULL,
    author_id uuid NOT NULL CONSTRAINT fk_item_draft_comments_author REFERENCES accounts (id),
    at timestamptz NOT NULL
  )`,
  'CREATE INDEX ix_item_draft_comments_draft ON item_draft_comments (draft_id, at)',
  'CREATE INDEX ix_item_versions_effective ON item_versions (effective_from)',
];

const COMPILER = "(SELECT scope_has_role('DISTRICT_SUPERVISOR'))";
const REVIEWER =
  "(SELECT scope_has_role('DEPARTMENT_APPROVER')) AND review_unit_id = (SELECT scope_unit())";
const CLOCK = "(SELECT scope_system() = 'catalog-clock')";
const SEES_DRAFT = 'EXISTS (SELECT 1 FROM item_drafts d WHERE d.id = item_draft_comments.draft_id)';

function policies(): string[] {
  return [
    ...['item_drafts', 'item_draft_comments'].flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    ...allow('item_drafts', 'SELECT', `${COMPILER} OR (${REVIEWER})`),
    ...allow('item_drafts', 'INSERT', COMPILER),
    ...allow('item_drafts', 'UPDATE', `${COMPILER} OR (${REVIEWER})`),
    ...allow('item_drafts', 'DELETE', `${COMPILER} AND state <> 'PUBLISHED'`),
    ...allow('item_draft_comments', 'SELECT', SEES_DRAFT),
    ...allow(
      'item_draft_comments',
      'INSERT',
      `author_id = (SELECT scope_account()) AND ${SEES_DRAFT}`,
    ),
    ...allow('service_items', 'INSERT', COMPILER),
    ...allow('service_items', 'UPDATE', `${COMPILER} OR ${CLOCK}`, '(current_version_id)'),
    ...allow('item_versions', 'INSERT', COMPILER),
    ...allow('offerings', 'UPDATE', `${COMPILER} OR ${CLOCK}`, '(item_version_id)'),
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
