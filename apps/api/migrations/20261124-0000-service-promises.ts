import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R76: what each centre promises, version after version. */
export class ServicePromises1795478400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const PUBLISHER = `(SELECT scope_has_role('CENTRE_ADMINISTRATOR')) AND unit_id = (SELECT scope_unit())
  AND published_by_id = (SELECT scope_account())`;

const STATEMENTS = [
  `CREATE TABLE service_promises (
    unit_id uuid NOT NULL CONSTRAINT fk_service_promises_unit REFERENCES units (id),
    number int NOT NULL CONSTRAINT ck_service_promises_number CHECK (number > 0),
    effective_from date NOT NULL,
    promises jsonb NOT NULL CONSTRAINT ck_service_promises_promises CHECK (jsonb_array_length(promises) > 0),
    published_at timestamptz NOT NULL,
    published_by_id uuid NOT NULL CONSTRAINT fk_service_promises_published_by REFERENCES accounts (id),
    CONSTRAINT pk_service_promises PRIMARY KEY (unit_id, number)
  )`,
  'ALTER TABLE service_promises ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE service_promises FORCE ROW LEVEL SECURITY',
  'CREATE POLICY owner_all ON service_promises TO CURRENT_USER USING (true) WITH CHECK (true)',
  // Neither UPDATE nor DELETE: a published version is never changed, a new one replaces it.
  'GRANT SELECT, INSERT ON service_promises TO yikou_app',
  'CREATE POLICY app_select ON service_promises FOR SELECT TO yikou_app USING (true)',
  `CREATE POLICY app_insert ON service_promises FOR INSERT TO yikou_app WITH CHECK (${PUBLISHER})`,
];
