import type { DataSource } from 'typeorm';
import type { Settings } from '@yikou/platform';

/**
 * Lets the application in: its login exists, belongs to `yikou_app` and to nothing else, and may use the
 * queue's tables, which hold no business row. Where the owner may not make roles, somebody has made it beforehand.
 *
 * @throws Error when the application would connect as the owner of the tables
 */
export async function openToApp(owner: DataSource, settings: Settings): Promise<void> {
  const { username, password } = new URL(settings.databaseUrl);
  const [me]: { name: string; creates: boolean }[] = await owner.query(
    `SELECT rolname AS name, rolcreaterole OR rolsuper AS creates FROM pg_roles WHERE rolname = current_user`,
  );
  if (me?.name === decodeURIComponent(username)) {
    throw new Error('DATABASE_URL and MIGRATOR_DATABASE_URL must name two different roles');
  }
  if (me?.creates)
    await makeLogin(owner, decodeURIComponent(username), decodeURIComponent(password));
  if (settings.redisUrl) return;
  for (const statement of QUEUE_RIGHTS) await owner.query(statement);
}

const QUEUE_RIGHTS = [
  // BullMQ makes a sequence for each queue when it first adds a job.
  'GRANT USAGE, CREATE ON SCHEMA bullmq TO yikou_app',
  'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO yikou_app',
  'GRANT USAGE ON ALL SEQUENCES IN SCHEMA bullmq TO yikou_app',
  'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO yikou_app',
];

async function makeLogin(owner: DataSource, name: string, password: string): Promise<void> {
  const [found]: unknown[] = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const [{ statements }]: [{ statements: string[] }] = await owner.query(
    `SELECT ARRAY[format($3, $1::text, $2::text), format('GRANT yikou_app TO %I', $1::text)] AS statements`,
    [
      name,
      password,
      found ? 'ALTER ROLE %I LOGIN PASSWORD %L' : 'CREATE ROLE %I LOGIN PASSWORD %L',
    ],
  );
  for (const statement of statements) await owner.query(statement);
}
