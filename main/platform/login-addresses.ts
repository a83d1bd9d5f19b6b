/**
 * Runs in the main process: addresses of our own scheme that the system hands to the app. They may come from anybody: a
 * page on the web can open one. They go to a login that waits, and to nothing else.
 */
import { resolve } from 'node:path';
import { app } from 'electron';
import { LOGIN_SCHEME } from './redirect-address';

export interface LoginAddresses {
  /** Makes this app the system's choice for the scheme, and tells each address until the returned function is called. */
  readonly listen: (listener: (address: string) => void) => () => void;
}

/**
 * `args`: what this app was started with, so that the system starts the same one to hand an address over. macOS tells the
 * app itself; on Windows and Linux a second start tells the first one, and ends. Call before the app is ready.
 */
export function createLoginAddresses(args: readonly string[]): LoginAddresses {
  const listeners = new Set<(address: string) => void>();
  const tell = (address: string): void => {
    for (const listener of [...listeners]) listener(address);
  };
  app.on('open-url', (event, address) => {
    event.preventDefault();
    tell(address);
  });
  app.on('second-instance', (_event, argv) => {
    const address = addressAmong(argv);
    if (address !== null) tell(address);
  });

  return {
    listen: (listener) => {
      claimScheme(args);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The system puts the address last. */
function addressAmong(argv: readonly string[]): string | null {
  return argv.findLast((word) => word.toLowerCase().startsWith(`${LOGIN_SCHEME}:`)) ?? null;
}

/**
 * Only when a login asks for it, so that the app changes nothing on a computer that needs no scheme. Where the installer
 * registered it this changes nothing. Behind `--` nothing of the address is read as an option.
 */
function claimScheme(args: readonly string[]): void {
  const program = process.defaultApp ? [resolve(app.getAppPath())] : [];
  app.setAsDefaultProtocolClient(LOGIN_SCHEME, process.execPath, [...program, ...args, '--']);
}
