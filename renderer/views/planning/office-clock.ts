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
import { OFFICE_ZONE } from '../../../preload/contract/model';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** The day (`YYYY-MM-DD`) on the office's clock at this moment (UTC ms). */
export const officeDay = (atMs: number): string => toCalendarDate(fromAbsolute(atMs, OFFICE_ZONE)).toString();

/** The moment (UTC ms) at which a day begins in the office. */
export const dayStartMs = (day: string): number => toZoned(parseDate(day), OFFICE_ZONE).toDate().getTime();

/** The moment at which it ends. A day on which the clock changes lasts 23 or 25 hours. */
export const dayEndMs = (day: string): number => dayStartMs(addDays(day, 1));

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

/** The same time of the wall clock, a number of days later. A time that the clock skips becomes the next that there is. */
export const sameTimeDaysLater = (atMs: number, days: number): number =>
  fromAbsolute(atMs, OFFICE_ZONE).add({ days }).toDate().getTime();

/** The moment at which the office's clock shows this time (`HH:MM`) on this day. */
export const atTime = (day: string, time: string): number =>
  toZoned(toCalendarDateTime(parseDate(day), parseTime(time)), OFFICE_ZONE)
    .toDate()
    .getTime();

/** The time (`HH:MM`) that the office's clock shows at this moment. */
export function officeTime(atMs: number): string {
  const { hour, minute } = fromAbsolute(atMs, OFFICE_ZONE);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

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
