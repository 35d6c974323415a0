import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MovableClock, readKeyring, type Settings } from '@yikou/platform';
import type { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app.js';
import type { Client } from './client.js';
import { People } from './people.js';
import { testDatabase } from './database.js';

/** A Tuesday morning at the counter, with nothing special about it. */
export const USUAL_MORNING = '2026-03-10T09:30:00+08:00';

/** The demo district behind a real port, with a clock that the test moves. */
export interface District {
  url: string;
  clock: MovableClock;
  settings: Settings;
  app: NestFastifyApplication;
  /** The owner's connection: it looks past every scope. */
  sql: DataSource;
  /**
   * Somebody who is signed in and stays so: when the clock has moved, they sign in again by themselves.
   * The three administrators have set up their second factor.
   */
  as(loginName: string): Promise<Client>;
  /** Somebody whose token ran out a moment ago, and who does nothing about it. */
  expired(loginName: string): Promise<Client>;
  /** The code that somebody's authenticator shows now; only for those who have set one up. */
  codeOf(loginName: string): string;
  /** Signs in somebody of a unit, by role. */
  someoneOf(unitId: string, roles: readonly string[]): Promise<Client>;
  close(): Promise<void>;
}

export async function openDistrict(env: NodeJS.ProcessEnv = {}): Promise<District> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-files-'));
  const database = await testDatabase({ YIKOU_DATA: folder, ...env });
  const clock = new MovableClock(new Date(USUAL_MORNING));
  // A production installation starts with its keys made beforehand.
  await readKeyring(database.settings.keyFile, { mayCreate: true });
  const app = await createApp(database.settings, clock);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const sql = database.owner;
  const people = new People({ url, clock, sql });
  const as = (loginName: string) => people.as(loginName);
  return {
    url,
    clock,
    settings: database.settings,
    app,
    sql,
    as,
    expired: (loginName) => people.expired(loginName),
    codeOf: (loginName) => people.codeOf(loginName),
    someoneOf: async (unitId, roles) => {
      const [row]: { login_name: string }[] = await sql.query(
        `SELECT login_name FROM accounts a WHERE unit_id = $1 AND EXISTS (
           SELECT 1 FROM role_grants g WHERE g.account_id = a.id AND g.role = ANY($2) AND g.revoked_at IS NULL)
         ORDER BY login_name LIMIT 1`,
        [unitId, roles],
      );
      if (!row) throw new Error(`nobody with ${roles.join()} in ${unitId}`);
      return as(row.login_name);
    },
    close: async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
