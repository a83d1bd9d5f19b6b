import { create } from 'zustand';
import type { LogFilter, LogLevel, LogRow, LogTable } from '../../../preload/contract/views';
import { addDays, dayStartMs, officeDay } from '../../i18n/office-clock';

export type Period = 'all' | 'today' | 'week' | 'month';

const DAYS_BACK: Readonly<Record<Exclude<Period, 'all'>, number>> = { today: 0, week: 6, month: 29 };

interface LogStore {
  readonly level: LogLevel | 'all';
  readonly table: LogTable | 'all';
  readonly period: Period;
  readonly text: string;
  readonly opened: LogRow | null;
  readonly filterOn: (change: Partial<Pick<LogStore, 'level' | 'table' | 'period' | 'text'>>) => void;
  readonly open: (row: LogRow | null) => void;
}

/** What is chosen on the screen Logging; kept while the user is elsewhere. */
export const useLogStore = create<LogStore>()((set) => ({
  level: 'all',
  table: 'all',
  period: 'all',
  text: '',
  opened: null,
  filterOn: (change) => set({ ...change, opened: null }),
  open: (opened) => set({ opened }),
}));

/** The filter of the call. A period counts whole days back on the clock of the office. */
export function toFilter(
  { level, table, period, text }: Pick<LogStore, 'level' | 'table' | 'period' | 'text'>,
  nowMs: number,
): LogFilter {
  return {
    ...(level === 'all' ? {} : { levels: [level] }),
    ...(table === 'all' ? {} : { tables: [table] }),
    ...(period === 'all' ? {} : { fromMs: dayStartMs(addDays(officeDay(nowMs), -DAYS_BACK[period])) }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  };
}
