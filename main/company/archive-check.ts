import type { TextCut } from '../../connectors/_kit/document';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { isStopped, type ArchiveCheck } from '../../preload/contract/archiving';
import type { DocumentPreview, WorkOrderDetail } from '../../preload/contract/views';
import { estimatedPdfBytes } from '../../preload/contract/work-order-files';
import type { RemoteStore } from '../db/store';
import type { PdfMaker } from '../documents/pdf-maker';
import { findingsOf } from '../domain/archive-findings';
import { buildDocument } from '../domain/build-document';
import { knownText, textOf } from '../log/catalogue';
import type { Time } from '../ports';
import { pdfsAlong, tooLarge } from '../sync/prepare-pdfs';
import type { ActiveLink, LinkedPackage } from './active-link';

export interface ArchiveCheckParts {
  readonly store: RemoteStore;
  readonly activeLink: Pick<ActiveLink, 'current'>;
  readonly pdfs: Pick<PdfMaker, 'make'>;
  readonly time: Pick<Time, 'nowMs'>;
}

/** The catalogue alone cannot say it: the field has another name in each language. */
function cutProblem({ field, allowed, length }: TextCut): Problem {
  const code = 'text-will-be-cut';
  const message = knownText(`problems.${code}.message`, { field, allowed, length });
  return problem(
    'blocked',
    code,
    { allowed, length },
    { text: { message, action: textOf(`problems.${code}.action`) } },
  );
}

/** From this part of the largest PDF that a package takes on, a PDF is made and measured: an estimate may be that wrong. */
const DOUBTFUL_SHARE = 0.5;

/**
 * What archiving would find in each of these work orders now; nothing is changed. What freezing refuses is asked of the very
 * code that freezes. Ids that are gone are left out.
 */
export function createArchiveCheck({ store, activeLink, pdfs, time }: ArchiveCheckParts) {
  return async (ids: readonly number[]): Promise<readonly ArchiveCheck[]> => {
    const { combine } = await store.companySettings.get();
    const checks: ArchiveCheck[] = [];
    for (const id of [...new Set(ids)]) {
      const workOrder = await store.workOrders.get(id);
      if (workOrder !== null) checks.push(await one(workOrder, combine === 'per-customer'));
    }
    return checks;
  };

  async function one(workOrder: WorkOrderDetail, mayCombine: boolean): Promise<ArchiveCheck> {
    const { id, number, status, customer } = workOrder;
    const link = activeLink.current();
    const preview = link === null ? null : await previewOf(link, id);
    const findings = findingsOf({
      workOrder,
      preview: link === null ? await withoutLink(id) : preview,
      package: link?.manifest.id ?? null,
      cutProblem,
      pdfProblems: link === null ? [] : await pdfProblems(link, workOrder, preview),
      firstDocument: await firstDocument(workOrder),
    });
    const document = preview?.kind === 'document' && !isStopped({ findings }) ? preview : null;
    return {
      id,
      number,
      status,
      customerName: customer?.name ?? '',
      findings,
      isSent: !isStopped({ findings }) && preview?.kind !== 'skipped',
      document: document && {
        totalExclVat: document.document.totals.exclVat,
        lines: document.document.lines.length,
        pdfs: document.pdfFileNames.length,
      },
      togetherKey: mayCombine && document !== null && link !== null ? await keyOf(link, workOrder, document) : null,
    };
  }

  async function previewOf({ engine }: LinkedPackage, id: number): Promise<DocumentPreview> {
    const preview = await engine.preview(id);
    return preview.ok ? preview.value : { kind: 'blocked', problems: [preview.problem] };
  }

  /** What would be refused whichever package is linked: there are no settings to tell what becomes a line. */
  async function withoutLink(id: number): Promise<DocumentPreview | null> {
    const workOrder = await store.workOrders.forDocument(id);
    if (workOrder === null) return null;
    const { hourPolicy } = await store.companySettings.get();
    const { markerTag } = await store.info.identity();
    const built = buildDocument({
      workOrder,
      settings: {},
      hourPolicy,
      settingArticles: new Map(),
      markerTag,
      archivedAtMs: time.nowMs(),
    });
    const problems = built.kind === 'blocked' ? built.problems.filter(({ code }) => code !== 'no-lines') : [];
    return problems.length === 0 ? null : { kind: 'blocked', problems };
  }

  async function pdfProblems(
    { manifest }: LinkedPackage,
    { id }: WorkOrderDetail,
    preview: DocumentPreview | null,
  ): Promise<readonly Problem[]> {
    const { attachments } = manifest.capabilities;
    if (attachments === null || preview?.kind !== 'document') return [];
    const estimated = estimatedPdfBytes(await store.workOrderFiles.list(id));
    const problems: Problem[] = [];
    for (const { kind, revision } of pdfsAlong(attachments, preview.document)) {
      if (estimated[kind] < attachments.maxBytes * DOUBTFUL_SHARE) continue;
      const made = await pdfs.make(kind, id, revision);
      // One that cannot be made now is made when it is sent, or told then.
      const found = made.ok ? tooLarge({ ...made.value, sizeBytes: made.value.bytes.byteLength }, attachments) : null;
      if (found !== null) problems.push(found);
    }
    return problems;
  }

  async function firstDocument({
    chosenAgainAtMs,
    queueEntryId,
  }: WorkOrderDetail): Promise<{ readonly entryId: number; readonly number: string } | null> {
    if (chosenAgainAtMs === null || queueEntryId === null) return null;
    const entry = await store.queue.get(queueEntryId);
    return entry && { entryId: queueEntryId, number: entry.documentNumber ?? '' };
  }

  /** Null when it has a document already, or may have one. */
  async function keyOf(
    { manifest }: LinkedPackage,
    { id, employeeId, chosenAgainAtMs }: WorkOrderDetail,
    { document }: Extract<DocumentPreview, { readonly kind: 'document' }>,
  ): Promise<string | null> {
    const { capabilities, settings } = manifest;
    const isDoubted = (await store.workOrders.forDocument(id))?.maybeSent !== false;
    if (capabilities.combining === undefined || chosenAgainAtMs !== null || isDoubted) return null;
    const isOfEmployee = settings.some(({ kind }) => kind === 'per-employee');
    return JSON.stringify([
      document.customer.externalId,
      document.customerReference.trim(),
      isOfEmployee ? employeeId : null,
    ]);
  }
}
