/** Runs in the main process: what the app is and what it runs on. */
import { release } from 'node:os';
import { app } from 'electron';

export const versions = (): Readonly<Record<string, string>> => ({
  app: app.getVersion(),
  electron: process.versions.electron,
  chromium: process.versions.chrome,
  node: process.versions.node,
  system: `${process.platform} ${release()}`,
  architecture: process.arch,
  systemLanguage: app.getSystemLocale(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  packaged: String(app.isPackaged),
});
