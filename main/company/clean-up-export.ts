import type { CleanUpRow, Language } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import { knownText } from '../log/catalogue';
import { csvRow } from './csv-row';

const PAGE_ROWS = 500;
const COLUMNS = ['number', 'label', 'reason', 'workOrders'] as const;

/** Everything that a clean-up would remove as CSV, by number; each item is one row, the first one the header. */
export async function* exportCleanUp(store: RemoteStore, id: number, language: Language): AsyncGenerator<string> {
  const word = (key: string): string => knownText(`clean-up-export.${key}`)[language];
  const cells = ({ number, label, reason, workOrders, openWorkOrders }: CleanUpRow): readonly string[] => [
    number,
    label,
    word(`reason.${reason}`),
    workOrders.join(', ') + (openWorkOrders > workOrders.length ? ', …' : ''),
  ];
  yield csvRow(
    COLUMNS.map((column) => word(`column.${column}`)),
    true,
  );
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const sort = { key: 'number', descending: false };
    const { rows } = await store.cleanUp.questionRows({ id, search: '', offset, limit: PAGE_ROWS, sort });
    for (const row of rows) yield csvRow(cells(row));
    if (rows.length < PAGE_ROWS) return;
  }
}
