import { beforeAll, describe, expect, it } from '@jest/globals';
import { IMPORTS, modulePairs, plantImports, refusedAs } from './planted/imports.js';
import { PlantedTree } from './planted/tree.js';

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

let violations: Violation[];
let known: string[];

beforeAll(() => {
  const tree = new PlantedTree();
  try {
    plantImports(tree);
    const config = ['--config', '.config/dependency-cruiser.mjs', '--output-type', 'json'];
    const tool = 'dependency-cruiser/bin/dependency-cruise.mjs';
    const printed = tree.run(tool, ...config, 'apps', 'libs', 'tools');
    const { summary } = JSON.parse(printed) as {
      summary: { violations: Violation[]; ruleSetUsed: { forbidden: { name: string }[] } };
    };
    violations = summary.violations;
    known = summary.ruleSetUsed.forbidden.map(({ name }) => name);
  } finally {
    tree.remove();
  }
});

const rulesAgainst = (file: string) =>
  violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

describe('imports between modules', () => {
  it.each(modulePairs())('$from looks into $to: allowed $allowed', ({ file, allowed, rule }) => {
    expect(rulesAgainst(file)).toEqual(allowed ? [] : [rule]);
  });
});

describe('imports between projects', () => {
  it.each(IMPORTS)('$rule refuses $file', ({ rule, file }) => {
    expect(rulesAgainst(file)).toContain(rule);
  });
});

it('every rule is broken by one plant at least', () => {
  expect([...new Set(known)].filter((rule) => !refusedAs.has(rule))).toEqual([]);
});

it('the tree without the plants keeps every rule', () => {
  const unplanted = violations.filter(({ from }) => !from.includes('planted'));
  expect(unplanted.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});
