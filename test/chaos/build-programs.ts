import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');

export interface BuiltPrograms {
  /** The file of the program of this name. */
  readonly file: (name: string) => string;
  readonly remove: () => void;
}

/** Builds programs for Node, and threads of them, as the app's own are built. `sources`: the file of each by its name. */
export async function buildPrograms(
  purpose: string,
  sources: Readonly<Record<string, string>>,
): Promise<BuiltPrograms> {
  // Inside the project, so that they find the addon; of this process alone, so that two may run side by side.
  const outDir = join(ROOT, 'out', purpose, String(process.pid));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      rolldownOptions: { input: { ...sources } },
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      minify: false,
    },
  });
  return {
    file: (name) => join(outDir, `${name}.js`),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}
