import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import everyTest from '../../playwright.config';

const OUT = join(import.meta.dirname, '..', '..', 'out', 'e2e');

/**
 * How long it takes in the real app until the outcome of an interaction is painted (docs/speed.md). By itself and one after
 * another: what else the computer does would be measured as well.
 */
export default defineConfig({
  ...everyTest,
  testDir: join(import.meta.dirname, '..', 'e2e'),
  outputDir: join(OUT, 'results'),
  reporter: [['list'], ['json', { outputFile: join(OUT, 'report.json') }]],
  workers: 1,
  projects: [{ name: 'painted', testMatch: '*-speed.spec.ts' }],
});
