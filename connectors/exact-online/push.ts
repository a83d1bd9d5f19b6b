import type { ConnectorContext, Push } from '../_kit/connector';
import type { RemoteDocument } from '../_kit/document';
import { momentLiteral, textLiteral } from '../_kit/odata-literals';
import { problem, type Problem } from '../_kit/problem';
import { bearsMarker } from '../_kit/marker';
import { namedBy, readOurs, textUnder } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import { post } from './api';
import { attaching } from './attaching';
import { invoiceBodySchema } from './invoice-body';
import { firstWord } from './marker-text';
import { refusalIn } from './refusals';
import { invoiceSchema, type Invoice } from './schemas';
import { searchRows } from './search-rows';
import { toRequest } from './to-request';

const INVOICES = 'salesinvoice/SalesInvoices';
const FIELDS = ['InvoiceID', 'InvoiceNumber', 'OrderNumber', 'OrderedBy', 'Description', 'AmountFC', 'AmountFCExclVat'];

/**
 * How far before the moment of sending a look-up by date begins: 26 hours, since the vendor's clock has no zone, and two days
 * more for a computer whose clock ran that much ahead.
 */
const LOOK_UP_MARGIN_MS = (26 + 48) * 3_600_000;

export const push: Push = {
  toRequest,

  findByMarker: async (ctx, { marker, sentAtMs }) => {
    const since = new Date(sentAtMs - LOOK_UP_MARGIN_MS).toISOString().slice(0, 19);
    const rows = await searchRows(ctx, {
      path: INVOICES,
      select: FIELDS,
      narrow: `substringof(${textLiteral(marker)},Description) eq true`,
      wide: `Created ge ${momentLiteral(since)}`,
    });
    return rows.ok ? marked(rows.value, marker) : rows;
  },

  create: async (ctx, body) => {
    const invoice = invoiceBodySchema.parse(body);
    const made = await post(ctx, INVOICES, invoice, invoiceSchema);
    const marker = firstWord(invoice.Description);
    if (made.ok) return ok(toRemote(made.value, marker));
    const refusal = refusalIn(made.problem);
    return refusal === null ? made : afterRefusal(ctx, marker, refusal);
  },

  attaching,
};

/** Every draft or processed invoice that bears exactly this marker. Complete or a problem. */
function marked(rows: readonly unknown[], marker: string): Result<readonly RemoteDocument[]> {
  const ours = rows.filter((row) => bearsMarker(textUnder(row, 'Description'), marker));
  const invoices = readOurs(ours, invoiceSchema, namedBy('InvoiceID', 'OrderNumber'));
  return invoices.ok ? ok(invoices.value.map((invoice) => toRemote(invoice, marker))) : invoices;
}

/**
 * A refusal that came with status 500. It ended the work on the request, so that looking now tells whether anything was
 * stored; only when nothing was, it is a refusal.
 */
async function afterRefusal(ctx: ConnectorContext, marker: string, refusal: Problem): Promise<Result<RemoteDocument>> {
  const found = await push.findByMarker(ctx, { marker, customerExternalId: '', sentAtMs: ctx.clock.nowMs() });
  if (!found.ok) return fail(problem('outcome-unknown', 'outcome-unknown', { reason: 'status-500' }));
  const [invoice] = found.value;
  return invoice === undefined ? fail(refusal) : ok(invoice);
}

/** A draft has no invoice number yet; people know it by the number of its order. */
const toRemote = (invoice: Invoice, marker: string): RemoteDocument => ({
  externalId: invoice.InvoiceID,
  number: String(invoice.InvoiceNumber ?? invoice.OrderNumber ?? ''),
  marker,
  customerExternalId: invoice.OrderedBy ?? '',
  totalExclVat: invoice.AmountFCExclVat,
  totalInclVat: invoice.AmountFC,
});
