import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CleanUpQuestion, CleanUpRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { DataTable, type Column, type Sort } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { SuccessIcon } from '../../ui/icons';
import { NothingFound } from '../../ui/NothingFound';
import { SearchField } from '../../ui/SearchField';
import { StatusTag } from '../../ui/StatusTag';
import { Toolbar } from '../../ui/Toolbar';
import { useRowWindow } from '../../ui/use-row-window';
import styles from './CleanUpDialog.module.css';

type Props = {
  question: CleanUpQuestion;
  /** The record of a row is shown in place of this. */
  onLeave: () => void;
};

/** The rows that would go, those that stay because a work order needs them first. Read in pages: there may be thousands. */
export function CleanUpRows({ question: { id, resource }, onLeave }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort | null>(null);
  const revision = useRevision(resource === 'customers' ? 'customers' : 'articles');
  const source = useRowWindow<CleanUpRow>(
    (offset, limit) => api.sync.cleanUpRows({ id, search, offset, limit, ...(sort ? { sort } : {}) }),
    JSON.stringify([search, sort]),
    revision,
  );
  const columns = useColumns();
  const open = (row: CleanUpRow) => {
    if (resource === 'articleGroups') return;
    onLeave();
    navigate(resource, row.id);
  };
  return (
    <>
      <Toolbar
        end={
          source.total === null ? '' : t('ui.table.rows', { count: source.total, shown: formats.count(source.total) })
        }
      >
        <SearchField label={t('ui.cleanUp.search')} value={search} onChange={setSearch} />
      </Toolbar>
      <div className={styles.rows}>
        <DataTable
          label={t('ui.cleanUp.table')}
          source={source}
          columns={columns}
          rowId={(row) => row.id}
          onOpen={open}
          sort={sort}
          onSort={setSort}
          isMuted={(row) => row.openWorkOrders > 0}
          empty={
            search === '' ? (
              <EmptyState icon={SuccessIcon} title={t('ui.cleanUp.nothingLeft')}>
                {t('ui.cleanUp.nothingLeftText')}
              </EmptyState>
            ) : (
              <NothingFound by="search" onClear={() => setSearch('')} />
            )
          }
        />
      </div>
    </>
  );
}

function useColumns(): readonly Column<CleanUpRow>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('ui.cleanUp.column.number'),
        widthRem: 7,
        sortKey: 'number',
        cell: (row) => row.number,
      },
      {
        id: 'label',
        header: t('ui.cleanUp.column.label'),
        widthRem: 12,
        grow: 2,
        sortKey: 'label',
        cell: (row) => row.label,
      },
      {
        id: 'reason',
        header: t('ui.cleanUp.column.reason'),
        widthRem: 10,
        sortKey: 'reason',
        cell: (row) => t(`ui.cleanUp.reason.${row.reason}`),
      },
      {
        id: 'workOrders',
        header: t('ui.cleanUp.column.workOrders'),
        widthRem: 11,
        grow: 1,
        sortKey: 'workOrders',
        cell: ({ workOrders, openWorkOrders }) => {
          if (openWorkOrders === 0) return null;
          const numbers = workOrders.join(', ');
          const more = openWorkOrders - workOrders.length;
          return (
            <StatusTag tone="neutral">
              {more > 0 ? t('ui.cleanUp.staysMore', { numbers, more }) : t('ui.cleanUp.stays', { numbers })}
            </StatusTag>
          );
        },
      },
    ],
    [t],
  );
}
