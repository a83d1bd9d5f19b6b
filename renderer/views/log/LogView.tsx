import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogFilter, LogRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { localized } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { LogIcon, SupportIcon } from '../../ui/icons';
import { ListWithDetail } from '../../ui/ListWithDetail';
import { NothingFound } from '../../ui/NothingFound';
import { Page } from '../../ui/Page';
import { Toolbar } from '../../ui/Toolbar';
import { useRowWindow } from '../../ui/use-row-window';
import { ExportButton } from '../exports/ExportButton';
import { ToIntegrations } from '../integrations/ToIntegrations';
import { LogDetail } from './LogDetail';
import { LogFilters } from './LogFilters';
import { LogLevelTag } from './LogLevelTag';
import { LogParts } from './LogParts';
import { isFiltered, toFilter, useLogStore } from './log-store';
import { SupportTextDialog } from './SupportTextDialog';
import styles from './LogView.module.css';

/** Logging: every message for the office, what it is about and what to do. */
export function LogView() {
  const { t } = useTranslation();
  const { level, table, period, fromDay, toDay, text, run, opened, ticked, showAll, open, tick } = useLogStore();
  const [isForSupport, setIsForSupport] = useState(false);
  const revision = useRevision('log');
  const source = useRowWindow<LogRow>(
    (offset, limit) => api.log.window({ filter: callFilter(useLogStore.getState()), offset, limit }),
    JSON.stringify([level, table, period, fromDay, toDay, text, run]),
    revision,
  );
  const columns = useColumns();

  return (
    <Page layout="fill" title={t('ui.nav.log')} actions={<LogParts chosen="messages" />}>
      <Toolbar
        end={
          <>
            {ticked.size === 0 ? null : (
              <Button size="small" icon={SupportIcon} onPress={() => setIsForSupport(true)}>
                {t('ui.support.ofTicked', { count: ticked.size })}
              </Button>
            )}
            <ExportButton what={() => ({ list: 'log', filter: callFilter(useLogStore.getState()) })} />
          </>
        }
      >
        <LogFilters />
      </Toolbar>
      <ListWithDetail
        onClose={() => open(null)}
        list={
          <DataTable
            label={t('ui.nav.log')}
            source={source}
            columns={columns}
            rowId={(row) => row.id}
            onOpen={open}
            openedId={opened?.id ?? null}
            selectedIds={ticked}
            onSelect={tick}
            empty={
              isFiltered({ level, table, period, fromDay, toDay, text, run }) ? (
                <NothingFound by="filter" onClear={showAll} />
              ) : (
                <EmptyState icon={LogIcon} title={t('ui.log.emptyTitle')} actions={<ToIntegrations />}>
                  {t('ui.log.emptyText')}
                </EmptyState>
              )
            }
          />
        }
        detail={opened ? <LogDetail key={opened.id} row={opened} onClose={() => open(null)} /> : null}
      />
      {isForSupport ? <SupportTextDialog about={{ ids: [...ticked] }} onClose={() => setIsForSupport(false)} /> : null}
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
        widthRem: 9,
        cell: (row) => <LogLevelTag level={row.level} />,
      },
      {
        id: 'table',
        header: t('ui.log.column.table'),
        widthRem: 6.5,
        isExtra: true,
        cell: (row) => t(`ui.log.table.${row.table}`),
      },
      { id: 'record', header: t('ui.log.column.record'), widthRem: 6.5, grow: 1, cell: (row) => row.record },
      {
        id: 'message',
        header: t('ui.log.column.message'),
        widthRem: 8.5,
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
