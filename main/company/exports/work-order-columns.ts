import type { DeliveryState, WorkOrderRow, WorkOrderStatus } from '../../../preload/contract/views';
import { hoursOf } from '../../../preload/contract/hour-policy';
import type { ListColumn, Words } from './list-columns';

export const WORK_ORDER_COLUMNS: readonly ListColumn<WorkOrderRow>[] = [
  { name: 'workOrder', kind: 'text', width: 10, value: (row) => row.number },
  { name: 'status', kind: 'text', value: statusOf },
  { name: 'customer', kind: 'text', width: 30, value: (row) => row.customerName },
  { name: 'workAddress', kind: 'text', width: 34, value: (row) => row.workAddressText },
  { name: 'work', kind: 'text', width: 40, value: (row) => row.description },
  { name: 'employee', kind: 'text', value: (row) => row.employeeName },
  { name: 'plannedAt', kind: 'moment', value: (row) => row.plannedStartAtMs },
  { name: 'workMinutes', kind: 'number', value: (row) => row.workMinutes },
  { name: 'workHours', kind: 'decimal', value: (row) => hoursOf(row.workMinutes) },
  { name: 'travelMinutes', kind: 'number', value: (row) => row.travelMinutes },
  { name: 'travelHours', kind: 'decimal', value: (row) => hoursOf(row.travelMinutes) },
  { name: 'document', kind: 'text', value: (row) => row.documentNumber },
];

/** Once it is archived the state of its delivery says more, as on the screen. */
export function statusOf(
  { status, delivery }: { readonly status: WorkOrderStatus; readonly delivery: DeliveryState | null },
  words: Words,
): string {
  return words(delivery === null ? `ui.status.${status}` : `ui.delivery.${delivery}`);
}
