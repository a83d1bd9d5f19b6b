/**
 * `npm run screens`: every screen in both languages and themes, with nothing, one and many in it, at two sizes and two
 * zooms, held against the rules for accessible pages and for what must not be cut off (test/screens). The pictures, one sheet
 * of them for each screen and the findings are under out/screens/matrix; it fails when something was found.
 *
 * Arguments go to Playwright: `npm run screens -- --grep "light, many"`. `SCREENS=queue,log` takes those screens only.
 */
import { join } from 'node:path';
import { buildWhenStale } from './launch/build.mjs';
import { runInForeground } from './launch/child.mjs';
import { packageProgram } from './launch/package-program.mjs';
import { sandboxEnv } from './launch/sandbox.mjs';
import { startThrowAwaySession } from './session/throw-away.mjs';
import { ROOT } from './setup/checkout.mjs';
import { reportProblem } from './setup/report-problem.mjs';
import { setUp } from './setup/set-up.mjs';

const CONFIG = join(ROOT, 'test', 'screens', 'screens.config.ts');

try {
  const onLinux = process.platform === 'linux';
  const { electronProgram } = await setUp({ app: true, screen: onLinux, keychain: onLinux });
  await buildWhenStale();
  const session = await startThrowAwaySession();
  try {
    const args = [packageProgram('@playwright/test', 'playwright'), 'test', '-c', CONFIG, ...process.argv.slice(2)];
    const env = { ...session.env, ...sandboxEnv(electronProgram) };
    process.exitCode = await runInForeground(process.execPath, args, { cwd: ROOT, env });
  } finally {
    await session.stop();
  }
} catch (error) {
  process.exitCode = reportProblem(error);
}
