import {
  emptyResponse,
  jsonResponse,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../../_kit/simulator/http-exchange';
import type { Books } from '../books';
import { INVOICE_STATUSES, type Invoice } from '../model';
import type { WireTimes } from '../wire-times';
import { timestampOf } from './article-view';
import { ALL_OF_INVOICE, invoiceView, type InvoiceExpands } from './invoice-view';
import { isReleased, writeInvoice } from './invoices';
import { answerList, isOn, type ListSource } from './list';
import { created, route, type FinanceApiOptions, type FinanceRoute, type Handle } from './routes';

/** Customer invoices. */
export function invoiceRoutes(options: FinanceApiOptions): FinanceRoute[] {
  const { problems, quirks, times, finish } = options;
  const create: Handle = async (request, { books }) => {
    const written = writeInvoice(request, null, books, options);
    if ('refusal' in written) return written.refusal;
    books.invoices.add({ ...written.invoice, receivedAtMs: options.now() });
    await options.saved();
    return created(request, `/v1/customerinvoice/${written.invoice.id}`, quirks);
  };
  const view = (invoice: Invoice, expands: InvoiceExpands, books: Books): Record<string, unknown> =>
    finish(`invoice ${invoice.id}`, invoiceView(invoice, expands, books, times));
  const withInvoice =
    (
      handle: (
        request: SimulatorRequest,
        invoice: Invoice,
        books: Books,
      ) => SimulatorResponse | Promise<SimulatorResponse>,
    ): Handle =>
    (request, { books }, { number = '' }) => {
      const invoice = books.invoices.byId(number);
      return invoice === null ? problems.notFound("'Reference Nbr.'") : handle(request, invoice, books);
    };
  return [
    route('GET', '/v1/customerinvoice', (request, { books }) => {
      const expands = {
        attachments: isOn(request.query, 'expandAttachments'),
        taxDetails: isOn(request.query, 'expandTaxDetails'),
        invoiceAddress: isOn(request.query, 'expandInvoiceAddress'),
        note: isOn(request.query, 'expandNote'),
      };
      return answerList(request, invoiceSource(books, times), (invoice) => view(invoice, expands, books), options);
    }),
    route('POST', '/v2/customerinvoice', create),
    route('POST', '/v1/customerinvoice', create),
    route(
      'GET',
      '/v1/customerinvoice/{number}',
      withInvoice((_request, invoice, books) =>
        jsonResponse(200, view(invoice, ALL_OF_INVOICE, books), { etag: `"${timestampOf(invoice.modifiedMs)}"` }),
      ),
    ),
    route(
      'PUT',
      '/v1/customerinvoice/{number}',
      withInvoice(async (request, invoice, books) => {
        const wanted = request.headers['if-match'];
        if (wanted !== undefined && wanted.replaceAll('"', '') !== timestampOf(invoice.modifiedMs)) {
          return problems.of(412, 'The record has been changed by another process.');
        }
        const written = writeInvoice(request, invoice, books, options);
        if ('refusal' in written) return written.refusal;
        books.invoices.replace(written.invoice);
        await options.saved();
        return emptyResponse(204);
      }),
    ),
    route(
      'DELETE',
      '/v1/customerinvoice/{number}',
      withInvoice(async (_request, invoice, books) => {
        if (isReleased(invoice)) return problems.refused('The document is released and cannot be deleted.');
        books.invoices.remove(invoice.id);
        await options.saved();
        return emptyResponse(204);
      }),
    ),
    route(
      'POST',
      '/v1/customerinvoice/{number}/action/release',
      withInvoice(async (_request, invoice, books) => {
        const failed = isReleased(invoice) || invoice.status === 'Hold';
        if (!failed) books.invoices.replace({ ...invoice, status: 'Open', modifiedMs: books.stamp() });
        await options.saved();
        return jsonResponse(200, {
          actionId: options.newId(),
          actionResult: failed ? 'Failed' : 'Done',
          errorInfo: failed ? 'Document Status is invalid for processing.' : '',
        });
      }),
    ),
  ];
}

const invoiceSource = (books: Books, times: WireTimes): ListSource<Invoice> => {
  const atDay = (day: string): number => times.financeFilter(day) ?? 0;
  return {
    rows: () => books.invoices.all(),
    texts: {
      customer: (invoice) => books.customers.byId(invoice.customerId)?.number ?? '',
      customerrefnumber: (invoice) => invoice.customerRefNumber,
      externalreference: (invoice) => invoice.externalReference,
      paymentreference: (invoice) => invoice.paymentReference,
      branch: (invoice) => invoice.branchNumber,
      released: (invoice) => (isReleased(invoice) ? '1' : '0'),
      documenttype: () => 'Invoice',
      financialperiod: (invoice) => invoice.documentDay.slice(0, 7).replace('-', ''),
    },
    choices: { status: { of: (invoice) => invoice.status, values: INVOICE_STATUSES } },
    moments: {
      lastmodifieddatetime: (invoice) => invoice.modifiedMs,
      createddatetime: (invoice) => invoice.createdMs,
      documentdate: (invoice) => atDay(invoice.documentDay),
      documentduedate: (invoice) => atDay(invoice.dueDay),
    },
    modified: (invoice) => invoice.modifiedMs,
  };
};
