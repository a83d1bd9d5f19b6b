import type { RunTrigger, SyncProgress } from '../../preload/contract/views';
import type { Time } from '../ports';

/** At most ten a second: a screen cannot show more, and every message costs both processes time. */
const BETWEEN_MS = 100;

type Part = SyncProgress['resource'];

/** Tells how a run gets on: how much is done, how fast it goes and how long it will take. */
export interface Progress {
  /** `total` null when the package does not tell. Another part than before: that one is finished. */
  readonly report: (part: Part, done: number, total: number | null) => void;
  /** The last message of the run. */
  readonly finish: () => void;
}

/**
 * A report that comes too soon after the last message is told a moment later, unless a newer one takes its place: the
 * last state is always told, also when the next page is a minute away.
 */
export function createProgress(
  run: { readonly runId: number; readonly trigger: RunTrigger },
  time: Pick<Time, 'monotonicMs' | 'sleep'>,
  tell: (progress: SyncProgress) => void,
): Progress {
  let part: Part | null = null;
  let beganAtMs = time.monotonicMs();
  let toldAtMs = -Infinity;
  let latest = { done: 0, total: null as number | null };
  let later: AbortController | null = null;

  const tellNow = (finished: boolean): void => {
    later?.abort();
    later = null;
    if (part === null) return;
    const elapsedMs = time.monotonicMs() - beganAtMs;
    const perSecond = elapsedMs > 0 ? (latest.done / elapsedMs) * 1_000 : 0;
    const left = latest.total === null ? null : Math.max(0, latest.total - latest.done);
    const secondsLeft = left === null || perSecond === 0 ? null : Math.ceil(left / perSecond);
    toldAtMs = time.monotonicMs();
    tell({ ...run, resource: part, ...latest, perSecond, secondsLeft, finished });
  };

  const tellSoon = (): void => {
    if (later !== null) return;
    const waitMs = toldAtMs + BETWEEN_MS - time.monotonicMs();
    if (waitMs <= 0) return tellNow(false);
    const { signal } = (later = new AbortController());
    void time.sleep(waitMs, signal).then(() => {
      if (!signal.aborted) tellNow(false);
    });
  };

  return {
    report: (next, done, total) => {
      const isNew = next !== part;
      if (isNew) {
        tellNow(true);
        part = next;
        beganAtMs = time.monotonicMs();
      }
      latest = { done, total };
      if (isNew) tellNow(false);
      else tellSoon();
    },
    finish: () => tellNow(true),
  };
}
