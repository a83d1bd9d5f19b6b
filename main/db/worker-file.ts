import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the worker's bundle, see electron.vite.config.ts. */
const NAME = 'db-worker.js';

/**
 * The built worker. It lies beside the bundle that calls this, or one folder up when the bundler put this module into a
 * shared chunk.
 */
export function workerFile(): string {
  const beside = join(import.meta.dirname, NAME);
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', NAME);
}
