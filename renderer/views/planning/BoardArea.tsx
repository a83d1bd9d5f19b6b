import { useDraggable } from '@dnd-kit/core';
import { useMemo, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanningRow } from '../../../preload/contract/views';
import { tabStopOf } from './block-keys';
import { BlockWordsProvider, useWordsForBlocks } from './block-words';
import { DayBoard } from './DayBoard';
import { nearestBlock, type Direction } from './nearest-block';
import styles from './PlanningView.module.css';
import { useCarriedId, useGhost, type Board } from './use-board';
import { WeekBoard } from './WeekBoard';

type Props = {
  board: Board;
  area: RefObject<HTMLDivElement | null>;
  /** The block that was chosen last. */
  chosenBlock: string | null;
  onChoose: (row: PlanningRow, block: string) => void;
  onOpen: (row: PlanningRow) => void;
  /** A key that was pressed on a block. */
  onKeyDown: (event: KeyboardEvent, row: PlanningRow) => void;
};

const ARROWS: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] satisfies readonly Direction[];
const isArrow = (key: string): key is Direction => ARROWS.includes(key);

const NONE: readonly string[] = [];

/** The board with its focus: one tab stop, arrows go from block to block. */
export function BoardArea({ board, area, chosenBlock, onChoose, onOpen, onKeyDown }: Props) {
  const { t } = useTranslation();
  const { mode, days, lanes, shown, byEmployee, overlapsAt } = board;
  const ghost = useGhost();
  const ghostOverlaps = useMemo(() => (ghost === null ? NONE : overlapsAt(ghost.id, ghost)), [ghost, overlapsAt]);
  const carriedId = useCarriedId();
  // All of the board at once: which work order was pressed is looked up when a drag begins.
  const { setNodeRef, listeners, attributes } = useDraggable({ id: 'board' });
  const words = useWordsForBlocks(attributes['aria-describedby']);
  const tabStop = useMemo(() => tabStopOf(shown, days, chosenBlock), [shown, days, chosenBlock]);

  const at = (event: FocusEvent | KeyboardEvent | MouseEvent) => {
    const block = (event.target as Element).closest<HTMLElement>('[data-block]');
    const row = block && shown.find(({ id }) => id === Number(block.dataset.workOrder));
    return row ? { block, row } : null;
  };
  const onBlockKeyDown = (event: KeyboardEvent) => {
    const focused = at(event);
    if (focused === null) return;
    onKeyDown(event, focused.row);
    if (event.isDefaultPrevented() || !isArrow(event.key)) return;
    event.preventDefault();
    const blocks = [...(area.current?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
    const boxes = blocks.map((block) => block.getBoundingClientRect());
    const next = nearestBlock(focused.block.getBoundingClientRect(), boxes, event.key);
    if (next !== null) blocks[next]?.focus();
  };

  const Drawn = mode === 'day' ? DayBoard : WeekBoard;
  return (
    <div
      ref={(element) => {
        area.current = element;
        setNodeRef(element);
      }}
      {...listeners}
      role="group"
      aria-label={t('ui.planning.board')}
      className={styles.board}
      onFocus={(event) => {
        const focused = at(event);
        if (focused) onChoose(focused.row, focused.block.dataset.block ?? '');
      }}
      onKeyDown={onBlockKeyDown}
      onDoubleClick={(event) => {
        const pressed = at(event);
        if (pressed) onOpen(pressed.row);
      }}
    >
      <BlockWordsProvider value={words}>
        <Drawn
          days={days}
          lanes={lanes}
          rows={byEmployee}
          ghost={ghost}
          ghostOverlaps={ghostOverlaps}
          carriedId={carriedId}
          tabStop={tabStop}
        />
      </BlockWordsProvider>
    </div>
  );
}
