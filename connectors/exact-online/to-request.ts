/** From a work order's document to the draft invoice that Exact Online gets. Pure. */
import { addressOrDescription, numberOrReference } from '../_kit/compose-text';
import { cutText } from '../_kit/cut-text';
import type { DocumentField, DocumentRequest, OutgoingDocument, TextCut } from '../_kit/document';
import { filled } from '../_kit/filled';
import type { Settings } from '../_kit/settings';
import { singleLine } from '../_kit/single-line';
import type { Json, LocalizedText } from '../_kit/text';
import type { InvoiceBody } from './invoice-body';
import { isArticleLine, lineBody, requestLine } from './invoice-lines';
import { invoiceDescription } from './marker-text';
import { readSettings, type ExactOnlineSettings } from './settings';

/** Longest texts in characters. */
interface Limits {
  readonly description: number;
  readonly yourRef: number;
  readonly remarks: number;
  readonly line: number;
}

/** The vendor documents none of these. */
export const USUAL_LIMITS: Limits = { description: 60, yourRef: 50, remarks: 2000, line: 100 };
/** For when the usual ones turn out too long: those of the fields on screen, and of the description of an item. */
const TIGHT_LIMITS: Limits = { description: 30, yourRef: 30, remarks: 250, line: 60 };

/** An invoice; credit notes and direct invoices have other numbers (reference of SalesInvoices, Type). */
const SALES_INVOICE = 8020;

const YOUR_REF: LocalizedText = { nl: 'Uw ref.', en: 'Your ref.' };
const REMARKS: LocalizedText = { nl: 'Opmerkingen', en: 'Remarks' };

/** One body, and a second one with shorter texts when that makes a difference. */
export function toRequest(document: OutgoingDocument, settings: Settings): DocumentRequest {
  const chosen = readSettings(settings);
  const preferred = invoice(document, chosen, USUAL_LIMITS);
  const tight = invoice(document, chosen, TIGHT_LIMITS);
  const isSame = JSON.stringify(preferred.body) === JSON.stringify(tight.body);
  const bodies = isSame ? [preferred.body] : [preferred.body, tight.body];
  return {
    marker: document.marker,
    variants: bodies.map((body): Json => body satisfies InvoiceBody),
    fields: previewFields(document, chosen, preferred.texts),
    lines: document.lines.filter(isArticleLine).map((line) => requestLine(line, USUAL_LIMITS.line)),
    cuts: preferred.cuts,
  };
}

interface HeaderTexts {
  readonly description: string;
  readonly yourRef: string;
  readonly remarks: string;
}

function invoice(
  document: OutgoingDocument,
  settings: ExactOnlineSettings,
  limits: Limits,
): { readonly body: InvoiceBody & Json; readonly texts: HeaderTexts; readonly cuts: readonly TextCut[] } {
  const lines = document.lines.filter(isArticleLine).map((line) => lineBody(line, limits.line));
  const reference = singleLine(numberOrReference(settings.customerReference, document));
  const yourRef = cutText(reference, limits.yourRef, YOUR_REF);
  const remarks = cutText(addressOrDescription(settings.remarks, document), limits.remarks, REMARKS);
  const texts = {
    description: invoiceDescription(document, limits.description),
    yourRef: yourRef.text,
    remarks: remarks.text,
  };
  return {
    body: {
      OrderedBy: document.customer.externalId,
      Type: SALES_INVOICE,
      OrderDate: document.date,
      ...filled('Journal', settings.journal),
      Description: texts.description,
      ...filled('YourRef', texts.yourRef),
      ...filled('Remarks', texts.remarks),
      SalesInvoiceLines: lines.map(({ body }) => body),
    },
    texts,
    cuts: [yourRef.cut, remarks.cut, ...lines.map(({ cut }) => cut)].filter((cut) => cut !== null),
  };
}

function previewFields(
  { customer, date }: OutgoingDocument,
  { journal }: ExactOnlineSettings,
  texts: HeaderTexts,
): readonly DocumentField[] {
  const fields: readonly DocumentField[] = [
    { label: { nl: 'Klant', en: 'Customer' }, value: `${customer.number} ${customer.name}`.trim() },
    { label: { nl: 'Orderdatum', en: 'Order date' }, value: date },
    { label: { nl: 'Dagboek', en: 'Journal' }, value: journal },
    { label: { nl: 'Omschrijving', en: 'Description' }, value: texts.description },
    { label: YOUR_REF, value: texts.yourRef },
    { label: REMARKS, value: texts.remarks },
  ];
  return fields.filter((field) => field.value !== '');
}
