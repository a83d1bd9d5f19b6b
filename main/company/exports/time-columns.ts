import { hoursOf } from '../../../preload/contract/hour-policy';
import type { BookedTime } from '../../db/whole-lists';
import type { ListColumn } from './list-columns';
import { statusOf } from './work-order-columns';

/** A booked time with its share in the document. */
export interface PricedTime extends BookedTime {
  readonly amountExclVat: string | null;
}

const MINUTES_A_DAY = 1_440;

/** Minutes since midnight as a clock shows them; past midnight it is the clock of the next day. */
const clock = (minute: number): string => {
  const within = minute % MINUTES_A_DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};

/** For the wages: who worked when, on what, and what becomes of it on the invoice. */
export const TIME_COLUMNS: readonly ListColumn<PricedTime>[] = [
  { name: 'employee', kind: 'text', value: (row) => row.employeeName },
  { name: 'day', kind: 'date', value: (row) => row.date },
  { name: 'workOrder', kind: 'text', width: 10, value: (row) => row.workOrderNumber },
  {
    name: 'timeKind',
    kind: 'text',
    width: 10,
    value: (row, words) => words(`ui.companySettings.hourKind.${row.kind}`),
  },
  { name: 'from', kind: 'text', width: 7, value: (row) => (row.startMinute === null ? '' : clock(row.startMinute)) },
  {
    name: 'until',
    kind: 'text',
    width: 7,
    value: (row) => (row.startMinute === null ? '' : clock(row.startMinute + row.minutes)),
  },
  { name: 'minutes', kind: 'number', value: (row) => row.minutes },
  { name: 'hours', kind: 'decimal', value: (row) => hoursOf(row.minutes) },
  { name: 'amountExclVat', kind: 'amount', value: (row) => row.amountExclVat },
  { name: 'status', kind: 'text', value: statusOf },
  { name: 'note', kind: 'text', width: 30, value: (row) => row.note },
  { name: 'customerNumber', kind: 'text', value: (row) => row.customerNumber },
  { name: 'customer', kind: 'text', width: 30, value: (row) => row.customerName },
  { name: 'work', kind: 'text', width: 40, value: (row) => row.description },
];
