import type { PlannedWorkOrder, WorkOrderPlan } from '../../../preload/contract/views';
import { endOf, isPlanned } from './plan';

/** Which work orders of one employee are planned at the same time. */
export interface Overlaps {
  /** Pairs of work orders; of three that all overlap there are three. */
  readonly count: number;
  /** By the id of a work order: the numbers of those that it overlaps with. */
  readonly of: ReadonlyMap<number, readonly string[]>;
}

/**
 * Work without an employee is nobody's, and two archived work orders cannot be mended any more: neither counts. Ending
 * when the other one begins is no overlap.
 */
export function overlapsOf(rows: readonly PlannedWorkOrder[]): Overlaps {
  const of = new Map<number, string[]>();
  const note = (row: PlannedWorkOrder, other: PlannedWorkOrder) => {
    const numbers = of.get(row.id);
    if (numbers) numbers.push(other.number);
    else of.set(row.id, [other.number]);
  };
  let count = 0;
  const underWay = new Map<number, PlannedWorkOrder[]>();
  for (const row of [...rows].sort((a, b) => a.plannedStartAtMs - b.plannedStartAtMs || a.id - b.id)) {
    if (row.employeeId === null) continue;
    const still = (underWay.get(row.employeeId) ?? []).filter((other) => endOf(other) > row.plannedStartAtMs);
    for (const other of still) {
      if (row.status === 'archived' && other.status === 'archived') continue;
      count += 1;
      note(row, other);
      note(other, row);
    }
    underWay.set(row.employeeId, [...still, row]);
  }
  return { count, of };
}

const known = new WeakMap<readonly PlannedWorkOrder[], Overlaps>();

/** `overlapsOf` of the rows of one employee, worked out once for the same array. */
export function overlapsOfLane(rows: readonly PlannedWorkOrder[]): Overlaps {
  let overlaps = known.get(rows);
  if (overlaps === undefined) known.set(rows, (overlaps = overlapsOf(rows)));
  return overlaps;
}

/**
 * Numbers of the work orders of an employee that another one (by its id) would overlap with as it is planned here. `rows`:
 * those of that employee.
 */
export function overlapsAt(
  rows: readonly PlannedWorkOrder[],
  workOrderId: number,
  plan: WorkOrderPlan,
): readonly string[] {
  if (plan.employeeId === null || !isPlanned(plan)) return [];
  const end = endOf(plan);
  return rows
    .filter((row) => row.id !== workOrderId && row.plannedStartAtMs < end && endOf(row) > plan.plannedStartAtMs)
    .map(({ number }) => number);
}
