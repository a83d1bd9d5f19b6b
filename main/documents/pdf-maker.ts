import { createHash } from 'node:crypto';
import type { Attachment, AttachmentKind } from '../../connectors/_kit/document';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Language } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { PdfPrinter } from '../ports';
import { formsSheet } from './forms-sheet';
import { pdfFileName } from './pdf-file-name';
import type { SheetPicture } from './pictures';
import { workOrderSheet } from './work-order-sheet';

/** The document that a PDF goes along with; revision 1 for one that was not archived yet. */
export interface PdfOf {
  readonly workOrderNumber: string;
  readonly revision: number;
}

export interface PdfMakerParts {
  readonly store: Pick<RemoteStore, 'workOrders' | 'employees' | 'workOrderFiles'>;
  readonly print: PdfPrinter;
  readonly companyName: () => string;
  readonly language: () => Language;
}

/** Makes PDFs of a work order as it stands. */
export interface PdfMaker {
  readonly fileName: (kind: AttachmentKind, of: PdfOf) => string;
  /** Problems: `work-order-gone` and those of the printer. */
  readonly make: (kind: AttachmentKind, workOrderId: number, revision: number) => Promise<Result<Attachment>>;
}

const SHEETS = { 'work-order': workOrderSheet, 'custom-forms': formsSheet } as const;

export function createPdfMaker({ store, print, companyName, language }: PdfMakerParts): PdfMaker {
  const fileName: PdfMaker['fileName'] = (kind, of) => pdfFileName(kind, of, language());

  /** What the sheet of this kind shows: photos of the work order itself, or what answers its forms. */
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

  return {
    fileName,
    make: async (kind, workOrderId, revision) => {
      const [workOrder, employees] = await Promise.all([store.workOrders.get(workOrderId), store.employees.list()]);
      if (workOrder === null) return fail(problem('invalid-input', 'work-order-gone'));
      const employeeNames = new Map(employees.map(({ id, name }) => [id, name]));
      const pictures = await picturesOf(workOrderId, kind);
      const sheet = SHEETS[kind]({
        language: language(),
        companyName: companyName(),
        workOrder,
        employeeNames,
        pictures,
      });
      const printed = await print(sheet);
      if (!printed.ok) return printed;
      const bytes = printed.value;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return ok({ kind, fileName: fileName(kind, { workOrderNumber: workOrder.number, revision }), bytes, sha256 });
    },
  };
}
