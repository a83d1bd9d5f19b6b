import { join } from 'node:path';

/** The clock that the main process of the app goes by, so that weeks pass between two starts and hours in seconds. */
export interface AppClock {
  /** What it shows at the start of the app, UTC ms. */
  readonly startsAtMs: number;
  /** Default 1. Far above that nothing may be fetched: what waits for an answer waits by this clock. */
  readonly timesAsFast?: number;
}

/** What Electron is started with, before the folder of the app. */
export function withClock({ startsAtMs, timesAsFast = 1 }: AppClock): {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
} {
  return {
    args: ['-r', join(import.meta.dirname, 'app-clock.cjs')],
    env: { APP_CLOCK: JSON.stringify({ startsAtMs, timesAsFast }) },
  };
}
