import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScheduler } from '../../../main/sync/scheduler';
import { FakeTime } from '../../fakes/fake-time';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Two runs are never closer, whatever is done to the clocks. */
const LEAST_MS = MINUTE_MS;

type Trouble =
  | { readonly kind: 'time passes'; readonly ms: number }
  | { readonly kind: 'the clock is set'; readonly toMs: number }
  | { readonly kind: 'the computer sleeps'; readonly ms: number };

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({ kind: fc.constant('time passes' as const), ms: fc.integer({ min: MINUTE_MS, max: 3 * HOUR_MS }) }),
  fc.record({
    kind: fc.constant('the clock is set' as const),
    toMs: fc.oneof(
      fc.integer({ min: Date.UTC(2026, 10, 20), max: Date.UTC(2026, 10, 26) }),
      fc.constantFrom(0, Date.UTC(2038, 0, 19, 3, 14, 7), Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)),
    ),
  }),
  fc.record({ kind: fc.constant('the computer sleeps' as const), ms: fc.integer({ min: MINUTE_MS, max: 3 * DAY_MS }) }),
);

/** How far apart runs began, by a clock that cannot be set, and how long it was quiet at the end. */
async function play(troubles: readonly Trouble[], wakesUp: boolean, quietMs: number) {
  const time = new FakeTime();
  const runs: number[] = [];
  const scheduler = createScheduler({
    time,
    random: () => 0.5,
    intervalMs: () => 5 * MINUTE_MS,
    restMs: () => Promise.resolve(0),
    run: () => {
      runs.push(time.monotonicMs());
      return Promise.resolve();
    },
    onJump: () => undefined,
    onPlanned: () => undefined,
  });
  await scheduler.start();
  for (const one of troubles) {
    if (one.kind === 'time passes') await time.advance(one.ms);
    else if (one.kind === 'the clock is set') time.setWallClock(one.toMs);
    else {
      // The clock that measures durations stands still meanwhile.
      time.setWallClock(time.nowMs() + one.ms);
      if (wakesUp) await scheduler.wake();
    }
  }
  const before = runs.length;
  await time.advance(quietMs);
  await scheduler.stop();
  const gaps = runs.slice(1).map((at, index) => at - (runs[index] ?? 0));
  return { gaps, atTheEnd: runs.length - before };
}

describe('the schedule, whatever is done to the clocks', () => {
  it('neither stalls nor comes in bursts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { maxLength: 12 }), fc.boolean(), async (troubles, wakesUp) => {
        const { gaps, atTheEnd } = await play(troubles, wakesUp, 30 * MINUTE_MS);
        for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(LEAST_MS);
        // Every five minutes, and one more for a jump just before.
        expect(atTheEnd).toBeGreaterThanOrEqual(5);
        expect(atTheEnd).toBeLessThanOrEqual(8);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
