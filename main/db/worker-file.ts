import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the bundles of threads, see electron.vite.config.ts. */
export type WorkerName = 'db-worker' | 'backup-worker' | 'xlsx-worker' | 'import-worker';

/**
 * A built worker. It lies beside the bundle that calls this, or one folder up when the bundler put this module into a
 * shared chunk.
 */
export function workerFile(name: WorkerName): string {
  const beside = join(import.meta.dirname, `${name}.js`);
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', `${name}.js`);
}
