/**
 * `npm start`: sets up, builds what changed, and starts the app on the practice administration. Arguments behind `--` go
 * to the app. Without a display, or with --headless, the app does the main job without a window and ends.
 */
import { buildWhenStale } from './launch/build.mjs';
import { runElectron } from './launch/electron.mjs';
import { completeSession, missingFromSession } from './session/desktop-session.mjs';
import { hasDisplay } from './session/display.mjs';
import { reportProblem } from './setup/report-problem.mjs';
import { setUp } from './setup/set-up.mjs';

try {
  const own = process.argv.slice(2).filter((arg) => arg !== '--headless' && arg !== '--practice');
  const headless = !hasDisplay() || process.argv.includes('--headless');
  const missing = await missingFromSession();
  const { electronProgram } = await setUp({ app: true, ...missing });
  await buildWhenStale();
  const session = await completeSession(missing);
  try {
    const args = ['--practice', ...(headless ? ['--headless'] : []), ...own];
    process.exitCode = await runElectron(electronProgram, args, session.env);
  } finally {
    await session.stop();
  }
} catch (error) {
  process.exitCode = reportProblem(error);
}
