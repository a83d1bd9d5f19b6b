import { createHash } from 'node:crypto';
import type { Attachment, AttachmentKind } from '../../connectors/_kit/document';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { PaperChoices } from '../../preload/contract/company-settings';
import type { Language } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { PdfPrinter } from '../ports';
import { formsSheet } from './forms-sheet';
import { letterheadOf } from './letterhead';
import { pdfFileName } from './pdf-file-name';
import type { SheetPicture } from './pictures';
import type { Costs } from './sheet';
import { workOrderSheet } from './work-order-sheet';

/** The document that a PDF goes along with; revision 1 for one that was not archived yet. */
export interface PdfOf {
  readonly workOrderNumber: string;
  readonly revision: number;
}

export interface PdfMakerParts {
  readonly store: Pick<RemoteStore, 'workOrders' | 'employees' | 'workOrderFiles' | 'companySettings' | 'companyLogo'>;
  readonly print: PdfPrinter;
  /** Stands on papers as long as the profile of the company has no name. */
  readonly companyName: () => string;
  /** Of the office: in which the files are named, whatever the language of the papers. */
  readonly language: () => Language;
  /** What a work order would cost as it stands. Problems: why that is not known. */
  readonly costsOf: (workOrderId: number) => Promise<Result<Costs>>;
}

/** Makes PDFs of a work order as it stands. */
export interface PdfMaker {
  readonly fileName: (kind: AttachmentKind, of: PdfOf) => string;
  /** `choices` absent: those of the company. Problems: `work-order-gone`, those of `costsOf` when prices are asked for, and those of the printer. */
  readonly make: (
    kind: AttachmentKind,
    workOrderId: number,
    revision: number,
    choices?: PaperChoices,
  ) => Promise<Result<Attachment>>;
}

const SHEETS = { 'work-order': workOrderSheet, 'custom-forms': formsSheet } as const;

export function createPdfMaker(parts: PdfMakerParts): PdfMaker {
  const { store, print, companyName, language, costsOf } = parts;
  const fileName: PdfMaker['fileName'] = (kind, of) => pdfFileName(kind, of, language());
  /** What the sheet of this kind shows: photos and signature of the work order itself, or what answers its forms. */
  const picturesOf = async (workOrderId: number, kind: AttachmentKind): Promise<readonly SheetPicture[]> => {
    const ofForms = kind === 'custom-forms';
    const files = (await store.workOrderFiles.list(workOrderId)).filter(
      (file) => file.kind !== 'file' && (file.questionId !== null) === ofForms,
    );
    const pictures: SheetPicture[] = [];
    for (const file of files) {
      const bytes = await store.workOrderFiles.bytes(file.id);
      if (bytes !== null) pictures.push({ file, bytes });
    }
    return pictures;
  };

  const costsFor = async (
    kind: AttachmentKind,
    workOrderId: number,
    { prices }: PaperChoices,
  ): Promise<Result<Costs | null>> => (kind === 'work-order' && prices ? costsOf(workOrderId) : ok(null));

  return {
    fileName,
    make: async (kind, workOrderId, revision, ownChoices) => {
      const [workOrder, employees, { profile, papers, hourPolicy }, logo] = await Promise.all([
        store.workOrders.get(workOrderId),
        store.employees.list(),
        store.companySettings.get(),
        store.companyLogo.get(),
      ]);
      if (workOrder === null) return fail(problem('invalid-input', 'work-order-gone'));
      const choices = ownChoices ?? papers;
      const costs = await costsFor(kind, workOrderId, choices);
      if (!costs.ok) return costs;
      const sheet = SHEETS[kind]({
        language: choices.language,
        letterhead: letterheadOf(profile, companyName(), logo),
        workOrder,
        employeeNames: new Map(employees.map(({ id, name }) => [id, name])),
        pictures: await picturesOf(workOrderId, kind),
        hourPolicy,
        notes: choices.notes,
        costs: costs.value,
      });
      const printed = await print(sheet);
      if (!printed.ok) return printed;
      const bytes = printed.value;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return ok({ kind, fileName: fileName(kind, { workOrderNumber: workOrder.number, revision }), bytes, sha256 });
    },
  };
}
