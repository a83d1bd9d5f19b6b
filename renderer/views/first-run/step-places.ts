import type { View } from '../../../preload/contract/events';
import type { FirstRunStep } from '../../../preload/contract/first-run';

/** Where each step is done. */
export const PLACE_OF: Readonly<Record<FirstRunStep, { readonly view: View; readonly detail?: string }>> = {
  activate: { view: 'integrations' },
  synchronise: { view: 'integrations' },
  customer: { view: 'customers' },
  'work-order': { view: 'work-orders', detail: 'new' },
  ready: { view: 'work-orders', detail: 'planned' },
  archive: { view: 'work-orders', detail: 'ready' },
  document: { view: 'queue', detail: 'booked' },
  mend: { view: 'queue', detail: 'blocked' },
};
