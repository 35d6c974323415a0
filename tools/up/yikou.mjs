import { spawn } from 'node:child_process';
import { doorFile } from './doors.mjs';
import { readSettings, root } from './settings.mjs';

/**
 * The command line beside a running `npm start`, whose embedded PostgreSQL it finds; elsewhere
 * DATABASE_URL says where.
 */
const { dataDir } = readSettings();
const env = { YIKOU_DATA: dataDir, ...(await addresses()), ...process.env };
const door = spawn(process.execPath, [doorFile('yikou'), ...process.argv.slice(2)], {
  env,
  cwd: root,
  stdio: 'inherit',
});
door.on('exit', (code) => (process.exitCode = code ?? 1));

async function addresses() {
  if (process.env.DATABASE_URL) return {};
  const { runningPostgres } = await import('./postgres/server.mjs');
  const { appUrl } = await import('./app-url.mjs');
  const url = runningPostgres(dataDir);
  return url ? { DATABASE_URL: appUrl(url, dataDir), MIGRATOR_DATABASE_URL: url } : {};
}
