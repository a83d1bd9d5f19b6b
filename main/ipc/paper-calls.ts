/** Runs in the main process: the calls that show, keep, open and print papers. */
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Company, ShellCalls } from '../company/company';
import type { PrintPages } from '../ports';
import type { ShownPapers } from './shown-papers';

export type PaperCalls = Pick<ShellCalls, 'papers:make' | 'papers:save' | 'papers:open' | 'papers:print'>;

export interface PaperCallsParts {
  readonly company: Pick<Company, 'papers'>;
  readonly shown: ShownPapers;
  /** Asks the office for a file; null when it cancels. */
  readonly askPdfFile: (suggestedName: string) => Promise<string | null>;
  readonly writeBytes: (path: string, bytes: Uint8Array) => Promise<Result<number>>;
  /** Opens it in the computer's own program for PDFs. */
  readonly openPaper: (paper: { readonly fileName: string; readonly bytes: Uint8Array }) => Promise<Result<null>>;
  readonly printPages: PrintPages;
}

export function createPaperCalls(parts: PaperCallsParts): PaperCalls {
  const { company, shown, askPdfFile, writeBytes, openPaper, printPages } = parts;
  return {
    'papers:make': async (request) => {
      const made = await company.papers(request);
      return made.ok ? ok({ ...made.value, id: shown.keep(made.value) }) : made;
    },
    'papers:save': async (id) => {
      const paper = shown.get(id);
      if (paper === null) return fail(paperGone());
      const file = await askPdfFile(paper.fileName);
      if (file === null) return null;
      const written = await writeBytes(file, paper.bytes);
      return written.ok ? ok({ file }) : written;
    },
    'papers:open': async (id) => {
      const paper = shown.get(id);
      return paper === null ? fail(paperGone()) : openPaper(paper);
    },
    'papers:print': (job) => printPages(job),
  };
}

const paperGone = () => problem('invalid-input', 'paper-gone');
