import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRehearsal } from '../../../preload/contract/queue-decisions';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { Facts } from '../../ui/Facts';
import { LoadingState } from '../../ui/LoadingState';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { showToast } from '../../ui/toasts';
import { useLoaded } from '../../ui/use-loaded';
import type { Decision } from './decision';
import { StayingList } from './StayingList';
import { useQueueStore } from './queue-store';

type Props = Decision & { onClose: () => void };

/** Shows what trying again, or not sending, would do with the entries that are meant; then it is done, or not. */
export function DecisionDialog({ action, target, onClose }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const { retry, skip } = useQueueStore();
  const [isBusy, setIsBusy] = useState(false);
  const {
    value: rehearsed,
    failure,
    retry: again,
  } = useLoaded(() => api.queue.rehearse({ action, target }), JSON.stringify({ action, target }), 0);
  const plan = rehearsed?.ok === true ? rehearsed.value : null;
  const count = plan?.ids.length ?? 0;

  const carryOut = async (ids: readonly number[]) => {
    setIsBusy(true);
    try {
      if (action === 'retry') {
        const outcome = await retry(ids);
        if (outcome.ok) showToast('success', t('ui.queue.retried', { count: outcome.value.retried }));
        else showToast('error', problemText(outcome.problem, language).message);
      } else {
        const outcome = await skip(ids);
        if (outcome.ok) {
          showToast('success', t('ui.queue.skipped', { count: outcome.value.skipped }), {
            label: t('ui.queue.undo'),
            onPress: () => void retry(ids),
          });
        } else showToast('error', problemText(outcome.problem, language).message);
      }
    } finally {
      onClose();
    }
  };

  return (
    <Dialog
      title={t(`ui.queue.${action}Title`)}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isBusy} autoFocus>
            {t('ui.action.cancel')}
          </Button>
          <Button
            variant="primary"
            isBusy={isBusy}
            isDisabled={count === 0}
            onPress={() => void (plan && carryOut(plan.ids))}
          >
            {plan === null
              ? t(`ui.queue.${action}Unknown`)
              : t(`ui.queue.${action}Confirm`, { count, shown: formats.count(count) })}
          </Button>
        </>
      }
    >
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={again} />
      ) : rehearsed === undefined ? (
        <LoadingState />
      ) : rehearsed.ok ? (
        <Plan action={action} plan={rehearsed.value} />
      ) : (
        <ProblemBanner problem={rehearsed.problem} />
      )}
    </Dialog>
  );
}

function Plan({ action, plan }: { action: Decision['action']; plan: QueueRehearsal }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { ids, staying, revived, together, totalExclVat, hasMore } = plan;
  return (
    <>
      <p role="status">
        {t(`ui.queue.${action}Plan`, { count: ids.length, shown: formats.count(ids.length) })}
        {staying.length === 0
          ? null
          : ` ${t('ui.queue.staying', { count: staying.length, shown: formats.count(staying.length) })}`}
      </p>
      {ids.length > 0 && totalExclVat !== null ? (
        <Facts facts={[{ label: t('ui.archiving.total'), value: formats.money(totalExclVat), isNumber: true }]} />
      ) : null}
      {action === 'skip' && ids.length > 0 ? <p>{t('ui.queue.skipMeans')}</p> : null}
      {together.length > 0 ? (
        <Banner tone="info" title={t('ui.queue.goTogether', { numbers: together.join(', ') })} />
      ) : null}
      {revived.length > 0 ? (
        <Banner tone="warning" title={t('ui.queue.revived', { numbers: revived.join(', ') })} />
      ) : null}
      {hasMore ? <Banner tone="info" title={t('ui.queue.hasMore')} /> : null}
      <StayingList title={t('ui.queue.stayingTitle')} staying={staying} />
    </>
  );
}
