import { createHash } from 'node:crypto';
import type { Attachment, AttachmentKind } from '../../connectors/_kit/document';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Language } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { PdfPrinter } from '../ports';
import { formsSheet } from './forms-sheet';
import { pdfFileName } from './pdf-file-name';
import { workOrderSheet } from './work-order-sheet';

/** The document that a PDF goes along with; revision 1 for one that was not archived yet. */
export interface PdfOf {
  readonly workOrderNumber: string;
  readonly revision: number;
}

export interface PdfMakerParts {
  readonly store: Pick<RemoteStore, 'workOrders' | 'employees'>;
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

  return {
    fileName,
    make: async (kind, workOrderId, revision) => {
      const [workOrder, employees] = await Promise.all([store.workOrders.get(workOrderId), store.employees.list()]);
      if (workOrder === null) return fail(problem('invalid-input', 'work-order-gone'));
      const employeeNames = new Map(employees.map(({ id, name }) => [id, name]));
      const sheet = SHEETS[kind]({ language: language(), companyName: companyName(), workOrder, employeeNames });
      const printed = await print(sheet);
      if (!printed.ok) return printed;
      const bytes = printed.value;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return ok({ kind, fileName: fileName(kind, { workOrderNumber: workOrder.number, revision }), bytes, sha256 });
    },
  };
}
