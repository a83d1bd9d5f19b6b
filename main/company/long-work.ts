import type { Resource } from '../../connectors/_kit/model';
import type { LongWork, LongWorkKind } from '../../preload/contract/long-work';
import type { Time } from '../ports';

/** One place that knows all work of a company that takes long, whoever does it. */
export interface LongWorks {
  /** Something began. It is told once it takes long, and until `end`. */
  readonly begin: (kind: LongWorkKind, how?: WorkOptions) => WorkUnderWay;
  /** What takes long now, in the order in which it began. */
  readonly list: () => readonly LongWork[];
  /** Stops it for a while; false when it cannot or is over. */
  readonly pause: (id: string) => boolean;
  /** Stops it; false when it cannot or is over. */
  readonly cancel: (id: string) => boolean;
}

export interface WorkOptions {
  /** Name of a file. */
  readonly about?: string;
  readonly pause?: () => void;
  readonly cancel?: () => void;
}

export interface WorkUnderWay {
  /** `total` null when nobody knows. Another table than before has a rate of its own. */
  readonly report: (done: number, total: number | null, table?: Resource | null) => void;
  readonly end: () => void;
}

/** What is over sooner shows nowhere: it would only flash. */
const LONG_MS = 2_000;
/** At most four a second; the last state is always told. */
const BETWEEN_MS = 250;

interface Entry {
  readonly id: string;
  readonly kind: LongWorkKind;
  readonly options: WorkOptions;
  table: Resource | null;
  done: number;
  total: number | null;
  /** Monotonic; of the table that it is at. */
  beganAtMs: number;
  isLong: boolean;
}

export interface LongWorksParts {
  readonly time: Pick<Time, 'monotonicMs' | 'sleep'>;
  /** Called with everything that takes long, each time something of it changed. */
  readonly tell: (works: readonly LongWork[]) => void;
}

export function createLongWorks({ time, tell }: LongWorksParts): LongWorks {
  const entries = new Map<string, Entry>();
  let given = 0;
  let toldAtMs = -Infinity;
  let later: AbortController | null = null;

  const list = (): readonly LongWork[] =>
    [...entries.values()].filter(({ isLong }) => isLong).map((entry) => viewOf(entry, time.monotonicMs()));
  const tellNow = (): void => {
    later?.abort();
    later = null;
    toldAtMs = time.monotonicMs();
    tell(list());
  };
  const tellSoon = (): void => {
    if (later !== null) return;
    const waitMs = toldAtMs + BETWEEN_MS - time.monotonicMs();
    if (waitMs <= 0) return tellNow();
    const { signal } = (later = new AbortController());
    void time.sleep(waitMs, signal).then(() => (signal.aborted ? undefined : tellNow()));
  };

  return {
    list,
    begin: (kind, options = {}) => {
      const id = `${kind}-${(given += 1)}`;
      const beganAtMs = time.monotonicMs();
      const entry: Entry = { id, kind, options, table: null, done: 0, total: null, beganAtMs, isLong: false };
      entries.set(id, entry);
      const ended = new AbortController();
      void time.sleep(LONG_MS, ended.signal).then(() => {
        if (ended.signal.aborted) return;
        entry.isLong = true;
        tellNow();
      });
      return {
        report: (done, total, table = null) => {
          if (table !== entry.table) entry.beganAtMs = time.monotonicMs();
          Object.assign(entry, { done, total, table });
          if (entry.isLong) tellSoon();
        },
        end: () => {
          ended.abort();
          if (entries.delete(id) && entry.isLong) tellNow();
        },
      };
    },
    pause: (id) => act(entries.get(id)?.options.pause),
    cancel: (id) => act(entries.get(id)?.options.cancel),
  };
}

function act(work: (() => void) | undefined): boolean {
  work?.();
  return work !== undefined;
}

function viewOf({ id, kind, options, table, done, total, beganAtMs }: Entry, nowMs: number): LongWork {
  const elapsedMs = nowMs - beganAtMs;
  const perMs = elapsedMs > 0 && done > 0 ? done / elapsedMs : null;
  return {
    id,
    kind,
    about: options.about ?? '',
    table,
    done,
    total,
    perMinute: perMs === null ? null : Math.round(perMs * 60_000),
    timeLeftMs: perMs === null || total === null ? null : Math.round(Math.max(0, total - done) / perMs),
    canPause: options.pause !== undefined,
    canCancel: options.cancel !== undefined,
  };
}
