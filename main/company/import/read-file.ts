/** Reads a file of any kind that can be imported, and checks each record by itself. Knows nothing of the database. */
import { problem, type Problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { ImportField, OpenedImport } from '../../../preload/contract/imports';
import { columnsProblem, withColumns, type KnownColumns, type TableColumn } from './columns';
import { csvTable } from './csv-table';
import { fileKind } from './file-kind';
import { checkedRecord, type CheckedRecord, type ImportedRecord } from './imported-record';
import { jsonRecords, MAX_IMPORT_RECORDS } from './json-records';
import type { Table } from './table';
import { tableRecords } from './table-records';
import { decodeText } from './text-encoding';
import { xlsxTables } from './xlsx-tables';

/** Fifty times a year of work orders. */
export const MAX_IMPORT_BYTES = 50_000_000;

export interface ReadRequest {
  readonly bytes: Uint8Array;
  /** Name of the sheet of a workbook; null: the first that holds something. */
  readonly sheet: string | null;
  /** What the office chose for columns before. */
  readonly known: KnownColumns;
  /** What the app calls each column. */
  readonly labels: Readonly<Record<ImportField, string>>;
}

export interface ReadImport {
  readonly format: OpenedImport['format'];
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Null for JSON. */
  readonly columns: readonly TableColumn[] | null;
  /** Why there are no records: the columns do not tell. */
  readonly problem: Problem | null;
  readonly records: readonly CheckedRecord[];
}

/** Reads a file, in whatever thread: `readImport` in this one. */
export type ImportReader = (request: ReadRequest) => Promise<Result<ReadImport>>;

/** Problems of the file as a whole: those of `fileKind`, `decodeText`, `jsonRecords`, `csvTable` and `xlsxTables`. */
export async function readImport(request: ReadRequest): Promise<Result<ReadImport>> {
  const { bytes } = request;
  if (bytes.length > MAX_IMPORT_BYTES) {
    return refuse('import-too-large', { megabytes: MAX_IMPORT_BYTES / 1_000_000 });
  }
  const kind = fileKind(bytes);
  if (!kind.ok) return kind;
  return kind.value === 'zip' ? readXlsx(request) : readText(request);
}

async function readXlsx(request: ReadRequest): Promise<Result<ReadImport>> {
  const tables = await xlsxTables(request.bytes);
  if (!tables.ok) return tables;
  const [first] = tables.value;
  const chosen = tables.value.find(({ name }) => name === request.sheet) ?? first;
  if (chosen === undefined) throw new Error('A workbook without sheets was read');
  const sheets = tables.value.map(({ name }) => name);
  return ofTable(chosen.table, request, { format: 'xlsx', sheets, sheet: chosen.name });
}

function readText(request: ReadRequest): Result<ReadImport> {
  const decoded = decodeText(request.bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const [start = ''] = /\S/u.exec(text) ?? [];
  if (start === '') return refuse('import-empty');
  const whole = { sheets: [], sheet: null } as const;
  if (start === '[' || start === '{') {
    // RFC 8259: JSON is UTF-8. In another encoding a name would come in with other letters than were written.
    if (encoding === 'windows-1252') return refuse('file-not-utf8');
    const records = jsonRecords(text);
    if (!records.ok) return records;
    return ok({ format: 'json', ...whole, columns: null, problem: null, records: records.value.map(checkedRecord) });
  }
  if (start === '<') return refuse('import-not-text');
  const table = csvTable(text);
  return table.ok ? ofTable(table.value, request, { format: 'csv', ...whole }) : table;
}

function ofTable(
  table: Table,
  { known, labels }: ReadRequest,
  where: Pick<ReadImport, 'format' | 'sheets' | 'sheet'>,
): Result<ReadImport> {
  const withNames = withColumns(table, known);
  const { columns } = withNames;
  const unclear = columnsProblem(columns);
  if (unclear !== null) return ok({ ...where, columns, problem: unclear, records: [] });
  const records: readonly ImportedRecord[] = tableRecords(withNames, labels);
  if (records.length > MAX_IMPORT_RECORDS) {
    return refuse('import-too-many', { records: records.length, allowed: MAX_IMPORT_RECORDS });
  }
  return ok({ ...where, columns, problem: null, records: records.map(checkedRecord) });
}

const refuse = (code: string, params: Record<string, string | number> = {}): Result<never> =>
  fail(problem('invalid-input', code, params));
