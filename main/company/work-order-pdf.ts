import type { AttachmentKind } from '../../connectors/_kit/document';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { PaperChoices } from '../../preload/contract/company-settings';
import type { RemoteStore } from '../db/store';
import type { PdfMaker } from '../documents/pdf-maker';
import type { MadePaper } from './papers';

/**
 * The PDF of a work order for the office to keep or look at: the one that was made for sending, else one of the work
 * order as it stands, with these choices or those of the company. Problems: `work-order-not-found`, `pdf-forms-not-ready`,
 * `pdf-no-forms`, those of the maker.
 */
export function createWorkOrderPdf(
  store: Pick<RemoteStore, 'workOrders' | 'pdfs'>,
  pdfs: PdfMaker,
): (workOrderId: number, kind: AttachmentKind, choices?: PaperChoices) => Promise<Result<MadePaper>> {
  return async (workOrderId, kind, choices) => {
    const workOrder = await store.workOrders.get(workOrderId);
    if (workOrder === null) return fail(problem('invalid-input', 'work-order-not-found'));
    const { number, status, forms } = workOrder;
    if (kind === 'custom-forms' && status === 'planned') {
      return fail(problem('blocked', 'pdf-forms-not-ready', { workOrder: number }));
    }
    if (kind === 'custom-forms' && forms.length === 0) {
      return fail(problem('blocked', 'pdf-no-forms', { workOrder: number }));
    }
    const kept = status === 'archived' ? await store.pdfs.ofWorkOrder(workOrderId, kind) : null;
    if (kept !== null) return ok({ fileName: kept.fileName, bytes: kept.bytes, asSent: true });
    const made = await pdfs.make(kind, workOrderId, FIRST_REVISION, choices);
    return made.ok ? ok({ fileName: made.value.fileName, bytes: made.value.bytes, asSent: false }) : made;
  };
}

/** What was never archived has no number of its own for it yet. */
const FIRST_REVISION = 1;
