import { Decimal, decimal, plain, round } from '../../_kit/decimal';

/** How a VAT code counts: its percentage as a fraction, and whether prices already hold it (type I). */
export interface VatRule {
  readonly code: string | null;
  readonly fraction: string;
  readonly isIncluded: boolean;
}

export interface PricedLine {
  readonly quantity: string;
  /** After the discount of the line, as the VAT code has it: with or without VAT. */
  readonly netPrice: string;
  readonly vat: VatRule;
}

/** Amounts in cents, as plain decimal texts. */
export interface Amounts {
  readonly exclusive: string;
  readonly vat: string;
}

const CENTS = 2;

/** Amount of a line without VAT, and its VAT. */
export function lineAmounts(line: PricedLine): Amounts {
  const amount = round(decimal(line.netPrice).times(line.quantity), CENTS);
  const { exclusive, vat } = split(amount, line.vat);
  return { exclusive: plain(exclusive), vat: plain(vat) };
}

/**
 * Totals of a document. Amounts are added up per VAT code, VAT is taken of the sum and then rounded. `factor`: what is
 * left after the discount of the whole document.
 */
export function documentAmounts(lines: readonly PricedLine[], factor: Decimal): Amounts {
  const sums = new Map<string, { readonly rule: VatRule; sum: Decimal }>();
  for (const line of lines) {
    const key = line.vat.code ?? '';
    const known = sums.get(key) ?? { rule: line.vat, sum: new Decimal(0) };
    known.sum = known.sum.plus(round(decimal(line.netPrice).times(line.quantity), CENTS));
    sums.set(key, known);
  }
  let exclusive = new Decimal(0);
  let vat = new Decimal(0);
  for (const { rule, sum } of sums.values()) {
    const part = split(round(sum.times(factor), CENTS), rule);
    exclusive = exclusive.plus(part.exclusive);
    vat = vat.plus(part.vat);
  }
  return { exclusive: plain(exclusive), vat: plain(vat) };
}

function split(amount: Decimal, rule: VatRule): { readonly exclusive: Decimal; readonly vat: Decimal } {
  const fraction = decimal(rule.fraction);
  const vat = rule.isIncluded
    ? round(amount.times(fraction).div(fraction.plus(1)), CENTS)
    : round(amount.times(fraction), CENTS);
  return { exclusive: rule.isIncluded ? amount.minus(vat) : amount, vat };
}
