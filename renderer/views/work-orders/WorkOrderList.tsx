import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveOutcome, WorkOrderRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { formatMinutes } from '../../i18n/minutes-input';
import { useFormats } from '../../i18n/use-formats';
import { useAppStore, useRevision } from '../../shell/app-store';
import type { Route } from '../../shell/routes';
import { ariaKeys, shortcutOf } from '../../shell/shortcuts';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { DataTable, type Column } from '../../ui/DataTable';
import { IconButton } from '../../ui/IconButton';
import { AddIcon, ArchiveIcon, DuplicateIcon, ImportIcon } from '../../ui/icons';
import { NothingFound } from '../../ui/NothingFound';
import { Page } from '../../ui/Page';
import { SearchField } from '../../ui/SearchField';
import { Tabs } from '../../ui/Tabs';
import { showToast } from '../../ui/toasts';
import { Toolbar } from '../../ui/Toolbar';
import { useRowWindow } from '../../ui/use-row-window';
import { ExportButton } from '../exports/ExportButton';
import { SaveHours } from '../exports/SaveHours';
import { ArchiveDialog } from '../archiving/ArchiveDialog';
import { readyIds } from '../archiving/ready-ids';
import { DeliveryTag } from '../queue/DeliveryTag';
import { NewOfTemplate } from '../work-order-templates/NewOfTemplate';
import { useMadeWorkOrder } from '../work-order-templates/use-made-work-order';
import { useNewWorkOrder } from './new-work-order';
import { mayStartIn, NothingInBox } from './NothingInBox';
import { filterOf, useWorkOrdersStore, WORK_ORDER_BOXES } from './work-orders-store';
import styles from './WorkOrderList.module.css';
import { WorkOrderStatusTag } from './WorkOrderStatusTag';

/** All work orders; those that are reported ready can be ticked and archived together. */
export function WorkOrderList({ route }: { route: Route }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { box, search, sort, selected, showBox, setSearch, setSort, select } = useWorkOrdersStore();
  const startNew = useNewWorkOrder();
  const counts = useAppStore((store) => store.overview?.counts);
  const [asked, setAsked] = useState<readonly number[] | null>(null);
  const source = useRowWindow<WorkOrderRow>(
    (offset, limit) => api.workOrders.list({ search, sort, offset, limit, ...filterOf(box) }),
    JSON.stringify([search, sort, box]),
    useRevision('workOrders', 'queue'),
  );
  const { duplicate } = useMadeWorkOrder();
  const columns = useColumns(duplicate);
  const canArchive = box === 'ready';
  // Elsewhere on the screen stands what is more likely wanted.
  const isNewMain = !canArchive && !(source.total === 0 && search === '' && mayStartIn(box));

  // The figures of Overzicht lead to a box.
  useEffect(() => {
    const named = WORK_ORDER_BOXES.find((known) => known === route.detail);
    if (named) showBox(named);
  }, [route.detail, showBox]);

  const askAll = async () => setAsked(await readyIds(search));
  /** The dialog stays open when there is more to tell than that it went well. */
  const archived = ({ archived: done, refused }: ArchiveOutcome) => {
    select(new Set());
    const isAllWell = refused.length === 0 && done.every(({ state }) => state === 'waiting');
    if (!isAllWell || done.length < (asked?.length ?? 0)) return;
    setAsked(null);
    showToast('success', t('ui.workOrders.archivedCount', { count: done.length }));
  };

  return (
    <Page
      layout="fill"
      title={t('ui.nav.work-orders')}
      actions={
        <>
          <Button icon={ImportIcon} onPress={() => navigate('work-orders', 'import')}>
            {t('ui.workOrders.import')}
          </Button>
          <NewOfTemplate />
          <Button
            variant={isNewMain ? 'primary' : 'secondary'}
            icon={AddIcon}
            keys={ariaKeys('newWorkOrder')}
            onPress={() => startNew(null)}
          >
            {t('ui.workOrders.new')}
          </Button>
        </>
      }
    >
      <Tabs
        label={t('ui.nav.work-orders')}
        selected={box}
        onSelect={showBox}
        items={WORK_ORDER_BOXES.map((id) => ({
          id,
          label: id === 'all' || id === 'not-invoiced' ? t(`ui.workOrders.box.${id}`) : t(`ui.status.${id}`),
          count: id === 'all' || id === 'not-invoiced' || !counts ? undefined : formats.count(counts[id]),
        }))}
      >
        <div className={styles.box}>
          <Toolbar
            end={
              canArchive ? (
                <>
                  <Button
                    size="small"
                    variant={selected.size === 0 ? 'primary' : 'secondary'}
                    isDisabled={source.total === 0}
                    onPress={() => void askAll()}
                  >
                    {t('ui.archiving.archiveAll')}
                  </Button>
                  <Button
                    size="small"
                    variant={selected.size === 0 ? 'secondary' : 'primary'}
                    icon={ArchiveIcon}
                    isDisabled={selected.size === 0}
                    onPress={() => setAsked([...selected])}
                  >
                    {selected.size === 0
                      ? t('ui.workOrders.archive')
                      : t('ui.workOrders.archiveCount', { count: selected.size })}
                  </Button>
                </>
              ) : (
                <>
                  {source.total === null
                    ? null
                    : t('ui.table.rows', { count: source.total, shown: formats.count(source.total) })}
                  <SaveHours />
                  <ExportButton what={() => ({ list: 'work-orders', search, sort, ...filterOf(box) })} />
                </>
              )
            }
          >
            <SearchField label={t('ui.workOrders.search')} value={search} onChange={setSearch} />
          </Toolbar>
          <DataTable
            label={t('ui.nav.work-orders')}
            source={source}
            columns={columns}
            rowId={(row) => row.id}
            onOpen={(row) => navigate('work-orders', row.id)}
            onRowKey={(event, row) => {
              if (shortcutOf(event.nativeEvent) !== 'duplicate') return false;
              void duplicate(row.id);
              return true;
            }}
            sort={sort}
            onSort={setSort}
            {...(canArchive ? { selectedIds: selected, onSelect: select } : {})}
            empty={
              search === '' ? (
                <NothingInBox box={box} onNew={() => startNew(null)} onShow={showBox} />
              ) : (
                <NothingFound by="search" onClear={() => setSearch('')} />
              )
            }
          />
        </div>
      </Tabs>
      {asked === null ? null : <ArchiveDialog ids={asked} onClose={() => setAsked(null)} onDone={archived} />}
    </Page>
  );
}

