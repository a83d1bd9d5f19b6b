import { Save } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { showToast } from '../../ui/toasts';
import styles from './PdfDialog.module.css';

type Kind = Parameters<typeof api.workOrders.pdf>[0]['kind'];

/** The PDFs of a work order, to keep and to look at. */
export function PdfDialog({ workOrder, onClose }: { workOrder: WorkOrderDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const [busyWith, setBusyWith] = useState<Kind | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const hasForms = workOrder.forms.length > 0;
  const kinds: readonly Kind[] =
    hasForms && workOrder.status !== 'planned' ? ['work-order', 'custom-forms'] : ['work-order'];

  const save = async (kind: Kind) => {
    setBusyWith(kind);
    setProblem(null);
    try {
      const outcome = await api.workOrders.pdf({ id: workOrder.id, kind });
      if (outcome === null) return;
      if (outcome.ok) showToast('success', t('ui.pdf.saved', { file: outcome.value.file }));
      else setProblem(outcome.problem);
    } finally {
      setBusyWith(null);
    }
  };

  return (
    <Dialog title={t('ui.pdf.titleOf', { number: workOrder.number })} isOpen onClose={onClose}>
      <p>{t('ui.pdf.intro')}</p>
      {problem === null ? null : <ProblemBanner problem={problem} />}
      <div className={styles.kinds}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            icon={Save}
            isBusy={busyWith === kind}
            isDisabled={busyWith !== null}
            onPress={() => void save(kind)}
          >
            {t('ui.pdf.save', { name: t(`ui.pdf.one.${kind}`) })}
          </Button>
        ))}
      </div>
      {hasForms && workOrder.status === 'planned' ? <p className={styles.note}>{t('ui.pdf.formsLater')}</p> : null}
    </Dialog>
  );
}
