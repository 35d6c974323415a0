import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { appendAudit } from './append-audit.js';
import { readEntries, readHeads, type ReadRows } from './audit-reader.js';
import { verifyAudit } from './verify-audit.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const read: ReadRows = (sql, params) => database.query(sql, params);
const appendAt = (at: string) =>
  database.dataSource.transaction((tx) =>
    appendAudit(tx, { chain: 'system', at: new Date(at), action: 'a', actor: 'worker' }),
  );

describe('audit_entries is cut by the months of UTC', () => {
  const ensure = (until: string) =>
    database.query<{ made: number }>('SELECT audit_ensure_partitions($1) AS made', [until]);
  const placeOf = async (at: string) => {
    const [row] = await database.query<{ place: string }>(
      'SELECT tableoid::regclass::text AS place FROM audit_entries WHERE at = $1',
      [at],
    );
    return row?.place;
  };

  it.each([
    ['2025-11-30T23:59:59.999Z', 'audit_entries_other'],
    ['2025-12-01T00:00:00.000Z', 'audit_entries_2025_12'],
    ['2026-02-28T23:59:59.999Z', 'audit_entries_2026_02'],
    ['2026-03-01T00:00:00.000Z', 'audit_entries_2026_03'],
    ['2028-02-29T12:00:00.000Z', 'audit_entries_2028_02'],
    ['2028-12-31T23:59:59.999Z', 'audit_entries_2028_12'],
    ['2029-01-01T00:00:00.000Z', 'audit_entries_other'],
    ['1999-12-31T23:59:59.999Z', 'audit_entries_other'],
    ['9999-12-31T23:59:59.999Z', 'audit_entries_other'],
  ])('a clock that says %s writes into %s', async (at, place) => {
    await appendAt(at);
    expect(await placeOf(at)).toBe(place);
  });

  it('months are made once; one whose rows stand elsewhere already is left alone', async () => {
    expect(await ensure('2028-12-31')).toEqual([{ made: 0 }]);
    // January 2029 has a row in the default partition from the test before.
    expect(await ensure('2029-03-01')).toEqual([{ made: 2 }]);
    expect(await ensure('2029-03-31')).toEqual([{ made: 0 }]);
    for (const at of ['2029-01-31T12:00:00Z', '2029-02-01T00:00:00Z']) await appendAt(at);
    expect(await placeOf('2029-01-31T12:00:00Z')).toBe('audit_entries_other');
    expect(await placeOf('2029-02-01T00:00:00Z')).toBe('audit_entries_2029_02');
    expect(await verifyAudit(read, undefined)).toMatchObject({ ok: true, entries: 11 });
  });

  it('an instant has no room for a change finer than what is hashed', async () => {
    await database.query("UPDATE audit_entries SET at = at + interval '1 microsecond'");
    expect(await verifyAudit(read, undefined)).toMatchObject({ ok: true, entries: 11 });
    const [finest] = await readEntries(read, "WHERE at = '2026-02-28T23:59:59.999Z'", []);
    expect(finest).toMatchObject({ at: '2026-02-28T23:59:59.999Z' });
  });

  it('two processes that make a month at once both come through', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => ensure('2029-06-01')));
    expect(made.flat().reduce((sum, row) => sum + row.made, 0)).toBe(3);
  });

  it('the bounds hang on nobody’s time zone or date style', async () => {
    await database.dataSource.transaction(async (tx) => {
      await tx.query("SET LOCAL timezone = 'Asia/Shanghai'; SET LOCAL datestyle = 'SQL, DMY'");
      await tx.query("SELECT audit_ensure_partitions('2029-08-01'::date)");
    });
    await appendAt('2029-07-31T23:59:59.999Z');
    await appendAt('2029-08-01T00:00:00.000Z');
    expect(await placeOf('2029-07-31T23:59:59.999Z')).toBe('audit_entries_2029_07');
    expect(await placeOf('2029-08-01T00:00:00.000Z')).toBe('audit_entries_2029_08');
  });

  it('a month is made while another is being written', async () => {
    await database.dataSource.transaction(async (tx) => {
      await appendAudit(tx, { chain: 'x', at: new Date('2026-05-01'), action: 'a', actor: 'w' });
      expect(await ensure('2029-09-01')).toEqual([{ made: 1 }]);
    });
  });

  it('nobody fills the disk with months', async () => {
    await expect(ensure('2099-01-01')).rejects.toThrow('more than ten years ahead');
  });
});

