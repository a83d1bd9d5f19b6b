/** Reads the text of a CSV file as a table. Pure. */
import { CsvError, parse, type Info } from 'csv-parse/sync';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import { MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, textCell, type Table } from './table';

const DELIMITERS = [';', ',', '\t', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];
/** How much of the text tells which delimiter it has. */
const LOOKED_AT_CHARACTERS = 50_000;
/** A quote that is never closed must not swallow the rest of a large file into one cell. */
const MAX_ROW_CHARACTERS = 1_000_000;

/**
 * Problems: `import-csv-quotes` (with the line), `import-csv-row-long`, `import-too-many-rows`,
 * `import-too-many-columns`, `import-no-table`.
 */
export function csvTable(text: string): Result<Table> {
  const { delimiter, rest, skippedLines } = delimiterOf(text);
  let records: { record: string[]; info: Info }[];
  try {
    // One kind of line end: with two characters in a cell the parser counts two lines.
    records = parse(rest.replace(/\r\n?/gu, '\n'), {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW_CHARACTERS,
      record_delimiter: '\n',
      to: MAX_TABLE_ROWS + 1,
    }) as unknown as { record: string[]; info: Info }[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refusalOf(error, skippedLines);
  }
  if (records.length > MAX_TABLE_ROWS) {
    return fail(problem('invalid-input', 'import-too-many-rows', { allowed: MAX_TABLE_ROWS }));
  }
  if (records.some(({ record }) => record.length > MAX_TABLE_COLUMNS)) {
    return fail(problem('invalid-input', 'import-too-many-columns', { allowed: MAX_TABLE_COLUMNS }));
  }
  const rows = records.map(({ record, info }) => ({
    line: info.lines - linesIn(record) + skippedLines,
    cells: record.map((cell) => textCell(withoutGuard(cell))),
  }));
  if (rows.length === 0) return fail(problem('invalid-input', 'import-no-table'));
  return ok({ rows });
}

/** Our own files put an apostrophe before a text that a spreadsheet would run as a formula (main/tables/csv-rows.ts). */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@])/u, '');

/** The parser tells the line on which a row ends; a cell with line ends makes it start higher up. */
const linesIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

function refusalOf(error: CsvError, skippedLines: number): Result<never> {
  const line = (typeof error.lines === 'number' ? error.lines : 1) + skippedLines;
  const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'import-csv-row-long' : 'import-csv-quotes';
  return fail(problem('invalid-input', code, { line }));
}

/** Excel's own first line `sep=;` says it; else the one that stands most often outside quotes, in the first lines. */
function delimiterOf(text: string): {
  readonly delimiter: Delimiter;
  readonly rest: string;
  readonly skippedLines: number;
} {
  const told = /^sep=(.)\r?\n/iu.exec(text);
  const named = DELIMITERS.find((one) => one === told?.[1]);
  if (told !== null && named !== undefined) {
    return { delimiter: named, rest: text.slice(told[0].length), skippedLines: 1 };
  }
  const start = text.slice(0, LOOKED_AT_CHARACTERS).replace(/"(?:[^"]|"")*"/gu, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: start.split(delimiter).length }));
  const [first] = counted.sort((one, other) => other.count - one.count);
  return { delimiter: first?.delimiter ?? ';', rest: text, skippedLines: 0 };
}
