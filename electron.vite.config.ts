import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { shippedLicences } from './scripts/licences.mjs';

const here = import.meta.dirname;

/**
 * The build targets are those of the oldest runtime that setup may choose: the registry-only development
 * runtime is Electron 33 (Node 20.18, Chromium 130). The defaults would follow the newer `electron` package.
 */
const NODE_TARGET = 'node20.18';
const CHROMIUM_TARGET = 'chrome130';

export default defineConfig({
  main: {
    plugins: [
      {
        name: 'licences',
        generateBundle() {
          this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(shippedLicences(here)) });
        },
      },
    ],
    build: {
      target: NODE_TARGET,
      outDir: 'out/main',
      externalizeDeps: { exclude: ['electron-store'] },
      rolldownOptions: {
        input: {
          index: resolve(here, 'main/index.ts'),
          'db-worker': resolve(here, 'main/db/worker.ts'),
          'backup-worker': resolve(here, 'main/db/backups/backup-worker.ts'),
          'import-worker': resolve(here, 'main/company/import/reader-worker.ts'),
          'xlsx-worker': resolve(here, 'main/tables/xlsx-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: 'out/preload',
      // A sandboxed preload must be one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'renderer'),
    plugins: [react()],
    build: {
      target: CHROMIUM_TARGET,
      outDir: resolve(here, 'out/renderer'),
      minify: true,
      rolldownOptions: { input: { index: resolve(here, 'renderer/index.html') } },
    },
  },
});
