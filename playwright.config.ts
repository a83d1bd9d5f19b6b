import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests: the real, built app in real Electron. `npm test` builds it first and gives it a screen, a bus and a
 * keyring of its own. Everything a run leaves behind is under out/e2e.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/e2e/results',
  workers: process.env.CI ? 1 : 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'out/e2e/report.json' }]],
  use: { trace: 'retain-on-failure' },
});
