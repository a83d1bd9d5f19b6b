import type { PlanningRow, WorkOrderPlan } from '../../../preload/contract/views';
import { dayEndMs, dayStartMs, daysBetween, sameTimeDaysLater } from '../../i18n/office-clock';
import {
  isPlanned,
  momentOf,
  onDay,
  SNAP_MS,
  snapped,
  startingAt,
  withEndAt,
  type PlanEnd,
  type Planned,
} from './plan';

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
  /** One of its ends, on this day. */
  | {
      readonly kind: 'resize';
      readonly row: PlanningRow & Planned;
      readonly end: PlanEnd;
      readonly day: string;
      /** Null in the week, where height says nothing. */
      readonly lane: LaneTarget | null;
    };

/** Where the pointer took hold of it. */
export interface Hold {
  /** Pixels from the top of the window. */
  readonly pointerY: number;
  /** How far below its start (ms). */
  readonly belowStartMs: number;
}

/** In the week a hand must move this far (px) up or down for a quarter of an hour. */
export const PX_PER_QUARTER = 8;

/** The moment that the height of the pointer (in the window, px) says in a column. */
function momentAt({ day, element }: LaneTarget, pointerY: number): number {
  const from = dayStartMs(day);
  const box = element()?.getBoundingClientRect();
  if (!box || box.height === 0) return from;
  return from + ((pointerY - box.top) / box.height) * (dayEndMs(day) - from);
}

/** `pointerY` in pixels from the top of the window. */
export const holdOf = (grabbed: Grabbed, pointerY: number): Hold => ({
  pointerY,
  belowStartMs:
    grabbed.kind === 'move' && grabbed.part?.lane ? momentAt(grabbed.part.lane, pointerY) - grabbed.part.startMs : 0,
});

/** What a work order would be planned at when it is let go here; null where it cannot be put. */
export function planAt(
  grabbed: Grabbed,
  target: DropTarget | null,
  pointerY: number,
  hold: Hold,
): WorkOrderPlan | null {
  if (grabbed.kind === 'resize') return resizedAt(grabbed, target, pointerY, hold);
  const { row, part } = grabbed;
  switch (target?.kind) {
    case undefined:
      return null;
    case 'unplanned':
      return { employeeId: row.employeeId, plannedStartAtMs: null, plannedEndAtMs: null };
    case 'cell':
      return { ...onDay(row, target.day, part?.day ?? null), employeeId: target.employeeId };
    case 'lane': {
      const wanted = snapped(momentAt(target, pointerY) - hold.belowStartMs);
      const start = Math.min(Math.max(wanted, dayStartMs(target.day)), dayEndMs(target.day) - SNAP_MS);
      // Held by a later day, the whole moves as far as that part.
      const moved = isPlanned(row) && part !== null ? row.plannedStartAtMs + start - part.startMs : start;
      return { ...startingAt(row, moved), employeeId: target.employeeId };
    }
  }
}

/** In a column the height of the pointer is the moment; in the week up and down is time, sideways are days. */
function resizedAt(
  { row, end, day, lane }: Extract<Grabbed, { kind: 'resize' }>,
  target: DropTarget | null,
  pointerY: number,
  hold: Hold,
): Planned {
  if (lane !== null) {
    const at = Math.min(Math.max(momentAt(lane, pointerY), dayStartMs(lane.day)), dayEndMs(lane.day));
    return withEndAt(row, end, at);
  }
  const quarters = Math.round((pointerY - hold.pointerY) / PX_PER_QUARTER);
  const days = target?.kind === 'cell' ? daysBetween(day, target.day) : 0;
  return withEndAt(row, end, sameTimeDaysLater(momentOf(row, end), days) + quarters * SNAP_MS);
}
