/** Runs in the main process: the call that shows a document in the package's own app. */
import { problem } from '../../connectors/_kit/problem';
import { fail, ok } from '../../connectors/_kit/result';
import type { Company, ShellCalls } from '../company/company';

export type OpenDocumentCall = Pick<ShellCalls, 'queue:open-document'>;

export interface OpenDocumentParts {
  readonly company: Pick<Company, 'documentPage'>;
  /** Shows a page to the person at this computer; false: there is no browser to do so. */
  readonly openPage: (url: string) => Promise<boolean>;
}

export function createOpenDocumentCall({ company, openPage }: OpenDocumentParts): OpenDocumentCall {
  return {
    'queue:open-document': async (entryId) => {
      const page = await company.documentPage(entryId);
      if (page === null) return fail(problem('invalid-input', 'document-not-there'));
      if (await openPage(page.url)) return ok(null);
      return fail(problem('blocked', 'no-browser', { address: page.url }));
    },
  };
}
