import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is in force, ready to be searched; and where which version of an item is posted (R36). */
export class Publication1795462200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  // One row an item, whatever the number of its versions; filled by the application, which knows pinyin.
  `CREATE TABLE item_search (
    item_id uuid CONSTRAINT pk_item_search PRIMARY KEY CONSTRAINT fk_item_search_item REFERENCES service_items (id),
    version_id uuid NOT NULL CONSTRAINT fk_item_search_version REFERENCES item_versions (id),
    form int NOT NULL,
    code text NOT NULL,
    theme text NOT NULL,
    level text NOT NULL,
    class text NOT NULL,
    handling_kind text NOT NULL,
    closure text NOT NULL,
    name text NOT NULL,
    initials text NOT NULL,
    text text NOT NULL,
    spelling text NOT NULL,
    grams tsvector NOT NULL
  )`,
  'CREATE UNIQUE INDEX uq_item_search_code ON item_search (code)',
  'CREATE INDEX ix_item_search_theme ON item_search (theme, code)',
  'CREATE INDEX ix_item_search_level ON item_search (level, code)',
  'CREATE INDEX ix_item_search_class ON item_search (class, code)',
  'CREATE INDEX ix_item_search_handling_kind ON item_search (handling_kind, code)',
  'CREATE INDEX ix_item_search_closure ON item_search (closure, code)',
  // Written now and then and read all the time: nothing waits to be merged into it. Its grams are single
  // characters and pairs: trigrams find no word of two Chinese characters. As tsvector, because a word
  // that most items have is looked up row by row, and an array would be walked through for each.
  'CREATE INDEX ix_item_search_grams ON item_search USING gin (grams) WITH (fastupdate = off)',
  'DROP INDEX ix_item_versions_search',
  `CREATE TABLE publications (
    unit_id uuid NOT NULL CONSTRAINT fk_publications_unit REFERENCES units (id),
    item_id uuid NOT NULL CONSTRAINT fk_publications_item REFERENCES service_items (id),
    channel text NOT NULL CONSTRAINT ck_publications_channel
      CHECK (channel IN ('PREMISES','BROCHURE','BOARD','WECHAT')),
    item_version_id uuid NOT NULL CONSTRAINT fk_publications_version REFERENCES item_versions (id),
    area_path text NOT NULL,
    place text NOT NULL,
    posted_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by_id uuid NOT NULL CONSTRAINT fk_publications_recorded_by REFERENCES accounts (id),
    CONSTRAINT pk_publications PRIMARY KEY (unit_id, item_id, channel)
  )`,
];

const INDEXER =
  "(SELECT scope_has_role('DISTRICT_SUPERVISOR')) OR (SELECT scope_system() = 'catalog-clock')";
const OWN = 'unit_id = (SELECT scope_unit())';
const BELOW = 'starts_with(area_path, (SELECT scope_area()))';
const RECORDER = `((SELECT scope_has_role('CENTRE_ADMINISTRATOR')) AND ${OWN})
  OR ((SELECT scope_has_role('DISTRICT_SUPERVISOR')) AND ${BELOW})`;

function policies(): string[] {
  return [
    ...['item_search', 'publications'].flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
    ]),
    ...allow('item_search', 'SELECT', 'true'),
    ...allow('item_search', 'INSERT', INDEXER),
    ...allow('item_search', 'UPDATE', INDEXER),
    ...allow('item_search', 'DELETE', INDEXER),
    ...allow('publications', 'SELECT', `${OWN} OR ${BELOW}`),
    ...allow('publications', 'INSERT', RECORDER),
    ...allow('publications', 'UPDATE', RECORDER),
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
