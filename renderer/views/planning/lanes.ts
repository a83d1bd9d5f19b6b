import type { EmployeeRow, PlannedWorkOrder } from '../../../preload/contract/views';

/** Whose work the board shows: everybody's, what has no employee, or that of one employee. */
export type Who = 'all' | 'nobody' | number;

/** A row or column of the board. */
export interface Lane {
  /** Null: work without an employee. */
  readonly employeeId: number | null;
  /** Empty for work without an employee. */
  readonly name: string;
}

const NOBODY: Lane = { employeeId: null, name: '' };

/** Work without an employee first, then who works here; somebody who left only where there is still work of them. */
export function lanesOf(
  employees: readonly EmployeeRow[],
  rows: readonly PlannedWorkOrder[],
  who: Who,
): readonly Lane[] {
  if (who === 'nobody') return [NOBODY];
  const busy = new Set(rows.map(({ employeeId }) => employeeId));
  const people = employees
    .filter(({ id, active }) => active || busy.has(id))
    .map(({ id, name }) => ({ employeeId: id, name }));
  return who === 'all' ? [NOBODY, ...people] : people.filter(({ employeeId }) => employeeId === who);
}
