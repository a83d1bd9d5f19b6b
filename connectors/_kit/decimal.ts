import DecimalJs from 'decimal.js';

/** Decimals with room for any amount or quantity, rounding half away from zero, as invoices are rounded. */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -30,
  toExpPos: 40,
});
export type Decimal = DecimalJs;

/** An exact decimal as text, point as separator, no exponent: `"0.25"`, `"-12.34567"`. The only form that is stored or sent by IPC. */
export type DecimalString = string;

const PLAIN = /^-?\d{1,15}(\.\d{1,10})?$/;

/** Whether a text is a plain decimal of at most 15 digits before and 10 behind the point. */
export const isDecimalString = (text: string): text is DecimalString => PLAIN.test(text);

/** Exact decimal of a text, or of a number that came out of JSON (its shortest decimal form is taken, not its binary value). */
export const decimal = (value: DecimalString | number | Decimal): Decimal => new Decimal(value);

/** Rounds half away from zero to `places` digits behind the point. */
export const round = (value: Decimal, places: number): Decimal => value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);

/** Plain text without exponent and without trailing zeros. */
export const plain = (value: Decimal): DecimalString => withoutNegativeZero(value).toFixed();

/** Plain text with exactly `places` digits behind the point, rounded half away from zero. */
export const fixed = (value: Decimal, places: number): DecimalString =>
  withoutNegativeZero(round(value, places)).toFixed(places);

/** A tenth of a cent in favour of the customer is nothing, not `-0.00`: nobody reads that, and a package may refuse it. */
const withoutNegativeZero = (value: Decimal): Decimal => (value.isZero() ? value.abs() : value);
