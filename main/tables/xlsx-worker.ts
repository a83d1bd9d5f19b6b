/** Entry of a thread that makes one workbook and ends. */
import { parentPort, type MessagePort } from 'node:worker_threads';
import type { Column, Row } from './table';
import { xlsxSheet } from './xlsx-sheet';

export type XlsxWork =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'end'; readonly name: string; readonly columns: readonly Column[] };

function serve(port: MessagePort): void {
  const rows: Row[] = [];
  port.on('message', (work: XlsxWork) => {
    if (work.kind === 'rows') {
      for (const row of work.rows) rows.push(row);
      return;
    }
    void xlsxSheet(work.name, work.columns, rows).then((bytes) => {
      port.postMessage(bytes);
      port.close();
    });
  });
}

if (!parentPort) throw new Error('The workbook thread runs in a worker thread only');
serve(parentPort);
