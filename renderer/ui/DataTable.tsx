import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { Focusable } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats';
import { classNames } from './class-names';
import styles from './DataTable.module.css';
import { ErrorState } from './ErrorState';
import { Icon } from './Icon';
import { AscendingIcon, DescendingIcon, PartlyTickedIcon, TickedIcon } from './icons';
import { LoadingState } from './LoadingState';
import type { RowSource } from './row-source';
import { rangeBetween, toggled, type SelectedIds } from './row-selection';
import { Spoken } from './Spoken';
import { Tooltip } from './Tooltip';
import { useVisibleRows } from './use-visible-rows';

export type Column<T> = {
  readonly id: string;
  readonly header: string;
  /** For a column of buttons: the header is read aloud only. */
  readonly isHeaderHidden?: boolean;
  /** Width at least, in rem. */
  readonly widthRem: number;
  /** Share of the room that is left; 0 (the default) keeps the column as it is. */
  readonly grow?: number;
  /** `end` for numbers: right aligned, figures of equal width. */
  readonly align?: 'start' | 'end';
  readonly cell: (row: T) => ReactNode;
  /** Left out while a row is open beside the table. */
  readonly isExtra?: boolean;
  /** Left out when the table has no room for all columns: the highest number first; without one it always stays. */
  readonly yields?: number;
  /** Name of the order in the call that lists; without it the column cannot be sorted. */
  readonly sortKey?: string;
};

export type Sort = { readonly key: string; readonly descending: boolean };

type Props<T> = {
  label: string;
  source: RowSource<T>;
  columns: readonly Column<T>[];
  rowId: (row: T) => number;
  /** Enter, or a click on the row. */
  onOpen: (row: T) => void;
  /** Further keys on the active row; true when the key meant something. */
  onRowKey?: (event: KeyboardEvent, row: T) => boolean;
  /** The row shown beside the table. */
  openedId?: number | null;
  /** Shown in place of the rows when there are none. */
  empty: ReactNode;
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  /** With these two each row has a box to tick. */
  selectedIds?: SelectedIds;
  onSelect?: (ids: SelectedIds) => void;
  /** Muted: inactive or done. */
  isMuted?: (row: T) => boolean;
  /** What a row shows over all columns, such as the heading of those below it; null: its cells. It is not ticked. */
  spanning?: (row: T) => ReactNode | null;
};

/** The row height token in pixels, at the size of text that the user chose. */
function rowHeightPx(): number {
  const root = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(root.fontSize) || 16;
  return (Number.parseFloat(root.getPropertyValue('--row-height')) || 2.25) * rem;
}

const TICK_COLUMN_REM = 2.25;
/** Room at both sides of a row. */
const ROW_PADDING_REM = 1;

const widthOf = <T,>(columns: readonly Column<T>[], canSelect: boolean): number =>
  columns.reduce((sum, { widthRem }) => sum + widthRem, ROW_PADDING_REM + (canSelect ? TICK_COLUMN_REM : 0));

/** The columns for which there is room; those that may not be left out stay. */
function fitting<T>(columns: readonly Column<T>[], canSelect: boolean, roomRem: number): readonly Column<T>[] {
  const most = Math.max(0, ...columns.map(({ yields = 0 }) => yields));
  if (most === 0 || widthOf(columns, canSelect) <= roomRem) return columns;
  const last = columns.findLastIndex(({ yields = 0 }) => yields === most);
  return fitting(columns.toSpliced(last, 1), canSelect, roomRem);
}

function columnTemplate<T>(columns: readonly Column<T>[], canSelect: boolean): string {
  const widths = columns.map(({ widthRem, grow = 0 }) =>
    grow === 0 ? `${widthRem}rem` : `minmax(${widthRem}rem, ${grow}fr)`,
  );
  return (canSelect ? [`${TICK_COLUMN_REM}rem`, ...widths] : widths).join(' ');
}

/**
 * The one table of the app: draws only the rows on screen, so a million cost as much as thirty.
 * The grid has one tab stop; arrows, Page Up/Down, Home and End move, Enter opens, Space ticks, Shift extends.
 */
