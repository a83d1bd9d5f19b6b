/** The figures of the overview: what work comes to, and how it goes. */
import type { DecimalString } from '../../connectors/_kit/decimal';

/** Work orders and what they come to, excl. VAT, as their documents would be or are. */
export interface WorkFigure {
  /** Work orders; documents where they are booked. */
  readonly count: number;
  readonly exclVat: DecimalString;
  /** How many are not in the amount: something lacks on them, or the package does not tell a price. */
  readonly unknown: number;
}

/** Whole days that a work order has been reported ready, at most; the last group is open. */
export const READY_AGES = [2, 7, 14, 30, null] as const;

/** As many weeks as a quarter has, this one included. */
export const WEEKS_SHOWN = 12;

export interface WeekOfHours {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly monday: string;
  readonly workMinutes: number;
  readonly travelMinutes: number;
}

/** As many days as the chart of documents has, today included. */
export const DAYS_SHOWN = 30;

export interface DayOfDocuments {
  /** `YYYY-MM-DD`, on the calendar of the office. */
  readonly day: string;
  /** Booked documents of work orders that were archived on it. */
  readonly booked: number;
}

export interface OverviewFigures {
  /** What is booked on them until now. */
  readonly planned: WorkFigure;
  /** Of the planned ones, those that begin this week. */
  readonly plannedThisWeek: number;
  readonly ready: WorkFigure;
  /** Archived and not booked: waiting, being sent, unsure or blocked. */
  readonly archived: WorkFigure;
  /** Reported ready and archived together: work that is done and not invoiced. */
  readonly notInvoiced: WorkFigure;
  /** Documents in the package, by the day of archiving. */
  readonly bookedThisWeek: WorkFigure;
  readonly bookedThisMonth: WorkFigure;
  /** The last `DAYS_SHOWN` days, oldest first. */
  readonly days: readonly DayOfDocuments[];
  /** The last `WEEKS_SHOWN` weeks, oldest first. */
  readonly weeks: readonly WeekOfHours[];
  /** Work orders that are reported ready, by `READY_AGES`. */
  readonly readyAges: readonly number[];
}
