import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { showToast } from '../../ui/toasts';
import { useLoaded } from '../../ui/use-loaded';

/** Reminds that a work order was opened for a second document, and takes that back. */
export function AgainBanner({ workOrder: { id, chosenAgainAtMs, queueEntryId } }: { workOrder: WorkOrderDetail }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const { value } = useLoaded(
    () => (queueEntryId === null ? Promise.resolve(null) : api.queue.get(queueEntryId)),
    String(queueEntryId),
    useRevision('queue'),
  );
  if (chosenAgainAtMs === null || queueEntryId === null) return null;
  const keep = async () => {
    const kept = await api.workOrders.keepDocument(id);
    if (kept.ok) showToast('success', t('ui.archiving.again.kept'));
    else setProblem(kept.problem);
  };
  return (
    <>
      {problem ? <ProblemBanner problem={problem} /> : null}
      <Banner
        tone="warning"
        title={t('ui.archiving.again.banner', { number: value?.documentNumber ?? '' })}
        actions={
          <>
            <Button onPress={() => navigate('queue', queueEntryId)}>{t('ui.archiving.goTo.queue')}</Button>
            <Button onPress={() => void keep()}>{t('ui.archiving.again.keep')}</Button>
          </>
        }
      >
        {t('ui.archiving.again.bannerText')}
      </Banner>
    </>
  );
}
