import type { CleanUpRow } from '../../../preload/contract/views';
import type { ListColumn } from './list-columns';

export const CLEAN_UP_COLUMNS: readonly ListColumn<CleanUpRow>[] = [
  { name: 'number', kind: 'text', value: (row) => row.number },
  { name: 'name', kind: 'text', width: 30, value: (row) => row.label },
  { name: 'reason', kind: 'text', width: 40, value: (row, words) => words(`export.reason.${row.reason}`) },
  {
    name: 'staysFor',
    kind: 'text',
    width: 30,
    value: ({ workOrders, openWorkOrders }) =>
      workOrders.join(', ') + (openWorkOrders > workOrders.length ? ', …' : ''),
  },
];
