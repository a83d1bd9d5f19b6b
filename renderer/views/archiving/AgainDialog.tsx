import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { QueueDetail, WorkOrderDetail } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { Dialog } from '../../ui/Dialog';
import { Facts } from '../../ui/Facts';
import { ProblemBanner } from '../../ui/ProblemBanner';

type Props = {
  workOrder: Pick<WorkOrderDetail, 'id' | 'number'>;
  /** The document that it has. */
  first: QueueDetail;
  onClose: () => void;
};

/** Asks whether a work order that is booked must become a second document, with the first one in sight. */
export function AgainDialog({ workOrder, first, onClose }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [isUnderstood, setIsUnderstood] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const booked = first.steps.findLast(({ step }) => step === 'booked' || step === 'found');
  const number = first.documentNumber ?? '';

  const choose = async () => {
    setIsBusy(true);
    const chosen = await api.workOrders.chooseAgain(workOrder.id).finally(() => setIsBusy(false));
    if (chosen.ok) onClose();
    else setProblem(chosen.problem);
  };

  return (
    <Dialog
      title={t('ui.archiving.again.title', { number: workOrder.number })}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isBusy} autoFocus>
            {t('ui.action.cancel')}
          </Button>
          <Button variant="danger" onPress={() => void choose()} isBusy={isBusy} isDisabled={!isUnderstood}>
            {t('ui.archiving.again.confirm')}
          </Button>
        </>
      }
    >
      {problem ? <ProblemBanner problem={problem} /> : null}
      <p>{t('ui.archiving.again.first')}</p>
      <Facts
        facts={[
          { label: t('ui.queue.document'), value: number },
          {
            label: t('ui.archiving.again.bookedAt'),
            value: booked === undefined ? '–' : formats.moment(booked.atMs),
            isNumber: true,
          },
          {
            label: t('ui.queue.total'),
            value: first.totalExclVat === null ? '–' : formats.money(first.totalExclVat),
            isNumber: true,
          },
        ]}
      />
      <div>
        <Button
          size="small"
          onPress={() => {
            onClose();
            navigate('queue', first.id);
          }}
        >
          {t('ui.archiving.again.toFirst')}
        </Button>
      </div>
      <p>{t('ui.archiving.again.text')}</p>
      <Checkbox isSelected={isUnderstood} onChange={setIsUnderstood}>
        {t('ui.archiving.again.understood', { number })}
      </Checkbox>
    </Dialog>
  );
}
