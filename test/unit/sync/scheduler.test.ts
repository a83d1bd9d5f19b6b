import { describe, expect, it } from 'vitest';
import { createScheduler, type Scheduler } from '../../../main/sync/scheduler';
import type { RunOccasion } from '../../../preload/contract/views';
import { FakeTime } from '../../fakes/fake-time';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface Scheduled {
  readonly time: FakeTime;
  readonly scheduler: Scheduler;
  /** Monotonic moments at which runs began. */
  readonly runs: readonly number[];
  /** Why each of them came when it did. */
  readonly occasions: readonly (RunOccasion | null)[];
  /** What was told about the next run, each time it changed. */
  readonly plans: readonly (number | null)[];
  readonly jumps: () => number;
}

function scheduled(
  intervalMs = 5 * MINUTE_MS,
  runMs = 0,
  random = () => 0.5,
  restMs: (time: FakeTime) => number = () => 0,
): Scheduled {
  const time = new FakeTime();
  const runs: number[] = [];
  const occasions: (RunOccasion | null)[] = [];
  const plans: (number | null)[] = [];
  let jumps = 0;
  const scheduler = createScheduler({
    time,
    random,
    intervalMs: () => intervalMs,
    restMs: () => Promise.resolve(restMs(time)),
    run: async (occasion) => {
      runs.push(time.monotonicMs());
      occasions.push(occasion);
      if (runMs > 0) await time.sleep(runMs);
    },
    onJump: () => {
      jumps += 1;
    },
    onPlanned: () => {
      plans.push(scheduler.nextRunAtMs());
    },
  });
  return { time, scheduler, runs, occasions, plans, jumps: () => jumps };
}

