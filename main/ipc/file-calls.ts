/** Runs in the main process: the calls that bring a file to a company or make one of its data. */
import { ok, type Result } from '../../connectors/_kit/result';
import type { Company, ShellCalls } from '../company/company';

/** Those that need the data of a company; without them its page has nothing to put into a file or take from one. */
export type FileCalls = Pick<
  ShellCalls,
  | 'work-orders:import'
  | 'work-orders:pdf'
  | 'work-order-files:save'
  | 'planning:day-list'
  | 'queue:export'
  | 'queue:export-all'
  | 'log:export'
  | 'sync:export-clean-up'
>;

export interface FileCallsParts {
  readonly company: Pick<
    Company,
    | 'importWorkOrders'
    | 'exportLog'
    | 'exportCleanUp'
    | 'exportDeliveries'
    | 'deliveryRecord'
    | 'pdf'
    | 'attachment'
    | 'dayLists'
  >;
  /** Each asks the office for a file; null when it cancels. */
  readonly askWorkOrderFile: () => Promise<string | null>;
  readonly askLogFile: () => Promise<string | null>;
  readonly askCleanUpFile: () => Promise<string | null>;
  readonly askDeliveriesFile: () => Promise<string | null>;
  readonly askRecordFile: (suggestedName: string, format: 'pdf' | 'json') => Promise<string | null>;
  readonly askPdfFile: (suggestedName: string) => Promise<string | null>;
  readonly readFile: (path: string) => Promise<Result<string>>;
  /** Number of parts written. */
  readonly writeFile: (path: string, parts: AsyncIterable<string>) => Promise<Result<number>>;
  readonly writeBytes: (path: string, bytes: Uint8Array) => Promise<Result<number>>;
  /** Opens a file that was just written, in the computer's own program for it. */
  readonly showFile: (path: string) => void;
}

/** They act on the company of the page, also when another one shows by the time a file is chosen. */
export function createFileCalls({ company, ...parts }: FileCallsParts): FileCalls {
  const writeTable = async (file: string, rows: AsyncIterable<string>) => {
    const written = await parts.writeFile(file, rows);
    // The first part is the row with the names of the columns.
    return written.ok ? ok({ rows: written.value - 1, file }) : written;
  };
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

  return {
    'work-orders:import': async () => {
      const path = await parts.askWorkOrderFile();
      if (path === null) return null;
      const text = await parts.readFile(path);
      return text.ok ? company.importWorkOrders(text.value) : text;
    },
    'work-orders:pdf': async ({ id, kind }) => keepPdf(await company.pdf(id, kind)),
    'work-order-files:save': async (id) => keepPdf(await company.attachment(id)),
    'planning:day-list': async (request) => keepPdf(await company.dayLists.pdf(request)),
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
    'queue:export-all': async () => {
      const file = await parts.askDeliveriesFile();
      return file === null ? null : writeTable(file, company.exportDeliveries());
    },
    'log:export': async (filter) => {
      const file = await parts.askLogFile();
      return file === null ? null : writeTable(file, company.exportLog(filter));
    },
    'sync:export-clean-up': async ({ id }) => {
      const file = await parts.askCleanUpFile();
      return file === null ? null : writeTable(file, company.exportCleanUp(id));
    },
  };
}
