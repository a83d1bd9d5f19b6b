import type { ConnectorContext, Push } from '../_kit/connector';
import type { RemoteDocument } from '../_kit/document';
import { momentLiteral, textLiteral } from '../_kit/odata-literals';
import { problem, type Problem } from '../_kit/problem';
import { readRecords, textUnder } from '../_kit/records';
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

/** How far before the moment of sending a look-up by date begins: the vendor's clock has no zone. */
const LOOK_UP_MARGIN_MS = 26 * 3_600_000;

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
    if (made.ok) {
      return ok(toRemote({ ...made.value, Description: made.value.Description || invoice.Description }));
    }
    const refusal = refusalIn(made.problem);
    return refusal === null ? made : afterRefusal(ctx, firstWord(invoice.Description), refusal);
  },

  attaching,
};

/** Every draft or processed invoice that bears exactly this marker. Complete or a problem. */
function marked(rows: readonly unknown[], marker: string): Result<readonly RemoteDocument[]> {
  const ours = rows.filter((row) => firstWord(textUnder(row, 'Description')) === marker);
  const { read, parked } = readRecords(ours, invoiceSchema, (row) => ({
    externalId: textUnder(row, 'InvoiceID'),
    label: textUnder(row, 'OrderNumber'),
  }));
  // An invoice of ours that cannot be read is there all the same.
  const [unread] = parked;
  return unread === undefined ? ok(read.map(toRemote)) : fail(unread.problem);
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
const toRemote = (invoice: Invoice): RemoteDocument => ({
  externalId: invoice.InvoiceID,
  number: String(invoice.InvoiceNumber ?? invoice.OrderNumber ?? ''),
  marker: firstWord(invoice.Description),
  customerExternalId: invoice.OrderedBy ?? '',
  totalExclVat: invoice.AmountFCExclVat,
  totalInclVat: invoice.AmountFC,
});
