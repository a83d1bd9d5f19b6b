import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { EmployeeRow } from '../../../preload/contract/views';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { IconButton } from '../../ui/IconButton';
import { NextIcon, PreviousIcon } from '../../ui/icons';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { addDays, officeDay, weekNumber } from '../../i18n/office-clock';
import { chooseWeekend } from './weekend';
import styles from './PlanningToolbar.module.css';
import { usePlanningFormats } from './planning-formats';
import { shownDays, usePlanningStore, type BoardMode } from './planning-store';
import { useWhoOptions, whoOf } from './who-options';

const MODES: readonly BoardMode[] = ['day', 'week'];

/** Which days and whose work the board shows. */
export const PlanningToolbar = memo(function PlanningToolbar({ employees }: { employees: readonly EmployeeRow[] }) {
  const { t } = useTranslation();
  const formats = usePlanningFormats();
  const { mode, day, who, showsWeekend } = usePlanningStore(
    useShallow(({ mode, day, who, showsWeekend }) => ({ mode, day, who, showsWeekend })),
  );
  const { showMode, showDay, showWho } = usePlanningStore.getState();
  const days = shownDays({ mode, day, showsWeekend });
  const step = mode === 'day' ? 1 : 7;
  const options = useWhoOptions(employees, who);
  return (
    <div className={styles.toolbar}>
      <SegmentedControl
        label={t('ui.planning.view')}
        choices={MODES.map((id) => ({ id, label: t(`ui.planning.${id}`) }))}
        chosen={mode}
        onChoose={showMode}
      />
      <div className={styles.walk}>
        <IconButton
          icon={PreviousIcon}
          label={t(`ui.planning.previous-${mode}`)}
          onPress={() => showDay(addDays(day, -step))}
        />
        <Button onPress={() => showDay(officeDay(Date.now()))}>{t('ui.planning.today')}</Button>
        <IconButton icon={NextIcon} label={t(`ui.planning.next-${mode}`)} onPress={() => showDay(addDays(day, step))} />
      </div>
      <div className={styles.date}>
        <DateField
          label={t('ui.planning.goToDay')}
          isLabelHidden
          value={day}
          onChange={(chosen) => {
            if (chosen !== null) showDay(chosen);
          }}
        />
      </div>
      <h2 className={styles.period} aria-live="polite">
        {mode === 'day' ? formats.dayLong(day) : formats.week(days)}
        <span className={styles.week}> {t('ui.planning.weekNumber', { number: weekNumber(day) })}</span>
      </h2>
      <div className={styles.choices}>
        {mode === 'week' ? (
          <Switch isSelected={showsWeekend} onChange={(shows) => void chooseWeekend(shows)}>
            {t('ui.planning.weekend')}
          </Switch>
        ) : null}
        <div className={styles.who}>
          <Select
            label={t('ui.workOrders.employee')}
            isLabelHidden
            value={String(who)}
            onChange={(value) => showWho(whoOf(value))}
            options={options}
          />
        </div>
      </div>
    </div>
  );
});
