import { useTranslation } from 'react-i18next';
import type { QueueDetail } from '../../../preload/contract/views';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import styles from './TogetherOnDocument.module.css';

/** The other work orders on the same document, each with the way to it; nothing when there are none. */
export function TogetherOnDocument({
  entry,
}: {
  entry: Pick<QueueDetail, 'workOrderId' | 'workOrderNumber' | 'together'>;
}) {
  const { t } = useTranslation();
  if (entry.together.length === 0) return null;
  const all = [{ id: entry.workOrderId, number: entry.workOrderNumber }, ...entry.together];
  return (
    <section className={styles.together} aria-label={t('ui.archiving.together')}>
      <p>{t('ui.archiving.together')}</p>
      <div className={styles.workOrders}>
        {all.map(({ id, number }) => (
          <Button key={id} size="small" onPress={() => navigate('work-orders', id)}>
            {t('ui.workOrders.oneWithNumber', { number })}
          </Button>
        ))}
      </div>
    </section>
  );
}
