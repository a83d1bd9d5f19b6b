import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsConfirmation } from '../../../main/domain/clean-up-guard';

const guard = (going: number, present: number, more: { rowsSeen?: number; removedBefore?: number } = {}) =>
  needsConfirmation({ rowsSeen: 1, removedBefore: 0, going, present, ...more });

describe('the guard of the clean-up', () => {
  it.each([
    [20, 100, false],
    [21, 100, true],
    [1, 5, false],
    [1, 4, true],
    [1, 2, true],
    [1, 1, true],
    [2, 10, false],
    [3, 10, true],
    [20_000, 100_000, false],
    [20_001, 100_000, true],
  ])('%i of %i: asks %s', (going, present, asks) => {
    expect(guard(going, present)).toBe(asks);
  });

  it('asks when the package returned nothing, however little would go', () => {
    expect(guard(1, 100, { rowsSeen: 0 })).toBe(true);
  });

  it('asks nothing when nothing would go', () => {
    expect(guard(0, 0, { rowsSeen: 0 })).toBe(false);
    expect(guard(0, 10, { removedBefore: 90 })).toBe(false);
  });

  it('takes 15% and 15% of what is left two days later as more than 20%', () => {
    expect(guard(15, 100)).toBe(false);
    expect(guard(12, 85, { removedBefore: 15 })).toBe(true);
  });

  it('lets no sequence of clean-ups take more than a fifth unasked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
        (rows, shares) => {
          let present = rows;
          for (const share of shares) {
            const going = Math.floor(present * share);
            if (!guard(going, present, { removedBefore: rows - present })) present -= going;
          }
          expect((rows - present) * 5).toBeLessThanOrEqual(rows);
        },
      ),
    );
  });
});
