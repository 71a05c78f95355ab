/**
 * Ends the run with one plain line, `<passed> passed, <failed> failed`, for scripts that read the result.
 * Plain JavaScript, because Jest loads reporters without a transform.
 */
class CountReporter {
  /**
   * A test file that could not even be loaded counts as one failure.
   *
   * @param {unknown} _contexts
   * @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number }} results
   */
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
    // At exit, because Jest prints its own summary after every other reporter.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}

module.exports = CountReporter;
