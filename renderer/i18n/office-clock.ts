/** Days and times on the clock of the office, whatever the zone of this computer. Moments are UTC milliseconds. */
import {
  fromAbsolute,
  getDayOfWeek,
  parseDate,
  parseTime,
  toCalendarDate,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date';
import { OFFICE_ZONE } from '../../preload/contract/model';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** More than a board of a month asks for. */
const MOST_REMEMBERED = 20_000;

/** Reading the clock of another zone is slow, and a board asks for the same few moments at each drawing. */
function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(key, (value = work(key)));
    }
    return value;
  };
}

const shownAt = remembered((atMs: number) => {
  const at = fromAbsolute(atMs, OFFICE_ZONE);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return { day: toCalendarDate(at).toString(), time: `${twoDigits(at.hour)}:${twoDigits(at.minute)}` };
});

/** The day (`YYYY-MM-DD`) on the office's clock at this moment (UTC ms). */
export const officeDay = (atMs: number): string => shownAt(atMs).day;

/** The moment (UTC ms) at which a day begins in the office. */
export const dayStartMs: (day: string) => number = remembered((day: string) =>
  toZoned(parseDate(day), OFFICE_ZONE).toDate().getTime(),
);

/** The moment at which it ends. A day on which the clock changes lasts 23 or 25 hours. */
export const dayEndMs: (day: string) => number = remembered((day: string) => dayStartMs(addDays(day, 1)));

export const addDays = (day: string, days: number): string => parseDate(day).add({ days }).toString();

/** Days from one day to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / (24 * HOUR_MS));

/** The seven days of the week that holds this day, from Monday. */
export function weekOf(day: string): readonly string[] {
  // In the Netherlands a week begins on Monday: day 0.
  const monday = addDays(day, -getDayOfWeek(parseDate(day), 'nl-NL'));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** The number of the week that holds this day: the first one holds the first Thursday of the year (ISO 8601). */
export function weekNumber(day: string): number {
  const thursday = weekOf(day)[3] ?? day;
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}

/** The same time of the wall clock, a number of days later. A time that the clock skips becomes the next that there is. */
export const sameTimeDaysLater = (atMs: number, days: number): number =>
  fromAbsolute(atMs, OFFICE_ZONE).add({ days }).toDate().getTime();

/**
 * The moment at which the office's clock shows this time (`HH:MM`) on this day. In the night that it goes forward an hour
 * does not exist: then it is the same time after it. In the night that it goes back an hour comes twice: then it is the
 * first one.
 */
export const atTime = (day: string, time: string): number =>
  toZoned(toCalendarDateTime(parseDate(day), parseTime(time)), OFFICE_ZONE)
    .toDate()
    .getTime();

/** The time (`HH:MM`) that the office's clock shows at this moment. */
export const officeTime = (atMs: number): string => shownAt(atMs).time;

/** A whole hour of a day. */
export interface DayHour {
  readonly startMs: number;
  /** `07:00` */
  readonly label: string;
  /** The second hour of this name, after the clock went back. */
  readonly isRepeated: boolean;
}

/** The hours of a day: 24, or 23 or 25 when the clock changes. */
export function hoursOf(day: string): readonly DayHour[] {
  const hours: DayHour[] = [];
  for (let startMs = dayStartMs(day); startMs < dayEndMs(day); startMs += HOUR_MS) {
    const label = officeTime(startMs);
    hours.push({ startMs, label, isRepeated: hours.at(-1)?.label === label });
  }
  return hours;
}
