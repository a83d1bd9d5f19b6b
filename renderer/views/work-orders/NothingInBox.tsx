import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { AddIcon, WorkOrderIcon } from '../../ui/icons';
import { ToIntegrations } from '../integrations/ToIntegrations';
import { useIsLinked } from '../integrations/use-is-linked';
import type { WorkOrderBox } from './work-orders-store';

/** Boxes in which a new work order stands at once. */
export const mayStartIn = (box: WorkOrderBox): boolean => box === 'all' || box === 'planned';

type Props = {
  box: WorkOrderBox;
  onNew: () => void;
  /** Shows the box that the rows of this one come from. */
  onShow: (box: WorkOrderBox) => void;
};

/** A box of work orders with none in it: what comes here, and where that begins. */
export function NothingInBox({ box, onNew, onShow }: Props) {
  const { t } = useTranslation();
  const isLinked = useIsLinked();
  const from = box === 'ready' ? 'planned' : box === 'archived' ? 'ready' : null;
  return (
    <EmptyState
      icon={WorkOrderIcon}
      title={t(`ui.workOrders.emptyTitle.${box}`)}
      actions={
        mayStartIn(box) && !isLinked ? (
          <ToIntegrations />
        ) : mayStartIn(box) ? (
          <Button variant="primary" icon={AddIcon} onPress={onNew}>
            {t('ui.workOrders.new')}
          </Button>
        ) : from === null ? null : (
          <Button onPress={() => onShow(from)}>{t(`ui.workOrders.show.${from}`)}</Button>
        )
      }
    >
      {mayStartIn(box) && !isLinked ? t('ui.workOrders.emptyUnlinked') : t(`ui.workOrders.emptyText.${box}`)}
    </EmptyState>
  );
}
