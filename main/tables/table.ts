/** A list as a file: what stands in its columns, told once for every format. */

/**
 * What a column holds. text: as it is. number: whole. decimal: a `DecimalString` with as many digits as it has.
 * amount: a `DecimalString` in euros, shown with at least two decimals. date: `YYYY-MM-DD`. moment: UTC ms.
 */
export type CellKind = 'text' | 'number' | 'decimal' | 'amount' | 'date' | 'moment';

/** By the kind of its column; null = nothing is known, and the cell is empty. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

export interface Column {
  readonly label: string;
  readonly kind: CellKind;
  /** Room in a spreadsheet, in characters. */
  readonly width: number;
}

export interface Table {
  /** What the file is called, without extension. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Rows in all; null when nobody counted them. */
  readonly total: number | null;
  /** The rows in their order, some hundreds at a time. */
  readonly pages: () => AsyncIterable<readonly Row[]>;
}

export type TableFormat = 'csv' | 'xlsx';
