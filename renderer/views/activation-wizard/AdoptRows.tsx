import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CERTAINTIES,
  type AdoptedTable,
  type AdoptionCounts,
  type AdoptionRow,
  type Certainty,
} from '../../../preload/contract/adoption';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { SuccessIcon } from '../../ui/icons';
import { NothingFound } from '../../ui/NothingFound';
import { SearchField } from '../../ui/SearchField';
import { Select } from '../../ui/Select';
import { StatusTag } from '../../ui/StatusTag';
import { Toolbar } from '../../ui/Toolbar';
import { useRowWindow } from '../../ui/use-row-window';
import styles from './AdoptStep.module.css';
import { AdoptDialog } from './AdoptDialog';

type Shown = Certainty | 'undecided';

/** The rows of one table with what they become; Enter or a click decides one. Read in pages: there may be thousands. */
export function AdoptRows({ table, counts }: { table: AdoptedTable; counts: AdoptionCounts }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Shown>(counts.undecided > 0 ? 'undecided' : 'sure');
  const [opened, setOpened] = useState<AdoptionRow | null>(null);
  const revision = useRevision('integrations');
  const filter = shown === 'undecided' ? { undecided: true } : { certainty: shown };
  const source = useRowWindow<AdoptionRow>(
    (offset, limit) => api.integrations.adoptionRows({ table, search, offset, limit, ...filter }),
    JSON.stringify([search, shown]),
    revision,
  );
  const columns = useColumns();
  const countOf = (one: Shown) => formats.count(one === 'undecided' ? counts.undecided : counts[one]);
  const decideAll = (how: 'best' | 'none') => void api.integrations.adoptionDecideAll({ table, how });

  return (
    <>
      <Toolbar
        end={
          source.total === null ? '' : t('ui.table.rows', { count: source.total, shown: formats.count(source.total) })
        }
      >
        <SearchField label={t('ui.adopt.search')} value={search} onChange={setSearch} />
        <Select
          label={t('ui.adopt.show')}
          isLabelHidden
          value={shown}
          onChange={setShown}
          options={(['undecided', ...CERTAINTIES] as const).map((one) => ({
            value: one,
            label: t(`ui.adopt.filter.${one}`, { shown: countOf(one) }),
          }))}
        />
      </Toolbar>
      <div className={styles.rows}>
        <DataTable
          label={t(`ui.adopt.label.${table}`)}
          source={source}
          columns={columns}
          rowId={(row) => row.id}
          onOpen={setOpened}
          empty={
            search === '' ? (
              <EmptyState icon={SuccessIcon} title={t('ui.adopt.nothing')}>
                {t('ui.adopt.nothingText')}
              </EmptyState>
            ) : (
              <NothingFound by="search" onClear={() => setSearch('')} />
            )
          }
        />
      </div>
      {counts.undecided > 0 ? (
        <div className={styles.bulk}>
          <Button onPress={() => decideAll('best')}>{t('ui.adopt.allBest', { count: counts.undecided })}</Button>
          <Button onPress={() => decideAll('none')}>{t('ui.adopt.allNone', { count: counts.undecided })}</Button>
        </div>
      ) : null}
      {opened ? <AdoptDialog row={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

const TONE = { sure: 'success', doubtful: 'warning', none: 'neutral' } as const;

function useColumns(): readonly Column<AdoptionRow>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'label', header: t('ui.adopt.column.here'), widthRem: 12, grow: 2, cell: (row) => row.label },
      {
        id: 'becomes',
        header: t('ui.adopt.column.becomes'),
        widthRem: 14,
        grow: 2,
        cell: (row) =>
          row.isDecided
            ? (labelOf(row, row.chosen) ?? t('ui.adopt.notAdopted'))
            : t('ui.adopt.maybe', { label: row.candidates[0]?.label ?? '' }),
      },
      {
        id: 'certainty',
        header: t('ui.adopt.column.certainty'),
        widthRem: 7,
        cell: ({ certainty }) => <StatusTag tone={TONE[certainty]}>{t(`ui.adopt.certainty.${certainty}`)}</StatusTag>,
      },
      {
        id: 'open',
        header: t('ui.adopt.column.open'),
        widthRem: 8,
        align: 'end',
        cell: ({ openWorkOrders }) => (openWorkOrders === 0 ? '' : openWorkOrders),
      },
    ],
    [t],
  );
}

const labelOf = ({ candidates }: AdoptionRow, chosen: string | null): string | undefined =>
  candidates.find(({ externalId }) => externalId === chosen)?.label;
