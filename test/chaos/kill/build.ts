import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Inside the project, so that the programs find the addon. */
const OUT = join(ROOT, 'out', 'chaos-kill');

/** Builds the program that is killed and the thread of its database; returns the program's file. */
export async function buildVictim(): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      rolldownOptions: {
        input: { victim: join(import.meta.dirname, 'victim.ts'), 'db-worker': join(ROOT, 'main', 'db', 'worker.ts') },
      },
      outDir: OUT,
      emptyOutDir: true,
      target: 'node20.18',
      minify: false,
    },
  });
  return join(OUT, 'victim.js');
}
