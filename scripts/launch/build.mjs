/**
 * Builds the app with electron-vite, but only when something it is made of has changed since: names, sizes and change
 * times of the sources are compared with the stamp that the last build left.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../setup/checkout.mjs';
import { withCheckoutLock } from '../setup/checkout-lock.mjs';
import { createProgress } from '../setup/progress.mjs';
import { run } from '../setup/run.mjs';
import { SetupProblem } from '../setup/setup-problem.mjs';
import { packageProgram } from './package-program.mjs';

const SOURCES = [
  'main',
  'preload',
  'renderer',
  'connectors',
  'resources',
  'electron.vite.config.ts',
  'scripts/licences.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const OUTPUT = join(ROOT, 'out');
const STAMP = join(OUTPUT, 'build-stamp.txt');

/**
 * @returns {Promise<void>}
 * @throws {SetupProblem} When the build fails.
 */
export async function buildWhenStale() {
  if (readStamp() === sourcesHash()) return;
  const progress = createProgress();
  await withCheckoutLock('build', progress, async () => {
    // Taken before the build: what changes while it runs is built again next time.
    const hash = sourcesHash();
    if (readStamp() === hash) return;
    await progress.step('Building the app', build);
    mkdirSync(OUTPUT, { recursive: true });
    writeFileSync(STAMP, hash);
  });
}

async function build() {
  const args = [packageProgram('electron-vite'), 'build'];
  const { exitCode, tail } = await run(process.execPath, args, { cwd: ROOT });
  if (exitCode !== 0) {
    // The builder's own stack trace says nothing about the app.
    const report = stripVTControlCharacters(tail).replace(/^ +at .*\n?/gm, '');
    throw new SetupProblem(
      `The app could not be built:\n${report.trim()}`,
      'Correct what the lines above name, and run this again.',
    );
  }
}

function readStamp() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesOf(join(ROOT, source))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(ROOT, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path A file or a folder.
 * @returns {string[]}
 */
function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