function useColumns(duplicate: (id: number) => Promise<void>): readonly Column<WorkOrderRow>[] {
  const { t } = useTranslation();
  const formats = useFormats();
  return useMemo(
    () => [
      { id: 'number', header: t('ui.workOrders.number'), widthRem: 5.5, sortKey: 'number', cell: (row) => row.number },
      {
        id: 'status',
        header: t('ui.workOrders.status'),
        widthRem: 9,
        sortKey: 'status',
        cell: (row) =>
          row.delivery === null ? <WorkOrderStatusTag status={row.status} /> : <DeliveryTag state={row.delivery} />,
      },
      {
        id: 'customer',
        header: t('ui.customers.one'),
        widthRem: 9,
        grow: 2,
        sortKey: 'customerName',
        cell: (row) => row.customerName,
      },
      {
        id: 'address',
        header: t('ui.workOrders.workAddress'),
        widthRem: 7,
        grow: 2,
        yields: 2,
        cell: (row) => row.workAddressText,
      },
      {
        id: 'description',
        header: t('ui.workOrders.description'),
        widthRem: 9.5,
        grow: 4,
        cell: (row) => row.description,
      },
      {
        id: 'employee',
        header: t('ui.workOrders.employee'),
        widthRem: 6.5,
        yields: 3,
        cell: (row) => row.employeeName,
      },
      {
        id: 'planned',
        header: t('ui.workOrders.planned'),
        widthRem: 7,
        yields: 1,
        sortKey: 'plannedStartAtMs',
        cell: (row) => (row.plannedStartAtMs === null ? '' : formats.momentShort(row.plannedStartAtMs)),
      },
      {
        id: 'hours',
        header: t('ui.workOrders.hours'),
        widthRem: 4,
        yields: 5,
        align: 'end',
        cell: (row) => {
          const minutes = row.workMinutes + row.travelMinutes;
          return minutes === 0 ? '' : formatMinutes(minutes);
        },
      },
      {
        id: 'document',
        header: t('ui.queue.document'),
        widthRem: 5.5,
        yields: 4,
        cell: (row) => row.documentNumber ?? '',
      },
      {
        id: 'duplicate',
        header: t('ui.workOrders.duplicate'),
        isHeaderHidden: true,
        widthRem: 2.75,
        cell: (row) => (
          <IconButton
            icon={DuplicateIcon}
            size="small"
            label={t('ui.workOrders.duplicateOne', { number: row.number })}
            keys={ariaKeys('duplicate')}
            excludeFromTabOrder
            onPress={() => void duplicate(row.id)}
          />
        ),
      },
    ],
    [t, formats, duplicate],
  );
}
