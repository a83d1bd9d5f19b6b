import { RotateCw, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../preload/contract/model';
import type { QueueDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { DetailPanel } from '../../ui/DetailPanel';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { showToast } from '../../ui/toasts';
import { useLoaded } from '../../ui/use-loaded';
import { ToSettingButton } from '../package-settings/ToSettingButton';
import { DeliveryTag } from './DeliveryTag';
import { SentRecord } from './SentRecord';
import { TogetherOnDocument } from './TogetherOnDocument';
import { UnsureQuestion } from './UnsureQuestion';
import { useQueueStore } from './queue-store';

/** One entry of the queue: why it stands where it stands, what to do, and what was sent. */
export function QueueDetailPanel({ entryId }: { entryId: number }) {
  const { t } = useTranslation();
  const { value, failure, retry } = useLoaded(() => api.queue.get(entryId), String(entryId), useRevision('queue'));
  const close = () => navigate('queue');
  if (value) return <Entry entry={value} onClose={close} />;
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

function Entry({ entry, onClose }: { entry: QueueDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { retry, takeBack } = useQueueStore();
  const mayRetry = entry.state === 'blocked' || entry.state === 'waiting' || entry.state === 'skipped';
  const report = (outcome: Result<unknown>, done: string) => {
    if (outcome.ok) showToast('success', done);
    else showToast('error', problemText(outcome.problem, language).message);
  };

  return (
    <DetailPanel
      title={t('ui.workOrders.oneWithNumber', { number: entry.workOrderNumber })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => navigate('work-orders', entry.workOrderId)}>{t('ui.queue.openWorkOrder')}</Button>
          {mayRetry ? (
            <Button
              icon={RotateCw}
              onPress={() =>
                void retry([entry.id]).then((outcome) => report(outcome, t('ui.queue.retried', { count: 1 })))
              }
            >
              {t('ui.queue.retry')}
            </Button>
          ) : null}
          {entry.state === 'blocked' || entry.state === 'skipped' || entry.state === 'waiting' ? (
            <Button
              icon={Undo2}
              onPress={() => void takeBack(entry.id).then((outcome) => report(outcome, t('ui.queue.takenBack')))}
            >
              {t('ui.queue.takeBack')}
            </Button>
          ) : null}
        </>
      }
    >
      <div>
        <DeliveryTag state={entry.state} isHeld={entry.held} />
      </div>
      <TogetherOnDocument entry={entry} />
      {entry.problem && !entry.held ? (
        <ProblemBanner
          problem={entry.problem}
          tone={entry.state === 'blocked' ? 'error' : 'info'}
          actions={<ToSettingButton problem={entry.problem} />}
        />
      ) : null}
      {entry.held ? <UnsureQuestion entry={entry} /> : null}
      <SentRecord entry={entry} />
    </DetailPanel>
  );
}
