import { useDroppable } from '@dnd-kit/core';
import { memo, useCallback, useLayoutEffect, useMemo, useRef, type CSSProperties } from 'react';
import type { PlannedWorkOrder } from '../../../preload/contract/views';
import { classNames } from '../../ui/class-names';
import { Block } from './Block';
import frame from './BoardFrame.module.css';
import { blockKey } from './block-keys';
import { useBlockWords } from './block-words';
import { ofLane, type BoardProps } from './board-props';
import type { DropTarget } from './drop-target';
import { Ghost } from './Ghost';
import type { Lane } from './lanes';
import { overlapsOfLane } from './overlaps';
import { dayEndMs, dayStartMs, officeDay } from '../../i18n/office-clock';
import { segmentOf } from './plan';
import { useDrawnLanes } from './use-drawn-lanes';
import { useNow } from './use-now';
import styles from './WeekBoard.module.css';

/** A week: a row for each employee, a column for each day, work in the order of its time. */
export function WeekBoard({ days, lanes, ...shared }: BoardProps) {
  const { t, formats } = useBlockWords();
  const { rows, ghost, carriedId, tabStop } = shared;
  const today = officeDay(useNow());
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const heights = useMemo(
    () => lanes.map((lane) => cardsOf(rows.get(lane.employeeId) ?? [], days)),
    [lanes, rows, days],
  );
  const edgesOf = useCallback(() => edgesOfRows(heights), [heights]);
  const drawn = useDrawnLanes(scroller, 'y', edgesOf);
  // Where a week is wider than the screen, the day that it is comes into view.
  useLayoutEffect(() => {
    grid.current?.querySelector('[data-today]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [days]);
  const ghostStart = ghost?.plannedStartAtMs;
  useLayoutEffect(() => {
    if (carriedId !== null)
      grid.current?.querySelector('[data-ghost]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [carriedId, ghostStart, ghost?.employeeId]);
  const widths = useMemo(() => days.map((day, index) => widthOf(index, day, rows)), [days, rows]);
  const style = {
    '--days': widths.map(({ rem, share }) => `minmax(${rem}rem, ${share}fr)`).join(' '),
    '--least': `${widths.reduce((sum, { rem }) => sum + rem, NAMES_REM)}rem`,
  };

  return (
    <div
      ref={scroller}
      data-board
      className={classNames(frame.scroller, styles.scroller)}
      tabIndex={tabStop === null ? 0 : -1}
    >
      <div ref={grid} className={styles.grid} style={style as CSSProperties}>
        <div className={frame.corner} />
        {days.map((day) => (
          <div
            key={day}
            className={classNames(frame.topHead, styles.dayHead, day === today && styles.today)}
            title={formats.dayLong(day)}
            {...(day === today ? { 'data-today': true } : {})}
          >
            {formats.dayShort(day)}
            {day === today ? <span className={styles.todayWord}>{t('ui.planning.today')}</span> : null}
          </div>
        ))}
        {lanes.map((lane, index) => (
          <LaneRow
            key={lane.employeeId}
            lane={lane}
            cards={heights[index] ?? 0}
            isInView={drawn.first <= index && index <= drawn.last}
            days={days}
            today={today}
            {...ofLane(lane, shared)}
          />
        ))}
      </div>
    </div>
  );
}

/** Most cards on one day: they decide how high the row of an employee is, also while they are not drawn. */
const cardsOf = (rows: readonly PlannedWorkOrder[], days: readonly string[]): number =>
  Math.max(...days.map((day) => rows.filter((row) => segmentOf(row, dayStartMs(day), dayEndMs(day)) !== null).length));

/** As in the style sheet: a card, the distance to the next one, a row without cards and the row of days. */
const CARD_REM = 3.25;
const GAP_PX = 2;
const EMPTY_ROW_REM = 3.25;
const HEAD_REM = 2.75;

const heightOf = (cards: number): string =>
  `max(${EMPTY_ROW_REM}rem, calc(${cards} * (${CARD_REM}rem + ${GAP_PX}px) + 4px))`;

function edgesOfRows(cards: readonly number[]): readonly number[] {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  let at = HEAD_REM * rem;
  return [at, ...cards.map((count) => (at += Math.max(EMPTY_ROW_REM * rem, count * (CARD_REM * rem + GAP_PX) + 4)))];
}

const NO_DAYS: readonly string[] = [];
const FIRST_OF_WEEKEND = 5;
/** The column of names, as in the style sheet. */
const NAMES_REM = 6;

/** A weekend in which nobody works takes little room. */
function widthOf(
  index: number,
  day: string,
  rows: BoardProps['rows'],
): { readonly rem: number; readonly share: number } {
  const from = dayStartMs(day);
  const to = dayEndMs(day);
  const isEmpty = [...rows.values()].every((lane) => lane.every((row) => segmentOf(row, from, to) === null));
  return index >= FIRST_OF_WEEKEND && isEmpty ? { rem: 3.75, share: 0.5 } : { rem: 6.75, share: 1 };
}

type LaneProps = Pick<BoardProps, 'days' | 'ghost' | 'ghostOverlaps' | 'carriedId' | 'tabStop'> & {
  lane: Lane;
  today: string;
  rows: readonly PlannedWorkOrder[];
  /** Most cards on one of its days. */
  cards: number;
  isInView: boolean;
};

const LaneRow = memo(function LaneRow({ lane, days, today, cards, isInView, ...cell }: LaneProps) {
  const { t } = useBlockWords();
  // Where Tab and the arrows go to must be there, wherever one has scrolled.
  const isDrawn = isInView || cell.tabStop !== null || cell.ghost !== null;
  const name = lane.name || t('ui.planning.nobody');
  return (
    <>
      <div
        className={classNames(frame.side, frame.sideHead)}
        title={name}
        data-lane={lane.employeeId ?? ''}
        style={{ minHeight: heightOf(cards) }}
      >
        {name}
      </div>
      {isDrawn ? null : <div className={styles.away} />}
      {(isDrawn ? days : NO_DAYS).map((day, index) => (
        // The same cells for every week: a place to drop is slow to make.
        <Cell key={index} place={index} lane={lane} name={name} day={day} isToday={day === today} {...cell} />
      ))}
    </>
  );
});

type CellProps = Omit<LaneProps, 'days' | 'today' | 'cards' | 'isInView'> & {
  name: string;
  place: number;
  day: string;
  isToday: boolean;
};

function Cell({ lane, name, place, day, isToday, rows, ghost, ghostOverlaps, carriedId, tabStop }: CellProps) {
  const { formats } = useBlockWords();
  const { employeeId } = lane;
  const overlaps = overlapsOfLane(rows);
  const target = useMemo<DropTarget>(() => ({ kind: 'cell', employeeId, day }), [employeeId, day]);
  const { setNodeRef, isOver } = useDroppable({ id: `cell ${employeeId} ${place}`, data: target });
  const from = dayStartMs(day);
  const to = dayEndMs(day);
  const segments = useMemo(
    () => rows.map((row) => segmentOf(row, from, to)).filter((segment) => segment !== null),
    [rows, from, to],
  );
  const ghostSegment = ghost === null ? null : segmentOf(ghost, from, to);
  return (
    <div
      ref={setNodeRef}
      role="group"
      aria-label={`${name}, ${formats.dayLong(day)}`}
      className={classNames(styles.cell, isToday && styles.todayCell, isOver && frame.over)}
    >
      {segments.map((segment) => (
        <Block
          key={segment.row.id}
          segment={segment}
          day={day}
          isTimed={false}
          overlapsWith={overlaps.of.get(segment.row.id)}
          isCarried={segment.row.id === carriedId}
          isTabStop={tabStop === blockKey(segment.row.id, day)}
        />
      ))}
      {ghostSegment === null ? null : (
        <Ghost segment={ghostSegment} isTimed={false} isOverlapping={ghostOverlaps.length > 0} />
      )}
    </div>
  );
}
