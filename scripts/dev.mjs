/**
 * `npm run dev`: the app with live reload, for work on its code. Arguments behind `--` go to the app; without any, it
 * opens the practice administration.
 */
import { runInForeground } from './launch/child.mjs';
import { packageProgram } from './launch/package-program.mjs';
import { sandboxEnv } from './launch/sandbox.mjs';
import { completeSession, missingFromSession } from './session/desktop-session.mjs';
import { hasDisplay } from './session/display.mjs';
import { ROOT } from './setup/checkout.mjs';
import { reportProblem } from './setup/report-problem.mjs';
import { SetupProblem } from './setup/setup-problem.mjs';
import { setUp } from './setup/set-up.mjs';

try {
  if (!hasDisplay()) {
    throw new SetupProblem(
      'There is no display to show the app on.',
      'Run npm run dev in a desktop session, or npm start to see the app work without one.',
    );
  }
  const missing = await missingFromSession();
  const { electronProgram } = await setUp({ app: true, ...missing });
  const session = await completeSession(missing);
  const appArgs = process.argv.length > 2 ? process.argv.slice(2) : ['--practice'];
  // electron-vite finds Electron by this variable; it does not know ELECTRON_OVERRIDE_DIST_PATH.
  const env = { ...session.env, ...sandboxEnv(electronProgram), ELECTRON_EXEC_PATH: electronProgram };
  const args = [packageProgram('electron-vite'), 'dev', '--', ...appArgs];
  process.exitCode = await runInForeground(process.execPath, args, { cwd: ROOT, env });
} catch (error) {
  process.exitCode = reportProblem(error);
}
