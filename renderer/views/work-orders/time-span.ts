import type { TimeEntry } from '../../../preload/contract/views';

const DAY_MINUTES = 1_440;

type Span = Pick<TimeEntry, 'startMinute' | 'minutes'>;

/** When booked time ended, in minutes since midnight; null when no start or no duration is known. */
export const endMinute = ({ startMinute, minutes }: Span): number | null =>
  startMinute === null || minutes === 0 ? null : (startMinute + minutes) % DAY_MINUTES;

/** Another start. An end that is known stays, as on the paper it is copied from; else the duration stays. */
export function startingAt(entry: Span, startMinute: number | null): Span {
  const end = endMinute(entry);
  if (startMinute === null || end === null) return { startMinute, minutes: entry.minutes };
  return { startMinute, minutes: from(startMinute, end) };
}

/** Another end: the duration follows from the start, or the start from the duration when there was none. */
export function endingAt({ startMinute, minutes }: Span, end: number | null): Span {
  if (end === null) return { startMinute: null, minutes };
  if (startMinute === null) return { startMinute: from(minutes % DAY_MINUTES, end), minutes };
  return { startMinute, minutes: from(startMinute, end) };
}

/** Minutes from one time of the day to the next time that it is the other one. */
const from = (start: number, end: number): number => (end - start + DAY_MINUTES) % DAY_MINUTES;
