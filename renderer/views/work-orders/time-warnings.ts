import type { TimeElsewhere, TimeEntry } from '../../../preload/contract/views';

const DAY_MINUTES = 1_440;
const DAY_MS = 86_400_000;
/** More than this on one day is more likely a slip of the pen than a day of work. */
const LONGEST_DAY_MINUTES = 16 * 60;

/**
 * What is odd about a booked time, never refused: `overlap` with another time of the same employee (`row`, counted from
 * 1), here or on another work order (`overlap-elsewhere`, with its number), `over-midnight`, or a `long-day` of that
 * employee.
 */
export type TimeWarning =
  | { readonly kind: 'overlap'; readonly row: number }
  | { readonly kind: 'overlap-elsewhere'; readonly workOrder: string }
  | { readonly kind: 'over-midnight' }
  | { readonly kind: 'long-day'; readonly minutes: number };

/**
 * The warnings of each entry, in its order; `elsewhere` is what was booked on other work orders. Time that nobody is booked
 * for overlaps with nothing.
 */
export function timeWarnings(
  times: readonly TimeEntry[],
  elsewhere: readonly TimeElsewhere[] = [],
): readonly (readonly TimeWarning[])[] {
  const dayOf = ({ employeeId, date }: Pick<TimeEntry, 'employeeId' | 'date'>): string => `${employeeId ?? ''} ${date}`;
  const minutesOfDay = new Map<string, number>();
  for (const entry of [...times, ...elsewhere]) {
    minutesOfDay.set(dayOf(entry), (minutesOfDay.get(dayOf(entry)) ?? 0) + entry.minutes);
  }
  return times.map((entry, index) => {
    const other = times.findIndex((candidate, place) => place !== index && overlaps(entry, candidate));
    const elsewhereToo = elsewhere.find((candidate) => overlaps(entry, candidate));
    const minutes = entry.employeeId === null ? entry.minutes : (minutesOfDay.get(dayOf(entry)) ?? 0);
    // Once a day, at its last row.
    const isLast = times.findLastIndex((candidate) => dayOf(candidate) === dayOf(entry)) === index;
    const isLongDay = minutes > LONGEST_DAY_MINUTES && (isLast || entry.employeeId === null);
    return [
      ...(other < 0 ? [] : [{ kind: 'overlap' as const, row: other + 1 }]),
      ...(elsewhereToo ? [{ kind: 'overlap-elsewhere' as const, workOrder: elsewhereToo.workOrder }] : []),
      ...(isOverMidnight(entry) ? [{ kind: 'over-midnight' as const }] : []),
      ...(isLongDay ? [{ kind: 'long-day' as const, minutes }] : []),
    ];
  });
}

const isOverMidnight = ({ startMinute, minutes }: TimeEntry): boolean =>
  startMinute !== null && startMinute + minutes > DAY_MINUTES;

type Booked = Pick<TimeEntry, 'employeeId' | 'date' | 'startMinute' | 'minutes'>;

function overlaps(one: Booked, other: Booked): boolean {
  if (one.employeeId === null || one.employeeId !== other.employeeId) return false;
  const [a, b] = [onTheClock(one), onTheClock(other)];
  return a !== null && b !== null && a.from < b.to && b.from < a.to;
}

/** Minutes on a clock that runs on from day to day; null when there is nothing that could overlap. */
function onTheClock({ date, startMinute, minutes }: Booked): { readonly from: number; readonly to: number } | null {
  if (startMinute === null || minutes === 0) return null;
  const from = (Date.parse(`${date}T00:00Z`) / DAY_MS) * DAY_MINUTES + startMinute;
  return { from, to: from + minutes };
}
