/** What the figures of the overview are read from. */
import type { TimeKind } from '../../preload/contract/views';
import type { TimeSpan, WorkOrderForDocument } from './store';

/** What documents come to, excl. VAT. */
export interface Sum {
  /** Of how many documents. */
  readonly count: number;
  /** Decimal text with two digits; those without a total are left out. */
  readonly exclVat: string;
  /** How many of `count` have no total: the package did not tell a price. */
  readonly unknown: number;
}

export type Unfrozen = 'planned' | 'ready' | 'archived';

export interface FiguresRepo {
  /**
   * Work orders that no document was frozen for: `planned` and `ready` by their status, `archived` those that wait in the
   * queue without one. `onlyWithBookings`: those on which time or articles are booked.
   */
  readonly unfrozen: (request: {
    readonly of: Unfrozen;
    readonly onlyWithBookings: boolean;
  }) => readonly { readonly id: number; readonly version: number }[];
  /** Those that are there still. */
  readonly forDocuments: (ids: readonly number[]) => readonly WorkOrderForDocument[];
  /** Archived work orders that are not booked and not skipped: how many, and the documents that were frozen for them. */
  readonly open: () => { readonly workOrders: number; readonly frozen: Sum };
  /** Documents that are booked, of work orders that were archived in this span. */
  readonly booked: (span: TimeSpan) => Sum;
  /** How many documents are booked of work orders archived from each of these moments until the next one; the last is open. */
  readonly bookedSince: (momentsMs: readonly number[]) => readonly number[];
  /** Minutes that were booked on each day that has any, both days included. */
  readonly minutesByDay: (span: {
    readonly fromDay: string;
    readonly toDay: string;
  }) => readonly { readonly day: string; readonly kind: TimeKind; readonly minutes: number }[];
  /** How many work orders were reported ready since each of these moments and before the one in front of it. */
  readonly readySince: (momentsMs: readonly number[]) => readonly number[];
  /** How many work orders begin in this span. */
  readonly plannedIn: (span: TimeSpan) => number;
}
