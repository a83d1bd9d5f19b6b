import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests: the real, built app in real Electron. `npm test` builds it first and gives it a screen, a bus and a
 * keyring of its own. Everything a run leaves behind is under out/e2e.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/e2e/results',
  // Two for two cores, and one that waits most of the time (see below).
  workers: 3,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'out/e2e/report.json' }]],
  // Each step with its page, kept until the end, is a third of the whole run; `--trace retain-on-failure` asks for it.
  use: { trace: 'off', screenshot: 'only-on-failure' },
  projects: [
    // It waits for almost four minutes and needs next to nothing meanwhile: it begins first, and the others run beside it.
    { name: 'waiting', testMatch: 'quiet-period.spec.ts' },
    // How long things take is measured by itself: test/bench/painted.config.ts.
    { name: 'app', testIgnore: ['quiet-period.spec.ts', '*-speed.spec.ts'] },
  ],
});
