import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkOrderPlan } from '../../../preload/contract/views';
import { Icon } from '../../ui/Icon';
import { WarningIcon } from '../../ui/icons';
import styles from './DragChip.module.css';
import { usePlanningStore } from './planning-store';
import type { Board } from './use-board';

/** Distance from the pointer, so that it hides nothing. */
const ASIDE_PX = 14;

type Props = Pick<Board, 'overlapsAt'> & { describe: (plan: WorkOrderPlan) => string };

/** At the pointer: what is held, and where it would land. */
export function DragChip({ describe, overlapsAt }: Props) {
  const { t } = useTranslation();
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
  const numbers = overlapsAt(carried.row.id, carried.plan);
  return (
    <div ref={chip} className={styles.chip}>
      <strong>
        {carried.row.number} {carried.row.customerName}
      </strong>
      <span>{describe(carried.plan)}</span>
      {numbers.length === 0 ? null : (
        <span className={styles.warning}>
          <Icon of={WarningIcon} size="small" />
          {t('ui.planning.overlapsWith', { numbers: numbers.join(', ') })}
        </span>
      )}
    </div>
  );
}
