/** Finding an invoice of ours back. */
import { DateTime } from 'luxon';
import { amsterdamDay } from '../_kit/amsterdam-day';
import type { ConnectorContext, Push } from '../_kit/connector';
import type { RemoteDocument } from '../_kit/document';
import { bearsMarker } from '../_kit/marker';
import { problem } from '../_kit/problem';
import { namedBy, readOurs } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import { childText } from './answer';
import { FIRST_DAY, getInvoices, getRelations, LAST_DAY, type InvoiceFilter, type RelationFilter } from './api';
import { mayBeCutOff } from './capped-list';
import { tooManyInvoices } from './document-problems';
import { invoiceSchema, rowOf, type Invoice, type Row } from './schemas';

/**
 * How far around the day of sending the invoices of all relations are read: a work order may wait in the queue for weeks
 * after its day, and the computer's clock may have been wrong.
 */
const DAYS_BEFORE = 100;
const DAYS_AFTER = 35;

/**
 * Every invoice with the marker: first among all of the relation, then, when it is not there, among those of every
 * relation around the day of sending, since the office may have given the relation another code meanwhile.
 */
export const findByMarker: Push['findByMarker'] = async (ctx, { marker, customerExternalId, sentAtMs }) => {
  const relationCode = customerExternalId === '' ? ok('') : await relationBy(ctx, { id: customerExternalId }, 'Code');
  if (!relationCode.ok) return relationCode;
  if (relationCode.value !== '') {
    const own = await invoicesWith(ctx, marker, { relationCode: relationCode.value, from: FIRST_DAY, until: LAST_DAY });
    if (!own.ok || own.value.length > 0) return toRemotes(ctx, marker, own);
  }
  const around = DateTime.fromISO(amsterdamDay(sentAtMs), { zone: 'utc' });
  const from = around.minus({ days: DAYS_BEFORE }).toFormat('yyyy-MM-dd');
  const until = around.plus({ days: DAYS_AFTER }).toFormat('yyyy-MM-dd');
  return toRemotes(ctx, marker, await invoicesWith(ctx, marker, { from, until }));
};

/** The invoice with this number, when it bears the marker; null when it does not show (yet). */
export async function findByNumber(
  ctx: ConnectorContext,
  number: string,
  marker: string,
): Promise<Result<Invoice | null>> {
  const found = await invoicesWith(ctx, marker, { number, from: FIRST_DAY, until: LAST_DAY });
  return found.ok ? ok(found.value.find((invoice) => invoice.Factuurnummer === number) ?? null) : found;
}

export const toRemote = (invoice: Invoice, marker: string, customerExternalId: string): RemoteDocument => ({
  // Over SOAP an invoice has no id but its number.
  externalId: invoice.Factuurnummer,
  number: invoice.Factuurnummer,
  marker,
  customerExternalId,
  totalExclVat: invoice.TotaalExclBTW,
  totalInclVat: invoice.TotaalInclBTW,
});

/** The same invoices, with the id of the relation in place of its code. */
async function toRemotes(
  ctx: ConnectorContext,
  marker: string,
  found: Result<readonly Invoice[]>,
): Promise<Result<readonly RemoteDocument[]>> {
  if (!found.ok) return found;
  const remotes: RemoteDocument[] = [];
  for (const invoice of found.value) {
    const customerExternalId =
      invoice.Relatiecode === '' ? ok('') : await relationBy(ctx, { code: invoice.Relatiecode }, 'ID');
    if (!customerExternalId.ok) return customerExternalId;
    remotes.push(toRemote(invoice, marker, customerExternalId.value));
  }
  return ok(remotes);
}

/** One field of one relation; empty when there is no such relation. Filters may find look-alikes too. */
async function relationBy(
  ctx: ConnectorContext,
  filter: RelationFilter,
  field: 'ID' | 'Code',
): Promise<Result<string>> {
  const rows = await getRelations(ctx, filter);
  if (!rows.ok) return rows;
  const isMeant = (name: 'ID' | 'Code', wanted: string | undefined) => (row: Parameters<typeof childText>[0]) =>
    wanted === undefined || childText(row, name) === wanted;
  const relation = rows.value.filter(isMeant('ID', filter.id)).find(isMeant('Code', filter.code));
  return ok(relation === undefined ? '' : childText(relation, field));
}

/** Every invoice of a period that bears the marker; a period with too many for one answer is read in halves. */
async function invoicesWith(
  ctx: ConnectorContext,
  marker: string,
  filter: InvoiceFilter,
): Promise<Result<readonly Invoice[]>> {
  const answer = await getInvoices(ctx, filter);
  if (!answer.ok) return answer;
  if (mayBeCutOff(answer.value.length)) {
    if (filter.from === filter.until) return fail(tooManyInvoices(filter.from));
    const middle = middleOf(filter.from, filter.until);
    const first = await invoicesWith(ctx, marker, { ...filter, until: middle.last });
    if (!first.ok) return first;
    const second = await invoicesWith(ctx, marker, { ...filter, from: middle.next });
    return second.ok ? ok([...first.value, ...second.value]) : second;
  }
  return marked(answer.value.map(rowOf), marker);
}

function marked(rows: readonly Row[], marker: string): Result<readonly Invoice[]> {
  // Without lines there is nothing to find, and nothing to say about what is not found.
  if (rows.length > 0 && rows.every((row) => !Array.isArray(row.Regels))) {
    return fail(problem('bad-response', 'answer-unexpected', { field: 'Regels' }));
  }
  const perhaps = marker.toUpperCase();
  const ours = rows.filter((row) =>
    JSON.stringify(row.Regels ?? '')
      .toUpperCase()
      .includes(perhaps),
  );
  const invoices = readOurs(ours, invoiceSchema, namedBy('Factuurnummer', 'Factuurnummer'));
  if (!invoices.ok) return invoices;
  return ok(
    invoices.value.filter(({ Regels }) => Regels.some(({ Omschrijving }) => bearsMarker(Omschrijving, marker))),
  );
}

/** The last day of the first half of a period, and the first day of the second. */
function middleOf(from: string, until: string): { readonly last: string; readonly next: string } {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  const days = DateTime.fromISO(until, { zone: 'utc' }).diff(start, 'days').days;
  const last = start.plus({ days: Math.floor(days / 2) });
  return { last: last.toFormat('yyyy-MM-dd'), next: last.plus({ days: 1 }).toFormat('yyyy-MM-dd') };
}
