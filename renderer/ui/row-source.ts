/** Where a table gets its rows from: it asks for what it shows, and draws what is there. */
export interface RowSource<T> {
  /** Names what is listed; a list of something else is shown from its start. */
  readonly list: string;
  /** Rows in all; null until the first answer. */
  readonly total: number | null;
  /** The row, or undefined while it is being read. */
  readonly row: (index: number) => T | undefined;
  /** Says which rows are on screen, so that they are read. */
  readonly show: (firstIndex: number, lastIndex: number) => void;
  /** Set when reading failed. */
  readonly failure: unknown;
  readonly retry: () => void;
}

/** Rows that are all there already. */
export function allRows<T>(rows: readonly T[]): RowSource<T> {
  return {
    list: '',
    total: rows.length,
    row: (index) => rows[index],
    show: () => undefined,
    failure: null,
    retry: () => undefined,
  };
}
