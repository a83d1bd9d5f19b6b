/** How amounts follow from prices. All exact, rounded once at the end. */
import { decimal, plain, round, type Decimal, type DecimalString } from './decimal';

const CENTS = 2;

/**
 * Decimals of a price without VAT that was worked out from one with VAT. More than a price list has, so that the price
 * with VAT comes back exactly for any quantity an installer uses.
 */
const EXCLUSIVE_PRICE_DECIMALS = 6;

/** What a price is multiplied by to include VAT; `rate` in percent: 21 gives 1.21. */
export const vatFactor = (rate: DecimalString): Decimal => decimal(rate).div(100).plus(1);

/** The price without VAT of a price with VAT; `rate` in percent. */
export const withoutVat = (price: DecimalString, rate: DecimalString): DecimalString =>
  plain(round(decimal(price).div(vatFactor(rate)), EXCLUSIVE_PRICE_DECIMALS));

/** A price with a discount (in percent) taken off, rounded to `places` decimals. */
export const lessDiscount = (price: DecimalString, discount: DecimalString, places: number): DecimalString =>
  plain(round(decimal(price).times(decimal(discount).div(-100).plus(1)), places));

/** What a line comes to, in cents; null when it has no price. */
export const lineTotal = (quantity: DecimalString, unitPrice: DecimalString | null): DecimalString | null =>
  unitPrice === null ? null : plain(round(decimal(quantity).times(unitPrice), CENTS));
