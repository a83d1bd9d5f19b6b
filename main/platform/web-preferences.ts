import type { WebPreferences } from 'electron';

/**
 * What every window may do: nothing but show pages. Electron's safe defaults are written out, so that a change of a
 * default or a slip shows in one place. https://www.electronjs.org/docs/latest/tutorial/security
 */
export const WEB_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // On Linux Chromium would fetch dictionaries from a server of its own.
  spellcheck: false,
} as const satisfies WebPreferences;
