import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { officeDay } from '../../i18n/office-clock';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { Dialog } from '../../ui/Dialog';
import { SaveFileIcon } from '../../ui/icons';
import { Select } from '../../ui/Select';
import { ExportProgressDialog } from './ExportProgressDialog';
import { HOUR_PERIODS, spanOf, type DaySpan, type HourPeriod } from './hour-period';
import styles from './SaveHours.module.css';
import { useExport } from './use-export';

/** Saves all booked time of a period, for whoever pays the wages. */
export function SaveHours() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={SaveFileIcon} onPress={() => setIsOpen(true)}>
        {t('ui.export.hours')}
      </Button>
      {isOpen ? <SaveHoursDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

const [, FIRST_CHOICE] = HOUR_PERIODS;

function SaveHoursDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { save, isBusy, progress } = useExport();
  const today = officeDay(Date.now());
  const [period, setPeriod] = useState<HourPeriod>(FIRST_CHOICE);
  const [own, setOwn] = useState<DaySpan>(() => spanOf(FIRST_CHOICE, today));
  const span = period === 'own' ? own : spanOf(period, today);
  const isWrong = span.fromDay > span.toDay;

  const choose = (next: HourPeriod) => {
    // Choosing oneself begins with what was shown.
    setOwn(span);
    setPeriod(next);
  };
  const saveAs = async (format: 'csv' | 'xlsx') => {
    if (await save({ list: 'hours', ...span }, format)) onClose();
  };

  return (
    <Dialog
      title={t('ui.export.hoursTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={isWrong} isBusy={isBusy} onPress={() => void saveAs('csv')}>
            {t('ui.export.csv')}
          </Button>
          <Button variant="primary" isDisabled={isWrong} isBusy={isBusy} onPress={() => void saveAs('xlsx')}>
            {t('ui.export.xlsx')}
          </Button>
        </>
      }
    >
      <p>{t('ui.export.hoursText')}</p>
      <Select
        label={t('ui.export.period')}
        value={period}
        onChange={choose}
        options={HOUR_PERIODS.map((value) => ({ value, label: t(`ui.export.periods.${value}`) }))}
      />
      <div className={styles.days}>
        <DateField
          label={t('ui.export.fromDay')}
          value={span.fromDay}
          isDisabled={period !== 'own'}
          onChange={(day) => day !== null && setOwn({ ...own, fromDay: day })}
        />
        <DateField
          label={t('ui.export.toDay')}
          value={span.toDay}
          isDisabled={period !== 'own'}
          onChange={(day) => day !== null && setOwn({ ...own, toDay: day })}
          {...(isWrong ? { error: t('ui.export.periodWrong') } : {})}
        />
      </div>
      {progress === null ? null : <ExportProgressDialog progress={progress} />}
    </Dialog>
  );
}
