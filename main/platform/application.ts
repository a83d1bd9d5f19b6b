/** Runs in the main process: Electron's application object, from before it is ready until the process ends. */
import { app } from 'electron';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { registerAppScheme } from './app-protocol';
import type { DataFolder } from './data-folder';
import { guardEverything } from './guards';
import { makeFolder } from './make-folder';

/** Windows ties notifications and the taskbar to it; the installer must name the same. */
const APP_USER_MODEL_ID = 'nl.simon-koppel.desktop';

/** 128 + SIGTERM, as shells have it: without a window nobody else can ask for the end. */
const ENDED_BY_SIGNAL = 143;

export interface Application {
  readonly version: string;
  /** Claims to be the one window of this data folder. False: it is open already, and comes to the front now. */
  readonly claimWindow: () => boolean;
  /** Closes what must be closed before the app is ready: sandbox, permissions, foreign pages. */
  readonly harden: () => void;
  /** Never await this at the top of the entry module: the app gets ready when that module has run. */
  readonly ready: () => Promise<void>;
  /** Somebody started the app again, or clicked its icon: the window is to come to the front. */
  readonly onShowAgain: (show: () => void) => void;
  /**
   * Says what is to be done before the process ends, however that is asked: the tray, the system's menu, the end of the
   * session, a signal.
   */
  readonly beforeExit: (stop: () => Promise<void>) => void;
  /** Does what `beforeExit` says, and ends with this code. The first one counts. */
  readonly exit: (code: number) => Promise<void>;
  /** True once the end was asked for: what breaks now breaks because of that. */
  readonly isExiting: () => boolean;
}

/**
 * Makes the application of a data folder, which is made when it is not there. `window: false`: nothing is ever shown, and
 * being told to end is no success. Problem: `data-folder-not-writable`.
 */
export function createApplication(folder: DataFolder, { window }: { readonly window: boolean }): Result<Application> {
  try {
    makeFolder(folder.browser);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail(problem('storage', 'data-folder-not-writable', { folder: folder.root, detail }));
  }
  // The claim on the window belongs to this folder.
  app.setPath('userData', folder.browser);
  app.setAppUserModelId(APP_USER_MODEL_ID);
  // Without a window the work goes on.
  app.on('window-all-closed', () => undefined);

  let stop = (): Promise<void> => Promise.resolve();
  let exiting: Promise<void> | null = null;
  const exit = (code: number): Promise<void> =>
    (exiting ??= stop().finally(() => {
      app.exit(code);
    }));
  // Electron turns SIGINT, SIGTERM and SIGHUP into this event as well.
  app.on('before-quit', (event) => {
    event.preventDefault();
    void exit(window ? 0 : ENDED_BY_SIGNAL);
  });

  return ok({
    version: app.getVersion(),
    claimWindow: () => app.requestSingleInstanceLock(),
    harden: () => {
      // It would undo --no-sandbox, without which Chromium does not start for root: the case in containers.
      if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
      registerAppScheme();
      guardEverything();
      if (window) return;
      app.disableHardwareAcceleration();
      app.dock?.hide();
    },
    ready: () => app.whenReady(),
    onShowAgain: (show) => {
      app.on('second-instance', show);
      app.on('activate', show);
    },
    beforeExit: (work) => {
      stop = work;
    },
    exit,
    isExiting: () => exiting !== null,
  });
}

/** Ends a process that opened nothing yet. */
export const endAtOnce = (code: number): void => app.exit(code);
