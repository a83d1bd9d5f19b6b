/** From a work order's document to the invoice that e-Boekhouden gets. Pure. */
import type { Administration } from '../_kit/connector';
import { cutText } from '../_kit/cut-text';
import { decimal, plain, round } from '../_kit/decimal';
import type {
  DocumentArticle,
  DocumentField,
  DocumentLine,
  DocumentRequest,
  OutgoingDocument,
  RequestLine,
  TextCut,
} from '../_kit/document';
import { lineTotal } from '../_kit/prices';
import type { Settings } from '../_kit/settings';
import { singleLine } from '../_kit/single-line';
import type { LocalizedText } from '../_kit/text';
import type { InvoiceLine, Variant } from './invoice-body';
import { articleExtraOf } from './map';
import { withMarker } from './marked-text';
import { readSettings } from './settings';

/** Decimals of numbers that are sent (manual, chapter 5). */
const DECIMALS = 2;
/** Longest unit (manual, 3.1: Eenheid). */
const MAX_UNIT = 50;

const UNIT: LocalizedText = { nl: 'Eenheid van de regel', en: 'Unit of the line' };

/** One body: the service leaves nothing to choose. */
export function toRequest(
  document: OutgoingDocument,
  settings: Settings,
  _administration: Administration,
): DocumentRequest {
  const { template, paymentTermDays } = readSettings(settings);
  const { customer, marker, date } = document;
  const lines = document.lines.flatMap(({ article, ...line }) => (article === null ? [] : [{ ...line, article }]));
  const bodies = lines.map((line, index) => invoiceLine(line, index === 0 ? marker : ''));
  const variant: Variant = {
    marker,
    customerExternalId: customer.externalId,
    customerName: customer.name,
    relationCode: customer.number,
    date,
    paymentTermDays,
    template,
    lines: bodies.map(({ body }) => body),
  };
  return {
    marker,
    variants: [variant],
    fields: previewFields(document, template, paymentTermDays),
    lines: lines.map((line, index) => requestLine(line, bodies[index]?.body)),
    cuts: bodies.flatMap(({ cut }) => (cut === null ? [] : [cut])),
  };
}

/** Every line has an article: without the setting for it, no line is made of the work description. */
type ArticleLine = DocumentLine & { readonly article: DocumentArticle };

function invoiceLine(line: ArticleLine, marker: string): { readonly body: InvoiceLine; readonly cut: TextCut | null } {
  const { vatCode, ledgerCode, costCentreId } = articleExtraOf(line.article.extra);
  const text = singleLine(line.description);
  const unit = cutText(singleLine(line.article.unit), MAX_UNIT, UNIT);
  return {
    body: {
      code: line.article.code,
      // A line without text is refused.
      description: withMarker(text === '' ? line.article.code : text, marker),
      unit: unit.text,
      quantity: plain(round(decimal(line.quantity), DECIMALS)),
      unitPrice: priceOf(line),
      vatCode,
      ledgerCode,
      costCentreId,
    },
    cut: unit.cut,
  };
}

/** A price of the package goes back digit for digit; one that the office typed has the decimals of the manual. */
function priceOf({ unitPrice, priceChanged }: DocumentLine): string {
  if (unitPrice === null) return '0';
  return plain(priceChanged ? round(decimal(unitPrice), DECIMALS) : decimal(unitPrice));
}

/** The line as it will stand in e-Boekhouden, for the preview. */
function requestLine(line: ArticleLine, body: InvoiceLine | undefined): RequestLine {
  if (body === undefined) throw new Error('A line without its body');
  return {
    articleCode: body.code,
    description: body.description,
    quantity: body.quantity,
    unitPrice: body.unitPrice,
    totalExclVat: lineTotal(body.quantity, body.unitPrice),
    minutes: line.minutes,
  };
}

function previewFields(
  document: OutgoingDocument,
  template: string,
  paymentTermDays: string,
): readonly DocumentField[] {
  const { customer } = document;
  const fields: readonly DocumentField[] = [
    { label: { nl: 'Relatie', en: 'Relation' }, value: `${customer.number} ${customer.name}`.trim() },
    { label: { nl: 'Datum', en: 'Date' }, value: document.date },
    { label: { nl: 'Betalingstermijn (dagen)', en: 'Payment term (days)' }, value: paymentTermDays },
    { label: { nl: 'Sjabloon', en: 'Template' }, value: template },
    { label: { nl: 'Kenmerk op de eerste regel', en: 'Mark on the first line' }, value: document.marker },
  ];
  return fields.filter((field) => field.value !== '');
}