describe('append-only by rights', () => {
  const role = `audit_writer_${randomUUID().slice(0, 8)}`;
  const FUNCTIONS = 'FUNCTION audit_append, audit_ensure_partitions';
  beforeAll(async () => {
    await database.query(`CREATE ROLE ${role} NOLOGIN`);
    await database.query(`GRANT ${role} TO CURRENT_USER`);
  });
  afterAll(async () => {
    await database.query(`DROP OWNED BY ${role}`);
    await database.query(`DROP ROLE ${role}`);
  });

  const asRole = <T>(work: (tx: EntityManager) => Promise<T>) =>
    database.dataSource.transaction(async (tx) => {
      await tx.query(`SET LOCAL ROLE ${role}`);
      return work(tx);
    });
  const appendAsRole = (tx: EntityManager) =>
    appendAudit(tx, { chain: 'theirs', at: new Date(), action: 'a', actor: 'w' });

  it('nobody may append who was not told so', async () => {
    await expect(asRole(appendAsRole)).rejects.toThrow('permission denied for function');
    const ensure = asRole((tx) => tx.query("SELECT audit_ensure_partitions('2026-01-01')"));
    await expect(ensure).rejects.toThrow('permission denied for function');
  });

  it('who may append can change nothing', async () => {
    await database.query(`GRANT EXECUTE ON ${FUNCTIONS} TO ${role}`);
    await database.query(`GRANT SELECT ON audit_entries, audit_chains TO ${role}`);
    await asRole(appendAsRole);
    for (const table of ['audit_entries', 'audit_chains', 'audit_entries_2026_01']) {
      for (const statement of [
        `UPDATE ${table} SET chain = 'x'`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `INSERT INTO ${table} (chain) VALUES ('x')`,
        `DROP TABLE ${table}`,
      ]) {
        await expect(asRole((tx) => tx.query(statement))).rejects.toThrow(
          /permission denied|must be owner/,
        );
      }
    }
  });

  it('a grant on everything opens no partition behind the policies of audit_entries', async () => {
    await appendAt('2026-01-15T00:00:00Z');
    await database.dataSource
      .transaction(async (tx) => {
        await tx.query(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}`);
        await tx.query(`SET LOCAL ROLE ${role}`);
        const partitions = ['audit_entries_2026_01', 'audit_entries_other'];
        for (const table of partitions) {
          expect(await tx.query(`SELECT * FROM ${table}`)).toEqual([]);
          expect((await tx.query(`DELETE FROM ${table}`))[1]).toBe(0);
        }
        throw new Error('rolled back');
      })
      .catch((error: Error) => expect(error.message).toBe('rolled back'));
  });

  it('a temporary table of the same name does not pass for ours', async () => {
    await database.query(`GRANT TEMPORARY ON DATABASE ${await databaseName()} TO ${role}`);
    const before = await readHeads(read);
    await asRole(async (tx) => {
      await tx.query(
        'CREATE TEMPORARY TABLE audit_chains (LIKE public.audit_chains) ON COMMIT DROP',
      );
      await tx.query('GRANT ALL ON audit_chains TO PUBLIC');
      await appendAsRole(tx);
    });
    const after = await readHeads(read);
    const countOf = (heads: typeof after) => heads.find(({ chain }) => chain === 'theirs')?.count;
    expect(countOf(after)).toBe((countOf(before) ?? 0) + 1);
  });

  it('what is no hash is refused', async () => {
    const append = (hash: string) =>
      database.query(
        `SELECT audit_append('x', now(), 'a', NULL, 'w', NULL, '', NULL, NULL, NULL, NULL, NULL, '{}', $1)`,
        [hash],
      );
    await expect(append('x')).rejects.toThrow('not a SHA-256');
    await expect(append(`${'a'.repeat(64)}\n`)).rejects.toThrow('not a SHA-256');
  });

  const databaseName = async () => {
    const [row] = await database.query<{ name: string }>('SELECT current_database() AS name');
    return row?.name ?? '';
  };
});
