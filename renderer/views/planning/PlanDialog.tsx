import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployeeRow, PlanningRow, WorkOrderPlan } from '../../../preload/contract/views';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { Dialog } from '../../ui/Dialog';
import { Select } from '../../ui/Select';
import { TimeField } from '../../ui/TimeField';
import { atTime, officeDay, officeTime } from '../../i18n/office-clock';
import { endOf, isPlanned, onDay } from './plan';
import styles from './PlanDialog.module.css';

const NOBODY = '';

type Props = {
  row: PlanningRow;
  /** The day that is offered when it has none (`YYYY-MM-DD`). */
  day: string;
  employees: readonly EmployeeRow[];
  onPlan: (plan: WorkOrderPlan) => void;
  onClose: () => void;
};

/** Planning a work order without dragging it: who, from when, until when. */
export function PlanDialog({ row, day, employees, onPlan, onClose }: Props) {
  const { t } = useTranslation();
  const [first] = useState(() => (isPlanned(row) ? row : onDay(row, day, null)));
  const [employeeId, setEmployeeId] = useState(row.employeeId);
  const [start, setStart] = useState({
    day: officeDay(first.plannedStartAtMs),
    time: officeTime(first.plannedStartAtMs),
  });
  const [end, setEnd] = useState({ day: officeDay(endOf(first)), time: officeTime(endOf(first)) });
  const startMs = atTime(start.day, start.time);
  const endMs = atTime(end.day, end.time);
  const endsBefore = endMs < startMs;
  /** The end keeps its distance from the start. */
  const moveStart = (moved: { day: string; time: string }) => {
    setStart(moved);
    const movedEndMs = endMs + atTime(moved.day, moved.time) - startMs;
    setEnd({ day: officeDay(movedEndMs), time: officeTime(movedEndMs) });
  };

  return (
    <Dialog
      title={t('ui.planning.planTitle', { number: row.number })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={endsBefore}
            onPress={() => onPlan({ employeeId, plannedStartAtMs: startMs, plannedEndAtMs: endMs })}
          >
            {t('ui.planning.planNow')}
          </Button>
        </>
      }
    >
      <p>{[row.customerName, row.city].filter(Boolean).join(', ')}</p>
      <Select
        label={t('ui.workOrders.employee')}
        value={employeeId === null ? NOBODY : String(employeeId)}
        onChange={(value) => setEmployeeId(value === NOBODY ? null : Number(value))}
        options={[
          { value: NOBODY, label: t('ui.planning.nobody') },
          ...employees
            .filter(({ id, active }) => active || id === row.employeeId)
            .map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <div className={styles.moment}>
        <DateField
          label={t('ui.workOrders.day')}
          value={start.day}
          onChange={(chosen) => {
            if (chosen !== null) moveStart({ ...start, day: chosen });
          }}
        />
        <TimeField
          label={t('ui.workOrders.from')}
          value={start.time}
          onChange={(time) => {
            if (time !== null) moveStart({ ...start, time });
          }}
        />
      </div>
      <div className={styles.moment}>
        <DateField
          label={t('ui.planning.untilDay')}
          value={end.day}
          onChange={(chosen) => {
            if (chosen !== null) setEnd({ ...end, day: chosen });
          }}
        />
        <TimeField
          label={t('ui.workOrders.until')}
          value={end.time}
          onChange={(time) => {
            if (time !== null) setEnd({ ...end, time });
          }}
          error={endsBefore ? t('ui.workOrders.endsBefore') : undefined}
        />
      </div>
    </Dialog>
  );
}
