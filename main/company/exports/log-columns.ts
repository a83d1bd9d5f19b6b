import type { Language, LogRow } from '../../../preload/contract/views';
import type { ListColumn } from './list-columns';

export const logColumns = (language: Language): readonly ListColumn<LogRow>[] => [
  { name: 'date', kind: 'moment', value: (row) => row.lastAtMs },
  { name: 'level', kind: 'text', value: (row, words) => words(`ui.log.level.${row.level}`) },
  { name: 'table', kind: 'text', value: (row, words) => words(`ui.log.table.${row.table}`) },
  { name: 'record', kind: 'text', width: 30, value: (row) => row.record },
  { name: 'message', kind: 'text', width: 60, value: (row) => row.message[language] },
  { name: 'action', kind: 'text', width: 50, value: (row) => row.action?.[language] ?? '' },
  { name: 'count', kind: 'number', value: (row) => row.count },
  { name: 'firstTime', kind: 'moment', value: (row) => row.firstAtMs },
];
