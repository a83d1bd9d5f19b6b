/** Runs in the main process: the calls that bring a file to a company or make one of its data. */
import { basename } from 'node:path';
import { ok, type Result } from '../../connectors/_kit/result';
import type { ExportFormat } from '../../preload/contract/exports';
import type { Language } from '../../preload/contract/views';
import { exampleTable, resultTable } from '../company/import/import-tables';
import { MAX_IMPORT_BYTES } from '../company/import/read-file';
import type { Company, ShellCalls } from '../company/company';
import { tableFile } from '../tables/table-file';
import type { Table } from '../tables/table';
import type { MakeXlsx } from '../tables/xlsx-thread';

/** Those that need the data of a company; without them its page has nothing to put into a file or take from one. */
export type FileCalls = Pick<
  ShellCalls,
  | 'imports:open'
  | 'imports:save-result'
  | 'imports:save-example'
  | 'folder-drop:choose'
  | 'work-order-files:save'
  | 'queue:export'
  | 'exports:save'
>;

export interface FileCallsParts {
  readonly company: Pick<Company, 'importDesk' | 'folderDrop' | 'lists' | 'deliveryRecord' | 'attachment'>;
  /** Each asks the office for a file; null when it cancels. */
  readonly askImportFile: () => Promise<string | null>;
  readonly askFolder: () => Promise<string | null>;
  readonly askListFile: (suggestedName: string, format: ExportFormat) => Promise<string | null>;
  readonly askRecordFile: (suggestedName: string, format: 'pdf' | 'json') => Promise<string | null>;
  readonly askPdfFile: (suggestedName: string) => Promise<string | null>;
  /** At most `mostBytes`. */
  readonly readFile: (path: string, mostBytes: number) => Promise<Result<Uint8Array>>;
  /** Number of parts written. */
  readonly writeFile: (path: string, parts: AsyncIterable<string | Uint8Array>) => Promise<Result<number>>;
  readonly writeBytes: (path: string, bytes: Uint8Array) => Promise<Result<number>>;
  /** Opens a file that was just written, in the computer's own program for it. */
  readonly showFile: (path: string) => void;
  readonly makeXlsx: MakeXlsx;
  readonly language: () => Language;
}

/** They act on the company of the page, also when another one shows by the time a file is chosen. */
export function createFileCalls({ company, ...parts }: FileCallsParts): FileCalls {
  /** Puts a PDF where the office wants it, and opens it there. */
  const keepPdf = async (pdf: Result<{ readonly fileName: string; readonly bytes: Uint8Array }>) => {
    if (!pdf.ok) return pdf;
    const file = await parts.askPdfFile(pdf.value.fileName);
    if (file === null) return null;
    const written = await parts.writeBytes(file, pdf.value.bytes);
    if (!written.ok) return written;
    parts.showFile(file);
    return ok({ file });
  };

  const keepTable = async (table: Table, format: ExportFormat) => {
    const file = await parts.askListFile(table.name, format);
    if (file === null) return null;
    const written = await parts.writeFile(file, tableFile(table, format, parts));
    return written.ok ? ok({ file }) : written;
  };

  return {
    'imports:open': async () => {
      const path = await parts.askImportFile();
      if (path === null) return null;
      const bytes = await parts.readFile(path, MAX_IMPORT_BYTES);
      return bytes.ok ? company.importDesk.open(basename(path), bytes.value) : bytes;
    },
    'imports:save-result': async ({ format }) => {
      const last = company.importDesk.lastResult();
      return last === null ? null : keepTable(resultTable(last.fileName, last.result, parts.language()), format);
    },
    'imports:save-example': ({ format }) => keepTable(exampleTable(parts.language()), format),
    'folder-drop:choose': async () => {
      const folder = await parts.askFolder();
      return folder === null ? null : company.folderDrop.propose(folder);
    },
    'work-order-files:save': async (id) => keepPdf(await company.attachment(id)),
    'queue:export': async ({ id, format }) => {
      const record = await company.deliveryRecord(id, format);
      if (!record.ok) return record;
      const file = await parts.askRecordFile(record.value.fileName, format);
      if (file === null) return null;
      const written = await parts.writeBytes(file, record.value.bytes);
      if (!written.ok) return written;
      if (format === 'pdf') parts.showFile(file);
      return ok({ file });
    },
    'exports:save': ({ what, format }) =>
      company.lists.save(what, format, { ask: parts.askListFile, write: parts.writeFile }),
  };
}
