const { jest } = require('../package.json');

/** Jest for the mutants of `src/domain` alone: its own tests, no database, the slow property tests last. */
module.exports = {
  testEnvironment: jest.testEnvironment,
  transform: jest.transform,
  rootDir: '..',
  testMatch: ['<rootDir>/test/domain/**/*.test.ts'],
  testPathIgnorePatterns: ['-property'],
  testSequencer: '<rootDir>/test/mutants/properties-last.js',
};
