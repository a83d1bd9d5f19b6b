import { useDroppable } from '@dnd-kit/core';
import { memo, useLayoutEffect, useMemo, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedWorkOrder } from '../../../preload/contract/views';
import { classNames } from '../../ui/class-names';
import { Block, BlockFace } from './Block';
import blockStyles from './Block.module.css';
import { blockKey } from './block-keys';
import { ofLane, type BoardProps } from './board-props';
import type { DropTarget } from './drop-target';
import type { Lane } from './lanes';
import { dayEndMs, dayStartMs, officeDay } from './office-clock';
import { segmentOf } from './plan';
import { usePlanningFormats } from './planning-formats';
import styles from './WeekBoard.module.css';

/** A week: a row for each employee, a column for each day, work in the order of its time. */
export function WeekBoard({ days, lanes, rows, overlaps, ghost, carriedId, tabStop }: BoardProps) {
  const { t } = useTranslation();
  const formats = usePlanningFormats();
  const today = officeDay(Date.now());
  const grid = useRef<HTMLDivElement>(null);
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
    <div data-board className={styles.scroller} tabIndex={tabStop === null ? 0 : -1}>
      <div ref={grid} className={styles.grid} style={style as CSSProperties}>
        <div className={styles.corner} />
        {days.map((day) => (
          <div
            key={day}
            className={classNames(styles.dayHead, day === today && styles.today)}
            title={formats.dayLong(day)}
            {...(day === today ? { 'data-today': true } : {})}
          >
            {formats.dayShort(day)}
            {day === today ? <span className={styles.todayWord}>{t('ui.planning.today')}</span> : null}
          </div>
        ))}
        {lanes.map((lane) => (
          <LaneRow
            key={lane.employeeId}
            lane={lane}
            days={days}
            today={today}
            {...ofLane(lane, { rows, overlaps, ghost, carriedId, tabStop })}
          />
        ))}
      </div>
    </div>
  );
}

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

type LaneProps = Pick<BoardProps, 'days' | 'overlaps' | 'ghost' | 'carriedId' | 'tabStop'> & {
  lane: Lane;
  today: string;
  rows: readonly PlannedWorkOrder[];
};

const LaneRow = memo(function LaneRow({ lane, days, today, ...cell }: LaneProps) {
  const { t } = useTranslation();
  const name = lane.name || t('ui.planning.nobody');
  return (
    <>
      <div className={styles.laneHead} title={name}>
        {name}
      </div>
      {days.map((day, index) => (
        // The same cells for every week: a place to drop is slow to make.
        <Cell key={index} place={index} lane={lane} name={name} day={day} isToday={day === today} {...cell} />
      ))}
    </>
  );
});

type CellProps = Omit<LaneProps, 'days' | 'today'> & { name: string; place: number; day: string; isToday: boolean };

function Cell({ lane, name, place, day, isToday, rows, overlaps, ghost, carriedId, tabStop }: CellProps) {
  const formats = usePlanningFormats();
  const { employeeId } = lane;
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
      className={classNames(styles.cell, isToday && styles.todayCell, isOver && styles.over)}
    >
      {segments.map((segment) => (
        <Block
          key={segment.row.id}
          segment={segment}
          day={day}
          lane={null}
          overlapsWith={overlaps.of.get(segment.row.id)}
          isCarried={segment.row.id === carriedId}
          isTabStop={tabStop === blockKey(segment.row.id, day)}
        />
      ))}
      {ghostSegment === null ? null : (
        <div data-ghost className={classNames(blockStyles.block, blockStyles.card, blockStyles.ghost)}>
          <BlockFace segment={ghostSegment} isOverlapping={false} />
        </div>
      )}
    </div>
  );
}
