import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MovableClock, type Settings } from '@yikou/platform';
import type { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app.js';
import { Client } from './client.js';
import { testDatabase } from './database.js';

/** A Tuesday morning at the counter, with nothing special about it. */
export const USUAL_MORNING = '2026-03-10T09:30:00+08:00';
const PASSWORD = 'yikou-demo';

/** The demo district behind a real port, with a clock that the test moves. */
export interface District {
  url: string;
  clock: MovableClock;
  settings: Settings;
  app: NestFastifyApplication;
  /** The owner's connection: it looks past every scope. */
  sql: DataSource;
  as(loginName: string): Promise<Client>;
  /** Signs in somebody of a unit, by role. */
  someoneOf(unitId: string, roles: readonly string[]): Promise<Client>;
  close(): Promise<void>;
}

export async function openDistrict(env: NodeJS.ProcessEnv = {}): Promise<District> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-files-'));
  const database = await testDatabase({ YIKOU_DATA: folder, ...env });
  const clock = new MovableClock(new Date(USUAL_MORNING));
  const app = await createApp(database.settings, clock);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const sql = database.owner;
  const clients = new Map<string, Client>();
  // People sign in again on another day, as the moved clock demands.
  const as = async (loginName: string): Promise<Client> => {
    const known = clients.get(loginName);
    if (known && known.expiresAt > clock.now()) return known;
    const client = await Client.signIn(url, loginName, PASSWORD);
    clients.set(loginName, client);
    return client;
  };
  return {
    url,
    clock,
    settings: database.settings,
    app,
    sql,
    as,
    someoneOf: async (unitId, roles) => {
      const [row]: { login_name: string }[] = await sql.query(
        'SELECT login_name FROM accounts WHERE unit_id = $1 AND roles && $2 ORDER BY login_name LIMIT 1',
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
