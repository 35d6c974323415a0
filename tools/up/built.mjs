import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './settings.mjs';

const STAMP = path.join(root, '.nx/built');
const SETTINGS = ['package-lock.json', 'nx.json', 'tsconfig.base.json'];
/** What each project's build writes last; it changes with every build, whoever runs it. */
const OUTPUTS = ['dist/.tsbuildinfo', 'dist/index.html'];
const NOT_BUILT = new Set(['node_modules', 'dist', 'test', 'e2e', 'testing']);

/**
 * Whether what stands in dist/ was built from what stands in the sources. Nx cannot tell without its
 * daemon: it lays out every dist/ anew, and a running api would lose its files for a moment.
 */
export function isBuilt() {
  const stamp = stampOf(sources());
  return stamp !== null && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp;
}

/** @param {string} built the `sources()` before the build: they may have changed meanwhile */
export const rememberBuild = (built) => writeFileSync(STAMP, stampOf(built) ?? '');

/** A hash of all that is built. */
export function sources() {
  const files = [...SETTINGS, ...projects().flatMap(sourcesIn)];
  return hashOf(files) + process.version;
}

function stampOf(built) {
  const outputs = projects().map((project) =>
    OUTPUTS.map((name) => path.join(project, name)).find((file) =>
      existsSync(path.join(root, file)),
    ),
  );
  return outputs.includes(undefined) ? null : `${built} ${hashOf(outputs)}`;
}

const projects = () =>
  ['apps', 'libs'].flatMap((home) =>
    readdirSync(path.join(root, home), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => path.join(home, name)),
  );

function sourcesIn(dir) {
  return readdirSync(path.join(root, dir), { withFileTypes: true }).flatMap((entry) => {
    const inside = path.join(dir, entry.name);
    if (entry.isDirectory()) return NOT_BUILT.has(entry.name) ? [] : sourcesIn(inside);
    return entry.name.endsWith('.spec.ts') ? [] : [inside];
  });
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}
