import path from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { PLANTED } from './planted/lint.js';
import { PlantedTree } from './planted/tree.js';

interface Linted {
  filePath: string;
  messages: { ruleId: string | null; message: string }[];
}

const rows = PLANTED.map((plant, i) => ({
  ...plant,
  badFile: `${plant.folder}/planted-bad-${i}.ts`,
  goodFile: `${plant.folder}/planted-good-${i}.ts`,
}));
const unused = 'apps/api/src/catalog/planted-unused.ts';
const settings = 'libs/platform/src/config/planted-settings.ts';
let problems: Map<string, string[]>;

beforeAll(() => {
  const tree = new PlantedTree();
  try {
    for (const { badFile, bad, goodFile, good } of rows) {
      tree.plant(badFile, bad);
      tree.plant(goodFile, good);
    }
    tree.plant(unused, '// eslint-disable-next-line no-var -- nothing to switch off\nexport {};\n');
    tree.plant(settings, 'export const port = process.env.PORT;\n');
    problems = lint(tree, [
      unused,
      settings,
      ...rows.flatMap((row) => [row.badFile, row.goodFile]),
    ]);
  } finally {
    tree.remove();
  }
});

/** Without its project graph the Nx rule says nothing at all, so the graph is made first. */
function lint(tree: PlantedTree, files: string[]): Map<string, string[]> {
  tree.run('nx/dist/bin/nx.js', 'show', 'projects');
  const options = ['--config', '.config/eslint.config.mjs', '--format', 'json'];
  const results = JSON.parse(tree.run('eslint/bin/eslint.js', ...options, ...files)) as Linted[];
  return new Map(
    results.map(({ filePath, messages }) => [
      path.relative(tree.dir, filePath),
      messages.map(({ ruleId, message }) => ruleId ?? message),
    ]),
  );
}

it.each(rows)('$rule: $why', ({ rule, badFile, goodFile }) => {
  expect(problems.get(badFile)).toContain(rule);
  expect(problems.get(goodFile)).toEqual([]);
});

it('a switch that switches nothing off is refused', () => {
  expect(problems.get(unused)?.join()).toContain('Unused eslint-disable directive');
});

it('the settings are read where they belong', () => {
  expect(problems.get(settings)).toEqual([]);
});
