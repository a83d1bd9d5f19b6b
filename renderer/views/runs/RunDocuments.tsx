import { useTranslation } from 'react-i18next';
import { numbersOf } from '../../../preload/contract/work-order-numbers';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { useLoaded } from '../../ui/use-loaded';
import { DeliveryTag } from '../queue/DeliveryTag';
import styles from './RunDetail.module.css';

const MOST_SHOWN = 50;

/** The documents that something became of while a run was going on, as they are now. */
export function RunDocuments({ runId }: { runId: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { value, failure, retry } = useLoaded(
    () => api.queue.list({ runId, offset: 0, limit: MOST_SHOWN }),
    String(runId),
    useRevision('queue'),
  );
  if (failure !== null) return <ErrorState failure={failure} onRetry={retry} />;
  if (!value) return <LoadingState />;
  if (value.total === 0) return <p>{t('ui.run.noDocuments')}</p>;
  return (
    <>
      <ul className={styles.documents}>
        {value.rows.map((row) => (
          <li key={row.id} className={styles.document}>
            <Button size="small" variant="quiet" onPress={() => navigate('work-orders', row.workOrderId)}>
              {t('ui.run.workOrder', { number: numbersOf(row) })}
            </Button>
            <DeliveryTag state={row.state} isHeld={row.held} />
            {row.documentNumber}
          </li>
        ))}
      </ul>
      {value.total > value.rows.length ? (
        <p>{t('ui.run.moreDocuments', { shown: formats.count(value.total - value.rows.length) })}</p>
      ) : null}
    </>
  );
}
