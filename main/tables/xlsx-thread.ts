import { Worker } from 'node:worker_threads';
import type { Row, Table } from './table';
import { xlsxSheet } from './xlsx-sheet';
import type { XlsxWork } from './xlsx-worker';

/** Makes a workbook of pages of rows. Rejects when the pages throw. */
export type MakeXlsx = (
  table: Pick<Table, 'name' | 'columns'>,
  pages: AsyncIterable<readonly Row[]>,
) => Promise<Uint8Array>;

/** In a thread of its own, so that neither a window nor the database waits. `workerFile`: the built `xlsx-worker.ts`. */
export function xlsxInThread(workerFile: string): MakeXlsx {
  return async ({ name, columns }, pages) => {
    const worker = new Worker(workerFile);
    const made = new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The workbook thread ended with code ${code}`)));
    });
    // Whoever reads the pages hears it first when they throw.
    made.catch(() => undefined);
    const send = (work: XlsxWork): void => worker.postMessage(work);
    try {
      for await (const rows of pages) send({ kind: 'rows', rows });
      send({ kind: 'end', name, columns });
      return await made;
    } finally {
      await worker.terminate();
    }
  };
}

/** In the thread of the caller, for a program that waits anyway. */
export const xlsxHere: MakeXlsx = async ({ name, columns }, pages) => {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page);
  return xlsxSheet(name, columns, rows);
};
