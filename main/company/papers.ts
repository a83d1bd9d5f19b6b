import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Paper, PaperRequest } from '../../preload/contract/papers';
import type { RemoteStore } from '../db/store';
import type { DayListMaker } from '../documents/day-list-maker';
import { exampleOf } from '../documents/example-work-order';
import { letterheadOf } from '../documents/letterhead';
import type { PdfMaker } from '../documents/pdf-maker';
import { workOrderSheet } from '../documents/work-order-sheet';
import { knownText } from '../log/catalogue';
import type { PdfPrinter } from '../ports';
import { createWorkOrderPdf } from './work-order-pdf';

/** A paper as it was made or kept. */
export type MadePaper = Omit<Paper, 'id'>;

export interface PapersParts {
  readonly store: Pick<RemoteStore, 'workOrders' | 'pdfs' | 'companySettings' | 'companyLogo'>;
  readonly pdfs: PdfMaker;
  readonly dayLists: DayListMaker;
  readonly print: PdfPrinter;
  readonly companyName: () => string;
}

/**
 * Every paper that the office can ask for. Problems: `pdf-not-made-yet` for one of the queue that was not made (yet), those of
 * `createWorkOrderPdf`, of the day list and of the printer.
 */
export function createPapers({
  store,
  pdfs,
  dayLists,
  print,
  companyName,
}: PapersParts): (request: PaperRequest) => Promise<Result<MadePaper>> {
  const workOrderPdf = createWorkOrderPdf(store, pdfs);

  const example = async ({
    profile,
    choices,
  }: Extract<PaperRequest, { of: 'example' }>): Promise<Result<MadePaper>> => {
    const [logo, { hourPolicy }] = await Promise.all([store.companyLogo.get(), store.companySettings.get()]);
    const { costs, ...shown } = exampleOf(choices.language);
    const sheet = workOrderSheet({
      ...shown,
      language: choices.language,
      letterhead: letterheadOf(profile, companyName(), logo),
      hourPolicy,
      notes: choices.notes,
      costs: choices.prices ? costs : null,
    });
    const printed = await print(sheet);
    if (!printed.ok) return printed;
    return ok({
      fileName: `${knownText('pdf.example.file')[choices.language]}.pdf`,
      bytes: printed.value,
      asSent: false,
    });
  };

  return async (request) => {
    switch (request.of) {
      case 'work-order':
        return workOrderPdf(request.id, request.kind, request.choices ?? undefined);
      case 'queue': {
        const kept = (await store.pdfs.of(request.id)).find(({ fileName }) => fileName === request.fileName);
        if (kept === undefined) return fail(problem('blocked', 'pdf-not-made-yet'));
        return ok({ fileName: kept.fileName, bytes: kept.bytes, asSent: true });
      }
      case 'day-list': {
        const list = await dayLists.pdf(request);
        return list.ok ? ok({ ...list.value, asSent: false }) : list;
      }
      case 'example':
        return example(request);
    }
  };
}
