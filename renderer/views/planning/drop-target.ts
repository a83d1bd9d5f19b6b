import type { PlanningRow, WorkOrderPlan } from '../../../preload/contract/views';
import { dayEndMs, dayStartMs } from '../../i18n/office-clock';
import { endingAt, isPlanned, onDay, SNAP_MS, snapped, startingAt, type Planned } from './plan';

/** A column of the day, where the height says the time. */
export interface LaneTarget {
  readonly kind: 'lane';
  readonly employeeId: number | null;
  readonly day: string;
  readonly element: () => Element | null;
}

/** A place where a work order can be put. */
export type DropTarget =
  | LaneTarget
  /** A day of an employee in the week, where it keeps its time. */
  | { readonly kind: 'cell'; readonly employeeId: number | null; readonly day: string }
  /** The list of what is not planned. */
  | { readonly kind: 'unplanned' };

/** The part of a work order by which it is held: the one on this day. */
export interface GrabbedPart {
  readonly startMs: number;
  readonly day: string;
  /** Null in the week, where height says nothing. */
  readonly lane: LaneTarget | null;
}

/** What is being dragged. */
export type Grabbed =
  /** `part` is null for one from the list of what is not planned. */
  | { readonly kind: 'move'; readonly row: PlanningRow; readonly part: GrabbedPart | null }
  /** Its end, in the column that it is drawn in. */
  | { readonly kind: 'resize'; readonly row: PlanningRow & Planned; readonly lane: LaneTarget };

/** The moment that the height of the pointer (in the window, px) says in a column. */
function momentAt({ day, element }: LaneTarget, pointerY: number): number {
  const from = dayStartMs(day);
  const box = element()?.getBoundingClientRect();
  if (!box || box.height === 0) return from;
  return from + ((pointerY - box.top) / box.height) * (dayEndMs(day) - from);
}

/** How far below its start (ms) the pointer takes hold of it. */
export const heldMs = (grabbed: Grabbed, pointerY: number): number =>
  grabbed.kind === 'move' && grabbed.part?.lane ? momentAt(grabbed.part.lane, pointerY) - grabbed.part.startMs : 0;

/** What a work order would be planned at when it is let go here; null where it cannot be put. */
export function planAt(
  grabbed: Grabbed,
  target: DropTarget | null,
  pointerY: number,
  held: number,
): WorkOrderPlan | null {
  if (grabbed.kind === 'resize') {
    return endingAt(grabbed.row, Math.min(momentAt(grabbed.lane, pointerY), dayEndMs(grabbed.lane.day)));
  }
  const { row, part } = grabbed;
  switch (target?.kind) {
    case undefined:
      return null;
    case 'unplanned':
      return { employeeId: row.employeeId, plannedStartAtMs: null, plannedEndAtMs: null };
    case 'cell':
      return { ...onDay(row, target.day, part?.day ?? null), employeeId: target.employeeId };
    case 'lane': {
      const wanted = snapped(momentAt(target, pointerY) - held);
      const start = Math.min(Math.max(wanted, dayStartMs(target.day)), dayEndMs(target.day) - SNAP_MS);
      // Held by a later day, the whole moves as far as that part.
      const moved = isPlanned(row) && part !== null ? row.plannedStartAtMs + start - part.startMs : start;
      return { ...startingAt(row, moved), employeeId: target.employeeId };
    }
  }
}
