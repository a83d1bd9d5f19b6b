import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { atTime, officeDay, officeTime } from '../../i18n/office-clock';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { AddIcon } from '../../ui/icons';
import { Select } from '../../ui/Select';
import { TimeField } from '../../ui/TimeField';
import { employeeId, employeeValue, useEmployeeOptions } from './employee-options';
import { NewEmployeeDialog } from './NewEmployeeDialog';
import type { EditorProps } from './editor-props';
import { rememberEmployee } from './usual-employee';
import styles from './WorkOrderEditor.module.css';

const FIRST_TIME = '08:00';
const HOUR_MS = 3_600_000;

/** Who does the work, and when. */
export function PlanningFields({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const planned = useStore(editor, (state) => state.draft.employeeId);
  const startAtMs = useStore(editor, (state) => state.draft.plannedStartAtMs);
  const endAtMs = useStore(editor, (state) => state.draft.plannedEndAtMs);
  const { change } = editor.getState();
  const employees = useEmployeeOptions(planned);
  const [isAdding, setIsAdding] = useState(false);

  const startDay = startAtMs === null ? null : officeDay(startAtMs);
  const startTime = startAtMs === null ? null : officeTime(startAtMs);
  /** The end keeps its distance from the start. */
  const moveStart = (movedAtMs: number | null) =>
    change({
      plannedStartAtMs: movedAtMs,
      plannedEndAtMs:
        movedAtMs === null
          ? null
          : movedAtMs + (startAtMs === null || endAtMs === null ? HOUR_MS : endAtMs - startAtMs),
    });
  const endsBefore = startAtMs !== null && endAtMs !== null && endAtMs < startAtMs;

  return (
    <>
      <div className={styles.withButton}>
        <Select
          label={t('ui.workOrders.employee')}
          value={employeeValue(planned)}
          onChange={(value) => {
            rememberEmployee(employeeId(value));
            change({ employeeId: employeeId(value) });
          }}
          options={employees}
          isDisabled={isLocked}
        />
        {isLocked ? null : (
          <Button icon={AddIcon} onPress={() => setIsAdding(true)}>
            {t('ui.workOrders.addEmployee')}
          </Button>
        )}
      </div>
      <DateField
        label={t('ui.workOrders.day')}
        value={startDay}
        onChange={(day) => moveStart(day === null ? null : atTime(day, startTime ?? FIRST_TIME))}
        isDisabled={isLocked}
      />
      {startDay === null ? null : (
        <div className={styles.pair}>
          <TimeField
            label={t('ui.workOrders.from')}
            value={startTime}
            onChange={(time) => {
              if (time !== null) moveStart(atTime(startDay, time));
            }}
            isDisabled={isLocked}
          />
          <TimeField
            label={t('ui.workOrders.until')}
            value={endAtMs === null ? null : officeTime(endAtMs)}
            onChange={(time) => change({ plannedEndAtMs: time === null ? null : atTime(startDay, time) })}
            error={endsBefore ? t('ui.workOrders.endsBefore') : undefined}
            isDisabled={isLocked}
          />
        </div>
      )}
      <NewEmployeeDialog
        isOpen={isAdding}
        onClose={() => setIsAdding(false)}
        onAdded={(id) => change({ employeeId: id })}
      />
    </>
  );
}
