import type { Language } from '../../preload/contract/views';
import { csvHead, csvRows } from './csv-rows';
import type { Table, TableFormat } from './table';
import type { MakeXlsx } from './xlsx-thread';

/** The parts of the file of a table, in their order. */
export async function* tableFile(
  table: Table,
  format: TableFormat,
  { makeXlsx, language }: { readonly makeXlsx: MakeXlsx; readonly language: () => Language },
): AsyncGenerator<string | Uint8Array> {
  if (format === 'xlsx') {
    yield await makeXlsx(table, table.pages());
    return;
  }
  yield csvHead(table.columns);
  for await (const rows of table.pages()) if (rows.length > 0) yield csvRows(table.columns, rows, language());
}
