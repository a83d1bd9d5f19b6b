import { useEffect, useRef } from 'react';
import type { WorkOrderPlan } from '../../../preload/contract/views';
import styles from './DragChip.module.css';
import { usePlanningStore } from './planning-store';

/** Distance from the pointer, so that it hides nothing. */
const ASIDE_PX = 14;

/** At the pointer: what is held, and where it would land. */
export function DragChip({ describe }: { describe: (plan: WorkOrderPlan) => string }) {
  const carried = usePlanningStore((store) => store.carried);
  const chip = useRef<HTMLDivElement>(null);
  const isHeld = carried?.by === 'pointer';
  useEffect(() => {
    if (!isHeld) return;
    // Drawn by itself at each move of the mouse: the rest of the board need not be.
    const follow = ({ clientX, clientY }: PointerEvent) => {
      if (chip.current) chip.current.style.transform = `translate(${clientX + ASIDE_PX}px, ${clientY + ASIDE_PX}px)`;
    };
    window.addEventListener('pointermove', follow);
    return () => window.removeEventListener('pointermove', follow);
  }, [isHeld]);
  if (!isHeld) return null;
  return (
    <div ref={chip} className={styles.chip}>
      <strong>
        {carried.row.number} {carried.row.customerName}
      </strong>
      <span>{describe(carried.plan)}</span>
    </div>
  );
}
