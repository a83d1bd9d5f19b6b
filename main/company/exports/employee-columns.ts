import type { EmployeeRow } from '../../../preload/contract/views';
import type { ListColumn } from './list-columns';

/** In the order that the office gave them. */
export const EMPLOYEE_COLUMNS: readonly ListColumn<EmployeeRow>[] = [
  { name: 'employee', kind: 'text', width: 30, value: (row) => row.name },
  { name: 'employed', kind: 'text', value: (row, words) => words(`export.employed.${row.active ? 'yes' : 'no'}`) },
];
