import type { Clock } from '../../connectors/_kit/clock';
import type { RunTrigger, SyncProgress } from '../../preload/contract/views';

/** At most ten a second: a screen cannot show more, and every message costs both processes time. */
const BETWEEN_MS = 100;

type Part = SyncProgress['resource'];

/** Tells how a run gets on: how much is done, how fast it goes and how long it will take. */
export interface Progress {
  /** `total` null when the package does not tell. */
  readonly report: (part: Part, done: number, total: number | null) => void;
  /** The last message of the run; never held back. */
  readonly finish: () => void;
}

export function createProgress(
  run: { readonly runId: number; readonly trigger: RunTrigger },
  clock: Pick<Clock, 'monotonicMs'>,
  tell: (progress: SyncProgress) => void,
): Progress {
  let part: Part = 'delivery';
  let beganAtMs = clock.monotonicMs();
  let toldAtMs = -Infinity;
  let latest = { done: 0, total: null as number | null };

  const tellNow = (finished: boolean): void => {
    const elapsedMs = clock.monotonicMs() - beganAtMs;
    const perSecond = elapsedMs > 0 ? (latest.done / elapsedMs) * 1_000 : 0;
    const left = latest.total === null ? null : Math.max(0, latest.total - latest.done);
    const secondsLeft = left === null || perSecond === 0 ? null : Math.ceil(left / perSecond);
    toldAtMs = clock.monotonicMs();
    tell({ ...run, resource: part, ...latest, perSecond, secondsLeft, finished });
  };

  return {
    report: (next, done, total) => {
      const isNew = next !== part;
      if (isNew) {
        part = next;
        beganAtMs = clock.monotonicMs();
      }
      latest = { done, total };
      if (isNew || clock.monotonicMs() - toldAtMs >= BETWEEN_MS) tellNow(false);
    },
    finish: () => tellNow(true),
  };
}
