import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { recordId, type Route } from '../../shell/routes';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { DataTable, type Column } from '../../ui/DataTable';
import { AddIcon, CustomerIcon } from '../../ui/icons';
import { ListWithDetail } from '../../ui/ListWithDetail';
import { NothingFound } from '../../ui/NothingFound';
import { Page } from '../../ui/Page';
import { SearchField } from '../../ui/SearchField';
import { StatusTag } from '../../ui/StatusTag';
import { Toolbar } from '../../ui/Toolbar';
import { useRowWindow } from '../../ui/use-row-window';
import { ExportButton } from '../exports/ExportButton';
import { NothingPulled } from '../integrations/NothingPulled';
import { CustomerDetailPanel } from './CustomerDetailPanel';
import { NewCustomerDialog } from './NewCustomerDialog';
import { useCustomersStore } from './customers-store';

/** Klanten: they come from the accounting package; own work addresses are added here. */
export function CustomersView({ route }: { route: Route }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { search, sort, setSearch, setSort } = useCustomersStore();
  const [isAdding, setIsAdding] = useState(false);
  const revision = useRevision('customers');
  const shown = { search, ...(sort === null ? {} : { sort }) };
  const source = useRowWindow<CustomerRow>(
    (offset, limit) => api.customers.list({ ...shown, offset, limit }),
    JSON.stringify([search, sort]),
    revision,
  );
  const columns = useColumns();
  const openedId = recordId(route);

  return (
    <Page
      layout="fill"
      title={t('ui.nav.customers')}
      intro={t('ui.customers.intro')}
      actions={
        <Button icon={AddIcon} onPress={() => setIsAdding(true)}>
          {t('ui.customers.add')}
        </Button>
      }
    >
      <Toolbar
        end={
          <>
            {source.total === null
              ? ''
              : t('ui.table.rows', { count: source.total, shown: formats.count(source.total) })}
            <ExportButton what={() => ({ list: 'customers', ...shown })} />
          </>
        }
      >
        <SearchField label={t('ui.customers.search')} value={search} onChange={setSearch} />
      </Toolbar>
      <ListWithDetail
        onClose={() => navigate('customers')}
        list={
          <DataTable
            label={t('ui.nav.customers')}
            source={source}
            columns={columns}
            rowId={(row) => row.id}
            onOpen={(row) => navigate('customers', row.id)}
            openedId={openedId}
            sort={sort}
            onSort={setSort}
            isMuted={(row) => !row.active}
            empty={
              search === '' ? (
                <NothingPulled of="customers" icon={CustomerIcon} />
              ) : (
                <NothingFound by="search" onClear={() => setSearch('')} />
              )
            }
          />
        }
        detail={openedId === null ? null : <CustomerDetailPanel key={openedId} customerId={openedId} />}
      />
      <NewCustomerDialog
        isOpen={isAdding}
        onClose={() => setIsAdding(false)}
        onAdded={({ id }) => navigate('customers', id)}
      />
    </Page>
  );
}

function useColumns(): readonly Column<CustomerRow>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('ui.customers.number'),
        widthRem: 6.5,
        align: 'end',
        sortKey: 'number',
        cell: (row) => row.number,
      },
      { id: 'name', header: t('ui.customers.name'), widthRem: 13, grow: 3, sortKey: 'name', cell: (row) => row.name },
      { id: 'street', header: t('ui.address.street'), widthRem: 10, grow: 2, isExtra: true, cell: (row) => row.street },
      { id: 'postcode', header: t('ui.address.postcode'), widthRem: 6, isExtra: true, cell: (row) => row.postcode },
      { id: 'city', header: t('ui.address.city'), widthRem: 8, grow: 1, sortKey: 'city', cell: (row) => row.city },
      { id: 'phone', header: t('ui.customers.phone'), widthRem: 8.5, isExtra: true, cell: (row) => row.phone },
      {
        id: 'origin',
        header: t('ui.origin.column'),
        widthRem: 7.5,
        cell: (row) =>
          !row.active ? (
            <StatusTag tone="neutral">{t('ui.origin.inactive')}</StatusTag>
          ) : row.origin === 'simon' ? (
            <StatusTag tone="warning">{t('ui.origin.simon')}</StatusTag>
          ) : null,
      },
    ],
    [t],
  );
}
