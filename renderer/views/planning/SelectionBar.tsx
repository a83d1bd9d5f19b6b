import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanningRow } from '../../../preload/contract/views';
import { Button } from '../../ui/Button';
import { OpenIcon, PlanIcon, UndoIcon, UnplanIcon } from '../../ui/icons';
import { usePlanningStore } from './planning-store';
import styles from './SelectionBar.module.css';

type Props = {
  /** The work order that was chosen on the board. */
  row: PlanningRow | null;
  /** Who and when, in words. */
  place: string;
  onOpen: (row: PlanningRow) => void;
  onPlan: (row: PlanningRow) => void;
  onUnplan: (row: PlanningRow) => void;
  onUndo: () => void;
};

/** What can be done with the chosen work order; without one, how the board works. */
export const SelectionBar = memo(function SelectionBar({ row, place, onOpen, onPlan, onUnplan, onUndo }: Props) {
  const { t } = useTranslation();
  const canUndo = usePlanningStore((store) => store.moves.length > 0);
  const isArchived = row?.status === 'archived';
  return (
    <div className={styles.bar}>
      <p className={styles.text}>
        {row === null ? (
          t('ui.planning.hint')
        ) : (
          <>
            <strong>{t('ui.workOrders.oneWithNumber', { number: row.number })}</strong>{' '}
            {isArchived ? t('ui.planning.archivedShort') : [row.customerName, place].filter(Boolean).join(', ')}
          </>
        )}
      </p>
      {row === null ? null : (
        <Button size="small" icon={OpenIcon} onPress={() => onOpen(row)}>
          {t('ui.planning.open')}
        </Button>
      )}
      {row === null || isArchived ? null : (
        <>
          <Button size="small" icon={PlanIcon} onPress={() => onPlan(row)}>
            {t('ui.planning.plan')}
          </Button>
          <Button size="small" icon={UnplanIcon} onPress={() => onUnplan(row)}>
            {t('ui.planning.unplan')}
          </Button>
        </>
      )}
      <Button size="small" icon={UndoIcon} isDisabled={!canUndo} onPress={onUndo}>
        {t('ui.planning.undo')}
      </Button>
    </div>
  );
});
