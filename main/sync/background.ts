import { storageProblem } from '../db/storage-problem';
import type { Logger } from '../ports';

/** Small jobs whose end nobody waits for, until the engine stops. */
export interface Background {
  /** Starts a job; what it throws is logged. */
  readonly start: (job: () => Promise<void>) => void;
  /** Resolves when every job has ended; later ones are not started. */
  readonly stop: () => Promise<void>;
}

export function createBackground(area: string, logger: Logger): Background {
  const jobs = new Set<Promise<void>>();
  let isStopped = false;
  return {
    start: (job) => {
      if (isStopped) return;
      const mine = job()
        .catch((error: unknown) => {
          const refused = storageProblem(error);
          if (refused === null) logger.bug(area, error);
          else logger.warn(area, refused.code);
        })
        .finally(() => jobs.delete(mine));
      jobs.add(mine);
    },
    stop: async () => {
      isStopped = true;
      await Promise.all(jobs);
    },
  };
}
