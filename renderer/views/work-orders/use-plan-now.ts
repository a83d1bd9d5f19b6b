import { HOUR_MS, MINUTE_MS } from '../../i18n/office-clock';
import { useUsualEmployee } from './usual-employee';
import type { WorkOrderEditorStore } from './work-order-editor';

const QUARTER_MS = 15 * MINUTE_MS;

/** Fills in what a plan lacks: the usual employee, and an hour from the next quarter on. What is there stays. */
export function usePlanNow(editor: WorkOrderEditorStore): () => void {
  const usual = useUsualEmployee();
  return () => {
    const { draft, change } = editor.getState();
    const startAtMs = Math.ceil(Date.now() / QUARTER_MS) * QUARTER_MS;
    const when = { plannedStartAtMs: startAtMs, plannedEndAtMs: startAtMs + HOUR_MS };
    const lacking = {
      ...(draft.plannedStartAtMs === null ? when : {}),
      ...(draft.employeeId === null && usual !== null ? { employeeId: usual } : {}),
    };
    if (Object.keys(lacking).length > 0) change(lacking);
  };
}
