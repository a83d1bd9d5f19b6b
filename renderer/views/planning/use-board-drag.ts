import {
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
  type DndContextProps,
  type DragMoveEvent,
  type DragStartEvent,
} from '@dnd-kit/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../ui/toasts';
import { heldMs, planAt, type DropTarget, type Grabbed } from './drop-target';
import { planOf } from './plan';
import { usePlanningStore } from './planning-store';
import type { PlanActions } from './use-plan-actions';

/** A press that moves less is a click. */
const CLICK_PX = 4;

/** Only the board scrolls by itself when something is held near its edge. */
const AUTO_SCROLL = { canScroll: (element: Element) => element.hasAttribute('data-board') };

/** What screen readers hear of a drag comes from the board itself. */
const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** Dragging by mouse, pen or finger, for a DndContext. Where the work order would land is drawn from the store. */
export function useBoardDrag({ move }: Pick<PlanActions, 'move'>): DndContextProps {
  const { t } = useTranslation();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: CLICK_PX } }));
  const drag = useRef<{ readonly grabbed: Grabbed; readonly held: number } | null>(null);
  const pointerY = useRef(0);
  useEffect(() => {
    const follow = (event: PointerEvent) => (pointerY.current = event.clientY);
    // Before the sensor, which listens on the document.
    window.addEventListener('pointermove', follow, { capture: true });
    return () => window.removeEventListener('pointermove', follow, { capture: true });
  }, []);
  const { carry } = usePlanningStore.getState();

  const onDragStart = ({ active, activatorEvent }: DragStartEvent) => {
    const grabbed = active.data.current as Grabbed;
    if (grabbed.row.status === 'archived') {
      showToast('info', t('ui.planning.archivedLocked', { number: grabbed.row.number }));
      return;
    }
    drag.current = { grabbed, held: heldMs(grabbed, (activatorEvent as PointerEvent).clientY) };
    carry({ row: grabbed.row, plan: planOf(grabbed.row), by: 'pointer' });
  };
  const onDragMove = ({ over }: DragMoveEvent) => {
    if (drag.current === null) return;
    const { grabbed, held } = drag.current;
    const target = (over?.data.current ?? null) as DropTarget | null;
    const plan = planAt(grabbed, target, pointerY.current, held) ?? planOf(grabbed.row);
    carry({ row: grabbed.row, plan, by: 'pointer' });
  };
  const end = () => {
    drag.current = null;
    carry(null);
  };
  const onDragEnd = () => {
    const { carried } = usePlanningStore.getState();
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
