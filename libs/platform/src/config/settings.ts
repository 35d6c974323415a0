import path from 'node:path';
import { readEdgeSettings, type EdgeSettings } from './edge-settings.js';
import { readPublicSettings, type PublicSettings } from './public-settings.js';
import { readStorageSettings, type S3Settings } from './storage-settings.js';
import { readOidcSettings, type OidcSettings } from './oidc-settings.js';

/** Everything the processes read from their environment, read once and frozen. */
export interface Settings {
  /** Port of the api; 0 lets the system choose. */
  port: number;
  /** Address with the application's own role: it owns no table and sees what its scope allows. */
  databaseUrl: string;
  /** Address with the role that owns the tables; known to the migrations and to nobody else. */
  migratorUrl: string | undefined;
  /** Without it the queues live in the PostgreSQL of `databaseUrl`. */
  redisUrl: string | undefined;
  /** Folder for uploaded files and what the launcher keeps. */
  dataFolder: string;
  /** The keys of personal data; made where it is missing, but never in production. */
  keyFile: string;
  /** Folder of the built admin SPA; undefined serves no SPA. */
  adminFolder: string | undefined;
  production: boolean;
  logLevel: string;
  /** Connections this process may hold. */
  poolSize: number;
  edge: EdgeSettings;
  public: PublicSettings;
  /** Undefined keeps files in `dataFolder`. */
  s3: S3Settings | undefined;
  /** Undefined offers no sign-in by a provider. */
  oidc: OidcSettings | undefined;
}

export const SETTINGS = Symbol('SETTINGS');

/**
 * Reads the settings.
 *
 * @throws Error with one line naming the variable that is missing or wrong
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) throw new Error('DATABASE_URL is not set');
  return Object.freeze({
    port: wholeNumber(env, 'PORT', 3000, 65535),
    databaseUrl,
    migratorUrl: env['MIGRATOR_DATABASE_URL'] || undefined,
    redisUrl: env['REDIS_URL'] || undefined,
    dataFolder: dataFolderOf(env),
    keyFile: path.resolve(env['YIKOU_KEY_FILE'] || path.join(dataFolderOf(env), 'keys.json')),
    adminFolder: env['YIKOU_ADMIN'] ? path.resolve(env['YIKOU_ADMIN']) : undefined,
    production: env['NODE_ENV'] === 'production',
    logLevel: env['YIKOU_LOG'] || 'info',
    poolSize: wholeNumber(env, 'YIKOU_POOL', 10, 200),
    edge: readEdgeSettings(env),
    public: readPublicSettings(env),
    s3: readStorageSettings(env),
    oidc: readOidcSettings(env),
  });
}

const dataFolderOf = (env: NodeJS.ProcessEnv) => path.resolve(env['YIKOU_DATA'] || '.data');

function wholeNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number, max: number): number {
  const raw = env[name];
  if (raw === undefined || raw === '') return otherwise;
  const value = Number(raw);
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new Error(`${name} must be a whole number from 0 to ${max}, not "${raw}"`);
  }
  return value;
}
