/** What is read for a file of a whole list: the ids in their order first, then some hundreds of rows at a time. */
import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { QueueFilter, RunFilter, WorkOrderFilter } from '../../preload/contract/listing';
import type * as view from '../../preload/contract/views';

/** What a list shows, without a window on it. */
export interface WholeList {
  readonly search: string;
  readonly sort?: { readonly key: string; readonly descending: boolean } | undefined;
}

export type CustomerInFull = Omit<view.CustomerDetail, 'workAddresses' | 'openWorkOrders'>;

/** An archived work order and what became of it. */
export interface Delivery {
  readonly workOrderNumber: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly archivedAtMs: number;
  readonly state: view.DeliveryState;
  readonly held: boolean;
  readonly package: ConnectorId | null;
  readonly documentNumber: string | null;
  readonly totalExclVat: string | null;
  readonly totalInclVat: string | null;
  /** How often it was sent. */
  readonly sends: number;
  readonly settledAtMs: number | null;
  readonly marker: string;
}

/** Time that an employee booked, with the work order it was booked on. */
export interface BookedTime extends Pick<view.TimeEntry, 'kind' | 'date' | 'startMinute' | 'minutes' | 'note'> {
  readonly employeeName: string;
  readonly workOrderId: number;
  /** Its place on the work order. */
  readonly position: number;
  readonly workOrderNumber: string;
  readonly status: view.WorkOrderStatus;
  readonly delivery: view.DeliveryState | null;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly description: string;
}

/** A booked time as a part of what is invoiced for all time of its kind. */
export interface TimePart {
  readonly workOrderId: number;
  readonly position: number;
  readonly kind: view.TimeKind;
  readonly minutes: number;
  /** The queue entry whose frozen document has the lines of it; null: there is none. */
  readonly frozenEntryId: number | null;
}

export interface DaySpan {
  readonly fromDay: string;
  /** Included. */
  readonly toDay: string;
}

/** Rows are given in the order of the ids; one that was removed meanwhile is left out. */
export interface WholeLists {
  readonly customerIds: (list: WholeList) => readonly number[];
  readonly customers: (ids: readonly number[]) => readonly CustomerInFull[];
  readonly articleIds: (list: WholeList) => readonly number[];
  readonly articles: (ids: readonly number[]) => readonly view.ArticleRow[];
  readonly workOrderIds: (list: WholeList & WorkOrderFilter) => readonly number[];
  readonly workOrders: (ids: readonly number[]) => readonly view.WorkOrderRow[];
  readonly unplannedIds: (list: WholeList) => readonly number[];
  readonly unplanned: (ids: readonly number[]) => readonly view.PlanningRow[];
  readonly deliveryIds: (list: WholeList & QueueFilter) => readonly number[];
  readonly deliveries: (ids: readonly number[]) => readonly Delivery[];
  readonly runIds: (filter: RunFilter) => readonly number[];
  readonly runs: (ids: readonly number[]) => readonly view.RunRow[];
  /** Who booked time on these days, by name; null: time that is nobody's. `count`: how many entries. */
  readonly timeKeepers: (span: DaySpan) => readonly { readonly employeeId: number | null; readonly count: number }[];
  /** By day, and by the clock within a day. */
  readonly times: (span: DaySpan & { readonly employeeId: number | null }) => readonly BookedTime[];
  /** All time on these work orders, and on those that share a document with them. */
  readonly timeParts: (workOrderIds: readonly number[]) => readonly TimePart[];
  /** The lines for time of frozen documents. */
  readonly timeLines: (
    entryIds: readonly number[],
  ) => readonly { readonly entryId: number; readonly kind: view.TimeKind; readonly totalExclVat: string | null }[];
}
