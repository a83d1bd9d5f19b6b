import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { TextField } from '../../ui/TextField';
import { SignatureCanvas } from '../form-filling/SignatureCanvas';
import { useSignatureSheet } from '../form-filling/use-signature-sheet';
import { SignedFor } from './SignedFor';

const MAX_NAME = 200;

type Props = { workOrder: WorkOrderDetail; onClose: () => void };

/** What the customer signs for, who signs, and a sheet to sign on. Mounted while it is open. */
export function SignWorkOrderDialog({ workOrder, onClose }: Props) {
  const { t } = useTranslation();
  const sheet = useSignatureSheet();
  const [name, setName] = useState(workOrder.signature?.name ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const sign = async () => {
    setIsBusy(true);
    try {
      const drawn = await sheet.drawn();
      if (drawn === null) return;
      const { id: workOrderId, version } = workOrder;
      const signed = await api.workOrders.sign({ ...drawn, workOrderId, version, name: name.trim() });
      if (signed.ok) onClose();
      else setProblem(signed.problem);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Dialog
      title={t('ui.signature.dialog', { number: workOrder.number })}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.action.cancel')}</Button>
          <Button isDisabled={sheet.isEmpty} onPress={sheet.clear}>
            {t('ui.files.clear')}
          </Button>
          <Button
            variant="primary"
            isDisabled={sheet.isEmpty || name.trim() === ''}
            isBusy={isBusy}
            onPress={() => void sign()}
          >
            {t('ui.signature.use')}
          </Button>
        </>
      }
    >
      {problem ? <ProblemBanner problem={problem} /> : null}
      <SignedFor workOrder={workOrder} />
      <TextField
        label={t('ui.signature.name')}
        value={name}
        onChange={setName}
        maxLength={MAX_NAME}
        autoFocus
        isRequired
        isWide
      />
      <SignatureCanvas sheet={sheet} />
    </Dialog>
  );
}
