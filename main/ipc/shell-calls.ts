/** Runs in the main process: the calls that need a window, a file or the app itself. */
import { ok, type Result } from '../../connectors/_kit/result';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { Output, ParsedInput } from '../../preload/contract/calls';
import type { AppSettings, AppState } from '../../preload/contract/views';
import type { Company, ShellChannel } from '../company/company';

export type ShellCalls = { readonly [C in ShellChannel]: (input: ParsedInput<C>) => Promise<Output<C>> };

export interface ShellCallsParts {
  readonly company: Pick<Company, 'importWorkOrders' | 'exportLog' | 'pdf'>;
  readonly state: () => AppState;
  /** Keeps the settings and lets everything follow them. */
  readonly saveSettings: (settings: AppSettings) => void;
  /** Each asks the office for a file; null when it cancels. */
  readonly askWorkOrderFile: () => Promise<string | null>;
  readonly askLogFile: () => Promise<string | null>;
  readonly askPdfFile: (suggestedName: string) => Promise<string | null>;
  readonly readFile: (path: string) => Promise<Result<string>>;
  /** Number of parts written. */
  readonly writeFile: (path: string, parts: AsyncIterable<string>) => Promise<Result<number>>;
  readonly writePdf: (path: string, bytes: Uint8Array) => Promise<Result<number>>;
  /** Opens a file that was just written, in the computer's own program for it. */
  readonly showFile: (path: string) => void;
  /** Null outside the practice administration. */
  readonly practice: {
    readonly credentials: (id: ConnectorId) => Promise<Readonly<Record<string, string>>>;
    readonly showBooks: () => Promise<void>;
  } | null;
}

export function createShellCalls(parts: ShellCallsParts): ShellCalls {
  const { company, practice } = parts;

  return {
    'app:state': () => Promise.resolve(parts.state()),
    'app:save-settings': (settings) => {
      parts.saveSettings(settings);
      return Promise.resolve(parts.state().settings);
    },
    'app:open-practice-books': async () => {
      if (practice === null) throw new Error('The books belong to the practice administration');
      await practice.showBooks();
      return ok(null);
    },
    'integrations:practice-credentials': (id) => practice?.credentials(id) ?? Promise.resolve(null),
    'work-orders:import': async () => {
      const path = await parts.askWorkOrderFile();
      if (path === null) return null;
      const text = await parts.readFile(path);
      return text.ok ? company.importWorkOrders(text.value) : text;
    },
    'work-orders:pdf': async ({ id, kind }) => {
      const pdf = await company.pdf(id, kind);
      if (!pdf.ok) return pdf;
      const file = await parts.askPdfFile(pdf.value.fileName);
      if (file === null) return null;
      const written = await parts.writePdf(file, pdf.value.bytes);
      if (!written.ok) return written;
      parts.showFile(file);
      return ok({ file });
    },
    'log:export': async (filter) => {
      const file = await parts.askLogFile();
      if (file === null) return null;
      const written = await parts.writeFile(file, company.exportLog(filter));
      // The first part is the row with the names of the columns.
      return written.ok ? ok({ rows: written.value - 1, file }) : written;
    },
  };
}
