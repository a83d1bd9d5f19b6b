/**
 * `npm run chaos:kill [-- --kills N] [--break NAME] [--json]`: real processes that are killed at every boundary, and N times at random
 * moments, with real sockets and a database on the disk (docs/reliability.md).
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
  const program = join(ROOT, 'test', 'chaos', 'kill', 'program.ts');
  const args = ['--import', typescriptLoader, program, ...process.argv.slice(2)];
  process.exitCode = await runInForeground(process.execPath, args, { cwd: ROOT });
} catch (error) {
  process.exitCode = reportProblem(error);
}
