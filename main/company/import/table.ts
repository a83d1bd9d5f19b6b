/** A table as it stands in a file: rows of cells, before anybody knows what they mean. */

/** A number is exact text that came out of a spreadsheet's own number, so that nothing need be guessed about it. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  /** Milliseconds as if the wall clock were UTC; a spreadsheet knows no zones. */
  | { readonly kind: 'moment'; readonly wallMs: number }
  /** What a formula could not work out: `#N/A`. */
  | { readonly kind: 'error'; readonly text: string };

export interface TableRow {
  /** Line of the file, or row of the sheet, counted from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly rows: readonly TableRow[];
}

/** Five for each of the most records that come in at once. As a workbook they take half a gigabyte to read. */
export const MAX_TABLE_ROWS = 50_000;
/** Far above what a program exports; a spreadsheet has room for 16,384. */
export const MAX_TABLE_COLUMNS = 500;

/** What lies before is a time of the day without a date: spreadsheets put it on their day 0. */
const FIRST_DATE_MS = Date.UTC(1904, 0, 2);

export const EMPTY: Cell = { kind: 'empty' };

export const textCell = (text: string): Cell => (text.trim() === '' ? EMPTY : { kind: 'text', text: text.trim() });

/** As people see it. */
export function shown(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case undefined:
    case 'empty':
      return '';
    case 'text':
    case 'number':
    case 'error':
      return cell.text;
    case 'yes-no':
      return cell.value ? 'ja' : 'nee';
    case 'moment': {
      const [day = '', time = ''] = new Date(cell.wallMs).toISOString().slice(0, 16).split('T');
      if (cell.wallMs < FIRST_DATE_MS) return time;
      return time === '00:00' ? day : `${day} ${time}`;
    }
  }
}

export const isEmptyRow = ({ cells }: TableRow): boolean => cells.every(({ kind }) => kind === 'empty');
