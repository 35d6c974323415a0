import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from './eslint.globals.mjs';
import tseslint from 'typescript-eslint';

const TESTS = [
  '**/*.spec.ts',
  '**/*.spec.tsx',
  '**/*.e2e-spec.ts',
  'apps/*/test/**',
  'apps/*/e2e/**',
  'libs/*/src/testing/**',
];

/** One list, because a later `no-restricted-syntax` replaces an earlier one as a whole. */
const SYNTAX = {
  env: {
    selector: `:matches(${[
      "MemberExpression[object.name='process'][property.name='env']",
      "MemberExpression[object.name='process'][property.value='env']",
      "VariableDeclarator[init.name='process'] Property[key.name='env']",
      'ImportDeclaration[source.value=/^(node:)?process$/]',
    ].join(', ')})`,
    message: 'Settings are read in libs/platform/src/config alone.',
  },
  constructor: {
    selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>5]",
    message: 'A class with more than five dependencies does more than one thing.',
  },
  forwardRef: {
    selector: "Identifier[name='forwardRef']",
    message: 'forwardRef hides a circle between modules: turn one direction into an event.',
  },
};
/** The part of ESLint's own recommendations that TypeScript does not see to. */
const CORE = Object.fromEntries(
  [
    'no-case-declarations',
    'no-control-regex',
    'no-empty',
    'no-irregular-whitespace',
    'no-misleading-character-class',
    'no-self-assign',
    'no-unsafe-finally',
    'no-useless-catch',
    'no-useless-escape',
    'no-var',
    'prefer-const',
  ].map((rule) => [rule, 'error']),
);
const syntax = (...names) => ['error', ...names.map((name) => SYNTAX[name])];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/coverage/**',
      '.data/**',
      '.nx/**',
      'apps/api/src/metadata.ts',
      'libs/api-client/src/schema.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.recommended],
    languageOptions: { globals },
    rules: { ...CORE, 'max-lines': ['error', 300], 'no-undef': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: {
      parserOptions: {
        project: ['libs/*/tsconfig.json', 'apps/*/tsconfig.json', '.config/tsconfig.tests.json'],
        tsconfigRootDir: process.cwd(),
      },
    },
    rules: {
      ...CORE,
      eqeqeq: ['error', 'smart'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': syntax('env', 'constructor', 'forwardRef'),
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints: boundaries() }],
    },
  },
  {
    // NestJS reads constructor types at run time: `import type` would take them away.
    files: ['apps/api/src/**/*.ts', 'libs/platform/src/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/admin/**/*.ts', 'apps/admin/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    // A component's markup is long without being difficult.
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 150 }] },
  },
  {
    files: ['libs/platform/src/config/**'],
    rules: { 'no-restricted-syntax': syntax('constructor', 'forwardRef') },
  },
  {
    files: [...TESTS, 'apps/admin/vite.config.ts', 'jest.config.ts', 'tools/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': syntax('constructor', 'forwardRef'),
    },
  },
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // The tests are users of the client that is made from the api.
    files: ['apps/api/test/**'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: [], depConstraints: boundaries('scope:api-client') },
      ],
    },
  },
  prettier,
);

/** Who may use which package; the modules inside one are dependency-cruiser's. */
function boundaries(...moreForApi) {
  const only = (sourceTag, ...onlyDependOnLibsWithTags) => ({
    sourceTag,
    onlyDependOnLibsWithTags,
  });
  return [
    only('scope:admin', 'scope:api-client'),
    only('scope:api', 'scope:domain', 'scope:platform', ...moreForApi),
    only('scope:domain', 'scope:domain'),
    only('scope:platform', 'scope:platform'),
    only('scope:api-client', 'scope:api-client'),
  ];
}
