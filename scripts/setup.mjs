/**
 * `npm run setup`: everything that `npm start` and `npm test` set up by themselves, without starting anything.
 * Run it to see what is missing, to prepare a machine, or to try the official Electron download once more.
 */
import { reportProblem } from './setup/report-problem.mjs';
import { setUp } from './setup/set-up.mjs';

try {
  const startedAtMs = performance.now();
  await setUp({ app: true, headless: true, retryOfficialRuntime: true });
  process.stderr.write(`Set-up is complete (${((performance.now() - startedAtMs) / 1000).toFixed(1)} s).\n`);
} catch (error) {
  process.exitCode = reportProblem(error);
}
