import { OFFICE_ZONE } from '../../preload/contract/model';
import { LOCALE, type Language } from './language';

const MINUTE_MS = 60_000;

/** Writes numbers, amounts and moments as people here do. Made once per language: making an Intl object is slow. */
export interface Formats {
  /** Whole number: `1.250`. */
  readonly count: (value: number) => string;
  /** Exact decimal string as it is, with grouping: `"1250.5"` becomes `1.250,5`. */
  readonly decimal: (value: string) => string;
  /** Amount in euros from an exact decimal string: `€ 12,50`; unit prices keep up to 5 digits behind the comma. */
  readonly money: (value: string) => string;
  /** `YYYY-MM-DD` as `23 nov 2026`. */
  readonly date: (isoDate: string) => string;
  /** The same without the year: `23 nov`. */
  readonly dateShort: (isoDate: string) => string;
  /** UTC milliseconds as `23 nov 2026 14:05`, on the clock of the office. */
  readonly moment: (atMs: number) => string;
  /** The same for a narrow column: without the year when that is this year's. */
  readonly momentShort: (atMs: number) => string;
  /** UTC milliseconds with seconds, for the log. */
  readonly momentExact: (atMs: number) => string;
  /** UTC milliseconds as clock time, `14:05`; with the day in front when that is not today. */
  readonly timeOrDay: (atMs: number) => string;
  /** A duration in plain units: `45 s`, `3 min`, `2 u 10 min`. */
  readonly duration: (durationMs: number) => string;
}

function make(language: Language): Formats {
  const locale = LOCALE[language];
  const inOffice = (parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone: OFFICE_ZONE });
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 });
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: 2,
    maximumFractionDigits: 5,
  });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const dateShort = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const day = inOffice({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayOfYear = inOffice({ day: 'numeric', month: 'short' });
  const time = inOffice({ hour: '2-digit', minute: '2-digit' });
  const timeExact = inOffice({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const year = inOffice({ year: 'numeric' });
  const shortMoment = (atMs: number): string => {
    const isThisYear = year.format(atMs) === year.format(Date.now());
    return `${(isThisYear ? dayOfYear : day).format(atMs)} ${time.format(atMs)}`;
  };
  const hourSign = language === 'nl' ? 'u' : 'h';

  return {
    count: (value) => count.format(value),
    decimal: (value) => decimal.format(value as Intl.StringNumericLiteral),
    money: (value) => money.format(value as Intl.StringNumericLiteral),
    date: (isoDate) => date.format(new Date(`${isoDate}T00:00:00Z`)),
    dateShort: (isoDate) => dateShort.format(new Date(`${isoDate}T00:00:00Z`)),
    moment: (atMs) => `${day.format(atMs)} ${time.format(atMs)}`,
    momentShort: shortMoment,
    momentExact: (atMs) => `${day.format(atMs)} ${timeExact.format(atMs)}`,
    timeOrDay: (atMs) => (day.format(atMs) === day.format(Date.now()) ? time.format(atMs) : shortMoment(atMs)),
    duration: (durationMs) => {
      if (durationMs < MINUTE_MS) return `${Math.max(1, Math.round(durationMs / 1000))} s`;
      const minutes = Math.round(durationMs / MINUTE_MS);
      return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} ${hourSign} ${minutes % 60} min`;
    },
  };
}

const FORMATS: Readonly<Record<Language, Formats>> = { nl: make('nl'), en: make('en') };

export function formatsFor(language: Language): Formats {
  return FORMATS[language];
}
