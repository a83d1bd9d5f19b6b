import { decimal, plain, round, type DecimalString } from '../../connectors/_kit/decimal';

/** Hours on a document have this many digits behind the point: 15 minutes = 0.25. */
const HOUR_PLACES = 2;

/** Whole minutes as hours for a document line: minutes / 60, rounded half up once, to 2 decimals. `20` gives `"0.33"`. */
export function hoursOf(minutes: number): DecimalString {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new Error(`Not a number of minutes: ${minutes}`);
  return plain(round(decimal(minutes).dividedBy(60), HOUR_PLACES));
}
