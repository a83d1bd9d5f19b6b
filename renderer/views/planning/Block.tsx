import { memo, type CSSProperties } from 'react';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/Icon';
import { WarningIcon } from '../../ui/icons';
import { Spoken } from '../../ui/Spoken';
import { WORK_ORDER_LOOK } from '../work-orders/WorkOrderStatusTag';
import styles from './Block.module.css';
import { blockKey } from './block-keys';
import { blockLabel, useBlockWords } from './block-words';
import { MINUTE_MS } from '../../i18n/office-clock';
import type { PlanEnd, Segment } from './plan';

type Props = {
  segment: Segment;
  day: string;
  /** In the day its height is its time; in the week height says nothing. */
  isTimed: boolean;
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

/** A work order on the board. The board itself knows what is taken hold of: a listener in each of hundreds is slow. */
export const Block = memo(function Block(props: Props) {
  const { segment, day, isTimed, overlapsWith = NONE, isCarried, isTabStop, style } = props;
  const { row, beginsEarlier, goesOn } = segment;
  const words = useBlockWords();
  const label = blockLabel(words, row, overlapsWith);
  const canResize = row.status !== 'archived';
  return (
    <div
      role="button"
      aria-roledescription={words.t('ui.planning.blockRole')}
      aria-describedby={words.describedBy}
      title={label}
      tabIndex={isTabStop ? 0 : -1}
      data-work-order={row.id}
      data-block={blockKey(row.id, day)}
      className={classNames(
        styles.block,
        styles[row.status],
        isTimed ? styles.timed : styles.card,
        isTimed && segment.endMs - segment.startMs < TWO_LINES_MS && styles.short,
        isCarried && styles.carried,
        overlapsWith.length > 0 && styles.overlapping,
        beginsEarlier && styles.beginsEarlier,
        goesOn && styles.goesOn,
      )}
      style={style}
    >
      <Spoken>{label}</Spoken>
      <BlockFace segment={segment} isOverlapping={overlapsWith.length > 0} />
      {canResize && !beginsEarlier ? <Handle end="start" /> : null}
      {canResize && !goesOn ? <Handle end="end" /> : null}
    </div>
  );
});

/** For the mouse, a pen or a finger; by keyboard Ctrl or Shift with an arrow does the same. */
const Handle = ({ end }: { end: PlanEnd }) => (
  <span className={classNames(styles.handle, styles[end])} data-end={end} />
);

/** What a block shows: time, number, customer and town; the status by an icon as well as by colour. */
export function BlockFace({ segment, isOverlapping }: { segment: Segment; isOverlapping: boolean }) {
  const { t, formats } = useBlockWords();
  const { row } = segment;
  return (
    <span className={styles.face} aria-hidden="true">
      <span className={styles.top}>
        <Icon of={WORK_ORDER_LOOK[row.status].icon} size="small" />
        {isOverlapping ? <Icon of={WarningIcon} size="small" className={styles.warning} /> : null}
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
