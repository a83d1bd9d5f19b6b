import { storageProblem } from '../db/storage-problem';
import type { Logger, Time } from '../ports';

/** Looks at something now and then, one look at a time. */
export interface Lookout {
  readonly start: () => void;
  /** Resolves when a look that is under way has ended. */
  readonly stop: () => Promise<void>;
}

export interface LookoutParts {
  /** For the technical log. */
  readonly area: string;
  readonly everyMs: number;
  readonly look: () => Promise<void>;
  readonly time: Pick<Time, 'sleep'>;
  readonly logger: Logger;
}

/** The first look comes `everyMs` after the start. What one throws is logged, and the next one comes all the same. */
export function createLookout({ area, everyMs, look, time, logger }: LookoutParts): Lookout {
  const stopped = new AbortController();
  let ended: Promise<void> = Promise.resolve();

  const run = async (): Promise<void> => {
    for (;;) {
      await time.sleep(everyMs, stopped.signal);
      if (stopped.signal.aborted) return;
      try {
        await look();
      } catch (error) {
        const refused = storageProblem(error);
        if (refused === null) logger.bug(area, error);
        else logger.warn(area, refused.code);
      }
    }
  };

  return {
    start: () => {
      ended = run();
    },
    stop: () => {
      stopped.abort();
      return ended;
    },
  };
}
