import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCE = /\.(ts|tsx|mjs|js|css|sql)$/;
const GENERATED = ['apps/api/src/metadata.ts', 'libs/api-client/src/schema.ts'];
const MAX_LINES = 300;

/** A drawer for everything: what lies in it has no owner. */
const DRAWERS = ['common', 'shared', 'utils', 'util', 'helpers'];

/** @returns {string[]} what is wrong, each with its file */
export function fileProblems(root) {
  return listFiles(root)
    .filter((file) => !GENERATED.includes(file))
    .flatMap((file) => [...namingProblems(file), ...contentProblems(root, file)]);
}

/** What git knows or would take; in a tree without git, everything that is not ignored by habit. */
function listFiles(root) {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (git.status !== 0) throw new Error(`git ls-files: ${git.stderr}`);
  return git.stdout.split('\0').filter((file) => file && existsSync(path.join(root, file)));
}

function namingProblems(file) {
  const folders = path.dirname(file).split('/');
  return folders
    .filter((folder) => DRAWERS.includes(folder))
    .map((folder) => `${file}: a folder named ${folder} has no owner, name what is in it`);
}

function contentProblems(root, file) {
  if (!SOURCE.test(file)) return [];
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = [];
  const lines = text.split('\n').length - 1;
  if (lines > MAX_LINES) found.push(`${file}: ${lines} lines, ${MAX_LINES} are allowed`);
  for (const { pattern, why } of patternsFor(file)) {
    for (const match of text.matchAll(pattern)) {
      const line = text.slice(0, match.index).split('\n').length;
      found.push(`${file}:${line}: ${why}`);
    }
  }
  return found;
}

const NAKED_DISABLE = {
  pattern: /(\/\/|\/\*)\s*eslint-disable(?!.*\s--\s\S)/g,
  why: 'say after -- why the lint rule is switched off',
};
const ZONELESS = 'a timestamp without time zone: use timestamptz';
const COLUMN_RULES = [
  { pattern: /\btimestamp\b(?!\s*(\(\d\)\s*)?with\s+time\s+zone)/gi, why: ZONELESS },
  { pattern: /@(Create|Update|Delete)DateColumn\((?![^)]*timestamptz)/g, why: ZONELESS },
  {
    pattern:
      /@Column\((?![^)]*(timestamptz|['"]date['"]|name: 'date'))[^)]*\)\s*\w+[!?]?:\s*Date\b/g,
    why: ZONELESS,
  },
];

function patternsFor(file) {
  if (file.startsWith('tools/check/')) return [];
  const columns = /\.entity\.ts$|\/migrations\//.test(file);
  return [NAKED_DISABLE, ...(columns ? COLUMN_RULES : [])];
}
