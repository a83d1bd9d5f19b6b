/** Runs in the main process: serves the built screens as app://simon-koppel/, so that no page is a file of the disk. */
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { assetOf } from './asset-path';
import { CONTENT_SECURITY_POLICY } from './content-security-policy';

const SCHEME = 'app';
const HOST = 'simon-koppel';

export const APP_URL = `${SCHEME}://${HOST}/index.html`;

/** Makes the scheme one with an origin, as https is. Call before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers for the default session only: the window with books of the practice administration never gets here. */
export function serveScreens(rendererFolder: string): void {
  protocol.handle(SCHEME, async ({ url, method }) => {
    const asset = new URL(url).host === HOST && method === 'GET' ? assetOf(rendererFolder, url) : null;
    const content = asset === null ? null : await readFile(asset.file).catch(() => null);
    if (asset === null || content === null) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(content), {
      headers: {
        'content-type': asset.type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    });
  });
}
