/**
 * `npm run simulator -- NAME --port N --seed N`: a simulated accounting package as a server of its own, under plain Node.
 */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { runInForeground } from './launch/child.mjs';
import { ROOT } from './setup/checkout.mjs';
import { reportProblem } from './setup/report-problem.mjs';
import { setUp } from './setup/set-up.mjs';

try {
  await setUp({ app: false, screen: false, keychain: false });
  const typescriptLoader = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  const program = join(ROOT, 'connectors', 'simulate.ts');
  const args = ['--import', typescriptLoader, program, ...process.argv.slice(2)];
  process.exitCode = await runInForeground(process.execPath, args, { cwd: process.cwd() });
} catch (error) {
  process.exitCode = reportProblem(error);
}
