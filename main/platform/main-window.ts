/** Runs in the main process: the one window of the app. Closing it hides it; the work goes on. */
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { AppSettings } from '../../preload/contract/views';
import { allowOrigin } from './guards';
import { resourceFile } from './resources';
import type { WindowPlace } from './settings-schema';
import { WEB_PREFERENCES } from './web-preferences';
import { placeFor, SMALLEST_WINDOW } from './window-place';

/** Grounds of the screens (renderer/ui/tokens.css), so that the window does not flash before they are painted. */
const GROUND = { light: '#f3f2ee', dark: '#131615' } as const;

/** A page that ends again so soon would end for ever; the work of the main process goes on without it. */
const CRASH_LOOP_MS = 30_000;

export interface MainWindowParts {
  /** Where the screens come from; the window goes nowhere else. */
  readonly url: string;
  readonly place: WindowPlace | null;
  readonly zoomPercent: number;
  readonly keepPlace: (place: WindowPlace) => void;
  /** The user closed the window; it is hidden now. */
  readonly onHidden: () => void;
  /** The user of Windows logs off or the computer stops: seconds are left. */
  readonly onSessionEnd: () => void;
  /** The page's process ended; the page is loaded anew. */
  readonly onCrash: (reason: string) => void;
}

export interface MainWindow {
  readonly window: BrowserWindow;
  /** Shows another page in place of the one that shows; nobody gets back to that one. Resolves when it is there. */
  readonly load: (address: string) => Promise<void>;
  /** Loads the page that shows anew. */
  readonly reload: () => void;
  /** Draws the screens at this size. */
  readonly zoomTo: (percent: number) => void;
  /** Brings the window to the front. */
  readonly show: () => void;
  /** Closes it for good. */
  readonly close: () => void;
}

export function createMainWindow(parts: MainWindowParts): MainWindow {
  const window = new BrowserWindow({
    ...placeFor(
      parts.place,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    title: app.name,
    icon: resourceFile('icons', 'app-256.png'),
    show: false,
    backgroundColor: GROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: {
      ...WEB_PREFERENCES,
      devTools: !app.isPackaged,
      preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
    },
  });
  // The menu is there for its keys only.
  window.setMenuBarVisibility(false);
  allowOrigin(window.webContents, parts.url);
  let lastCrashMs = -Infinity;
  let zoomPercent = parts.zoomPercent;
  const zoom = (): void => window.webContents.setZoomFactor(zoomPercent / 100);
  // Each page begins with the size that Chromium keeps for its address.
  window.webContents.on('did-navigate', zoom);

  const keepPlace = (): void => {
    const { x, y, width, height } = window.getNormalBounds();
    parts.keepPlace({ x, y, width, height, maximized: window.isMaximized() });
  };

  window.on('close', (event) => {
    event.preventDefault();
    keepPlace();
    window.hide();
    parts.onHidden();
  });
  window.on('session-end', parts.onSessionEnd);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    parts.onCrash(reason);
    const nowMs = performance.now();
    if (nowMs - lastCrashMs > CRASH_LOOP_MS) window.webContents.reload();
    lastCrashMs = nowMs;
  });

  let wasShown = false;
  return {
    window,
    load: async (address) => {
      await window.loadURL(address);
      window.webContents.navigationHistory.clear();
    },
    reload: () => window.webContents.reload(),
    zoomTo: (percent) => {
      zoomPercent = percent;
      zoom();
    },
    show: () => {
      if (!wasShown && parts.place?.maximized === true) window.maximize();
      wasShown = true;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    close: () => {
      if (wasShown) keepPlace();
      window.destroy();
    },
  };
}

/** Lets the window frame, and what the screens see as the system's choice, follow the theme of the settings. */
export function showTheme(theme: AppSettings['theme']): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme;
}
