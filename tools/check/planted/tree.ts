import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../up/settings.mjs';

/** A copy of the tree in which a test breaks rules, to see that they are kept. */
export class PlantedTree {
  readonly dir = mkdtempSync(path.join(os.tmpdir(), 'yikou-planted-'));

  constructor() {
    git(this.dir, 'init', '--quiet');
    for (const file of git(root, 'ls-files', '-z', '-co', '--exclude-standard').split('\0')) {
      const from = path.join(root, file);
      if (file && existsSync(from)) cpSync(from, path.join(this.dir, file));
    }
    this.linkPackages();
  }

  /** Writes a file that breaks a rule, or one beside it that does not. */
  plant(file: string, text: string): void {
    const target = path.join(this.dir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  has(file: string): boolean {
    return existsSync(path.join(this.dir, file));
  }

  /** Runs a tool of the workspace on the copy. @returns what it printed */
  run(tool: string, ...args: string[]): string {
    const { stdout, stderr, error } = spawnSync(
      process.execPath,
      [path.join(this.dir, 'node_modules', tool), ...args],
      { cwd: this.dir, env: toolEnvironment(), encoding: 'utf8', maxBuffer: 512_000_000 },
    );
    if (error ?? !stdout) throw error ?? new Error(stderr);
    return stdout;
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Our own packages must lead into the copy, all others to where they are installed. */
  private linkPackages(): void {
    const packages = path.join(this.dir, 'node_modules');
    mkdirSync(path.join(packages, '@yikou'), { recursive: true });
    for (const name of readdirSync(path.join(root, 'node_modules'))) {
      if (name.startsWith('.') || name === '@yikou') continue;
      symlinkSync(path.join(root, 'node_modules', name), path.join(packages, name));
    }
    for (const lib of readdirSync(path.join(root, 'libs'))) {
      symlinkSync(path.join(this.dir, 'libs', lib), path.join(packages, '@yikou', lib));
    }
  }
}

function git(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  return stdout;
}

/** Jest's own flags are not for the tools. */
function toolEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return { ...env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' };
}
