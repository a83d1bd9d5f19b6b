import { decimal, fixed, type DecimalString } from '../../connectors/_kit/decimal';

const CENTS = 2;

/**
 * Divides an amount of whole cents over parts by their weight (whole minutes), so that the parts add up to exactly the
 * amount: each gets its share in whole cents, and the cents that are left go to those that were cut most, the first one
 * first. Parts without weight get nothing; when none has any, the first one gets all.
 */
export function shareOut(amount: DecimalString, weights: readonly number[]): readonly DecimalString[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map((_, index) => (index === 0 ? fixed(decimal(amount), CENTS) : '0.00'));
  const cents = decimal(amount).times(100).abs();
  const exact = weights.map((weight) => cents.times(weight).dividedBy(total));
  const whole = exact.map((share) => share.floor());
  const left = whole.reduce((rest, share) => rest.minus(share), cents).toNumber();
  const cutMost = exact
    .map((share, index) => ({ index, cut: share.minus(whole[index] ?? 0) }))
    .sort((one, other) => other.cut.comparedTo(one.cut) || one.index - other.index)
    .slice(0, left)
    .map(({ index }) => index);
  const sign = decimal(amount).isNegative() ? -1 : 1;
  return whole.map((share, index) =>
    fixed(
      share
        .plus(cutMost.includes(index) ? 1 : 0)
        .times(sign)
        .dividedBy(100),
      CENTS,
    ),
  );
}
