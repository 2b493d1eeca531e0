/** jest runs the TypeScript sources as native ES modules; swc only strips the types. */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/.hub'],
  setupFilesAfterEnv: ['<rootDir>/test/support/retry-on-ci.ts'],
  testTimeout: 20_000,
  maxWorkers: 2,
}
