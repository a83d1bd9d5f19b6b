import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TimeEntry, TimeKind } from '../../../preload/contract/views';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { IconButton } from '../../ui/IconButton';
import { MinutesField } from '../../ui/MinutesField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { employeeId, employeeValue, useEmployeeOptions } from './employee-options';
import { toDayAndTime } from './planning';
import type { EditorProps } from './editor-props';
import styles from './WorkOrderEditor.module.css';
import type { Keyed } from './work-order-editor';

/** Werktijd en reistijd, per employee. */
export function TimeEntries({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const times = useStore(editor, (state) => state.draft.times);
  const { change, addTime } = editor.getState();

  const add = (kind: TimeKind) => {
    const { employeeId: planned, plannedStartAtMs } = editor.getState().draft;
    addTime({
      kind,
      employeeId: planned,
      date: toDayAndTime(plannedStartAtMs ?? Date.now()).day,
      startMinute: null,
      minutes: 0,
      note: '',
    });
  };
  return (
    <>
      {times.length === 0 ? (
        <p className={styles.none}>{t('ui.workOrders.noTimes')}</p>
      ) : (
        <div className={styles.rows}>
          {times.map((entry, index) => (
            <TimeRow
              key={entry.rowKey}
              entry={entry}
              isFirst={index === 0}
              isLocked={isLocked}
              onChange={(changed) => change({ times: times.with(index, { ...entry, ...changed }) })}
              onRemove={() => change({ times: times.filter((other) => other !== entry) })}
            />
          ))}
        </div>
      )}
      {isLocked ? null : (
        <div className={styles.withButton}>
          <Button icon={Plus} size="small" onPress={() => add('work')}>
            {t('ui.workOrders.addWork')}
          </Button>
          <Button icon={Plus} size="small" onPress={() => add('travel')}>
            {t('ui.workOrders.addTravel')}
          </Button>
        </div>
      )}
    </>
  );
}

type RowProps = {
  entry: Keyed<TimeEntry>;
  /** The first row shows the labels, as headings of the columns. */
  isFirst: boolean;
  isLocked: boolean;
  onChange: (change: Partial<TimeEntry>) => void;
  onRemove: () => void;
};

function TimeRow({ entry, isFirst, isLocked, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const employees = useEmployeeOptions(entry.employeeId);
  const shared = { isDisabled: isLocked, isLabelHidden: !isFirst, isWide: true };
  return (
    <div className={styles.timeRow}>
      <Select
        {...shared}
        label={t('ui.workOrders.timeKind')}
        value={entry.kind}
        onChange={(kind) => onChange({ kind })}
        options={[
          { value: 'work', label: t('ui.workOrders.work') },
          { value: 'travel', label: t('ui.workOrders.travel') },
        ]}
      />
      <Select
        {...shared}
        label={t('ui.workOrders.employee')}
        value={employeeValue(entry.employeeId)}
        onChange={(value) => onChange({ employeeId: employeeId(value) })}
        options={employees}
      />
      <DateField
        {...shared}
        label={t('ui.workOrders.day')}
        value={entry.date}
        onChange={(date) => {
          if (date !== null) onChange({ date });
        }}
      />
      <MinutesField
        {...shared}
        label={t('ui.workOrders.duration')}
        minutes={entry.minutes}
        onChange={(minutes) => onChange({ minutes })}
      />
      <TextField
        {...shared}
        label={t('ui.workOrders.note')}
        value={entry.note}
        onChange={(note) => onChange({ note })}
      />
      {isLocked ? <span /> : <IconButton icon={Trash2} label={t('ui.workOrders.removeRow')} onPress={onRemove} />}
    </div>
  );
}
