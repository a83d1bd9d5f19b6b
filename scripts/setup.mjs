/**
 * `npm run setup`: everything that `npm start` and `npm test` set up by themselves, without starting anything.
 * Run it to see what is missing or to prepare a machine. With `--official` it tries Electron's own download once more
 * where the runtime from the npm registry is in use.
 */
import { missingFromSession } from './session/desktop-session.mjs';
import { reportProblem } from './setup/report-problem.mjs';
import { setUp } from './setup/set-up.mjs';

try {
  const startedAtMs = performance.now();
  await setUp({
    app: true,
    ...(await missingFromSession()),
    retryOfficialRuntime: process.argv.includes('--official'),
  });
  process.stderr.write(`Set-up is complete (${((performance.now() - startedAtMs) / 1000).toFixed(1)} s).\n`);
} catch (error) {
  process.exitCode = reportProblem(error);
}
