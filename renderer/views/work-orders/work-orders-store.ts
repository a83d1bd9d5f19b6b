import { create } from 'zustand';
import type { WorkOrderFilter } from '../../../preload/contract/listing';
import type { CustomerRow, WorkOrderStatus } from '../../../preload/contract/views';
import type { Sort } from '../../ui/DataTable';
import type { SelectedIds } from '../../ui/row-selection';

export const WORK_ORDER_BOXES = ['all', 'planned', 'ready', 'archived', 'not-invoiced'] as const satisfies readonly (
  WorkOrderStatus | 'all' | 'not-invoiced'
)[];
export type WorkOrderBox = (typeof WORK_ORDER_BOXES)[number];

/** The filter of the call. */
export function filterOf(box: WorkOrderBox): WorkOrderFilter {
  if (box === 'all') return {};
  return box === 'not-invoiced' ? { notInvoiced: true } : { status: box };
}

interface WorkOrdersStore {
  readonly box: WorkOrderBox;
  readonly search: string;
  readonly sort: Sort;
  readonly selected: SelectedIds;
  /** Whom the next new work order is for, when it is started from a customer. */
  readonly newFor: CustomerRow | null;
  readonly showBox: (box: WorkOrderBox) => void;
  readonly setSearch: (search: string) => void;
  readonly setSort: (sort: Sort) => void;
  readonly select: (ids: SelectedIds) => void;
  readonly startNew: (customer: CustomerRow | null) => void;
}

/** What is chosen on the screen Werkbonnen. */
export const useWorkOrdersStore = create<WorkOrdersStore>()((set) => ({
  box: 'all',
  search: '',
  sort: { key: 'number', descending: true },
  selected: new Set<number>(),
  newFor: null,
  showBox: (box) => set({ box, selected: new Set() }),
  setSearch: (search) => set({ search }),
  setSort: (sort) => set({ sort }),
  select: (selected) => set({ selected }),
  startNew: (newFor) => set({ newFor }),
}));
