import { useTranslation } from 'react-i18next';
import type { TimeEntry } from '../../../preload/contract/views';
import { formatMinutes } from '../../i18n/minutes-input';
import { ClockField } from '../../ui/ClockField';
import { DateField } from '../../ui/DateField';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { RemoveIcon, WarningIcon } from '../../ui/icons';
import { MinutesField } from '../../ui/MinutesField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import type { UnfinishedText } from '../../ui/unfinished-text';
import { employeeId, employeeValue, useEmployeeOptions } from './employee-options';
import { MOST_IN_LINE } from './text-limits';
import styles from './TimeEntries.module.css';
import { endingAt, endMinute, startingAt } from './time-span';
import type { TimeWarning } from './time-warnings';

type Props = {
  entry: TimeEntry;
  warnings: readonly TimeWarning[];
  /** The first row shows the labels, as headings of the columns. */
  isFirst: boolean;
  isLocked: boolean;
  /** It was just added: what is typed goes there. */
  hasFocusFirst: boolean;
  /** What its fields hold that means nothing yet. */
  unfinished: (field: string) => UnfinishedText;
  onChange: (change: Partial<TimeEntry>) => void;
  onRemove: () => void;
};

/** Time of one employee: from when until when, or how long. */
export function TimeRow({ entry, warnings, isFirst, isLocked, hasFocusFirst, unfinished, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const employees = useEmployeeOptions(entry.employeeId);
  const shared = { isDisabled: isLocked, isLabelHidden: !isFirst, isWide: true };
  return (
    <div className={styles.row}>
      <div className={styles.whose}>
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
      </div>
      <div className={styles.when}>
        <ClockField
          {...shared}
          label={t('ui.workOrders.from')}
          minuteOfDay={entry.startMinute}
          onChange={(minute) => onChange(startingAt(entry, minute))}
          hasFocusFirst={hasFocusFirst}
          unfinished={unfinished('from')}
        />
        <ClockField
          {...shared}
          label={t('ui.workOrders.until')}
          minuteOfDay={endMinute(entry)}
          onChange={(minute) => onChange(endingAt(entry, minute))}
          unfinished={unfinished('until')}
        />
        <MinutesField
          {...shared}
          label={t('ui.workOrders.duration')}
          minutes={entry.minutes}
          onChange={(minutes) => onChange({ minutes })}
          unfinished={unfinished('duration')}
        />
        <TextField
          {...shared}
          label={t('ui.workOrders.note')}
          value={entry.note}
          onChange={(note) => onChange({ note })}
          maxLength={MOST_IN_LINE}
        />
        <span className={isFirst ? styles.underLabels : undefined}>
          {isLocked ? null : <IconButton icon={RemoveIcon} label={t('ui.workOrders.removeRow')} onPress={onRemove} />}
        </span>
      </div>
      {warnings.map((warning) => (
        <p key={warning.kind} className={styles.warning}>
          <Icon of={WarningIcon} size="small" />
          <Warning warning={warning} />
        </p>
      ))}
    </div>
  );
}

function Warning({ warning }: { warning: TimeWarning }): string {
  const { t } = useTranslation();
  switch (warning.kind) {
    case 'overlap':
      return t('ui.workOrders.timeOverlaps', { row: warning.row });
    case 'overlap-elsewhere':
      return t('ui.workOrders.timeOverlapsElsewhere', { number: warning.workOrder });
    case 'over-midnight':
      return t('ui.workOrders.timeOverMidnight');
    case 'long-day':
      return t('ui.workOrders.timeLongDay', { duration: formatMinutes(warning.minutes) });
  }
}
