import type { QueueGroup } from '../../../preload/contract/queue-decisions';
import type { QueueRow } from '../../../preload/contract/views';

/** A row of the list: an entry, or the heading of those that stand there for the same reason. */
export type QueueItem =
  | { readonly kind: 'entry'; readonly entry: QueueRow }
  | { readonly kind: 'group'; readonly group: QueueGroup; readonly index: number; readonly isOpen: boolean };

/** Ids of headings are no ids of entries. */
export const itemId = (item: QueueItem): number => (item.kind === 'entry' ? item.entry.id : -1 - item.index);

export const entryItem = (entry: QueueRow): QueueItem => ({ kind: 'entry', entry });

/** Where a group lies in the list. */
export interface PlacedGroup {
  readonly group: QueueGroup;
  readonly index: number;
  readonly isOpen: boolean;
  /** One entry by itself needs no heading. */
  readonly hasHeading: boolean;
  readonly start: number;
  readonly length: number;
}

/** Groups up to this size begin unfolded. */
const OPEN_AT_FIRST = 5;

/** The groups one below the other; `turned`: those that the office folded or unfolded. */
export function placed(groups: readonly QueueGroup[], turned: ReadonlySet<string>): readonly PlacedGroup[] {
  const result: PlacedGroup[] = [];
  let start = 0;
  groups.forEach((group, index) => {
    const hasHeading = group.entries > 1;
    const isOpenAtFirst = groups.length === 1 || group.entries <= OPEN_AT_FIRST;
    const isOpen = !hasHeading || isOpenAtFirst !== turned.has(group.cause);
    const length = (hasHeading ? 1 : 0) + (isOpen ? group.entries : 0);
    result.push({ group, index, isOpen, hasHeading, start, length });
    start += length;
  });
  return result;
}

export const lengthOf = (groups: readonly PlacedGroup[]): number => {
  const last = groups.at(-1);
  return last === undefined ? 0 : last.start + last.length;
};

/** What lies at a place: the group, and which of its entries; null = its heading. */
export function at(
  groups: readonly PlacedGroup[],
  index: number,
): { readonly in: PlacedGroup; readonly entry: number | null } | null {
  const found = groups.find(({ start, length }) => index >= start && index < start + length);
  if (found === undefined) return null;
  const within = index - found.start;
  if (!found.hasHeading) return { in: found, entry: within };
  return { in: found, entry: within === 0 ? null : within - 1 };
}
