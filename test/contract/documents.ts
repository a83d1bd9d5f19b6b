/** Documents for the contract tests, built from what a connector itself pulled. */
import { createHash } from 'node:crypto';
import { decimal, plain, round } from '../../connectors/_kit/decimal';
import type {
  Attachment,
  AttachmentKind,
  DocumentLine,
  LineKind,
  OutgoingDocument,
} from '../../connectors/_kit/document';
import { markerOf } from '../../connectors/_kit/marker';
import type { PulledArticle, PulledCustomer } from '../../connectors/_kit/model';
import { smallPdf } from '../fakes/small-pdf';

let nextNumber = 1001;

/** A document with one line, and a marker that no other one has. */
export function documentFor(
  customer: PulledCustomer,
  lines: readonly DocumentLine[],
  more: Partial<OutgoingDocument> = {},
): OutgoingDocument {
  const workOrderNumber = String(nextNumber);
  nextNumber += 1;
  return {
    workOrderNumber,
    revision: 1,
    marker: markerOf({ databaseTag: 'TEST01', workOrderNumber, revision: 1 }),
    date: '2026-11-22',
    customer: { externalId: customer.externalId, number: customer.number, name: customer.name, extra: customer.extra },
    workAddress: null,
    workDescription: 'Ketel vervangen',
    customerReference: '',
    employee: null,
    pdfs: [],
    lines,
    totals: { exclVat: null, vat: null, inclVat: null },
    ...more,
  };
}

/** A line with an article, at its own price unless another one is given. */
export function articleLine(
  article: PulledArticle,
  quantity = '1',
  more: Partial<DocumentLine> & { readonly kind?: LineKind } = {},
): DocumentLine {
  const unitPrice = more.unitPrice ?? article.unitPrice;
  return {
    kind: 'article',
    article: {
      externalId: article.externalId,
      code: article.code,
      description: article.description,
      unit: article.unit,
      extra: article.extra,
    },
    description: article.description,
    descriptionChanged: false,
    minutes: null,
    quantity,
    priceChanged: false,
    vatRate: article.vatRate,
    ...more,
    unitPrice,
    totalExclVat: unitPrice === null ? null : plain(round(decimal(quantity).times(unitPrice), 2)),
  };
}

export const descriptionLine = (description: string): DocumentLine => ({
  kind: 'work-description',
  article: null,
  description,
  descriptionChanged: false,
  minutes: null,
  quantity: '0',
  unitPrice: null,
  priceChanged: false,
  vatRate: null,
  totalExclVat: null,
});

/** A PDF of work order 1042. `content` makes it another file of the same name. */
export function pdfOf(kind: AttachmentKind, content = ''): Attachment {
  const bytes = smallPdf(`${kind} ${content}`);
  const fileName = kind === 'work-order' ? 'Werkbon 1042.pdf' : 'Formulieren 1042.pdf';
  return { kind, fileName, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