export function DataTable<T>({
  label,
  source,
  columns: allColumns,
  rowId,
  onOpen,
  onRowKey,
  openedId = null,
  empty,
  sort = null,
  onSort,
  selectedIds,
  onSelect,
  isMuted,
  spanning,
}: Props<T>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const tableId = useId();
  const [height] = useState(rowHeightPx);
  const [active, setActive] = useState(0);
  const [hasFocus, setHasFocus] = useState(false);
  const anchor = useRef(0);
  const total = source.total ?? 0;
  const canSelect = selectedIds !== undefined && onSelect !== undefined;
  const { scroller, scrollerRef, first, last, bodyPx, topPx, pageRows, scrollTo } = useVisibleRows({
    count: total,
    rowPx: height,
  });
  const roomRem = useRoomRem(scroller);
  const columns = fitting(
    openedId === null ? allColumns : allColumns.filter(({ isExtra }) => !isExtra),
    canSelect,
    roomRem,
  );

  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const show = source.show;
  useEffect(() => show(first, Math.max(0, last)), [show, first, last]);

  // Another search or order: what stood in the middle says nothing any more.
  const { list } = source;
  const listed = useRef(list);
  useEffect(() => {
    if (listed.current === list) return;
    listed.current = list;
    anchor.current = 0;
    setActive(0);
    scrollTo(0);
  }, [list, scrollTo]);

  const activeIndex = Math.min(active, Math.max(0, total - 1));
  const goTo = (index: number) => {
    const target = Math.max(0, Math.min(total - 1, index));
    setActive(target);
    scrollTo(target);
    return target;
  };

  const select = (index: number, extend: boolean) => {
    const row = source.row(index);
    if (!canSelect || !row || spanning?.(row) != null) return;
    if (extend) onSelect(rangeBetween(selectedIds, anchor.current, index, source.row, rowId));
    else {
      anchor.current = index;
      onSelect(toggled(selectedIds, rowId(row)));
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || total === 0) return;
    const moves: Partial<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      PageDown: activeIndex + pageRows,
      PageUp: activeIndex - pageRows,
      Home: 0,
      End: total - 1,
    };
    const activeRow = source.row(activeIndex);
    if (activeRow !== undefined && onRowKey?.(event, activeRow)) {
      event.preventDefault();
      return;
    }
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const target = goTo(next);
      if (event.shiftKey) select(target, true);
      else anchor.current = target;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const row = source.row(activeIndex);
      if (row) onOpen(row);
    } else if (event.key === ' ') {
      event.preventDefault();
      select(activeIndex, event.shiftKey);
    }
  };

  const onRowClick = (event: MouseEvent, index: number, row: T) => {
    setActive(index);
    const onBox = (event.target as Element).closest('[data-tick]') !== null;
    if (canSelect && (onBox || event.ctrlKey || event.metaKey || event.shiftKey)) select(index, event.shiftKey);
    else onOpen(row);
  };

  if (source.failure !== null && source.total === null)
    return <ErrorState failure={source.failure} onRetry={source.retry} />;
  if (source.total === null) return <LoadingState />;
  if (total === 0) return <div className={styles.empty}>{empty}</div>;

  const template = columnTemplate(columns, canSelect);
  const minWidth = `${widthOf(columns, canSelect)}rem`;
  const tickedOnScreen = canSelect && selectedIds.size > 0;
  const columnOffset = canSelect ? 2 : 1;

  return (
    <div className={styles.frame}>
      <div
        ref={scrollerRef}
        className={styles.table}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + (canSelect ? 1 : 0)}
        aria-multiselectable={canSelect || undefined}
        aria-activedescendant={activeIndex >= first && activeIndex <= last ? `${tableId}-${activeIndex}` : undefined}
        onKeyDown={onKeyDown}
        onFocus={(event) => setHasFocus(event.target === event.currentTarget)}
        onBlur={() => setHasFocus(false)}
      >
        <div role="rowgroup" className={styles.head} style={{ minWidth }}>
          <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
            {canSelect ? (
              <div role="columnheader" aria-colindex={1} className={styles.tickCell}>
                {tickedOnScreen ? (
                  <Tooltip text={t('ui.table.tickNone')}>
                    <Focusable>
                      <button
                        type="button"
                        className={styles.tickAll}
                        aria-label={t('ui.table.tickNone')}
                        onClick={() => onSelect(new Set())}
                      >
                        <Icon of={PartlyTickedIcon} size="small" />
                      </button>
                    </Focusable>
                  </Tooltip>
                ) : (
                  <Spoken>{t('ui.table.ticked')}</Spoken>
                )}
              </div>
            ) : null}
            {columns.map((column, index) => (
              <HeaderCell
                key={column.id}
                column={column}
                colIndex={index + columnOffset}
                sort={sort}
                onSort={column.sortKey === undefined ? undefined : onSort}
              />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: bodyPx, minWidth }}>
          {drawn.map((index) => {
            const row = source.row(index);
            const id = row === undefined ? null : rowId(row);
            const heading = row === undefined ? null : (spanning?.(row) ?? null);
            const isSelected = canSelect ? id !== null && selectedIds.has(id) : id !== null && id === openedId;
            return (
              // Keys are handled on the grid, which keeps the focus.
              <div
                key={index}
                id={`${tableId}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={isSelected}
                aria-busy={row === undefined || undefined}
                className={classNames(
                  styles.row,
                  styles.bodyRow,
                  heading !== null && styles.heading,
                  (isSelected || (id !== null && id === openedId)) && styles.selected,
                  hasFocus && index === activeIndex && styles.active,
                  row !== undefined && isMuted?.(row) && styles.muted,
                )}
                style={{
                  gridTemplateColumns: heading === null ? template : 'minmax(0, 1fr)',
                  transform: `translateY(${topPx(index)}px)`,
                }}
                onClick={row === undefined ? undefined : (event) => onRowClick(event, index, row)}
              >
                {heading !== null ? (
                  <div
                    role="gridcell"
                    aria-colindex={1}
                    aria-colspan={columns.length + (canSelect ? 1 : 0)}
                    className={styles.spanning}
                  >
                    {heading}
                  </div>
                ) : null}
                {heading === null && canSelect ? (
                  <div role="gridcell" aria-colindex={1} className={styles.tickCell} data-tick>
                    <span className={classNames(styles.tick, isSelected && styles.ticked)}>
                      {isSelected ? <Icon of={TickedIcon} size="small" /> : null}
                    </span>
                  </div>
                ) : null}
                {(heading === null ? columns : []).map((column, columnIndex) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    aria-colindex={columnIndex + columnOffset}
                    className={classNames(styles.cell, column.align === 'end' && styles.end)}
                  >
                    {row === undefined ? <span className={styles.placeholder} /> : column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {source.failure !== null ? (
        <div className={styles.failure}>
          <ErrorState failure={source.failure} onRetry={source.retry} />
        </div>
      ) : null}
      <Spoken role="status">{t('ui.table.rows', { count: total, shown: formats.count(total) })}</Spoken>
    </div>
  );
}

/** Room in the width of the table, in rem; without end until it is measured. */
function useRoomRem(scroller: HTMLElement | null): number {
  const [roomRem, setRoomRem] = useState(Number.POSITIVE_INFINITY);
  useEffect(() => {
    if (scroller === null) return undefined;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setRoomRem(scroller.clientWidth / rem);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);
  return roomRem;
}

type HeaderCellProps<T> = {
  column: Column<T>;
  colIndex: number;
  sort: Sort | null;
  onSort: ((sort: Sort) => void) | undefined;
};

function HeaderCell<T>({ column, colIndex, sort, onSort }: HeaderCellProps<T>) {
  const isSorted = column.sortKey !== undefined && sort?.key === column.sortKey;
  const className = classNames(styles.headCell, column.align === 'end' && styles.end);
  if (column.sortKey === undefined || !onSort) {
    return (
      <div role="columnheader" aria-colindex={colIndex} className={className}>
        {column.isHeaderHidden ? <Spoken>{column.header}</Spoken> : column.header}
      </div>
    );
  }
  const { sortKey } = column;
  return (
    <div
      role="columnheader"
      aria-colindex={colIndex}
      aria-sort={isSorted ? (sort?.descending ? 'descending' : 'ascending') : 'none'}
      className={className}
    >
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort({ key: sortKey, descending: isSorted ? !sort?.descending : false })}
      >
        <span>{column.header}</span>
        {isSorted ? <Icon of={sort?.descending ? DescendingIcon : AscendingIcon} size="small" /> : null}
      </button>
    </div>
  );
}
