import { useEffect, useState } from 'react';
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
  readonly choose: () => Promise<void>;
  /** Another sheet, or what the columns hold; then it is checked again. */
  readonly reread: (sheet: string | null, choices: readonly (ColumnChoice | null)[]) => Promise<void>;
  readonly check: () => Promise<void>;
  readonly run: () => Promise<void>;
  readonly stop: () => void;
}

/** One file on its way in: chosen, checked, taken in. Main holds the file; this holds what is shown of it. */
export function useImport(): ImportState {
  const [opened, setOpened] = useState<OpenedImport | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [isDone, setIsDone] = useState(false);
  const [work, setWork] = useState<ImportWork | null>(null);
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => onEvent('import:progress', setProgress), []);

  const doing = async <T>(what: ImportWork, call: () => Promise<Result<T> | null>): Promise<T | null> => {
    setWork(what);
    setProgress(null);
    setProblem(null);
    try {
      const outcome = await call();
      if (outcome === null) return null;
      if (outcome.ok) return outcome.value;
      setProblem(outcome.problem);
      return null;
    } finally {
      setWork(null);
    }
  };
  const check = async (): Promise<void> => {
    setIsDone(false);
    const checked = await doing('checking', () => api.imports.check());
    if (checked !== null) setResult(checked);
  };
  const show = async (next: OpenedImport | null): Promise<void> => {
    if (next === null) return;
    setOpened(next);
    setResult(null);
    setIsDone(false);
    if (next.problem === null) await check();
  };

  return {
    opened,
    result,
    isDone,
    work,
    progress,
    problem,
    choose: async () => {
      await show(await doing('reading', () => api.imports.open()));
    },
    reread: async (sheet, choices) => {
      await show(await doing('reading', () => api.imports.reread({ sheet, choices: [...choices] })));
    },
    check,
    run: async () => {
      const done = await doing('running', () => api.imports.run());
      if (done === null) return;
      setResult(done);
      setIsDone(true);
    },
    stop: () => void api.imports.stop(),
  };
}
