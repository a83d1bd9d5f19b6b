import { Decimal, decimal, plain, round, type DecimalString } from '../../_kit/decimal';
import type { Totals, VatCategory } from './model';

const CENTS = 2;

/** Price of a line in cents after its discount: an amount, or else a percentage. */
export function lineAmount(line: {
  readonly quantity: DecimalString;
  readonly unitPrice: DecimalString;
  readonly discountPercent: DecimalString;
  readonly discountAmount: DecimalString;
}): DecimalString {
  const full = decimal(line.quantity).times(line.unitPrice);
  const discount = decimal(line.discountAmount);
  const rest = discount.isZero()
    ? full.times(new Decimal(100).minus(line.discountPercent)).div(100)
    : full.minus(discount);
  return plain(round(rest, CENTS));
}

/** Adds lines up. VAT is added up per rate, then rounded: the way that is allowed in the Netherlands and in Belgium. */
export function totalsOf(
  lines: readonly { readonly amount: DecimalString; readonly vatCategoryId: string }[],
  categories: readonly VatCategory[],
): Totals {
  const sums = new Map<VatCategory, Decimal>();
  let net = new Decimal(0);
  for (const line of lines) {
    const category = categories.find((candidate) => candidate.id === line.vatCategoryId);
    if (category === undefined) throw new Error(`No VAT category ${line.vatCategoryId}`);
    sums.set(category, (sums.get(category) ?? new Decimal(0)).plus(line.amount));
    net = net.plus(line.amount);
  }
  const perRate = [...sums].map(([{ vatId, percentage }, taxable]) => ({
    vatId,
    percentage,
    taxable: plain(taxable),
    vat: plain(round(taxable.times(percentage).div(100), CENTS)),
  }));
  const vat = perRate.reduce((sum, rate) => sum.plus(rate.vat), new Decimal(0));
  return { net: plain(net), vat: plain(vat), gross: plain(net.plus(vat)), perRate };
}
