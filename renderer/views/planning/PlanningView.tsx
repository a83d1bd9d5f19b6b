import { DndContext } from '@dnd-kit/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportedList } from '../../../preload/contract/exports';
import type { PlanningRow } from '../../../preload/contract/views';
import { dayEndMs, dayStartMs } from '../../i18n/office-clock';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/ErrorState';
import { PrintIcon, WarningIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { Spoken } from '../../ui/Spoken';
import { ExportPlanning } from '../exports/ExportPlanning';
import { blockKey } from './block-keys';
import { BoardArea } from './BoardArea';
import { BoardNotes } from './BoardNotes';
import { DayListDialog } from './DayListDialog';
import { DragChip } from './DragChip';
import type { Who } from './lanes';
import { PlanDialog } from './PlanDialog';
import { PlanningToolbar } from './PlanningToolbar';
import styles from './PlanningView.module.css';
import { offeredDay, shownDays, usePlanningStore } from './planning-store';
import { SelectionBar } from './SelectionBar';
import { UnplannedList } from './UnplannedList';
import { useBoard, useBoardReading } from './use-board';
import { useBoardDrag } from './use-board-drag';
import { useBoardKeys } from './use-board-keys';
import { usePlanActions } from './use-plan-actions';
import { useUndoKey } from './use-undo-key';
import { useWeekendAsChosen } from './weekend';

/** The days and the work that show, and what is searched among what stays to be planned. */
function boardNow(): ExportedList {
  const { who, ...shown } = usePlanningStore.getState();
  const days = shownDays(shown);
  return { list: 'planning', who, fromMs: dayStartMs(days[0] ?? ''), toMs: dayEndMs(days.at(-1) ?? '') };
}
const unplannedNow = (): ExportedList => ({ list: 'unplanned', search: usePlanningStore.getState().search });

const open = (row: PlanningRow) => navigate('work-orders', row.id);

/** Planbord: who does which work when, and what still has to be planned. */
export function PlanningView() {
  const { t } = useTranslation();
  const board = useBoard();
  const actions = usePlanActions(board.employees);
  const drag = useBoardDrag(actions, board.shown);
  const area = useRef<HTMLDivElement>(null);
  const putDown = useRef<number | null>(null);
  const onKeyDown = useBoardKeys(board, actions, (id) => (putDown.current = id));
  const [chosen, setChosen] = useState<{ readonly id: number; readonly block: string } | null>(null);
  const [planning, setPlanning] = useState<PlanningRow | null>(null);
  const [listed, setListed] = useState<{ readonly day: string; readonly who: Who } | null>(null);
  useUndoKey(actions.undo);
  useWeekendAsChosen();

  const { shown, days, rows } = board;
  // What was put down by keyboard is drawn at another place: the focus goes along.
  useEffect(() => {
    const row = shown.find(({ id }) => id === putDown.current);
    if (row === undefined) return;
    putDown.current = null;
    focusBlock(area.current, row);
  }, [shown]);

  const chosenRow = shown.find(({ id }) => id === chosen?.id) ?? null;
  const showNextOverlap = () => {
    const overlapping = shown.filter(board.isOverlapping);
    const next = overlapping[(overlapping.findIndex(({ id }) => id === chosen?.id) + 1) % overlapping.length];
    if (next !== undefined) focusBlock(area.current, next);
  };
  const { move, undo } = actions;
  const unplan = useCallback(
    (row: PlanningRow) => void move(row, { employeeId: row.employeeId, plannedStartAtMs: null, plannedEndAtMs: null }),
    [move],
  );
  const undoNow = useCallback(() => void undo(), [undo]);
  const listNow = () => {
    const { day, who } = usePlanningStore.getState();
    setListed({ day, who });
  };
  const stopKeyboard = () => {
    const { carried, carry } = usePlanningStore.getState();
    if (carried?.by === 'keyboard') carry(null);
  };

  return (
    <Page
      layout="fill"
      title={t('ui.nav.planning')}
      actions={
        <>
          {board.overlapCount === 0 ? null : (
            <Button icon={WarningIcon} onPress={showNextOverlap}>
              {t('ui.planning.overlaps', { count: board.overlapCount })}
            </Button>
          )}
          <ExportPlanning board={boardNow} unplanned={unplannedNow} />
          <Button icon={PrintIcon} onPress={listNow}>
            {t('ui.planning.dayList')}
          </Button>
        </>
      }
    >
      <BoardReader />
      <PlanningToolbar employees={board.employees} />
      <BoardNotes board={board} />
      {board.failure !== null ? (
        <ErrorState failure={board.failure} onRetry={() => void usePlanningStore.getState().read()} />
      ) : rows === null ? (
        <LoadingState />
      ) : (
        <DndContext {...drag}>
          <div className={styles.columns} onPointerDownCapture={stopKeyboard}>
            <BoardArea
              board={board}
              area={area}
              chosenBlock={chosen?.block ?? null}
              onChoose={(row, block) => setChosen({ id: row.id, block })}
              onOpen={open}
              onKeyDown={onKeyDown}
            />
            <UnplannedList employees={board.employees} onPlan={setPlanning} onOpen={open} onKeyDown={onKeyDown} />
          </div>
          <DragChip describe={actions.describe} overlapsAt={board.overlapsAt} />
        </DndContext>
      )}
      <SelectionBar
        row={chosenRow}
        place={chosenRow === null ? '' : actions.describe(chosenRow)}
        onOpen={open}
        onPlan={setPlanning}
        onUnplan={unplan}
        onUndo={undoNow}
      />
      <Said />
      {listed === null ? null : (
        <DayListDialog {...listed} employees={board.employees} onClose={() => setListed(null)} />
      )}
      {planning === null ? null : (
        <PlanDialog
          row={planning}
          day={offeredDay(days)}
          employees={board.employees}
          onClose={() => setPlanning(null)}
          onPlan={(plan) => {
            setPlanning(null);
            void actions.move(planning, plan);
          }}
        />
      )}
    </Page>
  );
}

/** Reads the board; by itself, so that another day is drawn once its work is there, and not twice. */
function BoardReader() {
  useBoardReading();
  return null;
}

/** What screen readers hear of the board. */
function Said() {
  return <Spoken role="status">{usePlanningStore((store) => store.said)}</Spoken>;
}

/** A lane that was out of view is drawn within so many frames. */
const FRAMES = 10;

/** Gives the first block of a work order the focus, and so brings it into view; from a lane out of view in a moment. */
function focusBlock(area: HTMLElement | null, row: PlanningRow, frames = FRAMES): void {
  const block = area?.querySelector<HTMLElement>(`[data-block^="${blockKey(row.id, '')}"]`);
  if (block) block.focus();
  else if (frames > 0) {
    const lane = area?.querySelector(`[data-lane="${row.employeeId ?? ''}"]`);
    lane?.scrollIntoView({ block: 'nearest', inline: 'center' });
    requestAnimationFrame(() => focusBlock(area, row, frames - 1));
  }
}
