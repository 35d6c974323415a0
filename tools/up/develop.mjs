import path from 'node:path';
import { doorFile } from './doors.mjs';
import { freePort } from './reach.mjs';
import { say } from './say.mjs';
import { openVital } from './services.mjs';
import { root } from './settings.mjs';

/**
 * The same services, each started again when its source changes. Vite serves the pages on the one
 * address that is printed and passes /api and /health on.
 */
export async function developDoors({ env, dataDir }, port, shutdown) {
  say(`正在启动服务，日志在 ${dataDir}/logs`, `starting the services, logs are in ${dataDir}/logs`);
  const apiPort = String(await freePort());
  const open = (name, args, more = {}, cwd = root) =>
    openVital(name, args, { env: { ...env, ...more }, dataDir, cwd }, shutdown);
  open('tsc', [bin('typescript/bin/tsc'), '-b', 'apps/api', '--watch', '--preserveWatchOutput']);
  open('worker', ['--watch', '--watch-preserve-output', doorFile('worker')]);
  open('api', ['--watch', '--watch-preserve-output', doorFile('main')], { PORT: apiPort });
  const vite = [bin('vite/bin/vite.js'), '--port', String(port), '--strictPort', '--host'];
  open(
    'vite',
    vite,
    { YIKOU_API_URL: `http://127.0.0.1:${apiPort}` },
    path.join(root, 'apps/admin'),
  );
}

const bin = (file) => path.join(root, 'node_modules', file);
