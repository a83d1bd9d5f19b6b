/** Customer invoices of ours: sending one, finding one back. */
import type { ConnectorContext } from '../_kit/connector';
import { decimal, plain } from '../_kit/decimal';
import type { RemoteDocument } from '../_kit/document';
import type { Problem } from '../_kit/problem';
import { namedBy, readOurs, rowsWithMarker, textUnder } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import { customerIdOf } from './customer-ids';
import type { Variant } from './document-body';
import { documentId } from './document-id';
import { changedAfter, getOne, getRows, LISTS, postInvoice } from './finance-api';
import { readAll } from './paging';
import { knownRefusal } from './problems';
import { invoiceSchema, type Invoice } from './schemas';

/**
 * How far before the moment of sending a look-up by date begins: 26 hours, since the finance API writes no zone, and two days
 * more for a computer whose clock ran that much ahead.
 */
const LOOK_UP_MARGIN_MS = (26 + 48) * 3_600_000;

/** More than a marker ever finds; a service that does not know the filter gives its invoices in parts of this. */
const PAGE_SIZE = 100;

export async function createInvoice(ctx: ConnectorContext, variant: Variant): Promise<Result<RemoteDocument>> {
  const made = await postInvoice(ctx, variant.body);
  if (!made.ok) return afterRefusal(ctx, variant, made.problem);
  const { marker, customerExternalId } = variant;
  const invoice = await getOne(ctx, LISTS.invoices.path, made.value, invoiceSchema);
  // The invoice is there, whether its amounts can be read now or not.
  const totals = invoice.ok ? totalsOf(invoice.value) : { totalExclVat: null, totalInclVat: null };
  return ok({ ...numbered(made.value), marker, customerExternalId, ...totals });
}

/** Every invoice that bears exactly this marker. `sentAtMs`: for when the list cannot be searched for it. */
export async function invoicesWithMarker(
  ctx: ConnectorContext,
  marker: string,
  sentAtMs: number,
): Promise<Result<readonly RemoteDocument[]>> {
  const rows = await candidates(ctx, marker, sentAtMs);
  if (!rows.ok) return rows;
  const marked = rowsWithMarker(rows.value, 'externalReference', marker);
  const invoices = readOurs(marked, invoiceSchema, namedBy('referenceNumber', 'referenceNumber'));
  if (!invoices.ok) return invoices;
  const found: RemoteDocument[] = [];
  for (const invoice of invoices.value) {
    const customer = await customerIdOf(ctx, invoice.customer?.number ?? '');
    if (!customer.ok) return customer;
    found.push({
      ...numbered(invoice.referenceNumber),
      marker,
      customerExternalId: customer.value,
      ...totalsOf(invoice),
    });
  }
  return ok(found);
}

/** Invoices among which one with the marker would be: those that the search gives, or all since the moment of sending. */
async function candidates(
  ctx: ConnectorContext,
  marker: string,
  sentAtMs: number,
): Promise<Result<readonly unknown[]>> {
  const searched = await readList(ctx, { externalReference: marker });
  if (searched.ok || searched.problem.kind !== 'rejected') return searched;
  return readList(ctx, changedAfter(new Date(sentAtMs - LOOK_UP_MARGIN_MS).toISOString().slice(0, -1)));
}

const readList = (ctx: ConnectorContext, filter: Parameters<typeof getRows>[2]): Promise<Result<readonly unknown[]>> =>
  readAll({
    name: LISTS.invoices.path,
    size: PAGE_SIZE,
    part: (index, size) => getRows(ctx, LISTS.invoices, filter, index, size),
    idOf: (row) => textUnder(row, 'referenceNumber'),
  });

/**
 * The finance API may answer an invoice that it refuses with 500, as if it had broken down. When it says why in a sentence
 * that Simon knows, its work on the request has ended, so that looking now tells whether the invoice is there.
 */
async function afterRefusal(ctx: ConnectorContext, variant: Variant, found: Problem): Promise<Result<RemoteDocument>> {
  const refusal = found.vendor?.status === 500 ? knownRefusal({ code: null, text: found.vendor.text }) : null;
  if (refusal === null || found.vendor === undefined) return fail(found);
  const stored = await invoicesWithMarker(ctx, variant.marker, ctx.clock.nowMs());
  if (!stored.ok) return fail(found);
  const [invoice] = stored.value;
  return invoice === undefined ? fail({ ...refusal, vendor: found.vendor }) : ok(invoice);
}

const numbered = (number: string): Pick<RemoteDocument, 'externalId' | 'number'> => ({
  externalId: documentId({ kind: 'invoice', number }),
  number,
});

const totalsOf = ({ amount, vatTotal }: Invoice): Pick<RemoteDocument, 'totalExclVat' | 'totalInclVat'> => ({
  totalExclVat: amount === null || vatTotal === null ? null : plain(decimal(amount).minus(vatTotal)),
  totalInclVat: amount,
});
