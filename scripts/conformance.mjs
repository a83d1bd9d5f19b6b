/**
 * `npm run conformance [-- --only NAME] [-- --json]`: what every connector shows against the simulator of its package, case
 * by case and setting by setting. With --json one JSON object on stdout; everything else is on stderr then. npm prints
 * lines of its own on stdout first: use `npm run --silent conformance` where a program reads the answer.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { packageProgram } from './launch/package-program.mjs';
import { ROOT } from './setup/checkout.mjs';
import { reportProblem } from './setup/report-problem.mjs';
import { setUp } from './setup/set-up.mjs';
import { SetupProblem } from './setup/setup-problem.mjs';

const REPORT = join(ROOT, 'out', 'test', 'conformance.json');
/** Vitest's own code for "some tests failed": the report then says which. */
const SOME_FAILED = 1;

try {
  const { only, json } = readArguments();
  await setUp({ app: false, database: true, screen: false, keychain: false });
  rmSync(REPORT, { force: true });
  const tests = [packageProgram('vitest'), 'run', '--project', 'node', `test/contract/${only ?? ''}`];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  // Standard output is kept for the report.
  const run = spawnSync(process.execPath, [...tests, ...reporters], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (!existsSync(REPORT) || (run.status !== 0 && run.status !== SOME_FAILED)) {
    throw new SetupProblem('The contract tests could not be run.', 'What went wrong is told above.');
  }
  const typescriptLoader = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  const program = join(ROOT, 'test', 'contract', 'report', 'program.ts');
  const options = [...(only === undefined ? [] : ['--only', only]), ...(json ? ['--json'] : [])];
  const told = spawnSync(process.execPath, ['--import', typescriptLoader, program, REPORT, ...options], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  process.exitCode = told.status ?? 1;
} catch (error) {
  process.exitCode = reportProblem(error);
}

/** @returns {{ only: string | undefined, json: boolean }} */
function readArguments() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean' } } });
    if (values.only !== undefined && !existsSync(join(ROOT, 'connectors', values.only, 'index.ts'))) {
      throw new Error(`There is no connector ${values.only}.`);
    }
    return { only: values.only, json: values.json === true };
  } catch (error) {
    throw new SetupProblem(String(error), 'Use npm run conformance [-- --only NAME] [-- --json].');
  }
}
