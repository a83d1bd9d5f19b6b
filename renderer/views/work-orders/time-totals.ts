import type { TimeEntry } from '../../../preload/contract/views';

export interface TimeTotal {
  readonly workMinutes: number;
  readonly travelMinutes: number;
}

const NOTHING: TimeTotal = { workMinutes: 0, travelMinutes: 0 };

const plus = (total: TimeTotal, { kind, minutes }: TimeEntry): TimeTotal =>
  kind === 'work'
    ? { ...total, workMinutes: total.workMinutes + minutes }
    : { ...total, travelMinutes: total.travelMinutes + minutes };

/** All time of a work order, per kind. */
export const timeTotal = (times: readonly TimeEntry[]): TimeTotal => times.reduce(plus, NOTHING);

/** The same for each employee, in the order in which they come first; null is time of nobody in particular. */
export function timeTotals(times: readonly TimeEntry[]): ReadonlyMap<number | null, TimeTotal> {
  const totals = new Map<number | null, TimeTotal>();
  for (const entry of times) totals.set(entry.employeeId, plus(totals.get(entry.employeeId) ?? NOTHING, entry));
  return totals;
}
