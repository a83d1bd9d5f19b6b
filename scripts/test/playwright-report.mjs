/** Counts the tests in Playwright's JSON report: https://playwright.dev/docs/test-reporters#json-reporter */

/**
 * @param {string} text
 * @returns {import('./parts.mjs').Counts} An error outside the tests, as in a file that cannot be loaded, counts as one
 *   failed test.
 */
export function readPlaywrightReport(text) {
  const { stats, errors } = JSON.parse(text);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}
