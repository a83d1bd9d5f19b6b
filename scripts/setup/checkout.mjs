/** The checkout that these scripts belong to. */
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder with package.json. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
