import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { Paper, PaperRequest } from '../../../preload/contract/papers';
import type { EmployeeRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { Dialog } from '../../ui/Dialog';
import { PrintIcon, SaveFileIcon, ViewIcon } from '../../ui/icons';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { Select } from '../../ui/Select';
import { PaperDialog } from '../papers/PaperDialog';
import { printPaper, savePaper } from '../papers/paper-jobs';
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
  const [busyWith, setBusyWith] = useState<'print' | 'save' | null>(null);
  const [isShown, setIsShown] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const options = useWhoOptions(employees, who);
  const request: PaperRequest = { of: 'day-list', day, who };

  const run = async (job: 'print' | 'save', work: (paper: Paper) => Promise<Problem | null>) => {
    setBusyWith(job);
    setProblem(null);
    try {
      const made = await api.papers.make(request);
      setProblem(made.ok ? await work(made.value) : made.problem);
    } finally {
      setBusyWith(null);
    }
  };

  if (isShown) {
    return <PaperDialog title={t('ui.planning.dayList')} request={request} onClose={() => setIsShown(false)} />;
  }
  return (
    <Dialog
      title={t('ui.planning.dayList')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button icon={ViewIcon} isDisabled={busyWith !== null} onPress={() => setIsShown(true)}>
            {t('ui.pdf.view')}
          </Button>
          <Button
            icon={SaveFileIcon}
            isBusy={busyWith === 'save'}
            isDisabled={busyWith === 'print'}
            onPress={() => void run('save', (paper) => savePaper(paper, t))}
          >
            {t('ui.pdf.save')}
          </Button>
          <Button
            variant="primary"
            icon={PrintIcon}
            isBusy={busyWith === 'print'}
            isDisabled={busyWith === 'save'}
            onPress={() => void run('print', (paper) => printPaper(paper, t))}
          >
            {t('ui.pdf.print')}
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
