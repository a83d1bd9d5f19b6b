import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';
import {
  DAYS_SHOWN,
  READY_AGES,
  WEEKS_SHOWN,
  type DayOfDocuments,
  type OverviewFigures,
  type WeekOfHours,
  type WorkFigure,
} from '../../preload/contract/figures';
import type { Sum } from '../db/figures';
import type { RemoteStore } from '../db/store';
import type { Time } from '../ports';
import { sumOfFigures, type DocumentAmounts } from './document-amounts';

/**
 * The figures of the overview. Whoever asks while they are being read waits for one further reading, which has what changed
 * meanwhile; however many ask, there is one at a time.
 */
export function createOverviewFigures(
  { figures, info }: Pick<RemoteStore, 'figures' | 'info'>,
  amounts: Pick<DocumentAmounts, 'of'>,
  time: Pick<Time, 'nowMs'>,
): () => Promise<OverviewFigures> {
  const read = async (): Promise<OverviewFigures> => {
    const now = DateTime.fromMillis(time.nowMs(), { zone: OFFICE_ZONE });
    const thisWeek = spanOf(now, 'week');
    // Built one after the other: each takes a share of the same threads.
    const planned = await amounts.of('planned');
    const ready = await amounts.of('ready');
    const waiting = await amounts.of('archived');
    const [counts, open, bookedThisWeek, bookedThisMonth, plannedThisWeek, days, weeks, readyAges] = await Promise.all([
      info.overviewCounts(),
      figures.open(),
      figures.booked(thisWeek),
      figures.booked(spanOf(now, 'month')),
      figures.plannedIn(thisWeek),
      daysUntil(figures, now),
      weeksUntil(figures, now),
      figures.readySince(READY_AGES.map((days) => ageStartMs(now, days))),
    ]);
    // Those that the filter word would keep back wait as well, until they are archived anew.
    const archived = { ...sumOfFigures(waiting, figureOf(open.frozen)), count: open.workOrders };
    return {
      planned: { ...planned, count: counts.planned },
      plannedThisWeek,
      ready,
      archived,
      notInvoiced: sumOfFigures(ready, archived),
      bookedThisWeek: figureOf(bookedThisWeek),
      bookedThisMonth: figureOf(bookedThisMonth),
      days,
      weeks,
      readyAges,
    };
  };

  let reading: Promise<unknown> = Promise.resolve();
  let next: Promise<OverviewFigures> | null = null;
  return () =>
    (next ??= reading.then(() => {
      next = null;
      const now = read();
      // Whoever waits for this one hears of its failure; the next one only waits for its end.
      reading = now.catch(() => undefined);
      return now;
    }));
}

const figureOf = ({ count, exclVat, unknown }: Sum): WorkFigure => ({ count, exclVat, unknown });

/** This week from Monday, or this month, on the clock of the office. */
const spanOf = (now: DateTime, unit: 'week' | 'month') => ({
  fromMs: now.startOf(unit).toMillis(),
  toMs: now
    .startOf(unit)
    .plus({ [unit]: 1 })
    .toMillis(),
});

/** What is reported ready for at most so many whole days became so after this moment. */
const ageStartMs = (now: DateTime, days: number | null): number =>
  days === null ? 0 : now.startOf('day').minus({ days }).toMillis();

/** Also days on which nothing was archived. */
async function daysUntil(
  { bookedSince }: Pick<RemoteStore['figures'], 'bookedSince'>,
  now: DateTime,
): Promise<readonly DayOfDocuments[]> {
  const first = now.startOf('day').minus({ days: DAYS_SHOWN - 1 });
  const days = Array.from({ length: DAYS_SHOWN }, (_, index) => first.plus({ days: index }));
  const counts = await bookedSince(days.map((day) => day.toMillis()));
  return days.map((day, index) => ({ day: day.toFormat('yyyy-MM-dd'), booked: counts[index] ?? 0 }));
}

/** Also weeks in which nothing was booked, so that a gap is seen. */
async function weeksUntil(
  { minutesByDay }: Pick<RemoteStore['figures'], 'minutesByDay'>,
  now: DateTime,
): Promise<readonly WeekOfHours[]> {
  const first = now.startOf('week').minus({ weeks: WEEKS_SHOWN - 1 });
  const weeks = Array.from({ length: WEEKS_SHOWN }, (_, index) => ({
    monday: first.plus({ weeks: index }).toFormat('yyyy-MM-dd'),
    workMinutes: 0,
    travelMinutes: 0,
  }));
  const span = { fromDay: first.toFormat('yyyy-MM-dd'), toDay: now.endOf('week').toFormat('yyyy-MM-dd') };
  for (const { day, kind, minutes } of await minutesByDay(span)) {
    const week = weeks.findLast(({ monday }) => monday <= day);
    if (week !== undefined) week[kind === 'work' ? 'workMinutes' : 'travelMinutes'] += minutes;
  }
  return weeks;
}
