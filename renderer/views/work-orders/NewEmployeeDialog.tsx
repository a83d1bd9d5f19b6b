import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { TextField } from '../../ui/TextField';

type Props = { isOpen: boolean; onClose: () => void; onAdded: (employeeId: number) => void };

/** Somebody who does the work. */
export function NewEmployeeDialog({ isOpen, onClose, onAdded }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setName('');
    setProblem(null);
    onClose();
  };
  const add = async () => {
    const outcome = await api.employees.add({ name: name.trim() });
    if (outcome.ok) {
      onAdded(outcome.value.id);
      close();
    } else setProblem(outcome.problem);
  };
  return (
    <Dialog
      title={t('ui.workOrders.addEmployee')}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('ui.action.cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void add()}>
            {t('ui.action.add')}
          </Button>
        </>
      }
    >
      {problem ? <ProblemBanner problem={problem} /> : null}
      <TextField label={t('ui.workOrders.employeeName')} value={name} onChange={setName} autoFocus isRequired />
    </Dialog>
  );
}
