import { stringify } from 'csv-stringify/sync';
import { assertNever } from '../../connectors/_kit/result';
import type { Language } from '../../preload/contract/views';
import { wallClock } from '../log/wall-clock';
import { withCents } from './amount';
import type { Cell, CellKind, Column, Row } from './table';

/** A text that a spreadsheet would run as a formula gets an apostrophe in front: what was typed elsewhere must do nothing here. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * Rows of a file for the spreadsheet of a Dutch office, each with its line end: semicolons, and a decimal comma in Dutch.
 * Moments are those on the clock of the office.
 */
export const csvRows = (columns: readonly Column[], rows: readonly Row[], language: Language): string =>
  lines(rows.map((row) => columns.map(({ kind }, index) => inWords(kind, row[index] ?? null, language))));

/** The names of the columns, after a byte order mark: without it Excel takes every accented letter for another one. */
export const csvHead = (columns: readonly Column[]): string =>
  `\uFEFF${lines([columns.map(({ label }) => safe(label))])}`;

const lines = (cells: readonly (readonly string[])[]): string =>
  stringify(
    cells.map((row) => [...row]),
    { delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );

function inWords(kind: CellKind, cell: Cell, language: Language): string {
  if (cell === null) return '';
  switch (kind) {
    case 'text':
      return safe(String(cell));
    case 'number':
    case 'date':
      return String(cell);
    case 'decimal':
      return pointOf(String(cell), language);
    case 'amount':
      return pointOf(withCents(String(cell)), language);
    case 'moment':
      return wallClock(Number(cell));
    default:
      return assertNever(kind);
  }
}

const safe = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const pointOf = (figure: string, language: Language): string => (language === 'nl' ? figure.replace('.', ',') : figure);
