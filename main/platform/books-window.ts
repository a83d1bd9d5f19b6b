/** Runs in the main process: shows the books of the practice administration, as foreign to the app as any web page. */
import { app, BrowserWindow, session } from 'electron';
import { allowOrigin } from './guards';
import { WEB_PREFERENCES } from './web-preferences';

/** In memory only, and shared with nothing else. */
const PARTITION = 'practice-books';

export interface BooksWindow {
  /** Shows the page, in the window that is open already when there is one. */
  readonly open: (parent: BrowserWindow, url: string) => Promise<void>;
}

export function createBooksWindow(): BooksWindow {
  let window: BrowserWindow | null = null;

  return {
    open: async (parent, url) => {
      if (window === null) {
        window = new BrowserWindow({
          parent,
          width: 1100,
          height: 760,
          title: app.name,
          autoHideMenuBar: true,
          webPreferences: {
            ...WEB_PREFERENCES,
            devTools: !app.isPackaged,
            session: session.fromPartition(PARTITION, { cache: false }),
          },
        });
        window.setMenuBarVisibility(false);
        window.on('closed', () => {
          window = null;
        });
      }
      allowOrigin(window.webContents, url);
      const wasThere = window.webContents.getURL().split('#')[0] === url.split('#')[0];
      await window.loadURL(url);
      // Another place on the page that shows already reads nothing, and the document may have come since.
      if (wasThere) window.webContents.reload();
      window?.show();
      window?.focus();
    },
  };
}
