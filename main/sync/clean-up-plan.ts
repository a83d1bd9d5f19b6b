import type { Resource } from '../../connectors/_kit/model';
import type { LinkKey, RemoteStore } from '../db/store';
import type { Time } from '../ports';

const HOUR_MS = 60 * 60 * 1_000;
/** "A few times a week". */
const EVERY_MS = 48 * HOUR_MS;
/** A clean-up that failed, or that waits for a confirmation, is not tried at each run. */
const AGAIN_MS = 6 * HOUR_MS;

/** Tables that the package leads, in the order in which they are cleaned up. */
const CLEANED: readonly Resource[] = ['articleGroups', 'customers', 'articles'];

/** Which tables are to be cleaned up. */
export interface CleanUpPlan {
  /** Of these tables, those that a clean-up exists for. */
  readonly among: (resources: readonly Resource[]) => readonly Resource[];
  /** Whether the last one is long enough ago, and the table was read to its end. */
  readonly isDue: (link: LinkKey, resource: Resource) => Promise<boolean>;
  readonly tried: (resource: Resource) => void;
}

export function createCleanUpPlan(store: RemoteStore, time: Pick<Time, 'nowMs' | 'monotonicMs'>): CleanUpPlan {
  const triedAtMs = new Map<Resource, number>();

  return {
    among: (resources) => CLEANED.filter((resource) => resources.includes(resource)),
    isDue: async (link, resource) => {
      if (time.monotonicMs() - (triedAtMs.get(resource) ?? -Infinity) < AGAIN_MS) return false;
      if ((await store.pull.mark(link, resource))?.complete !== true) return false;
      const lastMs = await store.cleanUp.lastEndedAtMs(link, resource);
      // A last time in the future means that the clock was set back since.
      return lastMs === null || Math.abs(time.nowMs() - lastMs) >= EVERY_MS;
    },
    tried: (resource) => {
      triedAtMs.set(resource, time.monotonicMs());
    },
  };
}
