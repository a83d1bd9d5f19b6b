import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import everyTest from '../../playwright.config';
import { OUT } from './kept-variants';

/** Every screen in every look (`npm run screens`); not a part of `npm test`. */
export default defineConfig({
  ...everyTest,
  testDir: import.meta.dirname,
  outputDir: join(OUT, 'results'),
  workers: 2,
  // A test is one app with everything that can be seen in it.
  timeout: 30 * 60_000,
  use: { ...everyTest.use, actionTimeout: 20_000 },
  reporter: [['list'], ['./contact-sheets.ts']],
  projects: [{ name: 'screens', testMatch: 'matrix.spec.ts', fullyParallel: true }],
});
