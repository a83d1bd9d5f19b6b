import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProblemKind } from '../../../connectors/_kit/problem';
import { retryDelayMs } from '../../../main/sync/retry-policy';

const KINDS: readonly ProblemKind[] = [
  'offline',
  'rate-limited',
  'maintenance',
  'needs-login',
  'not-allowed',
  'rejected',
  'bad-response',
  'outcome-unknown',
  'blocked',
  'invalid-input',
  'cancelled',
  'storage',
];
const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the delay before another attempt', () => {
  it('doubles up to a ceiling', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => retryDelayMs({ kind: 'offline' }, failures, () => 1));
    expect(delays).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000]);
  });

  it('is never nothing, never above its ceiling, and differs between computers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.integer({ min: 0, max: 10_000 }),
        anyRandom,
        (kind, failures, random) => {
          const delayMs = retryDelayMs({ kind }, failures, () => random);
          expect(delayMs).toBeGreaterThanOrEqual(5_000);
          expect(delayMs).toBeLessThanOrEqual(4 * 3_600_000);
        },
      ),
    );
    expect(retryDelayMs({ kind: 'offline' }, 5, () => 0)).toBeLessThan(retryDelayMs({ kind: 'offline' }, 5, () => 0.9));
  });

  it('never undercuts what the package asks for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), anyRandom, (retryAfterMs, random) => {
        const delayMs = retryDelayMs({ kind: 'rate-limited', retryAfterMs }, 1, () => random);
        expect(delayMs).toBeGreaterThanOrEqual(retryAfterMs);
        expect(delayMs).toBeLessThanOrEqual(retryAfterMs + 5_000);
      }),
    );
  });
});
