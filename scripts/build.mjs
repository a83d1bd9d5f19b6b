/** `npm run build`: the app for the runtime in use, into out/. Does nothing when nothing changed. */
import { buildWhenStale } from './launch/build.mjs';
import { reportProblem } from './setup/report-problem.mjs';
import { setUp } from './setup/set-up.mjs';

try {
  await setUp({ app: false, screen: false, keychain: false });
  await buildWhenStale();
} catch (error) {
  process.exitCode = reportProblem(error);
}
