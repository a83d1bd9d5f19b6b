import type { View } from '../../../preload/contract/events';
import type { LogRow, LogTable } from '../../../preload/contract/views';

const VIEW_OF: Readonly<Record<LogTable, View | null>> = {
  workOrder: 'work-orders',
  customer: 'customers',
  // A work address is shown with its customer; its own id opens nothing.
  workAddress: null,
  article: 'articles',
  articleGroup: null,
  link: 'integrations',
};

/** The screen that shows the record of a message, or null when it cannot be opened. */
export function placeOf({ table, recordId }: LogRow): { readonly view: View; readonly detail: number | null } | null {
  const view = VIEW_OF[table];
  if (view === null || (recordId === null && table !== 'link')) return null;
  return { view, detail: recordId };
}
