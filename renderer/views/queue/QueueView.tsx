import { Archive, RotateCw } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../../preload/contract/views';
import { numbersOf } from '../../../preload/contract/work-order-numbers';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { useAppStore, useRevision } from '../../shell/app-store';
import { endOfPause } from '../../shell/end-of-pause';
import { recordId, type Route } from '../../shell/routes';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { DataTable, type Column } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { ListWithDetail } from '../../ui/ListWithDetail';
import { Page } from '../../ui/Page';
import { SearchField } from '../../ui/SearchField';
import { Select } from '../../ui/Select';
import { Tabs } from '../../ui/Tabs';
import { showToast } from '../../ui/toasts';
import { Toolbar } from '../../ui/Toolbar';
import { useRowWindow } from '../../ui/use-row-window';
import { ExportButton } from '../exports/ExportButton';
import { DeliveryTag } from './DeliveryTag';
import { PdfTag } from './PdfTag';
import { QueueDetailPanel } from './QueueDetailPanel';
import { filterOf, QUEUE_BOXES, QUEUE_PERIODS, sentPdfs, sincePeriod, useQueueStore } from './queue-store';
import styles from './QueueView.module.css';

/** Archiefwachtrij: every archived work order on its way to the accounting package. */
export function QueueView({ route }: { route: Route }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const { box, period, search, selected, showBox, showPeriod, setSearch, select, retry } = useQueueStore();
  const shown = { search, ...filterOf(box), ...sincePeriod(period, Date.now()) };
  const counts = useAppStore((store) => store.overview?.queue);
  const pdfsHeld = useAppStore((store) => store.overview?.pdfs.held ?? 0);
  const source = useRowWindow<QueueRow>(
    (offset, limit) => api.queue.list({ ...shown, offset, limit }),
    JSON.stringify(shown),
    useRevision('queue'),
  );
  const columns = useColumns();
  // Most packages take no PDFs, and most PDFs arrive: the box is there when something is in it.
  const boxes = QUEUE_BOXES.filter((name) => name !== 'pdfs' || pdfsHeld > 0 || box === 'pdfs');
  const openedId = recordId(route);

  // The figures of Overzicht lead to a box, some of them with a period behind it: `booked-week`.
  useEffect(() => {
    const [name, within] = route.detail?.split('-') ?? [];
    const named = QUEUE_BOXES.find((known) => known === name);
    if (!named) return;
    showBox(named);
    showPeriod(QUEUE_PERIODS.find((known) => known === within) ?? 'all');
  }, [route.detail, showBox, showPeriod]);

  const retrySelected = async () => {
    const outcome = await retry([...selected]);
    if (outcome.ok) showToast('success', t('ui.queue.retried', { count: outcome.value.retried }));
    else showToast('error', problemText(outcome.problem, language).message);
  };
  const countOf = (name: (typeof QUEUE_BOXES)[number]): string | undefined => {
    if (!counts || name === 'all') return undefined;
    if (name === 'pdfs') return formats.count(pdfsHeld);
    if (name === 'open') return formats.count(counts.waiting + counts.sending + counts.unsure + counts.blocked);
    return formats.count(name === 'waiting' ? counts.waiting + counts.sending : counts[name]);
  };

  return (
    <Page layout="fill" title={t('ui.nav.queue')} intro={t('ui.queue.intro')}>
      <Tabs
        label={t('ui.nav.queue')}
        selected={box}
        onSelect={showBox}
        items={boxes.map((id) => ({
          id,
          label: id === 'all' ? t('ui.queue.all') : t(`ui.queue.box.${id}`),
          count: countOf(id),
        }))}
      >
        <div className={styles.box}>
          <Toolbar
            end={
              selected.size > 0 ? (
                <Button size="small" icon={RotateCw} onPress={() => void retrySelected()}>
                  {t('ui.queue.retrySelected', { count: selected.size })}
                </Button>
              ) : (
                <ExportButton what={() => ({ list: 'queue', ...shown })} />
              )
            }
          >
            <SearchField label={t('ui.queue.search')} value={search} onChange={setSearch} />
            <div className={styles.filter}>
              <Select
                label={t('ui.queue.period')}
                isLabelHidden
                value={period}
                onChange={showPeriod}
                options={QUEUE_PERIODS.map((value) => ({ value, label: t(`ui.queue.periods.${value}`) }))}
              />
            </div>
          </Toolbar>
          <ListWithDetail
            list={
              <DataTable
                label={t('ui.nav.queue')}
                source={source}
                columns={columns}
                rowId={(row) => row.id}
                onOpen={(row) => navigate('queue', row.id)}
                openedId={openedId}
                selectedIds={selected}
                onSelect={select}
                isMuted={(row) => row.state === 'withdrawn'}
                empty={
                  <EmptyState icon={Archive} title={t('ui.queue.emptyTitle')}>
                    {t('ui.queue.emptyText')}
                  </EmptyState>
                }
              />
            }
            detail={openedId === null ? null : <QueueDetailPanel key={openedId} entryId={openedId} />}
          />
        </div>
      </Tabs>
    </Page>
  );
}

function useColumns(): readonly Column<QueueRow>[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const pausedUntilMs = useAppStore((store) => endOfPause(store.sync));
  return useMemo(
    () => [
      { id: 'number', header: t('ui.workOrders.one'), widthRem: 6.5, cell: numbersOf },
      {
        id: 'state',
        header: t('ui.queue.state'),
        widthRem: 10,
        cell: (row) => <DeliveryTag state={row.state} isHeld={row.held} />,
      },
      { id: 'customer', header: t('ui.customers.one'), widthRem: 9, grow: 2, cell: (row) => row.customerName },
      {
        id: 'reason',
        header: t('ui.queue.reason'),
        isExtra: true,
        widthRem: 10,
        grow: 3,
        cell: (row) =>
          row.state === 'waiting' && pausedUntilMs !== null
            ? t('ui.delivery.waitingUntil', { time: formats.timeOrDay(pausedUntilMs) })
            : row.problem
              ? problemText(row.problem, language).message
              : '',
      },
      {
        id: 'document',
        header: t('ui.queue.document'),
        widthRem: 6.5,
        isExtra: true,
        cell: (row) => row.documentNumber ?? '',
      },
      {
        id: 'pdfs',
        header: t('ui.queue.pdfs'),
        widthRem: 6.5,
        isExtra: true,
        cell: (row) =>
          row.pdfs.some(({ state }) => state === 'held') ? (
            <PdfTag state="held" />
          ) : row.pdfs.length === 0 ? (
            ''
          ) : (
            `${sentPdfs(row)}/${row.pdfs.length}`
          ),
      },
      {
        id: 'total',
        header: t('ui.queue.total'),
        widthRem: 8,
        align: 'end',
        cell: (row) => (row.totalExclVat === null ? '' : formats.money(row.totalExclVat)),
      },
      {
        id: 'archivedAt',
        header: t('ui.queue.archivedAt'),
        widthRem: 8,
        isExtra: true,
        cell: (row) => formats.momentShort(row.archivedAtMs),
      },
    ],
    [t, formats, language, pausedUntilMs],
  );
}
