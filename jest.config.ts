/**
 * @jest-config-loader ts-node
 * @jest-config-loader-options {"transpileOnly": true}
 */
import type { Config } from 'jest';

/**
 * Native ESM through swc with decorator metadata. The swc options stand inline: @swc/jest would
 * look for a .swcrc in the current directory, which differs from caller to caller.
 */
const shared = {
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['/dist/', '/\\.data/', '/\\.nx/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['@yikou/source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
        },
        module: { type: 'es6' },
      },
    ],
  },
} satisfies Config;

const config: Config = {
  // Real services, real clocks: a case may wait for a deadline to fall due, a thousand people for two cores.
  testTimeout: 240_000,
  // Each suite leaves its ES modules in the worker, some 80 MB: near the limit of the heap all that
  // a worker does is collecting garbage. A new worker costs a second.
  workerIdleMemoryLimit: '800MB',
  reporters: ['default', '<rootDir>/tools/test/finished-reporter.mjs'],
  projects: [
    { ...shared, displayName: 'domain', testMatch: ['<rootDir>/libs/domain/src/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'domain in the far west',
      testEnvironment: '<rootDir>/tools/test/western-environment.mjs',
      testMatch: ['<rootDir>/libs/domain/src/**/*.spec.ts'],
    },
    { ...shared, displayName: 'platform', testMatch: ['<rootDir>/libs/platform/src/**/*.spec.ts'] },
    { ...shared, displayName: 'tools', testMatch: ['<rootDir>/tools/**/*.spec.ts'] },
    { ...shared, displayName: 'api', testMatch: ['<rootDir>/apps/api/test/**/*.e2e-spec.ts'] },
    { ...shared, displayName: 'admin', testMatch: ['<rootDir>/apps/admin/e2e/**/*.e2e-spec.ts'] },
  ],
};

export default config;
