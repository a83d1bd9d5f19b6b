import { useDraggable, useDroppable } from '@dnd-kit/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployeeRow, PlanningRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { classNames } from '../../ui/class-names';
import { ErrorState } from '../../ui/ErrorState';
import { IconButton } from '../../ui/IconButton';
import { PlanIcon } from '../../ui/icons';
import { NothingFound } from '../../ui/NothingFound';
import { SearchField } from '../../ui/SearchField';
import { useRowWindow } from '../../ui/use-row-window';
import { Spoken } from '../../ui/Spoken';
import type { DropTarget, Grabbed } from './drop-target';
import { usePlanningStore } from './planning-store';
import styles from './UnplannedList.module.css';
import { useCarriedId } from './use-board';

type Props = {
  employees: readonly EmployeeRow[];
  onPlan: (row: PlanningRow) => void;
  onOpen: (row: PlanningRow) => void;
  /** A key that was pressed on a work order of the list. */
  onKeyDown: (event: KeyboardEvent, row: PlanningRow) => void;
};

const TARGET: DropTarget = { kind: 'unplanned' };
const ITEM_REM = 4;
const OVERSCAN = 6;

/** Work orders without a moment: dragged onto the board from here, and off it by dropping them here. */
export const UnplannedList = memo(function UnplannedList({ employees, onPlan, onOpen, onKeyDown }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const search = usePlanningStore((store) => store.search);
  const setSearch = usePlanningStore((store) => store.setSearch);
  const saving = usePlanningStore((store) => store.saving);
  const carriedId = useCarriedId();
  const source = useRowWindow<PlanningRow>(
    (offset, limit) => api.planning.unplanned({ search, offset, limit }),
    search,
    useRevision('workOrders', 'customers'),
  );
  const { setNodeRef, isOver } = useDroppable({ id: 'unplanned', data: TARGET });
  const scroller = useRef<HTMLDivElement>(null);
  const total = source.total ?? 0;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ITEM_REM * remPx(),
    overscan: OVERSCAN,
  });
  const items = virtualizer.getVirtualItems();
  const { show } = source;
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => show(first, last), [show, first, last]);

  const onListKeyDown = (event: KeyboardEvent) => {
    const item = (event.target as Element).closest<HTMLElement>('[data-index]');
    if (item === null) return;
    const index = Number(item.dataset.index);
    const row = source.row(index);
    if (row === undefined || event.target !== item) return;
    onKeyDown(event, row);
    if (event.defaultPrevented || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(total - 1, index + (event.key === 'ArrowDown' ? 1 : -1)));
    virtualizer.scrollToIndex(next);
    scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
  };

  return (
    <section className={styles.pane} aria-label={t('ui.planning.unplanned')}>
      <h2 className={styles.title}>
        {t('ui.planning.unplanned')}
        {source.total === null ? null : <span className={styles.count}>{formats.count(source.total)}</span>}
      </h2>
      <div className={styles.search}>
        <SearchField label={t('ui.planning.search')} value={search} onChange={setSearch} />
      </div>
      <div
        ref={(element) => {
          setNodeRef(element);
          scroller.current = element;
        }}
        className={classNames(styles.scroller, isOver && styles.over)}
        tabIndex={total === 0 ? 0 : -1}
        onKeyDown={onListKeyDown}
      >
        {source.failure !== null ? <ErrorState failure={source.failure} onRetry={source.retry} /> : null}
        {source.total === 0 ? (
          search === '' ? (
            <div className={styles.empty}>
              <p>{t('ui.planning.allPlanned')}</p>
              <p>{t('ui.planning.allPlannedText')}</p>
            </div>
          ) : (
            <NothingFound by="search" onClear={() => setSearch('')} />
          )
        ) : null}
        {total === 0 ? null : (
          <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
            {items.map(({ index, start, size }) => {
              const row = source.row(index);
              return (
                <li key={index} className={styles.place} style={{ height: size, transform: `translateY(${start}px)` }}>
                  {row === undefined ? null : (
                    <Item
                      row={row}
                      index={index}
                      employeeName={employees.find(({ id }) => id === row.employeeId)?.name ?? ''}
                      isPale={row.id === carriedId || saving.has(row.id)}
                      isTabStop={index === first}
                      onPlan={onPlan}
                      onOpen={onOpen}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
});

const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

type ItemProps = Pick<Props, 'onPlan' | 'onOpen'> & {
  row: PlanningRow;
  index: number;
  employeeName: string;
  isPale: boolean;
  isTabStop: boolean;
};

const Item = memo(function Item({ row, index, employeeName, isPale, isTabStop, onPlan, onOpen }: ItemProps) {
  const { t } = useTranslation();
  const grabbed: Grabbed = { kind: 'move', row, part: null };
  const { setNodeRef, listeners, attributes } = useDraggable({ id: `unplanned ${row.id}`, data: grabbed });
  const customer = row.customerName || t('ui.planning.noCustomer');
  const details = [row.city, employeeName].filter(Boolean).join(' · ');
  const label = [t('ui.workOrders.oneWithNumber', { number: row.number }), customer, details, row.description]
    .filter(Boolean)
    .join(', ');
  return (
    <div className={classNames(styles.item, isPale && styles.pale)}>
      <div
        ref={setNodeRef}
        {...listeners}
        role="button"
        aria-roledescription={t('ui.planning.blockRole')}
        aria-describedby={attributes['aria-describedby']}
        title={label}
        tabIndex={isTabStop ? 0 : -1}
        data-index={index}
        data-work-order={row.id}
        className={styles.grip}
        onDoubleClick={() => onOpen(row)}
      >
        <Spoken>{label}</Spoken>
        <span className={styles.face} aria-hidden="true">
          <span className={styles.number}>{row.number}</span>
          <span className={styles.customer}>{customer}</span>
          <span className={styles.line}>{details}</span>
          <span className={styles.line}>{row.description}</span>
        </span>
      </div>
      <IconButton
        icon={PlanIcon}
        size="small"
        label={t('ui.planning.planOne', { number: row.number })}
        onPress={() => onPlan(row)}
      />
    </div>
  );
});
