import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { useLoaded } from '../../ui/use-loaded';
import { DeliveryTag } from '../queue/DeliveryTag';
import { SentRecord } from '../queue/SentRecord';
import { TogetherOnDocument } from '../queue/TogetherOnDocument';
import styles from './SentPanel.module.css';

/** What was sent of an archived work order; what must be decided about it is decided in the queue. */
export function SentPanel({ entryId }: { entryId: number }) {
  const { t } = useTranslation();
  const { value, failure, retry } = useLoaded(() => api.queue.get(entryId), String(entryId), useRevision('queue'));
  if (value === null) return null;
  return (
    <Panel title={t('ui.sent.title')}>
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={retry} />
      ) : !value ? (
        <LoadingState />
      ) : (
        <div className={styles.sent}>
          <div>
            <DeliveryTag state={value.state} isHeld={value.held} />
          </div>
          <TogetherOnDocument entry={value} />
          {value.problem ? (
            <ProblemBanner problem={value.problem} tone={value.state === 'blocked' ? 'error' : 'info'} />
          ) : null}
          {value.steps.some(({ step }) => step === 'sending') || value.state === 'booked' ? null : (
            <p className={styles.none}>{t('ui.sent.notYet')}</p>
          )}
          <SentRecord entry={value} />
        </div>
      )}
    </Panel>
  );
}
