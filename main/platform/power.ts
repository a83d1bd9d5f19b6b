/** Runs in the main process: sleep, lock and the end of the session. */
import { powerMonitor } from 'electron';

export interface PowerEvents {
  /** The computer was asleep or locked: the clock may have jumped, the network may be another one. */
  readonly onWake: () => void;
  /** The computer is shut down: seconds are left. Told on Linux and macOS; Windows tells the window. */
  readonly onShutdown: () => void;
}

/** Listens until the returned function is called. Only when the app is ready. */
export function watchPower({ onWake, onShutdown }: PowerEvents): () => void {
  const shutdown = (event?: { readonly preventDefault: () => void }): void => {
    // Asks the system for the time to close the database; the app ends by itself then.
    event?.preventDefault();
    onShutdown();
  };
  powerMonitor.on('resume', onWake);
  powerMonitor.on('unlock-screen', onWake);
  powerMonitor.on('shutdown', shutdown);
  return () => {
    powerMonitor.off('resume', onWake);
    powerMonitor.off('unlock-screen', onWake);
    powerMonitor.off('shutdown', shutdown);
  };
}
