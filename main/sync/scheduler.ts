import type { RunOccasion } from '../../preload/contract/views';
import type { Random, Time } from '../ports';

export interface SchedulerParts {
  readonly time: Time;
  readonly random: Random;
  /** Milliseconds between two runs, asked anew each time. */
  readonly intervalMs: () => number;
  /** How long the last good run keeps the next one away at least, in milliseconds; 0 = not at all. */
  readonly restMs: () => Promise<number>;
  /** One run, told why it comes now (null: the interval is over); it does not reject. The next one is planned when it has ended. */
  readonly run: (occasion: RunOccasion | null) => Promise<void>;
  /** The clock of the computer jumped or the computer slept. */
  readonly onJump: () => void;
  /** `nextRunAtMs` tells something else now. */
  readonly onPlanned: () => void;
}

/** Runs something again and again, from the wall clock, one at a time and never in bursts. */
export interface Scheduler {
  /** Resolves when the first run is planned. */
  readonly start: () => Promise<void>;
  /** After sleep or a network change: the next run comes soon, however far away it was, unless it is kept away. */
  readonly wake: () => Promise<void>;
  /** UTC milliseconds; null when it is not running. */
  readonly nextRunAtMs: () => number | null;
  /** Resolves when a run that is under way has ended. */
  readonly stop: () => Promise<void>;
}

/** Shortly after the start or a wake-up: the network needs a moment, and so do the screens. */
const SOON_MS = { least: 5_000, most: 15_000 };
/** Share of the interval by which a run may come earlier or later, so that offices do not call all at once. */
const JITTER = 0.1;
/** Two runs are at least this far apart, whatever wakes the scheduler. */
const LEAST_BETWEEN_MS = 60_000;
/** Longest wait after a run that was not good: a package that is pulled once a day is not given up for a day. */
const AFTER_FAILURE_MS = 3_600_000;
/** How often the clocks are compared. */
const LOOK_EVERY_MS = 30_000;
/** The clocks drift apart by less than this in one look, unless one of them jumped. */
const JUMP_MS = 10_000;

export function createScheduler({
  time,
  random,
  intervalMs,
  restMs,
  run,
  onJump,
  onPlanned,
}: SchedulerParts): Scheduler {
  const stopped = new AbortController();
  let planned = new AbortController();
  let nextAtMs: number | null = null;
  /** Monotonic. */
  let lastEndMs = -Infinity;
  let running: Promise<unknown> | null = null;

  const between = (least: number, most: number): number => Math.round(least + random() * (most - least));
  /** By the clock that cannot be set; it may stand still while the computer sleeps. */
  const tooCloseMs = (): number => Math.max(0, lastEndMs + LEAST_BETWEEN_MS - time.monotonicMs());
  const soonMs = async (): Promise<number> => {
    const keptAwayMs = await restMs();
    return Math.max(keptAwayMs, tooCloseMs(), between(SOON_MS.least, SOON_MS.most));
  };

  const planAt = (atMs: number): void => {
    nextAtMs = atMs;
    onPlanned();
  };

  /** Plans the next run and waits for it, looking now and then whether the clock still says the same. */
  const plan = async (inMs: number, reason: RunOccasion | null): Promise<void> => {
    let occasion = reason;
    planned.abort();
    planned = new AbortController();
    const { signal } = planned;
    planAt(time.nowMs() + inMs);
    while (!signal.aborted) {
      const leftMs = (nextAtMs ?? 0) - time.nowMs();
      if (leftMs <= 0) {
        // The first pull, or one that the office asked for, may have read everything since this one was planned.
        const keptAwayMs = await restMs();
        if (signal.aborted) return;
        if (keptAwayMs === 0) break;
        planAt(time.nowMs() + keptAwayMs);
        continue;
      }
      const before = { wall: time.nowMs(), monotonic: time.monotonicMs() };
      await time.sleep(Math.min(leftMs, LOOK_EVERY_MS), signal);
      if (signal.aborted) return;
      const drift = time.nowMs() - before.wall - (time.monotonicMs() - before.monotonic);
      if (Math.abs(drift) < JUMP_MS) continue;
      onJump();
      const inNextMs = await soonMs();
      if (signal.aborted) return;
      occasion = 'wake';
      planAt(time.nowMs() + inNextMs);
    }
    if (!signal.aborted) await runOnce(occasion);
  };

  const runOnce = async (occasion: RunOccasion | null): Promise<void> => {
    nextAtMs = null;
    const ended = runAndRest(occasion);
    running = ended;
    const keptAwayMs = await ended;
    running = null;
    const nextInMs = keptAwayMs > 0 ? intervalMs() : Math.min(intervalMs(), AFTER_FAILURE_MS);
    replan(Math.round(nextInMs * (1 - JITTER + random() * 2 * JITTER)), null);
  };

  const runAndRest = async (occasion: RunOccasion | null): Promise<number> => {
    await run(occasion);
    lastEndMs = time.monotonicMs();
    return restMs();
  };

  const replan = (inMs: number, occasion: RunOccasion | null): void => {
    if (!stopped.signal.aborted) void plan(inMs, occasion);
  };

  return {
    start: async () => replan(await soonMs(), 'start'),
    wake: async () => {
      const inMs = await soonMs();
      // A run that is under way plans the next one itself.
      if (nextAtMs !== null) replan(Math.max(tooCloseMs(), Math.min(nextAtMs - time.nowMs(), inMs)), 'wake');
    },
    nextRunAtMs: () => nextAtMs,
    stop: async () => {
      stopped.abort();
      planned.abort();
      nextAtMs = null;
      await running;
    },
  };
}
