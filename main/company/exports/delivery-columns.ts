import type { Delivery } from '../../db/whole-lists';
import type { ListColumn } from './list-columns';

/** With these an accountant can hold the work orders against the books. */
export const DELIVERY_COLUMNS: readonly ListColumn<Delivery>[] = [
  { name: 'workOrder', kind: 'text', width: 10, value: (row) => row.workOrderNumber },
  { name: 'customerNumber', kind: 'text', value: (row) => row.customerNumber },
  { name: 'customer', kind: 'text', width: 30, value: (row) => row.customerName },
  { name: 'archivedAt', kind: 'moment', value: (row) => row.archivedAtMs },
  { name: 'status', kind: 'text', value: (row, words) => words(`ui.delivery.${row.held ? 'held' : row.state}`) },
  { name: 'package', kind: 'text', value: (row) => row.package },
  { name: 'document', kind: 'text', value: (row) => row.documentNumber },
  { name: 'totalExclVat', kind: 'amount', value: (row) => row.totalExclVat },
  { name: 'totalInclVat', kind: 'amount', value: (row) => row.totalInclVat },
  { name: 'sends', kind: 'number', value: (row) => row.sends },
  { name: 'settledAt', kind: 'moment', value: (row) => row.settledAtMs },
  { name: 'marker', kind: 'text', width: 24, value: (row) => row.marker },
];
