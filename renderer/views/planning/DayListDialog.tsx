import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { EmployeeRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { Select } from '../../ui/Select';
import { showToast } from '../../ui/toasts';
import type { Who } from './lanes';
import { useWhoOptions, whoOf } from './who-options';

type Props = {
  /** What the board shows is offered first. */
  day: string;
  who: Who;
  employees: readonly EmployeeRow[];
  onClose: () => void;
};

/** The work of a day on paper, a sheet for each employee. */
export function DayListDialog({ day: shownDay, who: shownWho, employees, onClose }: Props) {
  const { t } = useTranslation();
  const [day, setDay] = useState(shownDay);
  const [who, setWho] = useState(shownWho);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const options = useWhoOptions(employees, who);

  const save = async () => {
    setIsBusy(true);
    setProblem(null);
    try {
      const outcome = await api.planning.dayList({ day, who });
      if (outcome === null) return;
      if (outcome.ok) {
        showToast('success', t('ui.pdf.saved', { file: outcome.value.file }));
        onClose();
      } else setProblem(outcome.problem);
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <Dialog
      title={t('ui.planning.dayList')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.action.cancel')}</Button>
          <Button variant="primary" icon={FileText} isBusy={isBusy} onPress={() => void save()}>
            {t('ui.planning.savePdf')}
          </Button>
        </>
      }
    >
      <p>{t('ui.planning.dayListIntro')}</p>
      {problem === null ? null : <ProblemBanner problem={problem} />}
      <DateField
        label={t('ui.workOrders.day')}
        value={day}
        onChange={(chosen) => {
          if (chosen !== null) setDay(chosen);
        }}
      />
      <Select
        label={t('ui.planning.dayListOf')}
        value={String(who)}
        onChange={(value) => setWho(whoOf(value))}
        options={options}
      />
    </Dialog>
  );
}
