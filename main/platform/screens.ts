/** Runs in the main process: where the screens come from, the build or (only unpackaged) the development server. */
import { join } from 'node:path';
import { app, session } from 'electron';
import { APP_URL, serveScreens } from './app-protocol';
import { DEVELOPMENT_POLICY } from './content-security-policy';

/** Starts serving the screens; returns the address of the first page. Call when the app is ready. */
export function openScreens(): string {
  const developmentUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  if (developmentUrl === undefined) {
    serveScreens(join(app.getAppPath(), 'out', 'renderer'));
    return APP_URL;
  }
  const urls = [`${new URL(developmentUrl).origin}/*`];
  session.defaultSession.webRequest.onHeadersReceived({ urls }, ({ responseHeaders }, answer) => {
    answer({ responseHeaders: { ...responseHeaders, 'content-security-policy': [DEVELOPMENT_POLICY] } });
  });
  return developmentUrl;
}
