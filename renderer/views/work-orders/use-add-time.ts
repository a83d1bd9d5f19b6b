import type { TimeKind } from '../../../preload/contract/views';
import { officeDay } from '../../i18n/office-clock';
import { useUsualEmployee } from './usual-employee';
import type { WorkOrderEditorStore } from './work-order-editor';

/** Adds an empty row: by whom and when as the row before it, else as it was planned, else the usual employee today. */
export function useAddTime(editor: WorkOrderEditorStore): (kind: TimeKind) => void {
  const usual = useUsualEmployee();
  return (kind) => {
    const { draft, addTime } = editor.getState();
    const before = draft.times.at(-1);
    addTime({
      kind,
      employeeId: before === undefined ? (draft.employeeId ?? usual) : before.employeeId,
      date: before?.date ?? officeDay(draft.plannedStartAtMs ?? Date.now()),
      startMinute: null,
      minutes: 0,
      note: '',
    });
  };
}
