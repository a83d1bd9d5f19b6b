import { Decimal, decimal, fixed, plain, type DecimalString } from '../../connectors/_kit/decimal';
import type { DocumentLine, DocumentTotals, VatTotal } from '../../connectors/_kit/document';

const CENTS = 2;

/** quantity x price of one line, rounded half up to cents; null when there is no price. */
export function lineTotal(quantity: DecimalString, unitPrice: DecimalString | null): DecimalString | null {
  return unitPrice === null ? null : fixed(decimal(quantity).times(unitPrice), CENTS);
}

/**
 * Totals of a document: lines are rounded one by one, VAT is summed per rate and then rounded, as in European e-invoices
 * (EN 16931). Lines without article (the work description) cost nothing and do not count.
 */
export function totalsOf(lines: readonly DocumentLine[]): DocumentTotals {
  const charged = lines.filter((line) => line.article !== null);
  const exclVat = sumOrNull(charged.map((line) => line.totalExclVat));
  const vat = exclVat === null ? null : vatPerRate(charged);
  return {
    exclVat: exclVat === null ? null : fixed(exclVat, CENTS),
    vat,
    inclVat: exclVat === null || vat === null ? null : fixed(Decimal.sum(exclVat, ...vat.map((one) => one.vat)), CENTS),
  };
}

function sumOrNull(amounts: readonly (DecimalString | null)[]): Decimal | null {
  let sum = decimal(0);
  for (const amount of amounts) {
    if (amount === null) return null;
    sum = sum.plus(amount);
  }
  return sum;
}

/** Highest rate first; null as soon as the package does not tell the rate of one line. */
function vatPerRate(lines: readonly DocumentLine[]): readonly VatTotal[] | null {
  const baseOfRate = new Map<DecimalString, Decimal>();
  for (const line of lines) {
    if (line.vatRate === null) return null;
    const rate = plain(decimal(line.vatRate));
    baseOfRate.set(rate, (baseOfRate.get(rate) ?? decimal(0)).plus(line.totalExclVat ?? 0));
  }
  return [...baseOfRate]
    .sort(([one], [other]) => decimal(other).comparedTo(one))
    .map(([vatRate, base]) => ({
      vatRate,
      base: fixed(base, CENTS),
      vat: fixed(base.times(vatRate).dividedBy(100), CENTS),
    }));
}
