import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { signal } from './identity.mjs';

/**
 * Runs a command to its end without blocking, so that Ctrl-C is heard meanwhile.
 *
 * @returns {Promise<{ code: number, stdout: string, stderr: string, output: string }>}
 */
export function run(command, args, { shutdown, logFile, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...options,
    });
    const forget = shutdown?.add({
      stop: () => end(child, 'SIGTERM'),
      force: () => signal(-child.pid, 'SIGKILL'),
    });
    const log = logFile && createWriteStream(logFile);
    const text = { stdout: '', stderr: '', output: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (part) => {
        text[name] += part;
        text.output += part;
        log?.write(part);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      log?.end();
      // While stopping, the list is being walked: what is over must not start the next step early.
      if (!shutdown?.asked) {
        forget?.();
        resolve({ code: code ?? 1, ...text });
      }
    });
  });
}

function end(child, name) {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.on('exit', done);
    signal(-child.pid, name);
  });
}
