import { useDroppable } from '@dnd-kit/core';
import { memo, useCallback, useLayoutEffect, useMemo, useRef, type CSSProperties } from 'react';
import type { PlannedWorkOrder } from '../../../preload/contract/views';
import { classNames } from '../../ui/class-names';
import { Block } from './Block';
import frame from './BoardFrame.module.css';
import { blockKey } from './block-keys';
import { useBlockWords } from './block-words';
import { ofLane, type BoardProps } from './board-props';
import styles from './DayBoard.module.css';
import type { LaneTarget } from './drop-target';
import type { Lane } from './lanes';
import { Ghost } from './Ghost';
import { overlapsOfLane } from './overlaps';
import { atTime, dayEndMs, dayStartMs, hoursOf, MINUTE_MS, officeDay } from '../../i18n/office-clock';
import { segmentOf, type Segment } from './plan';
import { useDrawnLanes } from './use-drawn-lanes';
import { useNow } from './use-now';
import { sideBySide, type Stretch } from './side-by-side';

/** Working hours come first in view; the rest is a scroll away. */
const WORK_FROM = '07:00';
const WORK_UNTIL = '18:00';

/** One day: a column for each employee, time from above to below. */
export function DayBoard({ days, lanes, ...shared }: BoardProps) {
  const { t } = useBlockWords();
  const { ghost, carriedId, tabStop } = shared;
  const day = days[0] ?? '';
  const hours = useMemo(() => hoursOf(day), [day]);
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const laneCount = lanes.length;
  const edgesOf = useCallback((element: HTMLElement) => edgesOfColumns(element, laneCount), [laneCount]);
  const drawn = useDrawnLanes(scroller, 'x', edgesOf);

  useLayoutEffect(() => {
    if (scroller.current && body.current) {
      scroller.current.scrollTop = body.current.clientHeight * shareOf(day, atTime(day, WORK_FROM));
    }
    // Whoever scrolled away from it finds the same hours on the next day.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const ghostStart = ghost?.plannedStartAtMs;
  useLayoutEffect(() => {
    if (carriedId !== null)
      body.current?.querySelector('[data-ghost]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [carriedId, ghostStart, ghost?.employeeId]);

  return (
    <div
      ref={scroller}
      data-board
      className={classNames(frame.scroller, styles.scroller)}
      tabIndex={tabStop === null ? 0 : -1}
    >
      <div className={styles.grid} style={{ '--lanes': lanes.length, '--hours': hours.length } as CSSProperties}>
        <div className={frame.corner} />
        {lanes.map((lane) => (
          <div
            key={lane.employeeId}
            className={classNames(frame.topHead, styles.laneHead)}
            title={lane.name || t('ui.planning.nobody')}
            data-lane={lane.employeeId ?? ''}
          >
            {lane.name || t('ui.planning.nobody')}
          </div>
        ))}
        <div ref={body} className={frame.side} aria-hidden="true">
          {hours.map(({ startMs, label, isRepeated }) => (
            <span key={startMs} className={styles.hour} style={{ top: percent(shareOf(day, startMs)) }}>
              {label}
              {isRepeated ? <span className={styles.season}>{t('ui.planning.winterTime')}</span> : null}
            </span>
          ))}
        </div>
        {lanes.map((lane, index) => (
          <LaneColumn
            key={lane.employeeId}
            lane={lane}
            isInView={drawn.first <= index && index <= drawn.last}
            day={day}
            {...ofLane(lane, shared)}
          />
        ))}
      </div>
    </div>
  );
}

type LaneProps = Pick<BoardProps, 'ghost' | 'ghostOverlaps' | 'carriedId' | 'tabStop'> & {
  lane: Lane;
  day: string;
  rows: readonly PlannedWorkOrder[];
  isInView: boolean;
};

const LaneColumn = memo(function LaneColumn({
  lane,
  day,
  rows,
  isInView,
  ghost,
  ghostOverlaps,
  carriedId,
  tabStop,
}: LaneProps) {
  const { t } = useBlockWords();
  const node = useRef<HTMLDivElement | null>(null);
  const { employeeId } = lane;
  const overlaps = overlapsOfLane(rows);
  const target = useMemo<LaneTarget>(
    () => ({ kind: 'lane', employeeId, day, element: () => node.current }),
    [employeeId, day],
  );
  const { setNodeRef, isOver } = useDroppable({ id: `lane ${employeeId}`, data: target });
  const from = dayStartMs(day);
  const to = dayEndMs(day);
  // Where Tab goes to must be there, wherever one has scrolled.
  const isDrawn = isInView || tabStop !== null;
  const segments = useMemo(() => (isDrawn ? segmentsOf(rows, from, to) : []), [isDrawn, rows, from, to]);
  const places = useMemo(() => stylesOf(segments, day), [segments, day]);
  const ghostSegment = ghost === null ? null : segmentOf(ghost, from, to);

  return (
    <div
      ref={(element) => {
        node.current = element;
        setNodeRef(element);
      }}
      role="group"
      aria-label={lane.name || t('ui.planning.nobody')}
      data-column
      className={classNames(styles.lane, isOver && frame.over)}
    >
      <div className={styles.offHours} style={{ top: 0, height: percent(shareOf(day, atTime(day, WORK_FROM))) }} />
      <div className={styles.offHours} style={{ top: percent(shareOf(day, atTime(day, WORK_UNTIL))), bottom: 0 }} />
      {segments.map((segment, index) => (
        <Block
          key={segment.row.id}
          segment={segment}
          day={day}
          isTimed
          overlapsWith={overlaps.of.get(segment.row.id)}
          isCarried={segment.row.id === carriedId}
          isTabStop={tabStop === blockKey(segment.row.id, day)}
          style={places[index]}
        />
      ))}
      {ghostSegment === null ? null : (
        <Ghost
          segment={ghostSegment}
          isTimed
          isOverlapping={ghostOverlaps.length > 0}
          style={{ ...heightOf(ghostSegment, day), left: 0, right: '2px' }}
        />
      )}
      <NowLine day={day} />
    </div>
  );
});

/** Columns share the width evenly, beside that of the hours. */
function edgesOfColumns({ scrollWidth }: HTMLElement, count: number): readonly number[] {
  const hours = HOURS_REM * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  return Array.from({ length: count + 1 }, (_, index) => hours + ((scrollWidth - hours) * index) / count);
}

/** The column of hours, as in the style sheet. */
const HOURS_REM = 3.25;

const segmentsOf = (rows: readonly PlannedWorkOrder[], from: number, to: number): readonly Segment[] =>
  rows.map((row) => segmentOf(row, from, to)).filter((segment) => segment !== null);

/** A line of text must fit in a block: what is shorter is drawn, and kept free, this long. */
const SHORTEST_DRAWN_MS = 20 * MINUTE_MS;

const drawn = ({ startMs, endMs }: Segment): Stretch => ({
  startMs,
  endMs: Math.max(endMs, startMs + SHORTEST_DRAWN_MS),
});

/** Where in the day a moment lies, from 0 to 1. */
const shareOf = (day: string, atMs: number): number => {
  const from = dayStartMs(day);
  return (atMs - from) / (dayEndMs(day) - from);
};

const percent = (share: number): string => `${share * 100}%`;

function heightOf(segment: Segment, day: string): CSSProperties {
  const { startMs, endMs } = drawn(segment);
  const top = shareOf(day, startMs);
  return { top: percent(top), height: percent(shareOf(day, endMs) - top) };
}

/** Where each part of the day is drawn; those at the same time beside each other. */
const stylesOf = (segments: readonly Segment[], day: string): readonly CSSProperties[] =>
  sideBySide(segments.map(drawn)).map(({ column, columns }, index) => {
    const segment = segments[index];
    return {
      ...(segment === undefined ? {} : heightOf(segment, day)),
      left: percent(column / columns),
      width: `calc(${percent(1 / columns)} - 2px)`,
    };
  });

/** Where the day is now; only on the day that it is. */
function NowLine({ day }: { day: string }) {
  const nowMs = useNow();
  return officeDay(nowMs) === day ? (
    <div className={styles.now} data-now style={{ top: percent(shareOf(day, nowMs)) }} />
  ) : null;
}
