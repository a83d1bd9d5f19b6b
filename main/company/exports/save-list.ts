import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { ExportedList, ExportFormat, ExportOutcome, ExportProgress } from '../../../preload/contract/exports';
import type { Language } from '../../../preload/contract/views';
import { csvHead, csvRows } from '../../tables/csv-rows';
import type { Row, Table } from '../../tables/table';
import { MOST_XLSX_ROWS } from '../../tables/xlsx-limit';
import type { MakeXlsx } from '../../tables/xlsx-thread';

export interface SaveListParts {
  readonly tableOf: (what: ExportedList) => Promise<Table>;
  readonly language: () => Language;
  readonly makeXlsx: MakeXlsx;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** Where a list goes. */
export interface ListDestination {
  /** Asks the office where; null when it cancels. */
  readonly ask: (suggestedName: string, format: ExportFormat) => Promise<string | null>;
  /** The file is there wholly or not at all, also when the parts throw. */
  readonly write: (path: string, parts: AsyncIterable<string | Uint8Array>) => Promise<Result<number>>;
}

export interface SaveList {
  /**
   * Writes all rows of a list where the office says. Null: it cancelled, before or meanwhile. Problems: `export-under-way`,
   * `too-many-rows-for-excel`, `file-not-written`.
   */
  readonly save: (
    what: ExportedList,
    format: ExportFormat,
    to: ListDestination,
  ) => Promise<Result<ExportOutcome> | null>;
  /** Ends the one that is under way; nothing is left of its file. */
  readonly cancel: () => void;
}

/** Thrown through the rows that are being written, to end the writing. */
class Ended extends Error {}
/** The same, found out on the way where nobody counted the rows before. */
class TooManyRows extends Error {}

/** One list at a time becomes a file. */
export function createSaveList(parts: SaveListParts): SaveList {
  let underWay: AbortController | null = null;

  async function write(table: Table, format: ExportFormat, file: string, to: ListDestination, signal: AbortSignal) {
    let done = 0;
    const tell = (): void => parts.onProgress({ done, total: table.total });
    const pages = async function* (): AsyncIterable<readonly Row[]> {
      for await (const rows of table.pages()) {
        if (signal.aborted) throw new Ended();
        yield rows;
        done += rows.length;
        if (format === 'xlsx' && done > MOST_XLSX_ROWS) throw new TooManyRows();
        tell();
      }
      if (signal.aborted) throw new Ended();
    };
    const written = await to.write(file, format === 'csv' ? asCsv(table, pages()) : asXlsx(table, pages()));
    return written.ok ? ok({ rows: done, file }) : written;
  }

  async function* asCsv(table: Table, pages: AsyncIterable<readonly Row[]>): AsyncIterable<string> {
    const language = parts.language();
    yield csvHead(table.columns);
    for await (const rows of pages) if (rows.length > 0) yield csvRows(table.columns, rows, language);
  }
  async function* asXlsx(table: Table, pages: AsyncIterable<readonly Row[]>): AsyncIterable<Uint8Array> {
    yield await parts.makeXlsx(table, pages);
  }

  return {
    save: async (what, format, to) => {
      if (underWay !== null) return fail(problem('blocked', 'export-under-way'));
      const ending = (underWay = new AbortController());
      try {
        const table = await parts.tableOf(what);
        if (format === 'xlsx' && (table.total ?? 0) > MOST_XLSX_ROWS) return fail(tooManyRows());
        const file = await to.ask(table.name, format);
        return file === null ? null : await write(table, format, file, to, ending.signal);
      } catch (error) {
        if (error instanceof Ended) return null;
        if (error instanceof TooManyRows) return fail(tooManyRows());
        throw error;
      } finally {
        underWay = null;
      }
    },
    cancel: () => underWay?.abort(),
  };
}

const tooManyRows = () => problem('invalid-input', 'too-many-rows-for-excel', { most: MOST_XLSX_ROWS });
