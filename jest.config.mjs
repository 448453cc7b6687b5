/**
 * One runner for every kind of test; the kinds are told apart by where a file stands:
 * unit beside its source, contract and service in a `test` folder, journeys in apps/e2e.
 */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
    },
    module: { type: 'es6' },
  },
];

/** Kinds that need stores share one throw-away PostgreSQL and Redis. */
const stores = {
  globalSetup: '<rootDir>/tools/jest-stores.mjs',
  globalTeardown: '<rootDir>/tools/jest-stores-end.mjs',
};

const common = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': swc },
  testEnvironmentOptions: { customExportConditions: ['@blitz/source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['/dist/'],
};

export default {
  // Machines of continuous integration are slow and shared; nothing here waits for a time-out to pass.
  testTimeout: 30_000,
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps}/*/src/**/*.spec.{ts,tsx}'] },
    { ...common, ...stores, displayName: 'contract', testMatch: ['<rootDir>/libs/*/test/**/*.spec.ts'] },
    { ...common, ...stores, displayName: 'service', testMatch: ['<rootDir>/apps/!(e2e)/test/**/*.spec.ts'] },
    { ...common, displayName: 'journey', testMatch: ['<rootDir>/apps/e2e/test/**/*.spec.ts'] },
  ],
};
