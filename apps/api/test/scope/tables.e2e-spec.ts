import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { registered } from '../support/cases.js';
import { openDistrict, type District } from '../support/district.js';

/** Tables in which row-level security does not stand as it should; partitions are reached through theirs. */
const UNGUARDED = `
  SELECT c.relname FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND NOT (c.relrowsecurity AND c.relforcerowsecurity
      AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))
  UNION ALL
  SELECT c.relname FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relispartition AND c.relkind = 'r'
    AND (NOT c.relrowsecurity OR has_table_privilege('yikou_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE'))`;

/** A right without a policy for it, or a policy without the right, is a mistake of the migration. */
const RIGHTS = `
  SELECT c.relname, r.name FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS r(name)
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND CASE r.name WHEN 'DELETE' THEN has_table_privilege('yikou_app', c.oid, 'DELETE')
      ELSE has_any_column_privilege('yikou_app', c.oid, r.name) END <> EXISTS (
      SELECT 1 FROM pg_policies p WHERE p.tablename = c.relname AND p.cmd = r.name AND 'yikou_app' = ANY(p.roles))`;

describe('design §6: the tables guard themselves', () => {
  let district: District;
  let app: pg.Client;

  beforeAll(async () => {
    district = await openDistrict();
    await registered(await district.as('dxl-clerk1'), 'EQ-T-05-001');
    app = new pg.Client({ connectionString: district.settings.databaseUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await district.close();
  });

  it('every table has its policies, forced on its owner too', async () => {
    expect(await district.sql.query(UNGUARDED)).toEqual([]);
    expect(await district.sql.query(RIGHTS)).toEqual([]);
  });

  it('a table that somebody forgot to guard is found', async () => {
    await district.sql.query('CREATE TABLE forgotten (id int)');
    expect(await district.sql.query(UNGUARDED)).toEqual([{ relname: 'forgotten' }]);
    await district.sql.query('DROP TABLE forgotten');
  });

  it('the application’s role owns no table and gets past no policy', async () => {
    const { rows } = await app.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r','p')) AS tables
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, tables: 0 },
    ]);
    await expect(app.query('ALTER TABLE cases DISABLE ROW LEVEL SECURITY')).rejects.toThrow(
      'owner',
    );
    await expect(app.query('SET ROLE yikou')).rejects.toThrow('permission denied');
  });

  it('without a scope nobody’s rows are seen', async () => {
    const open = ['areas', 'calendar_days', 'calendar_years', 'counters', 'item_search'];
    const full: string[] = [];
    const tables: { relname: string }[] = await district.sql.query(
      `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
         AND c.relkind IN ('r','p') AND NOT c.relispartition AND has_table_privilege('yikou_app', c.oid, 'SELECT')`,
    );
    for (const { relname } of tables) {
      const { rowCount } = await app.query(`SELECT 1 FROM ${relname} LIMIT 1`);
      if (rowCount) full.push(relname);
    }
    expect(full.sort()).toEqual([
      ...open,
      'item_versions',
      'offerings',
      'service_items',
      'service_promises',
      'units',
    ]);
  });

  it.each([
    ['case_events', "SET verb = 'x'"],
    ['deadline_events', "SET kind = 'x'"],
    ['audit_entries', "SET actor = 'x'"],
    ['audit_chains', 'SET count = 0'],
    ['uploads', 'SET receipt_at = now()'],
    ['item_versions', "SET name = 'x'"],
  ])('%s is written once: changing and deleting are not granted', async (table, change) => {
    await expect(app.query(`UPDATE ${table} ${change}`)).rejects.toThrow('permission denied');
    await expect(app.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    await expect(app.query(`TRUNCATE ${table}`)).rejects.toThrow('permission denied');
  });

  it('an audit entry comes by its function alone', async () => {
    const insert = `INSERT INTO audit_entries (chain, seq, at, action, actor, changes, content_hash, prev_hash, hash)
      VALUES ('system', 1, now(), 'x', 'x', '[]', '', '', '')`;
    await expect(app.query(insert)).rejects.toThrow('permission denied');
  });
});
