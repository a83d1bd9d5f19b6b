import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Inside the project, so that the programs find the addon; of this process alone, so that two may run side by side. */
const OUT = join(ROOT, 'out', 'chaos-kill', String(process.pid));

export interface BuiltVictim {
  /** The file of the program. */
  readonly program: string;
  readonly remove: () => void;
}

/** Builds the program that is killed and the thread of its database. */
export async function buildVictim(): Promise<BuiltVictim> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      rolldownOptions: {
        input: {
          victim: join(import.meta.dirname, 'victim.ts'),
          'db-worker': join(import.meta.dirname, 'strict-worker.ts'),
        },
      },
      outDir: OUT,
      emptyOutDir: true,
      target: 'node20.18',
      minify: false,
    },
  });
  return { program: join(OUT, 'victim.js'), remove: () => rmSync(OUT, { recursive: true, force: true }) };
}
