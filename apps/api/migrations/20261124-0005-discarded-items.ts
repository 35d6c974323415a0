import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An item whose only version was discarded goes with it: its code is free again. */
export class DiscardedItems1795478700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const NEVER_PUBLISHED =
  'NOT EXISTS (SELECT 1 FROM item_versions v WHERE v.item_id = service_items.id)';

const STATEMENTS = [
  `DELETE FROM service_items WHERE ${NEVER_PUBLISHED}
     AND NOT EXISTS (SELECT 1 FROM item_drafts d WHERE d.item_id = service_items.id)`,
  'GRANT DELETE ON service_items TO yikou_app',
  `CREATE POLICY app_delete ON service_items FOR DELETE TO yikou_app
     USING ((SELECT scope_has_role('DISTRICT_SUPERVISOR')) AND ${NEVER_PUBLISHED})`,
];
