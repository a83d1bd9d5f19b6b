/**
 * Tells whether the database is the one that worked here last. A copy on a second computer and an older file that somebody
 * put back by hand look sound and know nothing of what was sent elsewhere or since. So a trace of each database is kept
 * outside the data folder: an id, and how many steps its queue ever wrote.
 *
 *     trace outside      file has          it is
 *     cannot be read     anything          doubted, unsaid: perhaps the keychain is locked for a moment
 *     any                no id yet         new, or put back by Simon itself, which doubts by itself
 *     steps, other id    no id, no steps   gone: a new file took its place
 *     none, or other id  an id             from elsewhere, or the keychain is a new one
 *     more steps         the same id       older
 *     as many or fewer   the same id       known
 *
 * What is doubted is looked up in the package before it is sent. The trace is always written before the file, so that a
 * program that ends in between doubts once more rather than not at all.
 */
import { randomUUID } from 'node:crypto';
import type { RemoteStore, StoreTrace, UntoldRestore } from '../db/store';
import { storageProblem } from '../db/storage-problem';
import type { DatabaseTraces, Logger, Time, TraceOutside } from '../ports';

export interface DatabaseTraceParts {
  readonly id: string;
  readonly store: RemoteStore;
  readonly traces: DatabaseTraces;
  readonly time: Time;
  readonly logger: Logger;
}

export interface DatabaseTrace {
  /** Brings the trace up to date once a minute from now on. */
  readonly start: () => void;
  /** Brings it up to date for the last time. */
  readonly stop: () => Promise<void>;
}

export type Origin = 'known' | 'new' | Exclude<UntoldRestore['reason'], 'backup'>;

/** What was sent in the last minute before the computer fails is not in the trace; it stands in the database. */
const KEEP_EVERY_MS = 60_000;

/** Pure. */
export function originOf(file: StoreTrace, outside: TraceOutside | null): Origin {
  if (file.traceId === null) return outside !== null && outside.steps > 0 && file.steps === 0 ? 'gone' : 'new';
  if (outside?.traceId !== file.traceId) return file.wasLinked ? 'elsewhere' : 'new';
  const isOlder = file.steps < outside.steps || file.lastWorkOrderNumber < outside.lastWorkOrderNumber;
  return isOlder ? 'older' : 'known';
}

/**
 * Doubts what has to be doubted, before anything can be sent. Throws a `StorageError` when that cannot be written: then
 * nothing may be sent.
 */
export async function createDatabaseTrace(parts: DatabaseTraceParts): Promise<DatabaseTrace> {
  const { id, store, traces, time, logger } = parts;
  const stopped = new AbortController();
  /** What stands outside; null while it is not known to belong to this file. */
  let outside = await settle(parts);
  let working: Promise<void> = Promise.resolve();

  const keep = async (): Promise<void> => {
    if (outside === null) return;
    try {
      const { steps, lastWorkOrderNumber } = await store.info.trace();
      if (steps === outside.steps && lastWorkOrderNumber === outside.lastWorkOrderNumber) return;
      const next = { ...outside, steps, lastWorkOrderNumber };
      if (await isWritten(traces, id, next)) outside = next;
    } catch (error) {
      const refusal = storageProblem(error);
      if (refusal === null) throw error;
      logger.warn('trace', refusal.code);
    }
  };
  const run = async (): Promise<void> => {
    for (;;) {
      await time.sleep(KEEP_EVERY_MS, stopped.signal);
      if (stopped.signal.aborted) return;
      await keep();
    }
  };

  return {
    start: () => {
      working = run();
    },
    stop: async () => {
      stopped.abort();
      await working;
      await keep();
    },
  };
}

/** Null when the keychain cannot be reached: then everything is doubted, and the trace stays as it is. */
async function settle(parts: DatabaseTraceParts): Promise<TraceOutside | null> {
  const { id, store, traces, time, logger } = parts;
  const file = await store.info.trace();
  const found = await reached(() => traces.read(id));
  const doubt = async (): Promise<null> => {
    logger.warn('trace', 'the keychain could not be reached', { company: id });
    if (file.wasLinked) await store.info.doubt(time.nowMs());
    return null;
  };
  if (found === null) return doubt();
  const outside = found.value;
  const origin = originOf(file, outside);
  if (origin === 'known') return outside;

  const { steps, lastWorkOrderNumber } = file;
  const next = { traceId: randomUUID(), steps, lastWorkOrderNumber };
  if (!(await isWritten(traces, id, next))) return doubt();
  logger.info('trace', origin, { company: id, steps, stepsOutside: outside?.steps ?? null });
  if (origin === 'new') await store.info.takeTrace(next.traceId);
  else {
    const lastNumberElsewhere = outside?.lastWorkOrderNumber ?? 0;
    await store.info.takeOver({ reason: origin, traceId: next.traceId, lastNumberElsewhere }, time.nowMs());
  }
  return next;
}

const isWritten = async (traces: DatabaseTraces, id: string, trace: TraceOutside): Promise<boolean> =>
  (await reached(() => traces.write(id, trace))) !== null;

/** Null when the keychain refused: whatever it says, it is the keychain of the computer and no bug. */
async function reached<T>(work: () => Promise<T>): Promise<{ readonly value: T } | null> {
  try {
    return { value: await work() };
  } catch {
    return null;
  }
}
