import { IANAZone } from 'luxon';

/**
 * The vendor writes moments without a zone, as the clock in the Netherlands shows them. Offsets are asked once per hour
 * of the books, because a list of 100,000 rows needs 100,000 of them.
 */
const ZONE = IANAZone.create('Europe/Amsterdam');
const HOUR_MS = 3_600_000;
const offsetByHour = new Map<number, number>();

/** Milliseconds to add to UTC for the Dutch wall clock at that moment. */
export function amsterdamOffsetMs(utcMs: number): number {
  const hour = Math.floor(utcMs / HOUR_MS);
  let offsetMs = offsetByHour.get(hour);
  if (offsetMs === undefined) {
    offsetMs = ZONE.offset(utcMs) * 60_000;
    offsetByHour.set(hour, offsetMs);
  }
  return offsetMs;
}
