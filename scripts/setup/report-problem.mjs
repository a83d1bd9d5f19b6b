/** How a script ends that could not go on: two plain sentences for what was to be expected, a stack trace for a bug. */
import { SetupProblem } from './setup-problem.mjs';

/**
 * @param {unknown} error
 * @returns {number} The exit code to end with.
 */
export function reportProblem(error) {
  if (!(error instanceof SetupProblem)) throw error;
  process.stderr.write(`\nStopped: ${error.message}\n\nWhat to do: ${error.action}\n`);
  return 1;
}
