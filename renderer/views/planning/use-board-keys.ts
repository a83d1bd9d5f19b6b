import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanningRow, WorkOrderPlan } from '../../../preload/contract/views';
import { navigate } from '../../shell/use-route';
import { showToast } from '../../ui/toasts';
import type { Lane } from './lanes';
import { daysBetween, officeDay, sameTimeDaysLater } from '../../i18n/office-clock';
import {
  daysLater,
  isPlanned,
  momentOf,
  onDay,
  planOf,
  SNAP_MS,
  startingAt,
  withEndAt,
  type PlanEnd,
  type Planned,
} from './plan';
import { offeredDay, shownDays, usePlanningStore, type Carried } from './planning-store';
import type { Board } from './use-board';
import type { PlanActions } from './use-plan-actions';

type Step = (plan: Planned) => Planned;

/** One place further among the lanes; stays at the last one. */
function alongLanes(lanes: readonly Lane[], by: -1 | 1): Step {
  return (plan) => {
    const at = lanes.findIndex(({ employeeId }) => employeeId === plan.employeeId);
    const next = lanes[Math.max(0, Math.min(lanes.length - 1, at + by))];
    return next === undefined ? plan : { ...plan, employeeId: next.employeeId };
  };
}

/** A day further; stays on the days that show. */
function alongDays(days: readonly string[], by: -1 | 1): Step {
  return (plan) => {
    const next = daysLater(plan, by);
    const first = days[0] ?? '';
    const last = days.at(-1) ?? '';
    const day = officeDay(next.plannedStartAtMs);
    return daysBetween(first, day) < 0 || daysBetween(day, last) < 0 ? plan : next;
  };
}

/** A quarter of an hour earlier or later; the start stays on the days that show. */
function alongTime(days: readonly string[], by: -1 | 1): Step {
  return (plan) => {
    const next = startingAt(plan, plan.plannedStartAtMs + by * SNAP_MS);
    return days.includes(officeDay(next.plannedStartAtMs)) ? next : plan;
  };
}

/** One end a quarter of an hour earlier or later. */
const endAlongTime =
  (end: PlanEnd, by: -1 | 1): Step =>
  (plan) =>
    withEndAt(plan, end, momentOf(plan, end) + by * SNAP_MS);

/** One end a day earlier or later. */
const endAlongDays =
  (end: PlanEnd, by: -1 | 1): Step =>
  (plan) =>
    withEndAt(plan, end, sameTimeDaysLater(momentOf(plan, end), by));

const nowhere: Step = (plan) => plan;

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/**
 * What a key does with a work order that was picked up: in the day height is time, in the week it is an employee. Shift
 * moves the end, Ctrl (Cmd) the start.
 */
function stepOf({ key, shiftKey, ctrlKey, metaKey }: Pressed, lanes: readonly Lane[]): Step | null {
  const shown = usePlanningStore.getState();
  const days = shownDays(shown);
  const isDay = shown.mode === 'day';
  const by = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
  const end = shiftKey ? 'end' : ctrlKey || metaKey ? 'start' : null;
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown':
      if (end !== null) return endAlongTime(end, by);
      return isDay ? alongTime(days, by) : alongLanes(lanes, by);
    case 'ArrowLeft':
    case 'ArrowRight':
      if (end !== null) return isDay ? nowhere : endAlongDays(end, by);
      return isDay ? alongLanes(lanes, by) : alongDays(days, by);
    default:
      return null;
  }
}

/** A key that was pressed while this work order, on the board or in the list, has the focus. */
export type OnBlockKey = (event: KeyboardEvent, row: PlanningRow) => void;

/**
 * The board by keyboard: Space picks up and puts down, arrows move, Shift with an arrow moves the end and Ctrl the start,
 * Enter puts down or opens, Escape leaves it where it was. What screen readers hear is `said` in the store.
 */
export function useBoardKeys(
  { lanes, overlapsAt }: Pick<Board, 'lanes' | 'overlapsAt'>,
  { move, describe }: PlanActions,
  onPutDown: (workOrderId: number) => void,
): OnBlockKey {
  const { t } = useTranslation();

  const carriedByKeys = (): Carried | null => {
    const { carried } = usePlanningStore.getState();
    return carried?.by === 'keyboard' ? carried : null;
  };
  const { carry, say } = usePlanningStore.getState();
  /** Where it would land, and what it would overlap with there. */
  const placeOf = (row: PlanningRow, plan: WorkOrderPlan): string => {
    const numbers = overlapsAt(row.id, plan);
    const warning = numbers.length === 0 ? '' : t('ui.planning.overlapsWith', { numbers: numbers.join(', ') });
    return [describe(plan), warning].filter(Boolean).join(', ');
  };

  const pickUp = (row: PlanningRow) => {
    if (row.status === 'archived') {
      showToast('info', t('ui.planning.archivedLocked', { number: row.number }));
      return;
    }
    const shown = usePlanningStore.getState();
    const { who } = shown;
    const employeeId = row.employeeId ?? (typeof who === 'number' ? who : null);
    const plan = isPlanned(row) ? planOf(row) : { ...onDay(row, offeredDay(shownDays(shown)), null), employeeId };
    carry({ row, plan, by: 'keyboard' });
    say(t('ui.planning.pickedUp', { number: row.number, place: placeOf(row, plan) }));
  };
  const putDown = ({ row, plan }: Carried) => {
    carry(null);
    say(t('ui.planning.putDown', { number: row.number, place: placeOf(row, plan) }));
    void move(row, plan);
    onPutDown(row.id);
  };

  const onKeyDown: OnBlockKey = (event, row) => {
    const carried = carriedByKeys();
    const taken = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (carried !== null) {
      const step = stepOf(event, lanes);
      if (step !== null && isPlanned(carried.plan)) {
        taken();
        const plan = step(carried.plan);
        carry({ ...carried, plan });
        say(placeOf(carried.row, plan));
      } else if (event.key === 'Enter' || event.key === ' ') {
        taken();
        putDown(carried);
      } else if (event.key === 'Escape') {
        taken();
        carry(null);
        say(t('ui.planning.leftThere', { number: carried.row.number }));
      } else if (event.key === 'Tab') taken();
      return;
    }
    if (event.key === ' ') {
      taken();
      pickUp(row);
    } else if (event.key === 'Enter') {
      taken();
      navigate('work-orders', row.id);
    }
  };
  // The same function at each drawing: the list beside the board need not be drawn again for another one.
  const latest = useRef(onKeyDown);
  useEffect(() => {
    latest.current = onKeyDown;
  });
  return useCallback<OnBlockKey>((event, row) => latest.current(event, row), []);
}
