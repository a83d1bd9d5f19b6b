import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');
/** Inside the project, so that the thread finds the addon; of this process alone, so that two may run side by side. */
const OUT = join(ROOT, 'out', 'fault-matrix', String(process.pid));

export interface BuiltThread {
  readonly workerFile: string;
  readonly remove: () => void;
}

/** Builds the thread of the database. */
export async function buildDatabaseThread(): Promise<BuiltThread> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      rolldownOptions: { input: { 'db-worker': join(ROOT, 'main', 'db', 'worker.ts') } },
      outDir: OUT,
      emptyOutDir: true,
      target: 'node20.18',
      minify: false,
    },
  });
  return { workerFile: join(OUT, 'db-worker.js'), remove: () => rmSync(OUT, { recursive: true, force: true }) };
}
