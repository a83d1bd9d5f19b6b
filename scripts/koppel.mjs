/**
 * `npm run koppel -- COMMAND --data DIR [options]`: the app's command line, in the same Electron main process as the app.
 * Here only the ground is prepared; stdout, stdin and the exit code are the app's own, and set-up talks on stderr.
 * npm prints two lines of its own on stdout first: use `npm run --silent koppel` where a program reads the answer.
 */
import { buildWhenStale } from './launch/build.mjs';
import { runElectron } from './launch/electron.mjs';
import { completeSession, missingFromSession } from './session/desktop-session.mjs';
import { reportProblem } from './setup/report-problem.mjs';
import { setUp } from './setup/set-up.mjs';

try {
  const missing = await missingFromSession();
  const { electronProgram } = await setUp({ app: true, ...missing });
  await buildWhenStale();
  const session = await completeSession(missing);
  try {
    process.exitCode = await runElectron(electronProgram, ['koppel', ...process.argv.slice(2)], session.env);
  } finally {
    await session.stop();
  }
} catch (error) {
  process.exitCode = reportProblem(error);
}
