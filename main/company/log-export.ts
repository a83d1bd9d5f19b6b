import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';
import type { Language, LogFilter, LogRow } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import { knownText } from '../log/catalogue';
import { csvRow } from './csv-row';

const PAGE_ROWS = 500;
const COLUMNS = ['lastAt', 'level', 'table', 'record', 'message', 'action', 'count', 'firstAt'] as const;

/**
 * The whole log as CSV, newest first; each item is one row with its line end, the first one the header. Times are those
 * of the office.
 */
export async function* exportLog(store: RemoteStore, filter: LogFilter, language: Language): AsyncGenerator<string> {
  const word = (key: string): string => knownText(`log-export.${key}`)[language];
  yield csvRow(
    COLUMNS.map((column) => word(`column.${column}`)),
    true,
  );
  let before: { lastAtMs: number; id: number } | undefined;
  for (;;) {
    const page = await store.log.list({ filter, before, limit: PAGE_ROWS });
    for (const row of page.rows) yield csvRow(cells(row, word, language));
    const last = page.rows.at(-1);
    if (!page.more || last === undefined) return;
    before = { lastAtMs: last.lastAtMs, id: last.id };
  }
}

const cells = (row: LogRow, word: (key: string) => string, language: Language): readonly string[] => [
  wallClock(row.lastAtMs),
  word(`level.${row.level}`),
  word(`table.${row.table}`),
  row.record,
  row.message[language],
  row.action?.[language] ?? '',
  String(row.count),
  wallClock(row.firstAtMs),
];

const wallClock = (atMs: number): string =>
  DateTime.fromMillis(atMs, { zone: OFFICE_ZONE }).toFormat('yyyy-MM-dd HH:mm:ss');
