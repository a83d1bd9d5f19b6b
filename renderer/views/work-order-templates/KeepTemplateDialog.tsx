import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { showToast } from '../../ui/toasts';
import { NameField } from './NameField';

/** Longest name, as the call takes it. */
const MOST_IN_NAME = 100;

/** Bewaren als sjabloon. A name that is taken can be replaced: that is how a template is changed. */
export function KeepTemplateDialog({ workOrder, onClose }: { workOrder: WorkOrderDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(() => workOrder.description.split('\n')[0]?.trim().slice(0, MOST_IN_NAME) ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isTaken = problem?.code === 'template-name-taken';

  const save = async () => {
    if (name.trim() === '') return;
    setIsBusy(true);
    const request = { workOrderId: workOrder.id, name, replace: isTaken };
    const kept = await api.workOrderTemplates.keep(request).finally(() => setIsBusy(false));
    if (!kept.ok) {
      setProblem(kept.problem);
      return;
    }
    showToast('success', t('ui.templates.kept', { name: kept.value.name }));
    onClose();
  };

  return (
    <Dialog
      title={t('ui.templates.keep')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.action.cancel')}</Button>
          <Button variant="primary" isBusy={isBusy} isDisabled={name.trim() === ''} onPress={() => void save()}>
            {isTaken ? t('ui.templates.replace') : t('ui.action.save')}
          </Button>
        </>
      }
    >
      <p>{t('ui.templates.keepText')}</p>
      {workOrder.customerId === null ? <p>{t('ui.templates.withoutCustomer')}</p> : null}
      {isTaken ? <Banner tone="warning" title={t('ui.templates.taken')} /> : null}
      {problem && !isTaken ? <ProblemBanner problem={problem} /> : null}
      <NameField
        name={name}
        onChange={(typed) => {
          setName(typed);
          setProblem(null);
        }}
        onEnter={() => void save()}
      />
    </Dialog>
  );
}
