import type { Clock } from '../../connectors/_kit/clock';
import type { Problem } from '../../connectors/_kit/problem';
import type { KeptPause } from '../db/store';
import type { Time } from '../ports';

/** Where a pause outlives the program. */
export interface PauseKeeping {
  /** What an earlier connection kept; null when nothing was. */
  readonly kept: KeptPause | null;
  /** On disk when it resolves. Never rejects: a pause that cannot be kept counts all the same, in this process. */
  readonly keep: (pause: KeptPause) => Promise<void>;
}

/** The time in which a package wants no calls. */
export interface Pause {
  /** Milliseconds until the package may be called; 0 = now. */
  readonly leftMs: () => number;
  /** Until when by the wall clock (UTC ms), and why; null when the package may be called. */
  readonly current: () => { readonly untilMs: number; readonly problem: Problem } | null;
  /** The package asks for it; one that lasts longer already stays. Resolves when it is kept. */
  readonly ask: (ms: number, problem: Problem) => Promise<void>;
  /** Somebody set the clock of the computer, or it slept: what is kept is told in its new time. */
  readonly clockChanged: () => Promise<void>;
  /** The package is called. What is kept of a pause that is over would come back when the clock is set back. */
  readonly forget: () => Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/**
 * No pause is longer, whatever the package writes: the longest that a vendor documents lasts until its next midnight, and
 * after a week one request costs less than a link that nobody knows is dead.
 */
const LONGEST_MS = 7 * DAY_MS;

/** The clock since boot may count whole seconds. */
const COARSE_MS = 1_000;

/**
 * Measures by a clock that nobody can set and that goes on while the computer sleeps, where there is one: a limit that is
 * lifted at midnight must not last until noon because the night was slept through. Else by the monotonic clock. Only from one
 * start of the program to the next there is no other clock than that of the wall. What is kept never asks for more than
 * the package did: a clock that was set back makes a pause begin anew once, one that was set forward ends it early.
 */
export function createPause(clock: Clock & Pick<Time, 'sinceBootMs'>, keeping: PauseKeeping | null): Pause {
  const { sinceBootMs } = clock;
  const measuredMs = sinceBootMs ?? clock.monotonicMs;
  const roundingMs = sinceBootMs === undefined ? 0 : COARSE_MS;
  let endsAtMs = -Infinity;
  let why: Problem | null = null;
  /** One that lasts, or lasted when it was written. */
  let isOnDisk = false;

  const leftMs = (): number => Math.max(0, endsAtMs - measuredMs());
  const keep = async (): Promise<void> => {
    const left = Math.ceil(leftMs());
    if (why === null || (left === 0 && !isOnDisk)) return;
    isOnDisk = left > 0;
    const askedAtMs = clock.nowMs();
    await keeping?.keep({ askedAtMs, untilMs: askedAtMs + left, problem: why });
  };

  const kept = keeping?.kept ?? null;
  if (kept !== null) {
    const asked = kept.untilMs - kept.askedAtMs;
    why = kept.problem;
    isOnDisk = asked > 0;
    const left = Math.min(asked, kept.untilMs - clock.nowMs(), LONGEST_MS);
    if (left > 0) {
      endsAtMs = measuredMs() + left;
      // Else it would begin anew at every start, for as long as the clock is wrong.
      if (clock.nowMs() < kept.askedAtMs) void keep();
    }
  }

  return {
    leftMs,
    current: () => {
      const left = leftMs();
      return left === 0 || why === null ? null : { untilMs: clock.nowMs() + Math.ceil(left), problem: why };
    },
    ask: async (ms, problem) => {
      const nextMs = measuredMs() + Math.min(ms, LONGEST_MS) + roundingMs;
      if (nextMs <= endsAtMs) return;
      endsAtMs = nextMs;
      why = problem;
      await keep();
    },
    clockChanged: keep,
    forget: async () => {
      if (isOnDisk && leftMs() === 0) await keep();
    },
  };
}
