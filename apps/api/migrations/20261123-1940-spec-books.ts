import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Specification books (R32): an edition and what it holds get rows and never change them; only its
 * printed files come later.
 */
export class SpecBooks1795462800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...policies()]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = [
  `CREATE TABLE spec_books (
    id uuid CONSTRAINT pk_spec_books PRIMARY KEY,
    level text NOT NULL CONSTRAINT ck_spec_books_level CHECK (level IN ('STREET','COMMUNITY')),
    year int NOT NULL,
    serial int NOT NULL,
    district text NOT NULL,
    issuer text NOT NULL,
    frozen_on date NOT NULL,
    content_hash text NOT NULL,
    item_count int NOT NULL,
    compiled_by uuid NOT NULL CONSTRAINT fk_spec_books_compiled_by REFERENCES accounts (id),
    compiled_at timestamptz NOT NULL,
    CONSTRAINT uq_spec_books_edition UNIQUE (level, year, serial)
  )`,
  'CREATE INDEX ix_spec_books_newest ON spec_books (year, serial, level)',
  `CREATE TABLE spec_book_items (
    book_id uuid NOT NULL CONSTRAINT fk_spec_book_items_book REFERENCES spec_books (id),
    place int NOT NULL,
    item_version_id uuid NOT NULL CONSTRAINT fk_spec_book_items_version REFERENCES item_versions (id),
    CONSTRAINT pk_spec_book_items PRIMARY KEY (book_id, place)
  )`,
  'CREATE INDEX ix_spec_book_items_version ON spec_book_items (item_version_id)',
  `CREATE TABLE spec_book_files (
    book_id uuid NOT NULL CONSTRAINT fk_spec_book_files_book REFERENCES spec_books (id),
    format text NOT NULL CONSTRAINT ck_spec_book_files_format CHECK (format IN ('PDF','DOCX','XLSX')),
    state text NOT NULL CONSTRAINT ck_spec_book_files_state CHECK (state IN ('WAITING','READY','FAILED')),
    tries int NOT NULL DEFAULT 0,
    taken_until timestamptz,
    storage_key text,
    sha256 text,
    bytes int,
    CONSTRAINT pk_spec_book_files PRIMARY KEY (book_id, format),
    CONSTRAINT ck_spec_book_files_ready CHECK ((state = 'READY') = (storage_key IS NOT NULL))
  )`,
  "CREATE INDEX ix_spec_book_files_waiting ON spec_book_files (book_id) WHERE state = 'WAITING'",
];

const COMPILER = "(SELECT scope_has_role('DISTRICT_SUPERVISOR'))";
const PRESS = "(SELECT scope_system() = 'book-press')";

function policies(): string[] {
  return [
    ...['spec_books', 'spec_book_items', 'spec_book_files'].flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY owner_all ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
      // A published book is for everybody (R37).
      `GRANT SELECT, INSERT ON ${table} TO yikou_app`,
      `CREATE POLICY app_select ON ${table} FOR SELECT TO yikou_app USING (true)`,
      `CREATE POLICY app_insert ON ${table} FOR INSERT TO yikou_app WITH CHECK (${COMPILER})`,
    ]),
    'GRANT UPDATE (state, tries, taken_until, storage_key, sha256, bytes) ON spec_book_files TO yikou_app',
    `CREATE POLICY app_update ON spec_book_files FOR UPDATE TO yikou_app USING (${PRESS}) WITH CHECK (${PRESS})`,
  ];
}
