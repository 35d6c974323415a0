import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '@yikou/platform';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { migrator } from '../../src/migrations.js';

const NAME = `yikou_${randomUUID().replaceAll('-', '')}`;

describe('rule 12: the migration of identity on a populated database', () => {
  let owner: DataSource;

  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: process.env['YIKOU_TEST_PG_URL'] });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  const migrate = async (which: (name: string) => boolean) => {
    const url = new URL(process.env['YIKOU_TEST_PG_URL'] ?? '');
    url.pathname = `/${NAME}`;
    const { options } = migrator(
      readSettings({ DATABASE_URL: url.toString(), MIGRATOR_DATABASE_URL: url.toString() }),
    );
    const all = options.migrations as (new () => MigrationInterface)[];
    owner = new DataSource({ ...options, migrations: all.filter(({ name }) => which(name)) });
    await owner.initialize();
    await owner.runMigrations();
  };

  beforeAll(async () => {
    await admin(`CREATE DATABASE ${NAME}`);
    await migrate((name) => Number(name.slice(-13)) < 1795458600000);
    await owner.query(
      `INSERT INTO areas (code, name, level, path) VALUES ('410103000000', '二七区', 'DISTRICT', '410103000000/')`,
    );
    await owner.query(
      `INSERT INTO units (id, code, kind, name, area_code)
       VALUES (gen_random_uuid(), 'U', 'SUPERVISOR', '政务办', '410103000000')`,
    );
    await owner.query(
      `INSERT INTO accounts (id, login_name, display_name, password_hash, unit_id, roles, created_at)
       SELECT gen_random_uuid(), login, login, 'hash of ' || login, u.id, roles, '2026-01-05T01:00:00Z'
       FROM units u, (VALUES ('one', ARRAY['CLERK', 'GUIDE']), ('two', ARRAY['AUDITOR']), ('none', ARRAY[]::text[]))
         AS p(login, roles)`,
    );
    await owner.query(
      `INSERT INTO sessions (id, account_id, token_hash, created_at, expires_at)
       SELECT gen_random_uuid(), id, login_name, now(), now() + interval '1 hour' FROM accounts`,
    );
    await owner.destroy();
    await migrate(() => true);
  });
  afterAll(async () => {
    await owner.destroy();
    await admin(`DROP DATABASE ${NAME} WITH (FORCE)`);
  });

  it('every role becomes a grant, every password stays, and everybody signs in again', async () => {
    const rows: unknown[] = await owner.query(
      `SELECT a.login_name, a.version, k.password_hash, k.must_change_password,
         ARRAY(SELECT g.role FROM role_grants g WHERE g.account_id = a.id ORDER BY g.role) AS roles,
         (SELECT min(g.valid_from) FROM role_grants g WHERE g.account_id = a.id) AS since
       FROM accounts a JOIN account_secrets k ON k.account_id = a.id ORDER BY a.login_name`,
    );
    const since = new Date('2026-01-05T01:00:00Z');
    const kept = (login: string) => ({
      login_name: login,
      version: 1,
      password_hash: `hash of ${login}`,
      must_change_password: false,
    });
    expect(rows).toEqual([
      { ...kept('none'), roles: [], since: null },
      { ...kept('one'), roles: ['CLERK', 'GUIDE'], since },
      { ...kept('two'), roles: ['AUDITOR'], since },
    ]);
    expect(await owner.query('SELECT 1 FROM sessions')).toEqual([]);
  });
});
