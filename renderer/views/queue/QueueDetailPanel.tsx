import { useTranslation } from 'react-i18next';
import { DO_NOT_SEND, mayCorrect, mayRetry, maySkip, mendedBy } from '../../../preload/contract/queue-decisions';
import type { QueueDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { DetailPanel } from '../../ui/DetailPanel';
import { ErrorState } from '../../ui/ErrorState';
import { CorrectIcon, DoNotSendIcon, RetryIcon, SendIcon, TakeBackIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { useLoaded } from '../../ui/use-loaded';
import { ToSettingButton } from '../package-settings/ToSettingButton';
import { DeliveryTag } from './DeliveryTag';
import styles from './QueueDetailPanel.module.css';
import { SentRecord } from './SentRecord';
import { TogetherOnDocument } from './TogetherOnDocument';
import { UnsureQuestion } from './UnsureQuestion';
import { correctionOf } from './row-action';
import type { QueueActions } from './use-queue-actions';

/** One entry of the queue: why it stands where it stands, what to do, and what was sent. */
export function QueueDetailPanel({ entryId, actions }: { entryId: number; actions: QueueActions }) {
  const { t } = useTranslation();
  const { value, failure, retry } = useLoaded(() => api.queue.get(entryId), String(entryId), useRevision('queue'));
  const close = () => navigate('queue');
  if (value) return <Entry entry={value} actions={actions} onClose={close} />;
  return (
    <DetailPanel title={t('ui.workOrders.one')} onClose={close}>
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={retry} />
      ) : value === null ? (
        <Banner tone="info" title={t('ui.queue.gone')} />
      ) : (
        <LoadingState />
      )}
    </DetailPanel>
  );
}

function Entry({ entry, actions, onClose }: { entry: QueueDetail; actions: QueueActions; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, problem } = entry;
  const mends = problem === null ? [] : mendedBy(problem);

  return (
    <DetailPanel
      title={t('ui.workOrders.oneWithNumber', { number: entry.workOrderNumber })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => navigate('work-orders', entry.workOrderId)}>{t('ui.queue.openWorkOrder')}</Button>
          {mayRetry(entry) ? (
            <Button icon={TakeBackIcon} onPress={() => actions.takeBack(id)}>
              {t('ui.queue.takeBack')}
            </Button>
          ) : null}
          {maySkip(entry) ? (
            <Button icon={DoNotSendIcon} onPress={() => actions.decide('skip', { ids: [id] })}>
              {t('ui.queue.action.skip')}
            </Button>
          ) : null}
          {mayRetry(entry) ? (
            <Button
              variant={entry.state === 'blocked' && !mayCorrect(entry) ? 'primary' : 'secondary'}
              icon={problem?.code === DO_NOT_SEND ? SendIcon : RetryIcon}
              onPress={() => actions.retryNow(id)}
            >
              {problem?.code === DO_NOT_SEND ? t('ui.queue.action.send-after-all') : t('ui.queue.retry')}
            </Button>
          ) : null}
          {mayCorrect(entry) ? (
            <Button variant="primary" icon={CorrectIcon} onPress={() => actions.correct({ ids: [id] }, mends)}>
              {t(`ui.queue.action.${correctionOf(mends)}`)}
            </Button>
          ) : null}
        </>
      }
    >
      <div>
        <DeliveryTag state={entry.state} isHeld={entry.held} />
      </div>
      {entry.description === '' ? null : <p className={styles.description}>{entry.description}</p>}
      <TogetherOnDocument entry={entry} />
      {entry.problem && !entry.held ? (
        <ProblemBanner
          problem={entry.problem}
          tone={entry.state === 'blocked' ? 'error' : 'info'}
          actions={<ToSettingButton problem={entry.problem} />}
        />
      ) : null}
      {entry.state === 'blocked' && !entry.mayChange && mends.length > 0 ? (
        <Banner tone="info" title={t('ui.queue.onceUnsureTitle')}>
          {t('ui.queue.onceUnsureText')}
        </Banner>
      ) : null}
      {entry.held ? <UnsureQuestion entry={entry} /> : null}
      <SentRecord entry={entry} />
    </DetailPanel>
  );
}
