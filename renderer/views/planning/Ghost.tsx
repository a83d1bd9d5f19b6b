import type { CSSProperties } from 'react';
import { classNames } from '../../ui/class-names';
import { BlockFace } from './Block';
import styles from './Block.module.css';
import type { Segment } from './plan';

type Props = {
  segment: Segment;
  isTimed: boolean;
  /** It would overlap with other work there. */
  isOverlapping: boolean;
  style?: CSSProperties | undefined;
};

/** Where a work order that is held would land. */
export function Ghost({ segment, isTimed, isOverlapping, style }: Props) {
  return (
    <div
      data-ghost
      className={classNames(
        styles.block,
        isTimed ? styles.timed : styles.card,
        styles.ghost,
        isOverlapping && styles.ghostOverlapping,
      )}
      style={style}
    >
      <BlockFace segment={segment} isOverlapping={isOverlapping} />
    </div>
  );
}
