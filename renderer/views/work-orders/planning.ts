import { fromAbsolute, parseDateTime, toCalendarDate, toTime, toZoned } from '@internationalized/date';
import { OFFICE_ZONE } from '../../../preload/contract/model';

/** A planned moment as the fields show it, on the clock of the office. */
export interface DayAndTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:MM` */
  readonly time: string;
}

export function toDayAndTime(atMs: number): DayAndTime {
  const at = fromAbsolute(atMs, OFFICE_ZONE);
  return { day: toCalendarDate(at).toString(), time: toTime(at).toString().slice(0, 5) };
}

/**
 * UTC milliseconds. In the night that the clock goes forward an hour does not exist: then it is the same time after it.
 * In the night that it goes back an hour comes twice: then it is the first one.
 */
export function fromDayAndTime({ day, time }: DayAndTime): number {
  return toZoned(parseDateTime(`${day}T${time}`), OFFICE_ZONE, 'compatible')
    .toDate()
    .getTime();
}
