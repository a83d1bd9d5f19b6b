import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { TextField } from '../../ui/TextField';
import { SignatureDialog } from '../form-filling/SignatureDialog';
import type { DrawnSignature } from '../form-filling/use-signature-sheet';
import { SignedFor } from './SignedFor';

const MAX_NAME = 200;

type Props = { workOrder: WorkOrderDetail; onClose: () => void };

/** What the customer signs for, who signs, and a sheet to sign on. Mounted while it is open. */
export function SignWorkOrderDialog({ workOrder, onClose }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(workOrder.signature?.name ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const sign = async (drawn: DrawnSignature) => {
    const { id: workOrderId, version } = workOrder;
    const signed = await api.workOrders.sign({ ...drawn, workOrderId, version, name: name.trim() });
    if (signed.ok) onClose();
    else setProblem(signed.problem);
  };
  return (
    <SignatureDialog
      title={t('ui.signature.dialog', { number: workOrder.number })}
      useLabel={t('ui.signature.use')}
      isReady={name.trim() !== ''}
      onClose={onClose}
      onDrawn={sign}
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
    </SignatureDialog>
  );
}
