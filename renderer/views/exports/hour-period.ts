import { addDays, weekOf } from '../../i18n/office-clock';

export const HOUR_PERIODS = ['thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'own'] as const;
export type HourPeriod = (typeof HOUR_PERIODS)[number];

/** Days `YYYY-MM-DD`, both included. */
export interface DaySpan {
  readonly fromDay: string;
  readonly toDay: string;
}

/** The days of a period that is named by today. Weeks begin on Monday. */
export function spanOf(period: Exclude<HourPeriod, 'own'>, today: string): DaySpan {
  switch (period) {
    case 'thisWeek':
      return week(today);
    case 'lastWeek':
      return week(addDays(today, -7));
    case 'thisMonth':
      return month(today);
    case 'lastMonth':
      return month(addDays(firstOfMonth(today), -1));
  }
}

const week = (day: string): DaySpan => {
  const days = weekOf(day);
  return { fromDay: days[0] ?? day, toDay: days[6] ?? day };
};

const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`;

/** 31 days after the first one lies in the next month, whichever month it is. */
const month = (day: string): DaySpan => ({
  fromDay: firstOfMonth(day),
  toDay: addDays(firstOfMonth(addDays(firstOfMonth(day), 31)), -1),
});
