import { OPEN_END_MS } from '../../../preload/contract/planning';
import type { PlannedWorkOrder, WorkOrderPlan } from '../../../preload/contract/views';
import { atTime, daysBetween, MINUTE_MS, officeDay, sameTimeDaysLater } from '../../i18n/office-clock';

/** Everything that is dragged falls on a quarter of an hour. */
export const SNAP_MS = 15 * MINUTE_MS;

/** A plan with a moment. */
export type Planned = WorkOrderPlan & Pick<PlannedWorkOrder, 'plannedStartAtMs'>;

export const isPlanned = <T extends WorkOrderPlan>(plan: T): plan is T & Planned => plan.plannedStartAtMs !== null;

/** When a work order is over, as the board draws it: a quarter after its start at least. */
export const endOf = ({ plannedStartAtMs, plannedEndAtMs }: Planned): number =>
  Math.max(plannedEndAtMs ?? plannedStartAtMs + OPEN_END_MS, plannedStartAtMs + SNAP_MS);

export const planOf = ({ employeeId, plannedStartAtMs, plannedEndAtMs }: WorkOrderPlan): WorkOrderPlan => ({
  employeeId,
  plannedStartAtMs,
  plannedEndAtMs,
});

export const isSamePlan = (a: WorkOrderPlan, b: WorkOrderPlan): boolean =>
  a.employeeId === b.employeeId && a.plannedStartAtMs === b.plannedStartAtMs && a.plannedEndAtMs === b.plannedEndAtMs;

/** The quarter of an hour nearest to this moment. Quarters of the office's clock are quarters of UTC. */
export const snapped = (atMs: number): number => Math.round(atMs / SNAP_MS) * SNAP_MS;

/** Another start, with the same duration; without one an hour. */
export function startingAt(plan: WorkOrderPlan, startMs: number): Planned {
  const { plannedStartAtMs, plannedEndAtMs } = plan;
  const openEnd = plannedStartAtMs === null ? startMs + OPEN_END_MS : null;
  const end =
    plannedStartAtMs !== null && plannedEndAtMs !== null ? plannedEndAtMs - plannedStartAtMs + startMs : openEnd;
  return { ...planOf(plan), plannedStartAtMs: startMs, plannedEndAtMs: end };
}

/** Another end; a quarter after the start at least. */
export const endingAt = (plan: Planned, endMs: number): Planned => ({
  ...plan,
  plannedEndAtMs: Math.max(snapped(endMs), plan.plannedStartAtMs + SNAP_MS),
});

/** Another start, with the same end; a quarter before the end at most. */
export function beginningAt(plan: Planned, startMs: number): Planned {
  const plannedEndAtMs = endOf(plan);
  return { ...plan, plannedStartAtMs: Math.min(snapped(startMs), plannedEndAtMs - SNAP_MS), plannedEndAtMs };
}

/** Which end of a work order is moved. */
export type PlanEnd = 'start' | 'end';

/** One of its ends at another moment, the other where it was. */
export const withEndAt = (plan: Planned, end: PlanEnd, atMs: number): Planned =>
  end === 'end' ? endingAt(plan, atMs) : beginningAt(plan, atMs);

/** When this end of it is, as the board draws it. */
export const momentOf = (plan: Planned, end: PlanEnd): number => (end === 'end' ? endOf(plan) : plan.plannedStartAtMs);

/** The same time of the clock, a number of days later. */
export const daysLater = (plan: Planned, days: number): Planned =>
  days === 0 ? plan : startingAt(plan, sameTimeDaysLater(plan.plannedStartAtMs, days));

/** When work begins that is put on a day without a time. */
const FIRST_TIME = '08:00';

/**
 * Put on a day: at the time that it has, else at eight. `grabbedDay` is the day by which one that lasts for days is held.
 */
export function onDay(plan: WorkOrderPlan, day: string, grabbedDay: string | null): Planned {
  if (!isPlanned(plan)) return startingAt(plan, atTime(day, FIRST_TIME));
  return daysLater(plan, daysBetween(grabbedDay ?? officeDay(plan.plannedStartAtMs), day));
}

/** The part of a work order that lies on one day. */
export interface Segment {
  readonly row: PlannedWorkOrder;
  readonly startMs: number;
  readonly endMs: number;
  readonly beginsEarlier: boolean;
  readonly goesOn: boolean;
}

/** The part that lies between these moments; null when there is none. */
export function segmentOf(row: PlannedWorkOrder, fromMs: number, toMs: number): Segment | null {
  const start = row.plannedStartAtMs;
  const end = endOf(row);
  if (start >= toMs || end <= fromMs) return null;
  return {
    row,
    startMs: Math.max(start, fromMs),
    endMs: Math.min(end, toMs),
    beginsEarlier: start < fromMs,
    goesOn: end > toMs,
  };
}
