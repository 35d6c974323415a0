import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileProblems } from './file-rules.mjs';
import { PlantedTree } from './planted/tree.js';

const NAKED = `// ${'eslint-disable'}-next-line no-var`;
const MIGRATION = 'apps/api/migrations/planted';
const ENTITY = 'apps/api/src/catalog/planted';

/** Each with the words of the refusal; without words it must be accepted. */
const FILES: [file: string, text: string, refusal?: string][] = [
  ['apps/admin/src/ui/planted-long.css', 'a {}\n'.repeat(301), '301 lines, 300 are allowed'],
  ['apps/admin/src/ui/planted-right.css', 'a {}\n'.repeat(300)],
  ...['common', 'shared', 'utils', 'util', 'helpers'].map((folder): [string, string, string] => [
    `apps/api/src/catalog/${folder}/planted.ts`,
    'export {};\n',
    `a folder named ${folder} has no owner`,
  ]),
  ['tools/up/planted-naked.mjs', `${NAKED}\nvar a;\n`, 'say after -- why'],
  ['tools/up/planted-told.mjs', `${NAKED} -- because it is planted\nvar a;\n`],
  [`${MIGRATION}-bare.ts`, 'const sql = `at timestamp NOT NULL`;\n', 'use timestamptz'],
  [`${MIGRATION}-zone.ts`, 'const sql = `at timestamptz, b timestamp(3) with time zone`;\n'],
  [`${ENTITY}-created.entity.ts`, '@CreateDateColumn() at: Date;\n', 'use timestamptz'],
  [`${ENTITY}-column.entity.ts`, '@Column() at: Date;\n', 'use timestamptz'],
  [`${ENTITY}-right.entity.ts`, "@Column({ type: 'timestamptz' }) at: Date;\n"],
];

let tree: PlantedTree;
let problems: string[];

beforeAll(() => {
  tree = new PlantedTree();
  for (const [file, text] of FILES) tree.plant(file, text);
  problems = fileProblems(tree.dir);
});

afterAll(() => tree.remove());

describe('a file', () => {
  it.each(FILES.map(([file, , refusal]) => ({ file, refusal })))('$file', ({ file, refusal }) => {
    const found = problems.filter((problem) => problem.startsWith(file));
    expect(found).toHaveLength(refusal ? 1 : 0);
    if (refusal) expect(found[0]).toContain(refusal);
  });
});

it('the tree without the plants keeps every rule', () => {
  const planted = FILES.map(([file]) => file);
  const others = problems.filter((problem) => !planted.some((file) => problem.startsWith(file)));
  expect(others).toEqual([]);
});
