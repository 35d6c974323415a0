/** A rule of .config/eslint.config.mjs, a place, a text that breaks it there and one that does not. */
export interface PlantedLint {
  rule: string;
  why: string;
  folder: string;
  bad: string;
  good: string;
}

const API = 'apps/api/src/catalog';
const SYNTAX = 'no-restricted-syntax';
const BOUNDARIES = '@nx/enforce-module-boundaries';

const lines = (count: number) => `export {};\n${'// one\n'.repeat(count - 1)}`;
const statements = (count: number) =>
  `export function long() {\n${'  void 0;\n'.repeat(count - 2)}}\n`;
const constructed = (count: number) => {
  const parameters = Array.from({ length: count }, (_, i) => `readonly p${i}: string`);
  return `export class Wide {\n  constructor(${parameters.join(', ')}) {}\n}\n`;
};

const CODE: [rule: string, why: string, bad: string, good: string][] = [
  [
    SYNTAX,
    'process.env is read in one place',
    'export const port = process.env.PORT;\n',
    'export const { version } = process;\n',
  ],
  [
    SYNTAX,
    'nor by taking it out of process',
    'export const { env } = process;\n',
    'export const { pid } = process;\n',
  ],
  [
    SYNTAX,
    'nor by importing process',
    "import { env } from 'node:process';\nexport const port = env;\n",
    "import { sep } from 'node:path';\nexport const separator = sep;\n",
  ],
  [
    SYNTAX,
    'forwardRef hides a circle',
    "import { forwardRef } from '@nestjs/common';\nexport const late = forwardRef(() => String);\n",
    "import { Inject } from '@nestjs/common';\nexport const now = Inject;\n",
  ],
  [SYNTAX, 'a class depends on five others at most', constructed(6), constructed(5)],
  [
    '@typescript-eslint/no-explicit-any',
    'every value has a type',
    'export const anything = (value: any): boolean => value === 1;\n',
    'export const anything = (value: unknown): boolean => value === 1;\n',
  ],
  ['max-lines', 'a file has 300 lines at most', lines(301), lines(300)],
  ['max-lines-per-function', 'a function has 60 lines at most', statements(61), statements(60)],
  [
    '@typescript-eslint/no-floating-promises',
    'no promise is forgotten',
    'export const go = (): void => { Promise.resolve(1); };\n',
    'export const go = (): void => { void Promise.resolve(1); };\n',
  ],
];

/** What a project may see of the others: nothing but what its tag allows. */
const SIGHT: [folder: string, bad: string, good: string | null][] = [
  ['apps/admin/src/app', '@yikou/domain', '@yikou/api-client'],
  ['apps/api/src', '@yikou/api-client', '@yikou/domain'],
  ['libs/domain/src', '@yikou/platform', null],
  ['libs/platform/src', '@yikou/domain', null],
  ['libs/api-client/src', '@yikou/platform', null],
  ['apps/api/src', '../../../libs/domain/src/index.js', '@yikou/platform'],
];

const seeing = (what: string | null) =>
  what === null ? 'export {};\n' : `import * as seen from '${what}';\nexport const sight = seen;\n`;

export const PLANTED: PlantedLint[] = [
  ...CODE.map(([rule, why, bad, good]) => ({ rule, why, folder: API, bad, good })),
  ...SIGHT.map(([folder, bad, good]) => ({
    rule: BOUNDARIES,
    why: `${folder} may not see ${bad}`,
    folder,
    bad: seeing(bad),
    good: seeing(good),
  })),
];
