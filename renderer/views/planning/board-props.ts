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
