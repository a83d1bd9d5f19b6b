/** Counts the tests in Vitest's JSON report: https://vitest.dev/guide/reporters.html#json-reporter */

/**
 * @param {string} text
 * @returns {import('./parts.mjs').Counts} A file that could not even be loaded counts as one failed test.
 */
export function readVitestReport(text) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text);
  const unloadable = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + unloadable.length };
}
