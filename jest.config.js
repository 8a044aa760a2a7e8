/** Two worlds: `node` (rules, commands on PostgreSQL, access, architecture) and `dom` (components). */
const swc = (react) => [
  '@swc/jest',
  { jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: react ? { react: { runtime: 'automatic' } } : {} }, module: { type: 'commonjs' } },
];
const shared = {
  // Packages that ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(lean-qr|jose|kill-the-clipboard|postal-mime|temporal-polyfill|temporal-utils|temporal-spec|@hyzyla|double-metaphone|tinykeys)/)'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1', '\\.css$': '<rootDir>/tests/support/empty-style.js' },
  modulePathIgnorePatterns: ['<rootDir>/.next', '<rootDir>/dist', '<rootDir>/.demo'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/no-unclaimed-errors.ts'],
};
module.exports = {
  // The main process mostly waits: every core works.
  maxWorkers: '100%',
  // A database copied and filled on a busy machine takes its time; what hangs is still found.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      transform: { '\\.[jt]sx?$': swc(false) },
      testMatch: ['<rootDir>/tests/{rules,commands,access,architecture}/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/global-setup.ts',
      globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
    },
    {
      ...shared,
      displayName: 'dom',
      testEnvironment: 'jsdom',
      transform: { '\\.[jt]sx?$': swc(true) },
      testMatch: ['<rootDir>/tests/components/**/*.test.tsx'],
    },
  ],
};
