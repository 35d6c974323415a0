import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../up/run.mjs';
import { root } from '../up/settings.mjs';
import { fileProblems } from './file-rules.mjs';
import { lockProblems } from './lock-file.mjs';
import { migrationDrift } from './migration-drift.mjs';

const modules = (file) => path.join(root, 'node_modules', file);
const fromList = (problems) => ({ ok: problems.length === 0, output: problems.join('\n') });

/** @typedef {{ ok: boolean, output: string }} Outcome */

/** Each step by its name, in the order of `npm run check`. */
export const STEPS = {
  lock: async () => fromList(lockProblems(path.join(root, 'package-lock.json'))),
  format: (shutdown) => node(shutdown, modules('prettier/bin/prettier.cjs'), ...FORMAT),
  files: async () => fromList(fileProblems(root)),
  boundaries: (shutdown) =>
    node(shutdown, modules('dependency-cruiser/bin/dependency-cruise.mjs'), ...BOUNDARIES),
  types,
  lint,
  openapi: (shutdown) => node(shutdown, path.join(root, 'tools/openapi/write.mjs'), '--check'),
  migrations: migrationDrift,
};

const FORMAT = [
  '--check',
  '--log-level=warn',
  '--ignore-path=.gitignore',
  '--ignore-path=.config/prettierignore',
  '.',
];
const BOUNDARIES = ['--config', '.config/dependency-cruiser.mjs', 'apps', 'libs', 'tools'];

/** Without its project graph the Nx rule says nothing at all, so the graph is made first. */
async function lint(shutdown) {
  const graph = await node(shutdown, modules('nx/dist/bin/nx.js'), 'show', 'projects');
  if (!graph.ok) return graph;
  const config = ['--config', '.config/eslint.config.mjs', '--max-warnings=0', '.'];
  return node(shutdown, modules('eslint/bin/eslint.js'), ...config);
}

/** Sources by building them; tests, tools and pages, which no build compiles, by looking only. */
async function types(shutdown) {
  const tsc = (...args) => node(shutdown, modules('typescript/bin/tsc'), ...args);
  const libraries = ['libs/api-client', 'libs/domain', 'libs/platform', 'apps/api'];
  const outcomes = [await tsc('-b', ...libraries)];
  outcomes.push(await tsc('-p', '.config/tsconfig.tests.json'));
  const admin = path.join(root, 'apps/admin/tsconfig.json');
  if (existsSync(admin)) outcomes.push(await tsc('--noEmit', '-p', admin));
  return {
    ok: outcomes.every(({ ok }) => ok),
    output: outcomes.map(({ output }) => output).join(''),
  };
}

async function node(shutdown, ...args) {
  const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' };
  const { code, output } = await run(process.execPath, args, { cwd: root, env, shutdown });
  return { ok: code === 0, output };
}
