/** Reads the sheets of an Excel workbook (.xlsx) as tables. */
import readWorkbook from 'read-excel-file/universal';
import { Decimal, plain, round } from '../../../connectors/_kit/decimal';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import { EMPTY, isEmptyRow, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, textCell, type Cell, type Table } from './table';
import { failedCells } from './xlsx-failed-cells';
import { zipDirectory, type ZipEntry } from './zip-directory';

export interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

/** What a workbook may be unpacked; a sheet of 50,000 rows of eleven cells is about 35 MB of XML. */
const MAX_UNPACKED_BYTES = 60_000_000;
const MAX_FILES = 5_000;
/** What Excel itself shows and calculates with; further digits are noise of binary fractions. */
const EXCEL_DIGITS = 15;
const MOST_DECIMALS = 10;

/** A number of a cell before it is known to be exact text. */
class RawNumber {
  constructor(readonly text: string) {}
}

/**
 * The sheets that hold something, in their order. Formulas come as their values, merged cells as the first with the
 * others empty. Problems: `import-zip-damaged`, `import-other-zip`, `import-with-password`, `import-too-large-unpacked`,
 * `import-too-many-rows`, `import-too-many-columns`, `import-no-table`.
 */
export async function xlsxTables(bytes: Uint8Array): Promise<Result<readonly NamedTable[]>> {
  const entries = zipDirectory(bytes);
  const refused = zipProblem(entries);
  if (refused !== null) return fail(problem('invalid-input', refused.code, refused.params));
  const sheets = await sheetsOf(bytes);
  if (sheets === null) return fail(problem('invalid-input', 'import-zip-damaged'));
  const failed = failedCells(bytes, entries ?? []);
  const named: NamedTable[] = [];
  for (const [at, { sheet, data }] of sheets.entries()) {
    if (data.length > MAX_TABLE_ROWS) {
      return fail(problem('invalid-input', 'import-too-many-rows', { allowed: MAX_TABLE_ROWS }));
    }
    if (data.some((cells) => cells.length > MAX_TABLE_COLUMNS)) {
      return fail(problem('invalid-input', 'import-too-many-columns', { allowed: MAX_TABLE_COLUMNS }));
    }
    const rows = data.map((cells, index) => ({ line: index + 1, cells: cells.map(cellOf) }));
    for (const { row, column, text } of failed[at] ?? []) {
      const cells = rows[row]?.cells;
      if (cells !== undefined && column < cells.length) cells[column] = { kind: 'error', text };
    }
    const filled = rows.filter((row) => !isEmptyRow(row));
    if (filled.length > 0) named.push({ name: sheet, table: { rows: filled } });
  }
  return named.length === 0 ? fail(problem('invalid-input', 'import-no-table')) : ok(named);
}

function zipProblem(
  entries: readonly ZipEntry[] | null,
): { readonly code: string; readonly params: Record<string, number> } | null {
  if (entries === null) return { code: 'import-zip-damaged', params: {} };
  if (entries.some(({ isEncrypted }) => isEncrypted)) return { code: 'import-with-password', params: {} };
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return { code: 'import-other-zip', params: {} };
  const unpacked = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (unpacked > MAX_UNPACKED_BYTES || entries.length > MAX_FILES) {
    return { code: 'import-too-large-unpacked', params: { megabytes: MAX_UNPACKED_BYTES / 1_000_000 } };
  }
  return null;
}

type Value = string | RawNumber | boolean | Date | null;
type Sheets = readonly { readonly sheet: string; readonly data: readonly (readonly Value[])[] }[];

/** Null when what is in the file is no workbook. */
async function sheetsOf(bytes: Uint8Array): Promise<Sheets | null> {
  const { buffer } = Uint8Array.from(bytes);
  try {
    // The library's types call a date `typeof Date`.
    return (await readWorkbook<RawNumber>(buffer, { parseNumber: (text) => new RawNumber(text) })) as unknown as Sheets;
  } catch {
    // The library is given nothing but the file; about a damaged one it throws errors of many kinds, TypeErrors too.
    return null;
  }
}

function cellOf(value: Value): Cell {
  if (value === null) return EMPTY;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'boolean') return { kind: 'yes-no', value };
  if (value instanceof RawNumber) return numberCell(value.text);
  return { kind: 'moment', wallMs: value.getTime() };
}

/** As Excel shows it (`0.30000000000000004` is 0.3), with as many decimals as a price or a quantity can have. */
function numberCell(text: string): Cell {
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/iu.test(text)) return textCell(text);
  return { kind: 'number', text: plain(round(new Decimal(text).toSignificantDigits(EXCEL_DIGITS), MOST_DECIMALS)) };
}
