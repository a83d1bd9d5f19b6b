/** Where the programs of npm packages are, to be run with this Node: the same on every operating system. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/checkout.mjs';

/**
 * @param {string} packageName
 * @param {string} [program] Its name, when it differs from the package's.
 * @returns {string} Path of a script for Node.
 */
export function packageProgram(packageName, program = packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}
