import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';
import type { Language } from '../../preload/contract/views';

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** Writes numbers and moments on a sheet as people here do. */
export interface SheetFormats {
  /** `YYYY-MM-DD` as `ma 30 nov 2026`. */
  readonly day: (isoDay: string) => string;
  /** UTC milliseconds as `ma 30 nov 2026`. */
  readonly dayOf: (atMs: number) => string;
  /** UTC milliseconds as `ma 30 nov 2026, 08:00:12`. */
  readonly momentExact: (atMs: number) => string;
  /** UTC milliseconds as `ma 30 nov 2026, 08:00`. */
  readonly moment: (atMs: number) => string;
  /** From and until (UTC ms) as `ma 30 nov 2026, 08:00–10:00`; two days when it ends on another one. */
  readonly period: (startAtMs: number, endAtMs: number | null) => string;
  /** UTC milliseconds as `08:00`. */
  readonly time: (atMs: number) => string;
  /** Minutes since midnight and how many it lasted as `08:00–10:05`, on the next day past midnight. */
  readonly clockSpan: (startMinute: number, minutes: number) => string;
  /** Whether a moment (UTC ms) lies on this day (`YYYY-MM-DD`) of the office. */
  readonly isOn: (atMs: number, isoDay: string) => boolean;
  /** Exact decimal text: `"1250.5"` becomes `1.250,5`. */
  readonly decimal: (value: string) => string;
  /** Exact decimal text as an amount: `"1250.5"` becomes `1.250,50`. */
  readonly amount: (value: string) => string;
  /** Whole minutes as `1:30`. */
  readonly duration: (minutes: number) => string;
}

const DAY_MINUTES = 1_440;
const clock = (minute: number): string => {
  const ofDay = minute % DAY_MINUTES;
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
};

export function sheetFormats(language: Language): SheetFormats {
  const locale = LOCALES[language];
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 });
  const amounts = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 10 });
  const at = (atMs: number): DateTime => DateTime.fromMillis(atMs, { zone: OFFICE_ZONE, locale });
  const day = (moment: DateTime): string => moment.toFormat('ccc d LLL yyyy');
  const dayAndTime = (moment: DateTime): string => `${day(moment)}, ${moment.toFormat('HH:mm')}`;

  return {
    day: (isoDay) => day(DateTime.fromISO(isoDay, { zone: OFFICE_ZONE, locale })),
    dayOf: (atMs) => day(at(atMs)),
    momentExact: (atMs) => `${day(at(atMs))}, ${at(atMs).toFormat('HH:mm:ss')}`,
    moment: (atMs) => dayAndTime(at(atMs)),
    period: (startAtMs, endAtMs) => {
      const start = at(startAtMs);
      if (endAtMs === null) return dayAndTime(start);
      const end = at(endAtMs);
      return start.hasSame(end, 'day')
        ? `${dayAndTime(start)}–${end.toFormat('HH:mm')}`
        : `${dayAndTime(start)} – ${dayAndTime(end)}`;
    },
    time: (atMs) => at(atMs).toFormat('HH:mm'),
    clockSpan: (startMinute, minutes) => `${clock(startMinute)}–${clock(startMinute + minutes)}`,
    isOn: (atMs, isoDay) => at(atMs).toISODate() === isoDay,
    decimal: (value) => decimals.format(value as Intl.StringNumericLiteral),
    amount: (value) => amounts.format(value as Intl.StringNumericLiteral),
    duration: (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
  };
}
