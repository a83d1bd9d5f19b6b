import type { PlannedWorkOrder } from '../../../preload/contract/views';
import type { Lane } from './lanes';
import type { Overlaps } from './overlaps';

/** What the board of a day and that of a week are drawn from. */
export type BoardProps = {
  days: readonly string[];
  lanes: readonly Lane[];
  /** By employee; the same array as before where nothing changed. */
  rows: ReadonlyMap<number | null, readonly PlannedWorkOrder[]>;
  overlaps: Overlaps;
  /** A work order that is held, where it would land. */
  ghost: PlannedWorkOrder | null;
  carriedId: number | null;
  /** Which block is the tab stop of the board: work order and day; null without blocks. */
  tabStop: string | null;
};

const NO_ROWS: readonly PlannedWorkOrder[] = [];

/** What one lane needs of it: unchanged where nothing changed in that lane, so that it is not drawn again. */
export function ofLane(
  { employeeId }: Lane,
  {
    rows,
    overlaps,
    ghost,
    carriedId,
    tabStop,
  }: Pick<BoardProps, 'rows' | 'overlaps' | 'ghost' | 'carriedId' | 'tabStop'>,
): Pick<BoardProps, 'overlaps' | 'ghost' | 'carriedId' | 'tabStop'> & { rows: readonly PlannedWorkOrder[] } {
  const own = rows.get(employeeId) ?? NO_ROWS;
  const isOwn = (id: number) => own.some((row) => row.id === id);
  return {
    rows: own,
    overlaps,
    ghost: ghost?.employeeId === employeeId ? ghost : null,
    carriedId: carriedId !== null && isOwn(carriedId) ? carriedId : null,
    tabStop: tabStop !== null && isOwn(Number(tabStop.split(' ')[0])) ? tabStop : null,
  };
}
