/** Mutants of the rules: each line of `src/domain` made wrong in many ways, watched by `test/domain` alone. */
export default {
  mutate: ['src/domain/**/*.ts'],
  testRunner: 'jest',
  jest: { configFile: '.config/jest.domain.cjs', enableFindRelatedTests: true },
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['/dist', '/data', '/bench', '/playground', '/docs', '/.slack', '/.github'],
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'dist/mutants/domain.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 95, low: 90, break: 85 },
  tempDirName: 'dist/stryker',
  concurrency: 2,
  timeoutMS: 10_000,
};
