import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open screens hear of a case as soon as something has happened to it. */
export class Reception1795480200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of LIVE) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

/**
 * At the history, because whatever happens to a case is written there, by whichever verb. It tells the id
 * and whom it reaches, nothing of the case. With the owner's eyes: whoever acts does not see which other
 * units take part. Who loads cases in bulk tells nobody.
 */
const LIVE = [
  `CREATE FUNCTION live_tell_cases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
     SET search_path = pg_catalog, public, pg_temp AS $$
   BEGIN
     PERFORM pg_notify('yikou_live', json_build_array(json_build_object('kind', 'case', 'id', c.id,
         'area', c.area_path, 'units', ARRAY(SELECT cu.unit_id FROM case_units cu WHERE cu.case_id = c.id
           UNION SELECT c.holder_unit_id LIMIT 100)))::text)
       FROM cases c WHERE c.id IN (SELECT case_id FROM happened)
         AND (SELECT count(*) FROM happened) <= 100;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER live_case_events AFTER INSERT ON case_events REFERENCING NEW TABLE AS happened
     FOR EACH STATEMENT EXECUTE FUNCTION live_tell_cases()`,
];
