import { Decimal, decimal, plain, round } from '../../_kit/decimal';
import type { Invoice, InvoiceLine } from './model';
import type { Quirks } from './quirks';
import { salesVatPercentage } from './vat-codes';

const CENTS = 2;

/** Total of a line in cents, in the mode in which its price is given. */
export const lineTotal = (line: Pick<InvoiceLine, 'quantity' | 'unitPrice'>): Decimal =>
  round(decimal(line.quantity).times(line.unitPrice), CENTS);

/**
 * Totals of an invoice. VAT is added up per percentage, then rounded: the one method that is allowed in the Netherlands
 * and in Belgium.
 */
export function invoiceTotals(
  lines: readonly Pick<InvoiceLine, 'quantity' | 'unitPrice' | 'vatCode'>[],
  day: string,
  unitPrice: Quirks['unitPrice'],
): Pick<Invoice, 'totalExclusive' | 'totalVat' | 'totalInclusive'> {
  const sums = new Map<string, Decimal>();
  for (const line of lines) {
    const percentage = salesVatPercentage(line.vatCode, day) ?? '0';
    sums.set(percentage, (sums.get(percentage) ?? new Decimal(0)).plus(lineTotal(line)));
  }
  let exclusive = new Decimal(0);
  let vat = new Decimal(0);
  for (const [percentage, sum] of sums) {
    const share = decimal(percentage).div(100);
    const part = round(unitPrice === 'exclusive' ? sum.times(share) : sum.times(share).div(share.plus(1)), CENTS);
    vat = vat.plus(part);
    exclusive = exclusive.plus(unitPrice === 'exclusive' ? sum : sum.minus(part));
  }
  return { totalExclusive: plain(exclusive), totalVat: plain(vat), totalInclusive: plain(exclusive.plus(vat)) };
}
