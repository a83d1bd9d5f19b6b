/** From a work order's document to the sales order or customer invoice that Visma.net gets. Pure. */
import type { Administration } from '../_kit/connector';
import type { DocumentField, DocumentRequest, OutgoingDocument } from '../_kit/document';
import type { Settings } from '../_kit/settings';
import type { Json } from '../_kit/text';
import type { Variant } from './document-body';
import { wireLines } from './document-lines';
import { headerTexts, LABELS, type HeaderTexts } from './document-texts';
import { factsOf } from './facts';
import { invoiceBody } from './invoice-body';
import { orderBody, warehouseOf } from './order-body';
import { readSettings } from './settings';

/** An order has two bodies: the second one, for when the first is refused, names the warehouse on the order alone. */
export function toRequest(
  document: OutgoingDocument,
  settings: Settings,
  administration: Administration,
): DocumentRequest {
  const chosen = readSettings(settings);
  const { branch } = factsOf(administration);
  const texts = headerTexts(document, chosen);
  const lines = wireLines(document.lines);
  const isInvoice = chosen.document === 'invoice';
  const warehouse = isInvoice ? '' : warehouseOf(document, chosen);
  const withWarehouse = (onLines: boolean): Json =>
    orderBody(document, texts, lines, branch, { id: warehouse, onLines });
  const bodies = isInvoice
    ? [invoiceBody(document, texts, lines, branch)]
    : warehouse === ''
      ? [withWarehouse(false)]
      : [withWarehouse(true), withWarehouse(false)];
  return {
    marker: document.marker,
    variants: bodies.map(
      (body): Json =>
        ({
          kind: isInvoice ? 'invoice' : 'order',
          marker: document.marker,
          customerExternalId: document.customer.externalId,
          body,
        }) satisfies Variant,
    ),
    fields: previewFields(document, texts, isInvoice, warehouse),
    lines: lines.map((line) => line.shown),
    cuts: [...texts.cuts, ...lines.flatMap(({ cut }) => (cut === null ? [] : [cut]))],
  };
}

function previewFields(
  document: OutgoingDocument,
  texts: HeaderTexts,
  isInvoice: boolean,
  warehouse: string,
): readonly DocumentField[] {
  const { customer } = document;
  const fields: readonly DocumentField[] = [
    { label: LABELS.document, value: isInvoice ? 'Klantfactuur (Hold)' : 'Verkooporder (Hold)' },
    { label: LABELS.customer, value: `${customer.number} ${customer.name}`.trim() },
    { label: LABELS.date, value: document.date },
    { label: LABELS.description, value: texts.description },
    { label: LABELS.customerReference, value: texts.customerReference },
    { label: LABELS.notes, value: texts.notes },
    { label: LABELS.marker, value: document.marker },
    { label: LABELS.warehouse, value: warehouse },
  ];
  return fields.filter((field) => field.value !== '');
}