describe('the schedule', () => {
  it('begins shortly after the start and goes on at the interval', async () => {
    const { time, scheduler, runs } = scheduled();
    await scheduler.start();
    await time.advance(HOUR_MS);
    expect(runs[0]).toBeLessThanOrEqual(15_000);
    const gaps = runs.slice(1).map((at, index) => at - (runs[index] ?? 0));
    expect(gaps.every((gap) => gap === 5 * MINUTE_MS)).toBe(true);
    expect(runs.length).toBeGreaterThan(10);
    await scheduler.stop();
  });

  it('says why a run comes: the start, the interval, or the computer that woke up', async () => {
    const { time, scheduler, occasions } = scheduled();
    await scheduler.start();
    await time.advance(6 * MINUTE_MS);
    await scheduler.wake();
    await time.advance(MINUTE_MS);
    expect(occasions).toEqual(['start', null, 'wake']);
    await scheduler.stop();
  });

  it('differs a little between computers', async () => {
    for (const [random, gapMs] of [
      [() => 0, 270_000],
      [() => 0.999_999, 330_000],
    ] as const) {
      const { time, scheduler, runs } = scheduled(5 * MINUTE_MS, 0, random);
      await scheduler.start();
      await time.advance(6 * MINUTE_MS);
      expect(Math.abs((runs[1] ?? 0) - (runs[0] ?? 0) - gapMs)).toBeLessThan(2);
      await scheduler.stop();
    }
  });

  it('plans the next run after the end of the last one, so that a long run is not followed by a burst', async () => {
    const { time, scheduler, runs } = scheduled(MINUTE_MS, 10 * MINUTE_MS);
    await scheduler.start();
    await time.advance(30 * MINUTE_MS);
    expect(runs).toEqual([10_000, 670_000, 1_330_000]);
    const stopping = scheduler.stop();
    await time.advance(10 * MINUTE_MS);
    await stopping;
  });

  it.each([-48 * HOUR_MS, -HOUR_MS, HOUR_MS, 48 * HOUR_MS])(
    'runs once, soon, when the clock jumps by %d ms, and then goes on as before',
    async (jumpMs) => {
      const { time, scheduler, runs, jumps } = scheduled(HOUR_MS);
      await scheduler.start();
      await time.advance(10 * MINUTE_MS);
      time.setWallClock(time.nowMs() + jumpMs);
      await time.advance(2 * MINUTE_MS);
      expect(runs).toHaveLength(2);
      expect(jumps()).toBe(1);
      await time.advance(HOUR_MS);
      expect(runs).toHaveLength(3);
      await scheduler.stop();
    },
  );

  it('comes soon after a wake-up, but never in bursts however often it is woken', async () => {
    const { time, scheduler, runs } = scheduled(HOUR_MS);
    await scheduler.start();
    await time.advance(20 * MINUTE_MS);
    for (let wake = 0; wake < 60; wake += 1) {
      await scheduler.wake();
      await time.advance(2_000);
    }
    expect(runs.length).toBeGreaterThan(1);
    const gaps = runs.slice(1).map((at, index) => at - (runs[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MINUTE_MS);
    await scheduler.stop();
  });

  it('tells when the next run is, and nothing once it stopped', async () => {
    const { time, scheduler, runs } = scheduled();
    expect(scheduler.nextRunAtMs()).toBeNull();
    await scheduler.start();
    await time.advance(MINUTE_MS);
    expect(scheduler.nextRunAtMs()).toBe(time.nowMs() - MINUTE_MS + 10_000 + 5 * MINUTE_MS);
    await scheduler.stop();
    await time.advance(HOUR_MS);
    expect(scheduler.nextRunAtMs()).toBeNull();
    expect(runs).toHaveLength(1);
    expect(time.waiting).toBe(0);
  });

  it('waits for the run that is under way when it stops', async () => {
    const { time, scheduler } = scheduled(MINUTE_MS, 30_000);
    await scheduler.start();
    await time.advance(20_000);
    let isStopped = false;
    void scheduler.stop().then(() => (isStopped = true));
    await time.advance(10_000);
    expect(isStopped).toBe(false);
    await time.advance(20_000);
    expect(isStopped).toBe(true);
  });

  describe('of a package that is pulled once a day', () => {
    const DAY_MS = 24 * HOUR_MS;
    /** The last good run was this long before the start, and each run is good when `runsAreGood`. */
    const daily = (lastGoodMs: number, runsAreGood = true): Scheduled => {
      let lastGoodAtMs: number | null = null;
      const one: Scheduled = scheduled(
        DAY_MS,
        0,
        () => 0.5,
        (time) => {
          lastGoodAtMs ??= time.nowMs() - lastGoodMs;
          if (one.runs.length > 0 && runsAreGood) lastGoodAtMs = time.nowMs();
          return Math.max(0, lastGoodAtMs + DAY_MS - time.nowMs());
        },
      );
      return one;
    };

    it('waits at a start until the last good run is a day old', async () => {
      const { time, scheduler, runs } = daily(20 * HOUR_MS);
      await scheduler.start();
      expect(scheduler.nextRunAtMs()).toBe(time.nowMs() + 4 * HOUR_MS);
      await time.advance(4 * HOUR_MS - MINUTE_MS);
      expect(runs).toHaveLength(0);
      await time.advance(2 * MINUTE_MS);
      expect(runs).toHaveLength(1);
      expect(scheduler.nextRunAtMs()).toBeGreaterThan(time.nowMs() + 23 * HOUR_MS);
      await scheduler.stop();
    });

    it('begins soon when the last good run is older', async () => {
      const { time, scheduler, runs } = daily(30 * HOUR_MS);
      await scheduler.start();
      await time.advance(15_000);
      expect(runs).toHaveLength(1);
      await scheduler.stop();
    });

    it('does not come earlier because the computer wakes up', async () => {
      const { time, scheduler, runs } = daily(20 * HOUR_MS);
      await scheduler.start();
      await scheduler.wake();
      await time.advance(HOUR_MS);
      expect(runs).toHaveLength(0);
      time.setWallClock(time.nowMs() + HOUR_MS);
      await time.advance(HOUR_MS);
      expect(runs).toHaveLength(0);
      await scheduler.stop();
    });

    it('leaves out a run that was planned before the first pull read everything, and tells of the next one', async () => {
      const pulledAtMs = 5_000;
      const { time, scheduler, runs, plans } = scheduled(
        DAY_MS,
        0,
        () => 0.5,
        (now) => (now.monotonicMs() < pulledAtMs ? 0 : Math.max(0, pulledAtMs + DAY_MS - now.monotonicMs())),
      );
      const startedAtMs = time.nowMs();
      await scheduler.start();
      await time.advance(HOUR_MS);
      expect(runs).toHaveLength(0);
      expect(plans).toEqual([startedAtMs + 10_000, startedAtMs + pulledAtMs + DAY_MS]);
      await time.advance(DAY_MS);
      expect(runs).toHaveLength(1);
      await scheduler.stop();
    });

    it('is tried again within about an hour when a run was not good', async () => {
      const { time, scheduler, runs } = daily(30 * HOUR_MS, false);
      await scheduler.start();
      await time.advance(3 * HOUR_MS);
      expect(runs).toHaveLength(3);
      await scheduler.stop();
    });
  });
});
