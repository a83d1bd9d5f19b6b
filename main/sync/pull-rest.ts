import type { Connector } from '../../connectors/_kit/connector';
import type { Resource } from '../../connectors/_kit/model';
import type { Problem } from '../../connectors/_kit/problem';
import type { RemoteStore } from '../db/store';
import { isHeldBack } from '../domain/clean-up-guard';
import { storageProblem } from '../db/storage-problem';
import type { Logger, Time } from '../ports';
import type { LinkSettings } from './engine';
import { linkKeyOf } from './freeze';

export interface PullRestParts {
  readonly store: RemoteStore;
  readonly connector: Connector;
  readonly link: () => LinkSettings;
  readonly time: Time;
  readonly logger: Logger;
}

const MINUTE_MS = 60_000;
/** A package that is pulled less often than this is not asked again at each start of the app. */
const OFTEN_MINUTES = 60;
/** A clock that is kept right by the network is set back by less than this. */
const SET_BACK_MS = 60 * MINUTE_MS;
/** More runs than an office asks for by hand in a day. */
const RUNS_LOOKED_AT = 200;
/** A clean-up that waits for the office comes after the pull, which was whole. */
const isFine = (problem: Problem | null): boolean => problem === null || isHeldBack(problem);
/** What is pulled whole, and takes a package long; orders are read in each run. */
const TABLES: readonly Resource[] = ['customers', 'articleGroups', 'articles'];

/**
 * How long the last whole pull keeps the next automatic one away, in milliseconds: 0 when it is time, when nothing was
 * read whole yet, or when the package is asked every few minutes anyhow.
 */
export function createPullRest({ store, connector, link, time, logger }: PullRestParts): () => Promise<number> {
  const tables = TABLES.filter((table) => connector.manifest.capabilities.resources[table] !== undefined);

  const lastWholePullAtMs = async (): Promise<number | null> => {
    const marks = await store.pull.marks(linkKeyOf(connector, link()));
    // Without marks the last runs were those of another package, or from before Simon was emptied.
    if (!tables.every((table) => marks.some(({ resource, complete }) => resource === table && complete))) return null;
    const { rows } = await store.runs.list({ search: '', offset: 0, limit: RUNS_LOOKED_AT });
    const whole = rows.find(
      ({ result, problem, resources }) =>
        result !== null &&
        result !== 'cancelled' &&
        isFine(problem) &&
        tables.every((table) => resources.some((one) => one.resource === table && isFine(one.problem))),
    );
    return whole?.endedAtMs ?? null;
  };

  return async () => {
    const { pullIntervalMinutes } = link();
    if (pullIntervalMinutes < OFTEN_MINUTES) return 0;
    try {
      const lastAtMs = await lastWholePullAtMs();
      if (lastAtMs === null) return 0;
      const intervalMs = pullIntervalMinutes * MINUTE_MS;
      const sinceMs = time.nowMs() - lastAtMs;
      // The clock was set back since: how long ago it is nobody knows, and waiting for that moment could take years.
      if (sinceMs < -SET_BACK_MS) return 0;
      return Math.min(intervalMs, Math.max(0, intervalMs - sinceMs));
    } catch (error) {
      if (storageProblem(error) === null) logger.bug('schedule', error);
      return 0;
    }
  };
}
