import { create } from 'zustand';
import type { LogFilter, LogLevel, LogRow, LogTable, RunRow } from '../../../preload/contract/views';
import { addDays, dayStartMs, officeDay } from '../../i18n/office-clock';
import type { SelectedIds } from '../../ui/row-selection';

export type Period = 'all' | 'today' | 'week' | 'month' | 'own';

const DAYS_BACK: Readonly<Record<'today' | 'week' | 'month', number>> = { today: 0, week: 6, month: 29 };

/** What the messages are filtered on. Days (`YYYY-MM-DD`, both included) count when the period is one's own. */
export interface LogChoice {
  readonly level: LogLevel | 'all';
  readonly table: LogTable | 'all';
  readonly period: Period;
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly text: string;
  /** Only messages of this run. */
  readonly run: Pick<RunRow, 'id' | 'startedAtMs'> | null;
}

interface LogStore extends LogChoice {
  readonly opened: LogRow | null;
  readonly ticked: SelectedIds;
  readonly filterOn: (change: Partial<LogChoice>) => void;
  readonly showAll: () => void;
  /** The messages of one run, whatever was filtered on before. */
  readonly showRun: (run: NonNullable<LogChoice['run']>) => void;
  readonly open: (row: LogRow | null) => void;
  readonly tick: (ids: SelectedIds) => void;
}

const EVERYTHING: LogChoice = {
  level: 'all',
  table: 'all',
  period: 'all',
  fromDay: null,
  toDay: null,
  text: '',
  run: null,
};
const NOTHING_CHOSEN = { opened: null, ticked: new Set<number>() };

/** What is chosen on the screen Logging; kept while the user is elsewhere. */
export const useLogStore = create<LogStore>()((set) => ({
  ...EVERYTHING,
  ...NOTHING_CHOSEN,
  filterOn: (change) => set({ ...change, ...NOTHING_CHOSEN }),
  showAll: () => set({ ...EVERYTHING, ...NOTHING_CHOSEN }),
  showRun: (run) => set({ ...EVERYTHING, ...NOTHING_CHOSEN, run }),
  open: (opened) => set({ opened }),
  tick: (ticked) => set({ ticked }),
}));

/** Whether some messages may be left out. */
export const isFiltered = (choice: LogChoice): boolean =>
  choice.period !== 'all' || Object.keys(toFilter(choice, 0)).length > 0;

/** The filter of the call. A period counts whole days on the clock of the office. */
export function toFilter({ level, table, text, run, ...days }: LogChoice, nowMs: number): LogFilter {
  return {
    ...(level === 'all' ? {} : { levels: [level] }),
    ...(table === 'all' ? {} : { tables: [table] }),
    ...spanOf(days, nowMs),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(run === null ? {} : { runId: run.id }),
  };
}

function spanOf(
  { period, fromDay, toDay }: Pick<LogChoice, 'period' | 'fromDay' | 'toDay'>,
  nowMs: number,
): Pick<LogFilter, 'fromMs' | 'toMs'> {
  if (period === 'all') return {};
  if (period !== 'own') return { fromMs: dayStartMs(addDays(officeDay(nowMs), -DAYS_BACK[period])) };
  return {
    ...(fromDay === null ? {} : { fromMs: dayStartMs(fromDay) }),
    ...(toDay === null ? {} : { toMs: dayStartMs(addDays(toDay, 1)) - 1 }),
  };
}
