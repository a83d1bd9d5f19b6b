/** From a work order's document to the invoice that Billit gets. Pure. */
import { addressOrDescription, numberOrReference } from '../_kit/compose-text';
import type { Administration } from '../_kit/connector';
import { cutText } from '../_kit/cut-text';
import type { AttachmentKind, DocumentField, DocumentRequest, OutgoingDocument, TextCut } from '../_kit/document';
import { filled } from '../_kit/filled';
import type { Settings } from '../_kit/settings';
import { singleLine } from '../_kit/single-line';
import type { LocalizedText } from '../_kit/text';
import { expiryOffsetDaysOf, factsOf } from './facts';
import { EXTERNAL_PROVIDER, internalNote, type OrderBody } from './order-body';
import { lineBody, requestLine, type LineForm } from './order-lines';
import { readSettings, type BillitSettings } from './settings';

/** How one variant differs from the other. Lengths in characters. */
interface Form extends LineForm {
  readonly maxReference: number;
  readonly maxRemarks: number;
}

/** Of the lines 512 is documented (docs.billit.be, "Creating Sales Invoices"); of the others nothing is. */
const USUAL: Form = { maxText: 512, textLines: 'bare', maxReference: 100, maxRemarks: 2000 };
/** For when Billit refuses the first one: texts of a length that any field takes, and lines that all have an amount. */
const CAREFUL: Form = { maxText: 250, textLines: 'zero', maxReference: 50, maxRemarks: 500 };

const REFERENCE: LocalizedText = { nl: 'Klantreferentie', en: 'Customer reference' };
const REMARKS: LocalizedText = { nl: 'Opmerkingen', en: 'Remarks' };
/** The rate of a text line on an invoice of which no article tells one; it is a rate in both countries. */
const ANY_VAT_RATE = '21';
const DAY_MS = 86_400_000;

const PDF_NAMES: Readonly<Record<AttachmentKind, LocalizedText>> = {
  'work-order': { nl: 'Werkbon', en: 'Work order' },
  'custom-forms': { nl: 'Eigen formulieren', en: 'Custom forms' },
};

/** Two bodies, in order of preference. The PDFs are added when they are sent. */
export function toRequest(
  document: OutgoingDocument,
  settings: Settings,
  administration: Administration,
): DocumentRequest {
  const chosen = readSettings(settings);
  const dueDate = dueDateOf(document, administration);
  const usual = invoice(document, chosen, dueDate, USUAL);
  const careful = invoice(document, chosen, dueDate, CAREFUL);
  return {
    marker: document.marker,
    variants: [usual.body, careful.body],
    fields: previewFields(document, dueDate, usual.texts),
    lines: document.lines.map((line) => requestLine(line, USUAL)),
    cuts: usual.cuts,
  };
}

interface HeaderTexts {
  readonly reference: string;
  readonly remarks: string;
}

function invoice(
  document: OutgoingDocument,
  settings: BillitSettings,
  dueDate: string,
  form: Form,
): { readonly body: OrderBody; readonly texts: HeaderTexts; readonly cuts: readonly TextCut[] } {
  const vatRate = document.lines.find((line) => line.vatRate !== null)?.vatRate ?? ANY_VAT_RATE;
  const lines = document.lines.map((line) => lineBody(line, form, vatRate));
  const reference = cutText(
    singleLine(numberOrReference(settings.customerReference, document)),
    form.maxReference,
    REFERENCE,
  );
  const remarks = cutText(addressOrDescription(settings.remarks, document), form.maxRemarks, REMARKS);
  const cuts = [reference.cut, remarks.cut, ...lines.map((line) => line.cut)];
  return {
    body: {
      OrderType: 'Invoice',
      OrderDirection: 'Income',
      OrderDate: document.date,
      ExpiryDate: dueDate,
      // Never a customer object: Billit would match it by VAT number, mail or address and might take another one.
      CustomerID: Number(document.customer.externalId),
      ...filled('Reference', reference.text),
      ...filled('Comments', remarks.text),
      InternalInfo: internalNote(document.workOrderNumber, document.marker),
      ExternalProvider: EXTERNAL_PROVIDER,
      ExternalProviderID: document.marker,
      OrderLines: lines.map((line) => line.body),
    },
    texts: { reference: reference.text, remarks: remarks.text },
    cuts: cuts.filter((cut) => cut !== null),
  };
}

/** `YYYY-MM-DD`: the day of the invoice and the term of the customer, else of the company. */
function dueDateOf(document: OutgoingDocument, administration: Administration): string {
  const days = expiryOffsetDaysOf(document.customer.extra) ?? factsOf(administration).expiryOffsetDays;
  return new Date(Date.parse(`${document.date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function previewFields(document: OutgoingDocument, dueDate: string, texts: HeaderTexts): readonly DocumentField[] {
  const { customer } = document;
  const fields: readonly DocumentField[] = [
    { label: { nl: 'Klant', en: 'Customer' }, value: `${customer.number} ${customer.name}`.trim() },
    { label: { nl: 'Datum', en: 'Date' }, value: document.date },
    { label: { nl: 'Vervaldatum', en: 'Due date' }, value: dueDate },
    { label: REFERENCE, value: texts.reference },
    { label: REMARKS, value: texts.remarks },
    {
      label: { nl: 'Interne info', en: 'Internal info' },
      value: internalNote(document.workOrderNumber, document.marker),
    },
    {
      label: { nl: 'PDF’s', en: 'PDFs' },
      value: document.pdfs.map((kind) => PDF_NAMES[kind].nl).join(', '),
    },
  ];
  return fields.filter((field) => field.value !== '');
}
