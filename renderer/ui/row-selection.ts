/** Ids of ticked rows; they stay ticked while other rows are on screen. */
export type SelectedIds = ReadonlySet<number>;

/** The selection with one id the other way round. */
export function toggled(selected: SelectedIds, id: number): SelectedIds {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The selection with every read row between two places ticked. */
export function rangeBetween<T>(
  selected: SelectedIds,
  from: number,
  to: number,
  row: (index: number) => T | undefined,
  rowId: (row: T) => number,
): SelectedIds {
  const next = new Set(selected);
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const found = row(index);
    if (found !== undefined) next.add(rowId(found));
  }
  return next;
}
