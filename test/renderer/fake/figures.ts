import {
  DAYS_SHOWN,
  READY_AGES,
  WEEKS_SHOWN,
  type OverviewFigures,
  type WorkFigure,
} from '../../../preload/contract/figures';

const figure = (count: number, exclVat: string, unknown = 0): WorkFigure => ({ count, exclVat, unknown });
const NOTHING = figure(0, '0.00');

/** Twelve weeks from Monday 7 September 2026 on. */
const mondays = Array.from({ length: WEEKS_SHOWN }, (_, index) =>
  new Date(Date.UTC(2026, 8, 7 + 7 * index)).toISOString().slice(0, 10),
);

/** Thirty days from 25 October 2026 on; none at the weekend. */
const days = Array.from({ length: DAYS_SHOWN }, (_, index) => {
  const day = new Date(Date.UTC(2026, 9, 25 + index));
  const isWeekend = [0, 6].includes(day.getUTCDay());
  return { day: day.toISOString().slice(0, 10), booked: isWeekend ? 0 : 3 + (index % 5) };
});

/** What the overview of an office shows; of an empty one when it has no rows. */
export const figuresOf = (rows: number): OverviewFigures =>
  rows === 0
    ? {
        planned: NOTHING,
        plannedThisWeek: 0,
        ready: NOTHING,
        archived: NOTHING,
        notInvoiced: NOTHING,
        bookedThisWeek: NOTHING,
        bookedThisMonth: NOTHING,
        days: days.map(({ day }) => ({ day, booked: 0 })),
        weeks: mondays.map((monday) => ({ monday, workMinutes: 0, travelMinutes: 0 })),
        readyAges: READY_AGES.map(() => 0),
      }
    : {
        planned: figure(12, '1820.50'),
        plannedThisWeek: 5,
        ready: figure(4, '2310.00', 1),
        archived: figure(3, '940.25'),
        notInvoiced: figure(7, '3250.25', 1),
        bookedThisWeek: figure(9, '6120.00'),
        bookedThisMonth: figure(31, '20418.75'),
        days,
        weeks: mondays.map((monday, week) => ({
          monday,
          workMinutes: 4_800 + 90 * week,
          travelMinutes: 600 + 15 * week,
        })),
        readyAges: [2, 1, 0, 1, 0],
      };
