import type { Attachment, AttachmentKind, OutgoingDocument } from '../../connectors/_kit/document';
import type { AttachmentCapability } from '../../connectors/_kit/manifest';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { FrozenDocument, MadePdf, QueueEntry, RemoteStore } from '../db/store';
import type { PdfMaker } from '../documents/pdf-maker';
import type { Logger, Time } from '../ports';

export interface PreparePdfsParts {
  readonly store: RemoteStore;
  readonly pdfs: PdfMaker;
  readonly capability: AttachmentCapability | null;
  readonly time: Time;
  readonly logger: Logger;
}

/** A PDF that goes along with a document, and the work order that it is about. */
export interface PdfAlong {
  readonly kind: AttachmentKind;
  readonly workOrderNumber: string;
  readonly revision: number;
}

/** Which PDFs go along with a document: those of each work order on it that were asked for, where the package takes any. */
export function pdfsAlong(capability: AttachmentCapability | null, document: OutgoingDocument): readonly PdfAlong[] {
  if (capability === null) return [];
  const { workOrderNumber, revision, pdfs, others = [] } = document;
  return [
    ...pdfs.map((kind) => ({ kind, workOrderNumber, revision })),
    ...others.flatMap((other) =>
      other.pdfs.map((kind) => ({ kind, workOrderNumber: other.workOrderNumber, revision: FIRST_REVISION })),
    ),
  ];
}

/** A work order that has a document already is not put together with others. */
const FIRST_REVISION = 1;

/**
 * The PDFs of a waiting entry. They are made and kept before the document is sent for the first time; from then on they
 * are the kept ones. A document never goes without its PDFs, so whatever makes them fail is a problem of the entry:
 * `app-error`, or what the maker tells.
 */
export async function preparePdfs(
  { store, pdfs, capability, time, logger }: PreparePdfsParts,
  { id, frozen }: QueueEntry & { readonly frozen: FrozenDocument },
): Promise<Result<readonly Attachment[]>> {
  const along = pdfsAlong(capability, frozen.document);
  if (capability === null || along.length === 0) return ok([]);
  const kept = await store.pdfs.of(id);
  if (kept.length > 0) return ok(kept);

  const made: MadePdf[] = [];
  for (const { kind, workOrderNumber, revision } of along) {
    try {
      const workOrderId = await store.workOrders.idByNumber(workOrderNumber);
      if (workOrderId === null) return fail(problem('invalid-input', 'work-order-gone'));
      const pdf = await pdfs.make(kind, workOrderId, revision);
      if (!pdf.ok) return pdf;
      made.push({ ...pdf.value, workOrderId });
    } catch (error) {
      return fail(problem('bad-response', 'app-error', { id: logger.bug('pdf', error, { entryId: id, kind }) }));
    }
  }
  await store.pdfs.made(id, capability.how, made, time.nowMs());
  return ok(made);
}

const MEGABYTE = 1_000_000;

/** Why the package would not take this PDF, known before it is sent; null when it fits. */
export function tooLarge(
  pdf: { readonly fileName: string; readonly sizeBytes: number },
  { maxBytes }: Pick<AttachmentCapability, 'maxBytes'>,
): Problem | null {
  if (pdf.sizeBytes <= maxBytes) return null;
  const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);
  const params = { file: pdf.fileName, size: megabytes(pdf.sizeBytes), max: megabytes(maxBytes) };
  return problem('blocked', 'pdf-too-large', params);
}
