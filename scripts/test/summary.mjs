/** The end of `npm test`: one line per part, and the sum of all tests on the very last line. */

/**
 * @param {readonly import('./run-part.mjs').Outcome[]} outcomes
 * @returns {number} The exit code: 0 when everything passed.
 */
export function printSummary(outcomes) {
  process.stdout.write('\nSummary\n');
  let passed = 0;
  let failed = 0;
  for (const { title, ok, durationMs, tests } of outcomes) {
    const counts = tests ? `, ${tests.passed} passed, ${tests.failed} failed` : '';
    process.stdout.write(`  ${ok ? 'ok    ' : 'FAILED'} ${title}${counts} (${(durationMs / 1000).toFixed(1)} s)\n`);
    passed += tests?.passed ?? 0;
    // A part that failed without a failed test of its own (lint, types, a crash) still counts as one.
    failed += Math.max(tests?.failed ?? 0, ok ? 0 : 1);
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && outcomes.length > 0 ? 0 : 1;
}
