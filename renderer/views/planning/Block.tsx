import { useDraggable } from '@dnd-kit/core';
import { TriangleAlert } from 'lucide-react';
import { memo, type CSSProperties, type ReactNode } from 'react';
import type { PlannedWorkOrder } from '../../../preload/contract/views';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/Icon';
import { Spoken } from '../../ui/Spoken';
import { WORK_ORDER_LOOK } from '../work-orders/WorkOrderStatusTag';
import styles from './Block.module.css';
import { blockKey } from './block-keys';
import { blockLabel, useBlockWords } from './block-words';
import type { Grabbed, LaneTarget } from './drop-target';
import { MINUTE_MS } from '../../i18n/office-clock';
import type { Segment } from './plan';

type Props = {
  segment: Segment;
  day: string;
  /** The column of the day that it is drawn in; null in the week, where height says nothing. */
  lane: LaneTarget | null;
  /** Numbers of the work orders that it overlaps with. */
  overlapsWith: readonly string[] | undefined;
  /** It was picked up: the place that it leaves is drawn pale. */
  isCarried: boolean;
  /** The one tab stop of the board. */
  isTabStop: boolean;
  style?: CSSProperties | undefined;
};

const NONE: readonly string[] = [];

/** Time that is drawn high enough for two lines of text. */
const TWO_LINES_MS = 40 * MINUTE_MS;

/** A work order on the board. */
export const Block = memo(function Block(props: Props) {
  const { segment, day, lane, overlapsWith = NONE, isCarried, isTabStop, style } = props;
  const { row } = segment;
  const label = blockLabel(useBlockWords(), row, overlapsWith);
  const isShort = lane !== null && segment.endMs - segment.startMs < TWO_LINES_MS;
  const canResize = lane !== null && !segment.goesOn && row.status !== 'archived';
  return (
    <Grip
      grabbed={{ kind: 'move', row, part: { startMs: segment.startMs, day, lane } }}
      block={blockKey(row.id, day)}
      label={label}
      isTabStop={isTabStop}
      className={classNames(
        styles.block,
        styles[row.status],
        lane === null ? styles.card : styles.timed,
        isShort && styles.short,
        isCarried && styles.carried,
        overlapsWith.length > 0 && styles.overlapping,
        segment.beginsEarlier && styles.beginsEarlier,
        segment.goesOn && styles.goesOn,
      )}
      style={style}
    >
      <Spoken>{label}</Spoken>
      <BlockFace segment={segment} isOverlapping={overlapsWith.length > 0} />
      {canResize ? <ResizeHandle row={row} lane={lane} /> : null}
    </Grip>
  );
});

type GripProps = {
  grabbed: Extract<Grabbed, { kind: 'move' }>;
  block: string;
  label: string;
  isTabStop: boolean;
  className: string;
  style: CSSProperties | undefined;
  children: ReactNode;
};

/** What is taken hold of. By itself: dnd-kit draws it again at each step of a drag, and only it. */
function Grip({ grabbed, block, label, isTabStop, className, style, children }: GripProps) {
  const { t } = useBlockWords();
  const { setNodeRef, listeners, attributes } = useDraggable({ id: `move ${block}`, data: grabbed });
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      role="button"
      aria-roledescription={t('ui.planning.blockRole')}
      aria-describedby={attributes['aria-describedby']}
      title={label}
      tabIndex={isTabStop ? 0 : -1}
      data-work-order={grabbed.row.id}
      data-block={block}
      className={className}
      style={style}
    >
      {children}
    </div>
  );
}

/** What a block shows: time, number, customer and town; the status by an icon as well as by colour. */
export function BlockFace({ segment, isOverlapping }: { segment: Segment; isOverlapping: boolean }) {
  const { t, formats } = useBlockWords();
  const { row } = segment;
  return (
    <span className={styles.face} aria-hidden="true">
      <span className={styles.top}>
        <Icon of={WORK_ORDER_LOOK[row.status].icon} size="small" />
        {isOverlapping ? <Icon of={TriangleAlert} size="small" className={styles.warning} /> : null}
        <span className={styles.time}>
          {segment.beginsEarlier ? '…' : formats.time(row.plannedStartAtMs)}
          {segment.goesOn ? '–…' : row.plannedEndAtMs === null ? '' : `–${formats.time(row.plannedEndAtMs)}`}
        </span>
      </span>
      <span className={styles.customer}>
        {row.number} {row.customerName || t('ui.planning.noCustomer')}
      </span>
      <span className={styles.city}>{[row.city, row.description].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

/** For the mouse only: by keyboard Shift with an arrow does the same. */
function ResizeHandle({ row, lane }: { row: PlannedWorkOrder; lane: LaneTarget }) {
  const grabbed: Grabbed = { kind: 'resize', row, lane };
  const { setNodeRef, listeners } = useDraggable({ id: `resize ${row.id} ${lane.day}`, data: grabbed });
  return (
    <span
      ref={setNodeRef}
      className={styles.handle}
      data-resize={row.number}
      onPointerDown={(event) => {
        event.stopPropagation();
        listeners?.onPointerDown?.(event);
      }}
    />
  );
}
