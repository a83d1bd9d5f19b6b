import type { PlanningRow } from '../../../preload/contract/views';
import type { ListColumn } from './list-columns';

/** `employeeName`: by id; somebody who is gone has none. */
export const planningColumns = (employeeName: (id: number) => string): readonly ListColumn<PlanningRow>[] => [
  { name: 'employee', kind: 'text', value: (row) => (row.employeeId === null ? '' : employeeName(row.employeeId)) },
  { name: 'plannedAt', kind: 'moment', value: (row) => row.plannedStartAtMs },
  { name: 'plannedUntil', kind: 'moment', value: (row) => row.plannedEndAtMs },
  { name: 'workOrder', kind: 'text', width: 10, value: (row) => row.number },
  { name: 'status', kind: 'text', value: (row, words) => words(`ui.status.${row.status}`) },
  { name: 'customer', kind: 'text', width: 30, value: (row) => row.customerName },
  { name: 'city', kind: 'text', value: (row) => row.city },
  { name: 'work', kind: 'text', width: 40, value: (row) => row.description },
];
