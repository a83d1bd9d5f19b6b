/**
 * `npm run chaos [-- --seed N] [--cycles N] [--package NAME] [--break NAME|all|quick|list] [--json]`: the engine among troubles of
 * every kind, each of which follows from the seed (docs/reliability.md).
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInForeground } from './launch/child.mjs';
import { ROOT } from './setup/checkout.mjs';
import { reportProblem } from './setup/report-problem.mjs';
import { setUp } from './setup/set-up.mjs';

try {
  await setUp({ app: false, database: true, screen: false, keychain: false });
  const typescriptLoader = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  const program = join(ROOT, 'test', 'chaos', 'program.ts');
  const args = ['--import', typescriptLoader, program, ...process.argv.slice(2)];
  process.exitCode = await runInForeground(process.execPath, args, { cwd: ROOT });
} catch (error) {
  process.exitCode = reportProblem(error);
}
