import { useEffect, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { mendedBy, type QueueGroup } from '../../../preload/contract/queue-decisions';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useAppStore, useRevision } from '../../shell/app-store';
import { recordId, type Route } from '../../shell/routes';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { DataTable } from '../../ui/DataTable';
import { DoNotSendIcon, RetryIcon } from '../../ui/icons';
import { ListWithDetail } from '../../ui/ListWithDetail';
import { NothingFound } from '../../ui/NothingFound';
import { Page } from '../../ui/Page';
import { SearchField } from '../../ui/SearchField';
import { Select } from '../../ui/Select';
import { Tabs } from '../../ui/Tabs';
import { Toolbar } from '../../ui/Toolbar';
import { useRowWindow } from '../../ui/use-row-window';
import { ExportButton } from '../exports/ExportButton';
import type { Target } from './decision';
import { NothingInQueue } from './NothingInQueue';
import { QUEUE_BOXES, type QueueBox } from './queue-choice';
import { QueueDetailPanel } from './QueueDetailPanel';
import { QueueGroupHeading } from './QueueGroupHeading';
import { entryItem, itemId, type QueueItem } from './queue-items';
import { filterOf, mayGroup, QUEUE_PERIODS, sincePeriod, useQueueStore } from './queue-store';
import { ACTION_KEY } from './row-action';
import { useGroupedQueue } from './use-grouped-queue';
import { useQueueActions } from './use-queue-actions';
import { useQueueColumns } from './use-queue-columns';
import styles from './QueueView.module.css';

/** Archiefwachtrij: every archived work order on its way to the accounting package. */
export function QueueView({ route }: { route: Route }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { box, period, search, selected, isGrouped, turned, showBox, showPeriod, setSearch, select, group, turn } =
    useQueueStore();
  const shown = { search, ...filterOf(box), ...sincePeriod(period, Date.now()) };
  const query = JSON.stringify(shown);
  const revision = useRevision('queue');
  const counts = useAppStore((store) => store.overview?.queue);
  const pdfsHeld = useAppStore((store) => store.overview?.pdfs.held ?? 0);
  const inGroups = isGrouped && mayGroup(box);
  const plain = useRowWindow<QueueItem>(
    async (offset, limit) => {
      const { total, rows } = await api.queue.list({ ...shown, offset, limit });
      return { total, rows: rows.map(entryItem) };
    },
    query,
    revision,
  );
  const grouped = useGroupedQueue(shown, query, revision, turned, inGroups);
  const source = inGroups ? grouped : plain;
  const actions = useQueueActions();
  const columns = useQueueColumns(box, actions.act);
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

  const countOf = (name: QueueBox): string | undefined => {
    if (!counts || name === 'all') return undefined;
    if (name === 'pdfs') return formats.count(pdfsHeld);
    if (name === 'open') return formats.count(counts.waiting + counts.sending + counts.unsure + counts.blocked);
    return formats.count(counts[name]);
  };
  const targetOf = ({ cause }: QueueGroup): Target => ({ listed: { ...shown, cause } });
  const open = (item: QueueItem) => {
    if (item.kind === 'entry') navigate('queue', item.entry.id);
    else turn(item.group.cause);
  };
  const onRowKey = (event: KeyboardEvent, item: QueueItem): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const isAction = event.key.toUpperCase() === ACTION_KEY;
    if (item.kind === 'entry') {
      if (isAction) actions.act(item.entry);
      return isAction;
    }
    const mends = item.group.problem === null ? [] : mendedBy(item.group.problem);
    if (isAction && mayCorrectIn(box) && mends.length > 0) actions.correct(targetOf(item.group), mends);
    else if (isAction && mayRetryIn(box)) actions.decide('retry', targetOf(item.group));
    else if (event.key === 'ArrowRight' && !item.isOpen) turn(item.group.cause);
    else if (event.key === 'ArrowLeft' && item.isOpen) turn(item.group.cause);
    else return false;
    return true;
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
                <>
                  <Button size="small" icon={RetryIcon} onPress={() => actions.decide('retry', { ids: [...selected] })}>
                    {t('ui.queue.retrySelected', { count: selected.size })}
                  </Button>
                  <Button
                    size="small"
                    icon={DoNotSendIcon}
                    onPress={() => actions.decide('skip', { ids: [...selected] })}
                  >
                    {t('ui.queue.skipSelected', { count: selected.size })}
                  </Button>
                </>
              ) : (
                <>
                  {mayRetryIn(box) && (source.total ?? 0) > 0 ? (
                    <Button size="small" icon={RetryIcon} onPress={() => actions.decide('retry', { listed: shown })}>
                      {t('ui.queue.retryAll')}
                    </Button>
                  ) : null}
                  <ExportButton what={() => ({ list: 'queue', ...shown })} />
                </>
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
            {mayGroup(box) ? (
              <div className={styles.grouping}>
                <Checkbox isSelected={isGrouped} onChange={group}>
                  {t('ui.queue.group')}
                </Checkbox>
              </div>
            ) : null}
          </Toolbar>
          {inGroups && grouped.otherEntries > 0 ? (
            <Banner tone="info" title={t('ui.queue.otherCauses', { count: grouped.otherEntries })} />
          ) : null}
          <ListWithDetail
            onClose={() => navigate('queue')}
            list={
              <DataTable
                key={inGroups ? 'grouped' : 'plain'}
                label={t('ui.nav.queue')}
                source={source}
                columns={columns}
                rowId={itemId}
                onOpen={open}
                onRowKey={onRowKey}
                openedId={openedId}
                selectedIds={selected}
                onSelect={(ids) => select(new Set([...ids].filter((id) => id > 0)))}
                isMuted={(item) => item.kind === 'entry' && item.entry.state === 'withdrawn'}
                spanning={(item) =>
                  item.kind === 'entry' ? null : (
                    <QueueGroupHeading
                      group={item.group}
                      isOpen={item.isOpen}
                      mayRetry={mayRetryIn(box)}
                      mayCorrect={mayCorrectIn(box)}
                      onRetry={() => actions.decide('retry', targetOf(item.group))}
                      onCorrect={() =>
                        actions.correct(
                          targetOf(item.group),
                          item.group.problem === null ? [] : mendedBy(item.group.problem),
                        )
                      }
                    />
                  )
                }
                empty={
                  search !== '' || period !== 'all' ? (
                    <NothingFound
                      by={search === '' ? 'filter' : 'search'}
                      onClear={() => {
                        setSearch('');
                        showPeriod('all');
                      }}
                    />
                  ) : (
                    <NothingInQueue box={box} />
                  )
                }
              />
            }
            detail={openedId === null ? null : <QueueDetailPanel key={openedId} entryId={openedId} actions={actions} />}
          />
        </div>
      </Tabs>
      {actions.dialog}
    </Page>
  );
}

/** Boxes with entries that can be tried again, and with entries that another article or customer may mend. */
const mayRetryIn = (box: QueueBox): boolean => box === 'waiting' || box === 'blocked' || box === 'skipped';
const mayCorrectIn = (box: QueueBox): boolean => box === 'blocked';
