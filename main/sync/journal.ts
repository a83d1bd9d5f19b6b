import { storageProblem } from '../db/storage-problem';
import type { LogEntry, RemoteStore } from '../db/store';
import { createOfficeLog, type Moment, type OfficeLog } from '../log/office-log';
import type { Logger, Time } from '../ports';
import type { EngineListener } from './engine';
import type { Manifest } from '../../connectors/_kit/manifest';

/** Writes what the engine did in the office log. */
export interface Journal {
  /** Adds the messages that `compose` makes of this moment. A log that cannot be written never stops a delivery. */
  readonly write: (compose: (log: OfficeLog, now: Moment) => LogEntry | readonly LogEntry[]) => Promise<void>;
  /** Messages from now on belong to this run; null = to none. */
  readonly setRun: (runId: number | null) => void;
}

export interface JournalParts {
  readonly store: RemoteStore;
  readonly manifest: Manifest;
  readonly time: Time;
  readonly logger: Logger;
  readonly on: Pick<EngineListener, 'changed'>;
}

export function createJournal({ store, manifest, time, logger, on }: JournalParts): Journal {
  const sentences = createOfficeLog(manifest);
  let runId: number | null = null;
  return {
    setRun: (id) => {
      runId = id;
    },
    write: async (compose) => {
      const composed = compose(sentences, { atMs: time.nowMs(), runId });
      const entries = isList(composed) ? composed : [composed];
      if (entries.length === 0) return;
      try {
        await store.log.add(entries);
        on.changed(['log']);
      } catch (error) {
        // A disk that refuses is told by the status; anything else is a bug.
        const refused = storageProblem(error);
        if (refused === null) logger.bug('journal', error, { messages: entries.length });
        else logger.warn('journal', refused.code, { messages: entries.length });
      }
    },
  };
}

const isList = (one: LogEntry | readonly LogEntry[]): one is readonly LogEntry[] => Array.isArray(one);
