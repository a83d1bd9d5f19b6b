import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployeeRow, PlanningRow, WorkOrderPlan } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { showToast, type ToastAction } from '../../ui/toasts';
import { isPlanned, isSamePlan } from './plan';
import { usePlanningFormats } from './planning-formats';
import { usePlanningStore } from './planning-store';

export interface PlanActions {
  /** Plans a work order and says so, with a way back; says why when it is refused. */
  readonly move: (row: PlanningRow, next: WorkOrderPlan) => Promise<void>;
  /** Puts the last move back and says so. */
  readonly undo: () => Promise<void>;
  /** Who and when in words: `Henk de Monteur, ma 23 nov 08:00–10:00`. */
  readonly describe: (plan: WorkOrderPlan) => string;
}

/** What is done on the board, with what it says to the user. */
export function usePlanActions(employees: readonly EmployeeRow[]): PlanActions {
  const { t } = useTranslation();
  const language = useLanguage();
  const formats = usePlanningFormats();
  const plan = usePlanningStore((store) => store.plan);
  const undoMove = usePlanningStore((store) => store.undo);
  const closeLast = useRef(() => undefined as void);

  const tell = useCallback((text: string, action?: ToastAction) => {
    // The last move is the one that counts: its message takes the place of the one before.
    closeLast.current();
    closeLast.current = showToast('success', text, action);
  }, []);

  const describe = useCallback(
    (next: WorkOrderPlan) => {
      if (!isPlanned(next)) return t('ui.planning.unplanned');
      const name = employees.find(({ id }) => id === next.employeeId)?.name ?? t('ui.planning.nobody');
      return `${name}, ${formats.period(next)}`;
    },
    [employees, formats, t],
  );

  const undo = useCallback(async () => {
    const undone = await undoMove();
    if (undone === null) {
      tell(t('ui.planning.nothingToUndo'));
      return;
    }
    const { row, result } = undone;
    if (result.ok) tell(t('ui.planning.undone', { number: row.number, place: describe(result.value) }));
    else showToast('error', sentence(problemText(result.problem, language)));
  }, [undoMove, tell, t, describe, language]);

  const move = useCallback(
    async (row: PlanningRow, next: WorkOrderPlan) => {
      if (isSamePlan(row, next)) return;
      const result = await plan(row, next);
      if (!result.ok) {
        const { message, action } = problemText(result.problem, language);
        showToast('error', sentence({ message: `${message} ${t('ui.planning.putBack')}`, action }));
        return;
      }
      tell(t('ui.planning.moved', { number: row.number, place: describe(result.value) }), {
        label: t('ui.planning.undo'),
        onPress: () => void undo(),
      });
    },
    [plan, tell, t, describe, undo, language],
  );

  return { move, undo, describe };
}

const sentence = ({ message, action }: { message: string; action: string | null }): string =>
  [message, action].filter(Boolean).join(' ');
