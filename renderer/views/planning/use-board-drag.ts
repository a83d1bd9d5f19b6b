import {
  pointerWithin,
  useSensor,
  useSensors,
  type DndContextProps,
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
} from '@dnd-kit/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedWorkOrder } from '../../../preload/contract/views';
import { showToast } from '../../ui/toasts';
import { FingerSensor, PressSensor } from './block-sensors';
import { holdOf, planAt, type DropTarget, type Grabbed, type Hold } from './drop-target';
import { grabbedBlock } from './grabbed-block';
import { planOf } from './plan';
import { usePlanningStore, type Carried } from './planning-store';
import type { PlanActions } from './use-plan-actions';

/** A press that moves less is a click. */
const CLICK_PX = 4;

/** A finger that rests this long takes hold; one that moves before scrolls. */
const TOUCH = { delay: 250, tolerance: 8 };

/** Only the board scrolls by itself when something is held near its edge. */
const AUTO_SCROLL = { canScroll: (element: Element) => element.hasAttribute('data-board') };

/** What screen readers hear of a drag comes from the board itself. */
const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** Where it was pressed, pixels from the top of the window. */
const pressedY = (event: Event): number =>
  'touches' in event ? ((event as TouchEvent).touches[0]?.clientY ?? 0) : (event as PointerEvent).clientY;

/** Dragging by mouse, pen or finger, for a DndContext. Where the work order would land is drawn from the store. */
export function useBoardDrag(
  { move }: Pick<PlanActions, 'move'>,
  /** What stands on the board. */
  shown: readonly PlannedWorkOrder[],
): DndContextProps {
  const { t } = useTranslation();
  const sensors = useSensors(
    useSensor(PressSensor, { activationConstraint: { distance: CLICK_PX } }),
    useSensor(FingerSensor, { activationConstraint: TOUCH }),
  );
  const drag = useRef<{ readonly grabbed: Grabbed; readonly hold: Hold } | null>(null);
  const pointerY = useRef(0);
  useEffect(() => {
    const follow = (event: PointerEvent) => (pointerY.current = event.clientY);
    // Before the sensor, which listens on the document.
    const early = { capture: true };
    window.addEventListener('pointerdown', follow, early);
    window.addEventListener('pointermove', follow, early);
    return () => {
      window.removeEventListener('pointerdown', follow, early);
      window.removeEventListener('pointermove', follow, early);
    };
  }, []);
  const { carry } = usePlanningStore.getState();

  const onDragStart = ({ active, activatorEvent }: DragStartEvent) => {
    const pressed = activatorEvent.target as Element;
    // Those that are not planned are dragged by themselves, those on the board by the board.
    const grabbed = (active.data.current as Grabbed | undefined) ?? grabbedBlock(pressed, shown);
    if (grabbed === null) return;
    if (grabbed.row.status === 'archived') {
      showToast('info', t('ui.planning.archivedLocked', { number: grabbed.row.number }));
      return;
    }
    drag.current = { grabbed, hold: holdOf(grabbed, pressedY(activatorEvent)) };
    carry({ row: grabbed.row, plan: planOf(grabbed.row), by: 'pointer' });
  };
  /** Where it would land if it were let go now; null when nothing is held. */
  const carriedTo = ({ over }: DragMoveEvent | DragEndEvent): Carried | null => {
    if (drag.current === null) return null;
    const { grabbed, hold } = drag.current;
    const target = (over?.data.current ?? null) as DropTarget | null;
    const plan = planAt(grabbed, target, pointerY.current, hold) ?? planOf(grabbed.row);
    return { row: grabbed.row, plan, by: 'pointer' };
  };
  const onDragMove = (event: DragMoveEvent) => {
    const carried = carriedTo(event);
    if (carried !== null) carry(carried);
  };
  const end = () => {
    drag.current = null;
    carry(null);
  };
  const onDragEnd = (event: DragEndEvent) => {
    // Not what was drawn last: the pointer may have gone on since, where the computer is slow.
    const carried = carriedTo(event);
    end();
    if (carried !== null) void move(carried.row, carried.plan);
  };

  return {
    sensors,
    collisionDetection: pointerWithin,
    autoScroll: AUTO_SCROLL,
    accessibility: { announcements: SILENT, screenReaderInstructions: { draggable: t('ui.planning.instructions') } },
    onDragStart,
    onDragMove,
    onDragEnd,
    onDragCancel: end,
  };
}
