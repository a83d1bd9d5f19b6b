import type { PlannedWorkOrder } from '../../../preload/contract/views';
import type { Lane } from './lanes';

/** What the board of a day and that of a week are drawn from. */
export type BoardProps = {
  days: readonly string[];
  lanes: readonly Lane[];
  /** By employee; the same array as before where nothing changed. */
  rows: ReadonlyMap<number | null, readonly PlannedWorkOrder[]>;
  /** A work order that is held, where it would land. */
  ghost: PlannedWorkOrder | null;
  /** Numbers of the work orders that it would overlap with there. */
  ghostOverlaps: readonly string[];
  carriedId: number | null;
  /** Which block is the tab stop of the board: work order and day; null without blocks. */
  tabStop: string | null;
};

const NO_ROWS: readonly PlannedWorkOrder[] = [];
const NO_NUMBERS: readonly string[] = [];

type Shared = 'ghost' | 'ghostOverlaps' | 'carriedId' | 'tabStop';

/** What one lane needs of it: unchanged where nothing changed in that lane, so that it is not drawn again. */
export function ofLane(
  { employeeId }: Lane,
  { rows, ghost, ghostOverlaps, carriedId, tabStop }: Pick<BoardProps, 'rows' | Shared>,
): Pick<BoardProps, Shared> & { rows: readonly PlannedWorkOrder[] } {
  const own = rows.get(employeeId) ?? NO_ROWS;
  const isOwn = (id: number) => own.some((row) => row.id === id);
  const isGhostHere = ghost !== null && ghost.employeeId === employeeId;
  return {
    rows: own,
    ghost: isGhostHere ? ghost : null,
    ghostOverlaps: isGhostHere ? ghostOverlaps : NO_NUMBERS,
    carriedId: carriedId !== null && isOwn(carriedId) ? carriedId : null,
    tabStop: tabStop !== null && isOwn(Number(tabStop.split(' ')[0])) ? tabStop : null,
  };
}
