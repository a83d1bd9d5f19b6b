/** From a work order's document to the sales order that SnelStart gets. Pure. */
import { addressLine, addressOrDescription, numberOrReference } from '../_kit/compose-text';
import type { Administration } from '../_kit/connector';
import { cutBeforeTail, cutText } from '../_kit/cut-text';
import type { DocumentField, DocumentRequest, OutgoingDocument, TextCut } from '../_kit/document';
import { filled } from '../_kit/filled';
import type { Settings } from '../_kit/settings';
import { singleLine } from '../_kit/single-line';
import type { Json, LocalizedText } from '../_kit/text';
import { factsOf } from './facts';
import type { Variant } from './order-body';
import { articleLine, mergedLines, pricing, requestLine, textLine, type Pricing } from './order-lines';
import { readSettings, type OrderDescriptionPart, type SnelStartSettings } from './settings';

/** Longest texts in characters. */
interface Limits {
  readonly description: number;
  readonly paymentReference: number;
  readonly memo: number;
}

/** The vendor documents no lengths for these three; the first ones are those of comparable fields. */
const USUAL_LIMITS: Limits = { description: 50, paymentReference: 50, memo: 1000 };
/** For when the usual ones turn out too long: a payment reference has 16 digits on a Dutch giro form. */
const TIGHT_LIMITS: Limits = { description: 30, paymentReference: 16, memo: 250 };

const DESCRIPTION: LocalizedText = { nl: 'Omschrijving', en: 'Description' };
const PAYMENT_REFERENCE: LocalizedText = { nl: 'Betalingskenmerk', en: 'Payment reference' };
const REMARKS: LocalizedText = { nl: 'Opmerkingen', en: 'Remarks' };

/** How one variant differs from the others. */
interface Form {
  readonly limits: Limits;
  /** `own-line`: a line of text only. `merged`: in front of the first article, or in the memo when there is none. */
  readonly workDescription: 'own-line' | 'merged';
}

/**
 * Three bodies, in order of preference. That a line may go without article is not documented, so the second one has none;
 * the third has shorter texts too.
 */
export function toRequest(
  document: OutgoingDocument,
  settings: Settings,
  administration: Administration,
): DocumentRequest {
  const chosen = readSettings(settings);
  const prices = pricing(document.lines, factsOf(administration));
  const hasTextLine = document.lines.some((line) => line.article === null);
  const preferred = order(document, chosen, prices, { limits: USUAL_LIMITS, workDescription: 'own-line' });
  const merged = order(document, chosen, prices, { limits: USUAL_LIMITS, workDescription: 'merged' });
  const tight = order(document, chosen, prices, { limits: TIGHT_LIMITS, workDescription: 'merged' });
  const bodies = hasTextLine ? [preferred.body, merged.body, tight.body] : [preferred.body, tight.body];
  return {
    marker: document.marker,
    variants: bodies.map((body): Json => ({ order: body, template: chosen.template }) satisfies Variant),
    fields: previewFields(document, chosen, prices, preferred.texts),
    lines: document.lines.map((line) => requestLine(line, prices)),
    cuts: preferred.cuts,
  };
}

interface HeaderTexts {
  readonly description: string;
  readonly paymentReference: string;
  readonly memo: string;
}

function order(
  document: OutgoingDocument,
  settings: SnelStartSettings,
  prices: Pricing,
  form: Form,
): { readonly body: Variant['order']; readonly texts: HeaderTexts; readonly cuts: readonly TextCut[] } {
  const ownLine = form.workDescription === 'own-line';
  const lines = ownLine
    ? document.lines.map((line) => (line.article === null ? textLine(line) : articleLine(line, prices)))
    : mergedLines(document.lines, prices);
  const isHomeless = !ownLine && lines.length === 0;
  const description = cutBeforeTail(
    orderDescription(document, settings.orderDescription),
    settings.descriptionMarker,
    form.limits.description,
    DESCRIPTION,
  );
  const paymentReference = cutText(
    singleLine(numberOrReference(settings.paymentReference, document)),
    form.limits.paymentReference,
    PAYMENT_REFERENCE,
  );
  const memo = cutText(memoText(document, settings, isHomeless), form.limits.memo, REMARKS);
  const cuts = [description.cut, paymentReference.cut, memo.cut, ...lines.map((line) => line.cut)];
  const texts = { description: description.text, paymentReference: paymentReference.text, memo: memo.text };
  return {
    body: {
      relatie: { id: document.customer.externalId },
      datum: `${document.date}T00:00:00`,
      ...(settings.orderType === 'werkbon' ? { procesStatus: 'Werkbon' } : {}),
      ...filled('omschrijving', texts.description),
      ...filled('betalingskenmerk', texts.paymentReference),
      ...filled('memo', texts.memo),
      orderreferentie: document.marker,
      verkooporderBtwIngaveModel: prices.mode,
      regels: lines.map((line) => line.body),
    },
    texts,
    cuts: cuts.filter((cut) => cut !== null),
  };
}

function orderDescription(document: OutgoingDocument, parts: readonly OrderDescriptionPart[]): string {
  const texts: Readonly<Record<OrderDescriptionPart, string>> = {
    workDescription: document.workDescription,
    workAddress: addressLine(document.workAddress),
    customerReference: document.customerReference,
  };
  return parts
    .map((part) => singleLine(texts[part]))
    .filter((text) => text !== '')
    .join(' - ');
}

/** The remarks as set; a work description that found no line to stand on is added when it is not there yet. */
function memoText(document: OutgoingDocument, { remarks }: SnelStartSettings, isHomeless: boolean): string {
  if (!isHomeless || remarks === 'workDescription' || remarks === 'both')
    return addressOrDescription(remarks, document);
  return addressOrDescription(remarks === 'workAddress' ? 'both' : 'workDescription', document);
}

function previewFields(
  document: OutgoingDocument,
  settings: SnelStartSettings,
  prices: Pricing,
  texts: HeaderTexts,
): readonly DocumentField[] {
  const { customer } = document;
  const fields: readonly DocumentField[] = [
    { label: { nl: 'Klant', en: 'Customer' }, value: `${customer.number} ${customer.name}`.trim() },
    { label: { nl: 'Datum', en: 'Date' }, value: document.date },
    { label: { nl: 'Type order', en: 'Order type' }, value: settings.orderType === 'werkbon' ? 'Werkbon' : 'Order' },
    { label: DESCRIPTION, value: texts.description },
    { label: PAYMENT_REFERENCE, value: texts.paymentReference },
    { label: REMARKS, value: texts.memo },
    { label: { nl: 'Orderreferentie', en: 'Order reference' }, value: document.marker },
    { label: { nl: 'Sjabloon', en: 'Template' }, value: settings.template },
    { label: { nl: 'Prijzen in SnelStart', en: 'Prices in SnelStart' }, value: `${prices.mode} btw` },
  ];
  return fields.filter((field) => field.value !== '');
}
