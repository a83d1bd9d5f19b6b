import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { QueueIcon } from '../../ui/icons';
import type { QueueBox } from './queue-choice';

/** A box of the queue with nothing in it: what comes here; where all of it begins, the way there. */
export function NothingInQueue({ box }: { box: QueueBox }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={QueueIcon}
      title={t('ui.queue.emptyTitle')}
      actions={
        box === 'all' || box === 'booked' ? (
          <Button onPress={() => navigate('work-orders', 'ready')}>{t('ui.workOrders.show.ready')}</Button>
        ) : null
      }
    >
      {box === 'all' ? t('ui.queue.emptyText') : t(`ui.queue.emptyBox.${box}`)}
    </EmptyState>
  );
}
