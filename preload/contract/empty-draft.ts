import type { WorkOrderDraft } from './views';

/** A work order of which nothing is filled in yet. */
export const EMPTY_DRAFT = {
  customerId: null,
  workAddressId: null,
  description: '',
  customerReference: '',
  notes: '',
  employeeId: null,
  plannedStartAtMs: null,
  plannedEndAtMs: null,
  times: [],
  articles: [],
  forms: [],
} satisfies WorkOrderDraft;
