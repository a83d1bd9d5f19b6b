import { ScrollText } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogFilter, LogLevel, LogRow, LogTable } from '../../../preload/contract/views';
import { api } from '../../api';
import { localized } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { ListWithDetail } from '../../ui/ListWithDetail';
import { Page } from '../../ui/Page';
import { SearchField } from '../../ui/SearchField';
import { Select } from '../../ui/Select';
import { Toolbar } from '../../ui/Toolbar';
import { useRowStream } from '../../ui/use-row-stream';
import { ExportButton } from '../exports/ExportButton';
import { LogDetail } from './LogDetail';
import { LogLevelTag } from './LogLevelTag';
import { toFilter, useLogStore, type Period } from './log-store';
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
const PERIODS = ['all', 'today', 'week', 'month'] as const satisfies readonly Period[];

/** Logging: every message for the office, what it is about and what to do. */
export function LogView() {
  const { t } = useTranslation();
  const { level, table, period, text, opened, filterOn, open } = useLogStore();
  const revision = useRevision('log');
  const source = useRowStream<LogRow>(
    (after, limit) =>
      api.log.list({
        filter: callFilter({ level, table, period, text }),
        limit,
        ...(after === null ? {} : { before: { lastAtMs: after.lastAtMs, id: after.id } }),
      }),
    JSON.stringify([level, table, period, text]),
    revision,
  );
  const columns = useColumns();

  return (
    <Page layout="fill" title={t('ui.nav.log')}>
      <Toolbar
        end={<ExportButton what={() => ({ list: 'log', filter: callFilter({ level, table, period, text }) })} />}
      >
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
      </Toolbar>
      <ListWithDetail
        list={
          <DataTable
            label={t('ui.nav.log')}
            source={source}
            columns={columns}
            rowId={(row) => row.id}
            onOpen={open}
            openedId={opened?.id ?? null}
            empty={
              <EmptyState icon={ScrollText} title={t('ui.log.emptyTitle')}>
                {t('ui.log.emptyText')}
              </EmptyState>
            }
          />
        }
        detail={opened ? <LogDetail row={opened} onClose={() => open(null)} /> : null}
      />
    </Page>
  );
}

/** The filter with arrays that zod's input type takes. */
function callFilter(chosen: Parameters<typeof toFilter>[0]) {
  const { levels, tables, ...rest }: LogFilter = toFilter(chosen, Date.now());
  return { ...rest, ...(levels ? { levels: [...levels] } : {}), ...(tables ? { tables: [...tables] } : {}) };
}

function useColumns(): readonly Column<LogRow>[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  return useMemo(
    () => [
      { id: 'at', header: t('ui.log.column.at'), widthRem: 8, cell: (row) => formats.momentShort(row.lastAtMs) },
      {
        id: 'level',
        header: t('ui.log.column.level'),
        widthRem: 9.5,
        cell: (row) => <LogLevelTag level={row.level} />,
      },
      {
        id: 'table',
        header: t('ui.log.column.table'),
        widthRem: 6.5,
        isExtra: true,
        cell: (row) => t(`ui.log.table.${row.table}`),
      },
      { id: 'record', header: t('ui.log.column.record'), widthRem: 7, grow: 1, cell: (row) => row.record },
      {
        id: 'message',
        header: t('ui.log.column.message'),
        widthRem: 11,
        grow: 3,
        cell: (row) => (
          <>
            {row.count > 1 ? <span className={styles.count}>{t('ui.log.times', { times: row.count })}</span> : null}
            {localized(row.message, language)}
          </>
        ),
      },
      {
        id: 'action',
        header: t('ui.log.column.action'),
        isExtra: true,
        widthRem: 10,
        grow: 2,
        cell: (row) => (row.action ? localized(row.action, language) : ''),
      },
    ],
    [t, formats, language],
  );
}
