import type { Clock } from '../../connectors/_kit/clock';
import type { RunTrigger, SyncProgress } from '../../preload/contract/views';

type Part = SyncProgress['resource'];

/**
 * Tells how a run gets on: how much is done, how fast it goes and how long it will take. Every report is told at once:
 * a page of a package takes longer than a message, and after the last page of a burst the next may be a minute away.
 */
export interface Progress {
  /** `total` null when the package does not tell. Another part than before: that one is finished. */
  readonly report: (part: Part, done: number, total: number | null) => void;
  /** The last message of the run. */
  readonly finish: () => void;
}

export function createProgress(
  run: { readonly runId: number; readonly trigger: RunTrigger },
  clock: Pick<Clock, 'monotonicMs'>,
  tell: (progress: SyncProgress) => void,
): Progress {
  let part: Part | null = null;
  let beganAtMs = clock.monotonicMs();
  let latest = { done: 0, total: null as number | null };

  const tellNow = (finished: boolean): void => {
    if (part === null) return;
    const elapsedMs = clock.monotonicMs() - beganAtMs;
    const perSecond = elapsedMs > 0 ? (latest.done / elapsedMs) * 1_000 : 0;
    const left = latest.total === null ? null : Math.max(0, latest.total - latest.done);
    const secondsLeft = left === null || perSecond === 0 ? null : Math.ceil(left / perSecond);
    tell({ ...run, resource: part, ...latest, perSecond, secondsLeft, finished });
  };

  return {
    report: (next, done, total) => {
      if (next !== part) {
        tellNow(true);
        part = next;
        beganAtMs = clock.monotonicMs();
      }
      latest = { done, total };
      tellNow(false);
    },
    finish: () => tellNow(true),
  };
}
