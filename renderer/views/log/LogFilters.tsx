import { useTranslation } from 'react-i18next';
import type { LogLevel, LogTable } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { DismissIcon } from '../../ui/icons';
import { SearchField } from '../../ui/SearchField';
import { Select } from '../../ui/Select';
import { useLogStore, type Period } from './log-store';
import styles from './LogView.module.css';

const LEVELS = ['all', 'error', 'warning', 'info', 'approval'] as const satisfies readonly (LogLevel | 'all')[];
const TABLES = [
  'all',
  'workOrder',
  'customer',
  'workAddress',
  'article',
  'articleGroup',
  'link',
] as const satisfies readonly (LogTable | 'all')[];
const PERIODS = ['all', 'today', 'week', 'month', 'own'] as const satisfies readonly Period[];

/** What the messages are filtered on: each choice counts at once. */
export function LogFilters() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { level, table, period, fromDay, toDay, text, run, filterOn } = useLogStore();
  const isWrong = fromDay !== null && toDay !== null && fromDay > toDay;
  return (
    <>
      <SearchField label={t('ui.log.search')} value={text} onChange={(value) => filterOn({ text: value })} />
      <div className={styles.filter}>
        <Select
          label={t('ui.log.column.level')}
          isLabelHidden
          value={level}
          onChange={(value) => filterOn({ level: value })}
          options={LEVELS.map((value) => ({
            value,
            label: value === 'all' ? t('ui.log.allLevels') : t(`ui.log.level.${value}`),
          }))}
        />
      </div>
      <div className={styles.filter}>
        <Select
          label={t('ui.log.column.table')}
          isLabelHidden
          value={table}
          onChange={(value) => filterOn({ table: value })}
          options={TABLES.map((value) => ({
            value,
            label: value === 'all' ? t('ui.log.allTables') : t(`ui.log.table.${value}`),
          }))}
        />
      </div>
      <div className={styles.filter}>
        <Select
          label={t('ui.log.period')}
          isLabelHidden
          value={period}
          onChange={(value) => filterOn({ period: value })}
          options={PERIODS.map((value) => ({ value, label: t(`ui.log.periods.${value}`) }))}
        />
      </div>
      {period === 'own' ? (
        <>
          <DateField
            label={t('ui.log.fromDay')}
            value={fromDay}
            onChange={(day) => filterOn({ fromDay: day })}
            {...(isWrong ? { error: t('ui.export.periodWrong') } : {})}
          />
          <DateField label={t('ui.log.toDay')} value={toDay} onChange={(day) => filterOn({ toDay: day })} />
        </>
      ) : null}
      {run === null ? null : (
        <Button size="small" icon={DismissIcon} onPress={() => filterOn({ run: null })}>
          {t('ui.log.ofRun', { time: formats.moment(run.startedAtMs) })}
        </Button>
      )}
    </>
  );
}
