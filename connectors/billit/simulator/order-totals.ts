import { Decimal, decimal, plain, round } from '../../_kit/decimal';
import type { OrderLine, VatGroup } from './model';

const CENTS = 2;

export type LineAmounts = Pick<OrderLine, 'totalExcl' | 'totalVat' | 'totalIncl'>;
type PricedLine = Pick<
  OrderLine,
  'quantity' | 'unitPriceExcl' | 'unitPriceIncl' | 'reductionPercentage' | 'vatPercentage'
>;

/** Amounts of a line in cents, from its price without VAT, or from the price with VAT when that one leads. */
export function lineAmounts(line: PricedLine): LineAmounts {
  const share = decimal(line.vatPercentage).div(100);
  const factor = new Decimal(1).minus(decimal(line.reductionPercentage).div(100));
  const amount = round(
    decimal(line.unitPriceIncl ?? line.unitPriceExcl)
      .times(line.quantity)
      .times(factor),
    CENTS,
  );
  const totalExcl = line.unitPriceIncl === null ? amount : round(amount.div(share.plus(1)), CENTS);
  const totalVat = line.unitPriceIncl === null ? round(amount.times(share), CENTS) : amount.minus(totalExcl);
  return { totalExcl: plain(totalExcl), totalVat: plain(totalVat), totalIncl: plain(totalExcl.plus(totalVat)) };
}

/**
 * Totals of an order. VAT is taken over the sum of each rate, not per line (vendor page "Calculation Method"), so that
 * the lines may add up to some cents more or less. Lines whose price with VAT leads are summed with VAT.
 */
export function orderTotals(lines: readonly (LineAmounts & Pick<OrderLine, 'vatPercentage' | 'unitPriceIncl'>)[]): {
  readonly vatGroups: readonly VatGroup[];
  readonly totalExcl: string;
  readonly totalVat: string;
  readonly totalIncl: string;
} {
  const percentages = [...new Set(lines.map((line) => line.vatPercentage))].toSorted((one, two) =>
    decimal(one).comparedTo(two),
  );
  const vatGroups = percentages.map((vatPercentage): VatGroup => {
    const group = lines.filter((line) => line.vatPercentage === vatPercentage);
    const share = decimal(vatPercentage).div(100);
    const exclLed = sum(group.filter((line) => line.unitPriceIncl === null).map((line) => line.totalExcl));
    const inclLed = sum(group.filter((line) => line.unitPriceIncl !== null).map((line) => line.totalIncl));
    const inclLedVat = round(inclLed.times(share).div(share.plus(1)), CENTS);
    const totalExcl = exclLed.plus(inclLed).minus(inclLedVat);
    const totalVat = round(exclLed.times(share), CENTS).plus(inclLedVat);
    return {
      vatPercentage,
      totalExcl: plain(totalExcl),
      totalVat: plain(totalVat),
      totalIncl: plain(totalExcl.plus(totalVat)),
    };
  });
  return {
    vatGroups,
    totalExcl: plain(sum(vatGroups.map((group) => group.totalExcl))),
    totalVat: plain(sum(vatGroups.map((group) => group.totalVat))),
    totalIncl: plain(sum(vatGroups.map((group) => group.totalIncl))),
  };
}

const sum = (amounts: readonly string[]): Decimal =>
  amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));
