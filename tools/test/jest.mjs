import { spawn } from 'node:child_process';
import path from 'node:path';
import { signal } from '../up/identity.mjs';
import { run } from '../up/run.mjs';
import { root } from '../up/settings.mjs';

const JEST = path.join(root, 'node_modules/jest/bin/jest.js');
/** Native ES modules; the warning that they are experimental is said once a worker and helps nobody. */
const NODE = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const environment = (more) => ({
  ...process.env,
  ...more,
  NODE_ENV: 'test',
  NODE_OPTIONS: [process.env.NODE_OPTIONS, ...NODE].filter(Boolean).join(' '),
});

/** The test files that Jest would run with these arguments. */
export async function listTests(args, shutdown) {
  const { stdout } = await run(process.execPath, [JEST, '--listTests', ...args], {
    cwd: root,
    env: environment({}),
    shutdown,
  });
  return stdout.split('\n').filter((line) => path.isAbsolute(line));
}

/** Runs Jest on the terminal. @returns {Promise<number>} its exit code */
export function runJest(args, env, shutdown) {
  const workers = args.some((arg) => /^(-w|--maxWorkers|-i|--runInBand)/.test(arg));
  const child = spawn(process.execPath, [JEST, ...(workers ? [] : ['--maxWorkers=2']), ...args], {
    cwd: root,
    env: environment(env),
    stdio: 'inherit',
  });
  const exited = new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
  const end = (name) => signal(child.pid, name);
  const stop = () => (end('SIGTERM'), exited);
  const forget = shutdown.add({ stop, force: () => end('SIGKILL') });
  return exited.finally(() => shutdown.asked || forget());
}
