/** Runs in the main process: what no page may do, in any window and any session. */
import { app, type Session, type WebContents } from 'electron';

/** Origin of the pages that a window may show; a window that is not listed may show nothing else than it shows. */
const allowedOrigins = new WeakMap<WebContents, string>();

/** Lets the window go to pages of this origin, and to no other. */
export function allowOrigin(contents: WebContents, url: string): void {
  allowedOrigins.set(contents, originOf(url) ?? '');
}

/** Scheme and host of a URL; null when it has none. `URL.origin` is no use here: it is `null` for a scheme of our own. */
export function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return host === '' ? null : `${protocol}//${host}`;
}

/** Denies permissions but the camera, foreign pages, new windows and embedded pages from now on. Call before the app is ready. */
export function guardEverything(): void {
  app.on('session-created', denyPermissions);
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
      if (originOf(event.url) !== allowedOrigins.get(contents)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
  });
}

/** All but the camera, which our own pages may use to take photos; the system asks the user for it where it does so. */
function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isCamera = permission === 'media' && media.length > 0 && media.every((type) => type === 'video');
    answer(isCamera && originOf(details.requestingUrl) === allowedOrigins.get(contents));
  });
  session.setPermissionCheckHandler(
    (contents, permission, origin, { mediaType }) =>
      permission === 'media' &&
      mediaType === 'video' &&
      contents !== null &&
      originOf(origin) === allowedOrigins.get(contents),
  );
  session.setDevicePermissionHandler(() => false);
  // Nothing in the app is downloaded by a page: files are written by the main process, where the office says.
  session.on('will-download', (event) => event.preventDefault());
}
