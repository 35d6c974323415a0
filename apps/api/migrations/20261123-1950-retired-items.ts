import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Retirements, beside the versions and not in them: a published version is never changed (P8). And what
 * the catalog is looked through by.
 */
export class RetiredItems1795463400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...RETIREMENTS, ...POLICIES, ...FILTERS]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const RETIREMENTS = [
  `CREATE TABLE item_retirements (
    version_id uuid CONSTRAINT pk_item_retirements PRIMARY KEY
      CONSTRAINT fk_item_retirements_version REFERENCES item_versions (id),
    retired_from date NOT NULL,
    reason text NOT NULL,
    decided_by uuid NOT NULL CONSTRAINT fk_item_retirements_account REFERENCES accounts (id),
    decided_at timestamptz NOT NULL
  )`,
];

const COMPILER = "(SELECT scope_has_role('DISTRICT_SUPERVISOR'))";

/** Like the versions, it is read by all; who decided stays with those who are signed in by the audit. */
const POLICIES = [
  'ALTER TABLE item_retirements ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE item_retirements FORCE ROW LEVEL SECURITY',
  'CREATE POLICY owner_all ON item_retirements TO CURRENT_USER USING (true) WITH CHECK (true)',
  'GRANT SELECT ON item_retirements TO yikou_app',
  'CREATE POLICY app_select ON item_retirements FOR SELECT TO yikou_app USING (true)',
  'GRANT INSERT ON item_retirements TO yikou_app',
  `CREATE POLICY app_insert ON item_retirements FOR INSERT TO yikou_app
     WITH CHECK (${COMPILER} AND decided_by = (SELECT scope_account()))`,
];

const FILTERS = [
  // R47: what was published before says it by its theme, or by resting on the plan's encouragement alone.
  `ALTER TABLE item_versions ADD COLUMN class text NOT NULL DEFAULT 'GOVERNMENT'
     CONSTRAINT ck_item_versions_class CHECK (class IN ('GOVERNMENT','FEATURED'))`,
  `UPDATE item_versions SET class = coalesce(content #>> '{more,class}', CASE
     WHEN theme IN ('便民缴费','特色服务','党建服务')
       OR jsonb_array_length(content -> 'legalBasis') > 0 AND NOT EXISTS (
         SELECT 1 FROM jsonb_array_elements(content -> 'legalBasis') b
         WHERE b ->> 'title' NOT LIKE '%二七政办〔2017〕11号%') THEN 'FEATURED'
     ELSE 'GOVERNMENT' END)`,
  'ALTER TABLE item_versions ALTER COLUMN class DROP DEFAULT',
  'CREATE INDEX ix_service_items_out_of_force ON service_items (code) WHERE current_version_id IS NULL',
];
