import type { SimulatorRequest, SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import type { PathParameters } from '../../../_kit/simulator/router';
import type { Books } from '../books';
import {
  attach,
  changeFile,
  invoiceHolder,
  orderHolder,
  removeFile,
  showFile,
  type AttachmentHolder,
} from './attachments';
import { route, type FinanceApiOptions, type FinanceRoute, type Handle } from './routes';

/** Files of invoices, of sales orders and of their lines. */
export function attachmentRoutes(options: FinanceApiOptions): FinanceRoute[] {
  const { problems, quirks } = options;
  const upload = async (
    request: SimulatorRequest,
    holder: AttachmentHolder | null,
    books: Books,
  ): Promise<SimulatorResponse> => {
    if (holder === null) return problems.notFound('The document');
    const response = attach(request, holder, books, options.newId, options);
    await options.saved();
    return response;
  };
  const invoiceFile: Handle = (request, { books }, { number = '', line }) => {
    const invoice = books.invoices.byId(number);
    return upload(request, invoice === null ? null : invoiceHolder(invoice, lineOf(line), books), books);
  };
  const orderOf = (books: Books, { type = '', number = '', line }: PathParameters): AttachmentHolder | null => {
    const order = books.orders.byId(`${type}/${number}`);
    if (order === null) return null;
    // The sales order service is a service of its own: what it took is known here a little later.
    const knownFromMs = order.createdMs + quirks.orderVisibleAfterSeconds * 1000;
    return options.now() < knownFromMs ? null : orderHolder(order, lineOf(line), books);
  };
  const orderFile: Handle = (request, { books }, parameters) =>
    quirks.orderAttachments === 'gone'
      ? problems.notFound(`The address ${request.path}`)
      : upload(request, orderOf(books, parameters), books);
  const orderPaths = ['/v1', '/v2'].flatMap((version) => [
    `${version}/salesorder/orderType/{type}/{number}/attachment`,
    `${version}/salesorder/orderType/{type}/{number}/{line}/attachment`,
  ]);
  return [
    route('POST', '/v1/customerinvoice/{number}/attachment', invoiceFile),
    route('POST', '/v1/customerinvoice/{number}/{line}/attachment', invoiceFile),
    ...orderPaths.map((path) => route('POST', path, orderFile)),
    route('DELETE', '/v1/salesorder/{type}/{number}/attachment/{fileId}', async (_request, { books }, parameters) => {
      const { fileId = '' } = parameters;
      const holder = orderOf(books, parameters);
      if (!holder?.attachments.some(({ id }) => id === fileId)) return problems.notFound('The attachment');
      const response = removeFile(holder, fileId, books);
      await options.saved();
      return response;
    }),
    route('GET', '/v1/attachment/{fileId}', (_request, { books }, { fileId = '' }) => {
      const file = books.files.byId(fileId);
      return file === null ? problems.notFound('The attachment') : showFile(file);
    }),
    route('PUT', '/v1/attachment/{fileId}', async (request, { books }, { fileId = '' }) => {
      const file = books.files.byId(fileId);
      if (file === null) return problems.notFound('The attachment');
      const response = changeFile(request, file, books, options);
      await options.saved();
      return response;
    }),
  ];
}

const lineOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
