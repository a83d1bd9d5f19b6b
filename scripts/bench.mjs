/** `npm run bench`: how long each interaction takes with 50,000 work orders (docs/speed.md). */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInForeground } from './launch/child.mjs';
import { ROOT } from './setup/checkout.mjs';
import { reportProblem } from './setup/report-problem.mjs';
import { setUp } from './setup/set-up.mjs';

try {
  await setUp({ app: false, database: true, screen: false, keychain: false });
  const typescriptLoader = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  const args = ['--import', typescriptLoader, join(ROOT, 'test', 'bench', 'program.ts'), ...process.argv.slice(2)];
  process.exitCode = await runInForeground(process.execPath, args, { cwd: ROOT });
} catch (error) {
  process.exitCode = reportProblem(error);
}
