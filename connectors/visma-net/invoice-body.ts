/** From a document to a customer invoice (CustomerInvoiceUpdateDto). Pure. */
import type { OutgoingDocument } from '../_kit/document';
import { exactNumber } from '../_kit/exact-json';
import type { Json } from '../_kit/text';
import type { WireLine } from './document-lines';
import type { HeaderTexts } from './document-texts';

/** The finance API wraps every value but the operation of a line; what is left out keeps its default. */
const wrapped = (value: Json): Json => ({ value });
const filled = (key: string, text: string): Readonly<Record<string, Json>> =>
  text === '' ? {} : { [key]: wrapped(text) };

/** On hold: the office releases it. The marker has a field of its own, so that the reference is free for the customer's. */
export const invoiceBody = (
  document: OutgoingDocument,
  texts: HeaderTexts,
  lines: readonly WireLine[],
  branch: string | null,
): Json => ({
  customerNumber: wrapped(document.customer.number),
  documentDate: wrapped(`${document.date}T00:00:00`),
  hold: wrapped(true),
  externalReference: wrapped(document.marker),
  ...filled('customerRefNumber', texts.customerReference),
  ...filled('invoiceText', texts.description),
  ...filled('note', texts.notes),
  ...filled('branchNumber', branch ?? ''),
  invoiceLines: lines.map((line) => ({
    operation: 'Insert',
    inventoryNumber: wrapped(line.article.code),
    ...filled('description', line.description),
    quantity: wrapped(exactNumber(line.quantity)),
    ...filled('uom', line.article.unit),
    ...(line.unitPrice === null ? {} : { unitPriceInCurrency: wrapped(exactNumber(line.unitPrice)) }),
  })),
});
