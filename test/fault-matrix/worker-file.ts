import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');
/** Inside the project, so that the thread finds the addon. */
const OUT = join(ROOT, 'out', 'fault-matrix');

/** Builds the thread of the database; returns its file. */
export async function buildDatabaseThread(folder = OUT): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      rolldownOptions: { input: { 'db-worker': join(ROOT, 'main', 'db', 'worker.ts') } },
      outDir: folder,
      emptyOutDir: true,
      target: 'node20.18',
      minify: false,
    },
  });
  return join(folder, 'db-worker.js');
}
