import { defineConfig } from '@playwright/test';

/** What goes by real clocks: quiet periods, a disk that is full for a while, a folder that is looked into every so often. */
const WAITING = ['quiet-period.spec.ts', 'full-disk.spec.ts', 'folder-drop.spec.ts'];

/**
 * End-to-end tests: the real, built app in real Electron. `npm test` builds it first and gives it a screen, a bus and a
 * keyring of its own. Everything a run leaves behind is under out/e2e.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/e2e/results',
  workers: 5,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  // The pictures of README and user guide, each under the path that the test gives (test/e2e/committed-pictures.ts).
  snapshotPathTemplate: '{arg}{ext}',
  updateSnapshots: process.env.UPDATE_README_IMAGES === '1' ? 'changed' : 'none',
  reporter: [['list'], ['json', { outputFile: 'out/e2e/report.json' }]],
  // Each step with its page, kept until the end, is a third of the whole run; `--trace retain-on-failure` asks for it.
  use: { trace: 'off', screenshot: 'only-on-failure' },
  projects: [
    // They wait for minutes and need next to nothing meanwhile: the others run beside them.
    { name: 'waiting', testMatch: WAITING, workers: 2 },
    // Three for two cores: there is always one that waits for the app.
    // How long things take is measured by itself: test/bench/painted.config.ts.
    { name: 'app', testIgnore: [...WAITING, '*-speed.spec.ts'], workers: 3 },
  ],
});
