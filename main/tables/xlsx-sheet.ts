/** An Excel workbook of one table. Needs all of it in memory at once: see `xlsx-limit.ts`. */
import { DateTime } from 'luxon';
import writeXlsx, { type CellObject, type SheetData } from 'write-excel-file/node';
import { decimal } from '../../connectors/_kit/decimal';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';
import { assertNever } from '../../connectors/_kit/result';
import type { Cell, CellKind, Column, Row } from './table';

/** Most characters that Excel takes in one cell ("Excel specifications and limits"). */
const MOST_CHARACTERS = 32_767;
/** Digits of a number that Excel keeps; it fills up the rest with zeros without a word. */
const MOST_DIGITS = 15;

const FORMATS = {
  number: '0',
  amount: '"€" #,##0.00########',
  date: 'dd-mm-yyyy',
  moment: 'dd-mm-yyyy hh:mm',
} as const;

/** The workbook: the head stays in sight, figures and dates are real ones. Texts are texts and are never run as formulas. */
export function xlsxSheet(name: string, columns: readonly Column[], rows: readonly Row[]): Promise<Uint8Array> {
  const head = columns.map(({ label, kind }) => ({
    value: label,
    type: String,
    fontWeight: 'bold' as const,
    ...(isFigure(kind) ? { align: 'right' as const } : {}),
  }));
  const data: SheetData = [
    head,
    ...rows.map((row) => columns.map(({ kind }, index) => xlsxCell(kind, row[index] ?? null))),
  ];
  return writeXlsx(data, {
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
  }).toBuffer();
}

const isFigure = (kind: CellKind): boolean => kind === 'number' || kind === 'decimal' || kind === 'amount';

/** Excel takes 31 characters without these signs. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

function xlsxCell(kind: CellKind, cell: Cell): CellObject | null {
  if (cell === null || cell === '') return null;
  switch (kind) {
    case 'text':
      return text(String(cell));
    case 'number':
      return { value: Number(cell), type: Number, format: FORMATS.number };
    case 'decimal':
      // Without a format: one with optional digits leaves the point behind a whole number.
      return isExact(String(cell)) ? { value: Number(cell), type: Number } : text(String(cell));
    case 'amount':
      return isExact(String(cell)) ? { value: Number(cell), type: Number, format: FORMATS.amount } : text(String(cell));
    case 'date':
      return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: FORMATS.date };
    case 'moment':
      return { value: onTheClock(Number(cell)), type: Date, format: FORMATS.moment };
    default:
      return assertNever(kind);
  }
}

/** More digits than Excel keeps stay a text: a figure that is a little wrong is worse than one that cannot be added. */
const isExact = (figure: string): boolean =>
  figure.replace(/^-?0*\.?0*|\./g, '').length <= MOST_DIGITS && decimal(Number(figure)).eq(figure);

const text = (value: string): CellObject => ({
  value: value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS - 1)}…` : value,
  type: String,
});

/** A workbook knows no zones: the date that reads in UTC what the clock of the office showed. */
function onTheClock(atMs: number): Date {
  const { year, month, day, hour, minute, second } = DateTime.fromMillis(atMs, { zone: OFFICE_ZONE });
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}
