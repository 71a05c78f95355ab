const { jest } = require('../package.json');

/**
 * Jest for the mutants of `src/domain` alone: its own tests, and no database. The property tests that look at years of
 * clock changes in every zone take seconds for each mutant, and are left out.
 */
module.exports = {
  testEnvironment: jest.testEnvironment,
  transform: jest.transform,
  rootDir: '..',
  testMatch: ['<rootDir>/test/domain/**/*.test.ts'],
  testPathIgnorePatterns: ['-property'],
};
