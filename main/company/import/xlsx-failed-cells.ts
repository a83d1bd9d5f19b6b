/** Cells of a workbook whose formula failed. The library that reads workbooks takes them for empty, and a customer would be lost without a word. Pure. */
import { entryText, type ZipEntry } from './zip-directory';

export interface FailedCell {
  /** Row and column, counted from 0. */
  readonly row: number;
  readonly column: number;
  /** What it shows: `#N/A`. */
  readonly text: string;
}

/** Of each sheet, in the order of the workbook; nothing of what cannot be read. */
export function failedCells(bytes: Uint8Array, entries: readonly ZipEntry[]): readonly (readonly FailedCell[])[] {
  const textOf = (name: string): string => {
    const entry = entries.find((one) => one.name === name);
    return entry === undefined ? '' : (entryText(bytes, entry) ?? '');
  };
  const targets = new Map(
    [...textOf('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...textOf('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/gu)].map(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id')) ?? '';
    return failedIn(textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`));
  });
}

function failedIn(sheet: string): readonly FailedCell[] {
  const failed: FailedCell[] = [];
  for (const match of sheet.matchAll(/<(?:\w+:)?c\s[^>]*\bt="e"[^>]*>/gu)) {
    const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(attribute(match[0], 'r')) ?? [];
    if (letters === '') continue;
    const value = /<(?:\w+:)?v>([^<]{0,20})</u.exec(sheet.slice(match.index, match.index + 2_000))?.[1] ?? '';
    failed.push({ row: Number(row) - 1, column: columnOf(letters), text: value });
  }
  return failed;
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';

/** A is 0, AA is 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
