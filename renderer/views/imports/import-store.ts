import { create } from 'zustand';
import type { ColumnChoice, ImportProgress, ImportResult, OpenedImport } from '../../../preload/contract/imports';
import type { Problem, Result } from '../../../preload/contract/model';
import { api, onEvent } from '../../api';

/** What is being done now. */
export type ImportWork = 'reading' | 'checking' | 'running';

export interface ImportState {
  readonly opened: OpenedImport | null;
  /** Of the last check, or of the import when it was done. */
  readonly result: ImportResult | null;
  readonly isDone: boolean;
  readonly work: ImportWork | null;
  readonly progress: ImportProgress | null;
  /** Why the file as a whole cannot be taken in. */
  readonly problem: Problem | null;
  /** Takes up what main has, where this page has nothing yet: another company's page was shown in between. */
  readonly takeUp: () => Promise<void>;
  readonly choose: () => Promise<void>;
  /** Another sheet, or what the columns hold; then it is checked again. */
  readonly reread: (sheet: string | null, choices: readonly (ColumnChoice | null)[]) => Promise<void>;
  readonly check: () => Promise<void>;
  readonly run: () => Promise<void>;
  readonly stop: () => void;
}

/**
 * One file on its way in: chosen, checked, taken in. Main holds the file; this holds what is shown of it, also while the
 * office is on another screen.
 */
export const useImportStore = create<ImportState>()((set, get) => {
  const doing = async <T>(work: ImportWork, call: () => Promise<Result<T> | null>): Promise<T | null> => {
    set({ work, progress: null, problem: null });
    const stopHearing = onEvent('import:progress', (progress) => set({ progress }));
    try {
      const outcome = await call();
      if (outcome === null) return null;
      if (outcome.ok) return outcome.value;
      set({ problem: outcome.problem });
      return null;
    } finally {
      stopHearing();
      set({ work: null });
    }
  };
  const show = async (opened: OpenedImport | null): Promise<void> => {
    if (opened === null) return;
    set({ opened, result: null, isDone: false });
    if (opened.problem === null) await get().check();
  };

  return {
    opened: null,
    result: null,
    isDone: false,
    work: null,
    progress: null,
    problem: null,
    takeUp: async () => {
      const isUntouched = () => get().opened === null && get().work === null;
      if (!isUntouched()) return;
      const desk = await api.imports.onDesk();
      if (desk.opened === null || !isUntouched()) return;
      set({ ...desk, progress: null });
      if (desk.work === null) return;
      const stopHearing = onEvent('import:progress', (progress) => set({ progress }));
      try {
        set(await api.imports.settled());
      } finally {
        stopHearing();
        set({ work: null });
      }
    },
    choose: async () => show(await doing('reading', () => api.imports.open())),
    reread: async (sheet, choices) =>
      show(await doing('reading', () => api.imports.reread({ sheet, choices: [...choices] }))),
    check: async () => {
      set({ isDone: false });
      const result = await doing('checking', () => api.imports.check());
      if (result !== null) set({ result });
    },
    run: async () => {
      const result = await doing('running', () => api.imports.run());
      if (result !== null) set({ result, isDone: true });
    },
    stop: () => void api.imports.stop(),
  };
});
