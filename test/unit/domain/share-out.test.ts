import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut } from '../../../main/domain/share-out';

test.each([
  ['100.00', [60, 30, 30], ['50.00', '25.00', '25.00']],
  ['0.10', [1, 1, 1], ['0.04', '0.03', '0.03']],
  ['-0.10', [1, 1, 1], ['-0.04', '-0.03', '-0.03']],
  ['10.00', [0, 45], ['0.00', '10.00']],
  ['10.00', [0, 0], ['10.00', '0.00']],
])('%s over %j', (amount, weights, shares) => {
  expect(shareOut(amount, weights)).toEqual(shares);
});

test('the shares add up to the amount, and none is a cent or more away from its exact part', () => {
  const amount = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => new Decimal(cents).dividedBy(100));
  const weights = fc.array(fc.integer({ min: 0, max: 6_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(amount, weights, (whole, parts) => {
      const shares = shareOut(whole.toFixed(2), parts).map((share) => new Decimal(share));
      expect(Decimal.sum(...shares).eq(whole)).toBe(true);
      const total = parts.reduce((sum, part) => sum + part, 0);
      if (total === 0) return;
      shares.forEach((share, index) => {
        const exact = whole.times(parts[index]!).dividedBy(total);
        expect(share.minus(exact).abs().lt('0.01')).toBe(true);
      });
    }),
  );
});
