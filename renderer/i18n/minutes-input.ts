const HOURS_AND_MINUTES = /^(\d{1,3})[:.,u](\d{1,2})?$/i;
const MINUTES = /^(\d{1,4})\s*(?:m|min|minuten|minutes)?$/i;
const HOURS = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*(?:u|uur|h|hours?)$/i;

/** A hundred hours: as much as a row of a work order takes. */
const MOST_MINUTES = 6_000;

/**
 * Reads a duration as whole minutes: `1:30` (also `1.30` and `1u30`) is 90, and so are `1,5u` and `1,5 uur`: the unit
 * tells that the comma is a decimal sign. A bare `45` is 45 minutes, as is `45 min`. Hours are rounded half up to a minute.
 * Returns null when the text is no duration of at most a hundred hours, 0 when it is empty.
 */
export function parseMinutesInput(text: string): number | null {
  const minutes = minutesOf(text.trim());
  return minutes === null || minutes > MOST_MINUTES ? null : minutes;
}

function minutesOf(typed: string): number | null {
  if (typed === '') return 0;
  const bare = MINUTES.exec(typed);
  if (bare) return Number(bare[1]);
  const hours = HOURS.exec(typed);
  // In whole hundredths of an hour, so that nothing is ever a float.
  if (hours) return Math.floor((Number(`${hours[1]}${(hours[2] ?? '').padEnd(2, '0')}`) * 60 + 50) / 100);
  const match = HOURS_AND_MINUTES.exec(typed);
  if (!match) return null;
  const minutes = Number(match[2] ?? '0');
  return minutes > 59 ? null : Number(match[1]) * 60 + minutes;
}

/** Whole minutes as `1:30`. */
export function formatMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
