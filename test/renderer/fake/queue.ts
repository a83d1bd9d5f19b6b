import type { QueueGroups, QueueRehearsal, QueueTarget } from '../../../preload/contract/queue-decisions';
import type { QueueFilter } from '../../../preload/contract/listing';
import type { QueueRow } from '../../../preload/contract/views';
import { queueEntry } from './books';

/** What the fake takes as the cause of an entry. */
export const causeOf = ({ problem }: QueueRow): string => problem?.code ?? '';

const entries = (rows: number): readonly QueueRow[] =>
  Array.from({ length: rows }, (_, index) => queueEntry(index + 1));

/** Whether a list with this filter holds the entry. */
export const isListed = (row: QueueRow, { states, pdfs, cause }: QueueFilter): boolean =>
  (!states || states.includes(row.state)) &&
  (!pdfs || row.pdfs.some(({ state }) => state === pdfs)) &&
  (cause === undefined || cause === causeOf(row));

export function groupsOf(rows: number, filter: QueueFilter): QueueGroups {
  const byCause = new Map<string, QueueRow[]>();
  for (const row of entries(rows).filter((one) => isListed(one, filter))) {
    byCause.set(causeOf(row), [...(byCause.get(causeOf(row)) ?? []), row]);
  }
  return {
    groups: [...byCause].map(([cause, of]) => ({ cause, problem: of[0]?.problem ?? null, entries: of.length })),
    otherEntries: 0,
  };
}

/** What is booked stays; everything else goes. */
export function rehearsalOf(
  rows: number,
  action: 'retry' | 'skip',
  target: QueueTarget | { readonly ids: readonly number[] } | { readonly listed: QueueFilter },
): QueueRehearsal {
  const meant =
    'ids' in target
      ? target.ids.map((id) => queueEntry(id))
      : entries(rows).filter((row) => isListed(row, target.listed));
  const goes = (row: QueueRow): boolean =>
    row.state === 'blocked' || row.state === 'waiting' || (row.state === 'skipped' && action === 'retry');
  return {
    ids: meant.filter(goes).map(({ id }) => id),
    staying: meant
      .filter((row) => !goes(row))
      .map(({ id, workOrderNumber }) => ({
        id,
        number: workOrderNumber,
        problem: { kind: 'blocked', code: 'stands-booked', params: { workOrder: workOrderNumber } },
      })),
    revived: [],
    together: [],
    totalExclVat: '198.85',
    hasMore: false,
  };
}
