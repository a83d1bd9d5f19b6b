import { OFFICE_ZONE } from '../../../preload/contract/model';
import type { WorkOrderPlan } from '../../../preload/contract/views';
import { LOCALE, type Language } from '../../i18n/language';
import { useLanguage } from '../../i18n/use-formats';
import { officeDay, officeTime } from '../../i18n/office-clock';
import { isPlanned } from './plan';

/** Writes days and moments on the clock of the office. */
export interface PlanningFormats {
  /** `maandag 23 november 2026` */
  readonly dayLong: (day: string) => string;
  /** `ma 23 nov` */
  readonly dayShort: (day: string) => string;
  /** `23 – 29 nov 2026` */
  readonly week: (days: readonly string[]) => string;
  /** `08:00` */
  readonly time: (atMs: number) => string;
  /** `ma 23 nov 08:00–10:00`; two days when it ends on another one, only the start without an end. Empty without a start. */
  readonly period: (plan: WorkOrderPlan) => string;
  /** The same without the day where there is only one. */
  readonly times: (plan: WorkOrderPlan) => string;
}

/** A board writes the same few days again at each drawing; more than a year of them is forgotten. */
const MOST_REMEMBERED = 400;

function remembered(write: (day: string) => string): (day: string) => string {
  const known = new Map<string, string>();
  return (day) => {
    let text = known.get(day);
    if (text === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(day, (text = write(day)));
    }
    return text;
  };
}

function make(language: Language): PlanningFormats {
  const locale = LOCALE[language];
  const of = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  // A day has no zone: it is written as that day of UTC.
  const long = of({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const short = of({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const range = of({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const shortMoment = of({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: OFFICE_ZONE,
  });
  const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
  const period = (plan: WorkOrderPlan, day: (atMs: number) => string): string => {
    if (!isPlanned(plan)) return '';
    const { plannedStartAtMs: start, plannedEndAtMs: end } = plan;
    if (end === null) return `${day(start)}${officeTime(start)}`;
    if (officeDay(end) === officeDay(start)) return `${day(start)}${officeTime(start)}–${officeTime(end)}`;
    return `${shortMoment.format(start)} – ${shortMoment.format(end)}`;
  };

  const dayShort = remembered((day) => short.format(dateOf(day)));
  return {
    dayLong: remembered((day) => long.format(dateOf(day))),
    dayShort,
    week: (days) => range.formatRange(dateOf(days[0] ?? ''), dateOf(days.at(-1) ?? '')),
    time: officeTime,
    period: (plan) => period(plan, (atMs) => `${dayShort(officeDay(atMs))} `),
    times: (plan) => period(plan, () => ''),
  };
}

const FORMATS: Readonly<Record<Language, PlanningFormats>> = { nl: make('nl'), en: make('en') };

/** Days and moments of the office, in the language of the screens. */
export const usePlanningFormats = (): PlanningFormats => FORMATS[useLanguage()];
