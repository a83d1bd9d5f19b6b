import type { DecimalString } from '../../../connectors/_kit/decimal';
import type { Language } from '../../../preload/contract/views';
import { knownText } from '../../log/catalogue';
import type { Cell, CellKind, Column, Row, Table } from '../../tables/table';

/** A column of a list: its name in the catalogue under `export.column`, what it holds, and where that stands in a row. */
export type ListColumn<R> = { readonly name: string; readonly width?: number } & (
  | { readonly kind: 'text' | 'date'; readonly value: (row: R, words: Words) => string | null }
  | { readonly kind: 'decimal' | 'amount'; readonly value: (row: R) => DecimalString | null }
  | { readonly kind: 'number' | 'moment'; readonly value: (row: R) => number | null }
);

/** A text of the catalogue in the language of the file. */
export type Words = (key: string) => string;

const WIDTHS: Readonly<Record<CellKind, number>> = {
  text: 18,
  number: 10,
  decimal: 10,
  amount: 14,
  date: 12,
  moment: 17,
};

/** Rows that are read from the store and written at a time. */
export const PAGE_ROWS = 500;

/** Where the rows of a list come from. */
export interface ListRows<R> {
  readonly total: number | null;
  readonly pages: () => AsyncIterable<readonly R[]>;
}

/** The one way from a list to a file: columns that were declared once, for every format. `name`: under `export.name`. */
export function tableOf<R>(
  name: string,
  columns: readonly ListColumn<R>[],
  { total, pages }: ListRows<R>,
  language: Language,
): Table {
  const words: Words = (key) => knownText(key)[language];
  const cells = (row: R): Row => columns.map((column): Cell => column.value(row, words));
  return {
    name: words(`export.name.${name}`),
    columns: columns.map(({ name: key, kind, width }): Column => {
      const label = words(`export.column.${key}`);
      return { label, kind, width: Math.max(width ?? WIDTHS[kind], label.length + 2) };
    }),
    total,
    pages: async function* () {
      for await (const rows of pages()) yield rows.map(cells);
    },
  };
}

/** Rows by ids that were read first: the file is the list as it was when it was asked for, however long it takes. */
export function rowsByIds<R>(
  ids: readonly number[],
  read: (ids: readonly number[]) => Promise<readonly R[]>,
): ListRows<R> {
  return {
    total: ids.length,
    pages: async function* () {
      for (let at = 0; at < ids.length; at += PAGE_ROWS) yield await read(ids.slice(at, at + PAGE_ROWS));
    },
  };
}

/** Rows that are there already. */
export function rowsAtHand<R>(rows: readonly R[]): ListRows<R> {
  return {
    total: rows.length,
    pages: async function* () {
      yield await Promise.resolve(rows);
    },
  };
}
