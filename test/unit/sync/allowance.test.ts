import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallAllowance } from '../../../connectors/_kit/manifest';
import { createAllowance } from '../../../main/sync/allowance';
import type { Lane } from '../../../main/sync/pacing';
import { FakeTime } from '../../fakes/fake-time';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LIMIT = 60;
const RESERVE = 10;
const TOLD: CallAllowance = { per: 'day', requests: null, reserve: RESERVE };
const COUNTED: CallAllowance = { per: 'day', requests: LIMIT, reserve: RESERVE };

/** A package that takes LIMIT calls from one midnight to the next and tells how many are left. */
class Package {
  taken = 0;
  refused = 0;
  constructor(private readonly time: FakeTime) {}

  call(): { remaining: number; refilledInMs: number } {
    if (this.taken < LIMIT) this.taken += 1;
    else this.refused += 1;
    return { remaining: LIMIT - this.taken, refilledInMs: DAY_MS - (this.time.monotonicMs() % DAY_MS) };
  }
}

describe.each([
  ['told by the package', TOLD],
  ['counted', COUNTED],
] as const)('an allowance that is %s', (_how, declared) => {
  it('never starves a delivery by pulling, and is never exceeded', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            lane: fc.constantFrom<Lane>('pull', 'pull', 'pull', 'push'),
            afterMs: fc.integer({ min: 0, max: 40 * 60_000 }),
          }),
          { minLength: 1, maxLength: 400 },
        ),
        async (calls) => {
          const time = new FakeTime();
          const books = new Package(time);
          const allowance = createAllowance(declared, time);
          let pushes = 0;
          let day = 0;
          for (const { lane, afterMs } of calls) {
            await time.advance(afterMs);
            const today = Math.floor(time.monotonicMs() / DAY_MS);
            if (today !== day) [day, pushes, books.taken] = [today, 0, 0];
            const refusal = allowance.refusal(lane);
            // As long as deliveries need no more than what is kept for them, each goes at once.
            if (lane === 'push' && pushes < RESERVE) expect(refusal).toBeNull();
            if (refusal !== null) continue;
            if (lane === 'push') pushes += 1;
            allowance.begin()(books.call());
          }
          expect(books.refused).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what is left', () => {
  it('is told with the time at which it is filled up, and that nothing is pulled meanwhile', async () => {
    const time = new FakeTime();
    const allowance = createAllowance(TOLD, time);
    expect(allowance.status()).toBeNull();
    allowance.begin()({ remaining: RESERVE, refilledInMs: HOUR_MS });
    expect(allowance.status()).toEqual({
      left: RESERVE,
      per: 'day',
      refilledAtMs: time.nowMs() + HOUR_MS,
      pullsWait: true,
    });
    expect(allowance.refusal('pull')).toMatchObject({ kind: 'maintenance', retryAfterMs: HOUR_MS });
    expect(allowance.refusal('push')).toBeNull();
    await time.advance(HOUR_MS);
    expect(allowance.status()).toBeNull();
    expect(allowance.refusal('pull')).toBeNull();
  });

  it('counts calls that are under way, which the package has not counted', () => {
    const allowance = createAllowance(TOLD, new FakeTime());
    const first = allowance.begin();
    allowance.begin();
    first({ remaining: 5, refilledInMs: HOUR_MS });
    expect(allowance.status()?.left).toBe(4);
  });

  it('holds up deliveries only when there is none', () => {
    const allowance = createAllowance(TOLD, new FakeTime());
    allowance.begin()({ remaining: 0, refilledInMs: HOUR_MS });
    expect(allowance.refusal('push')).toMatchObject({ kind: 'rate-limited', code: 'day-limit' });
  });

  it('is unlimited where the vendor tells of no limit', () => {
    const allowance = createAllowance(null, new FakeTime());
    allowance.begin()({ remaining: 0, refilledInMs: HOUR_MS });
    expect(allowance.refusal('pull')).toBeNull();
    expect(allowance.status()).toBeNull();
  });
});
