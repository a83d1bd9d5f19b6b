import type { SimulatedDocument } from '../../_kit/simulator/contract';
import type { Books } from './books';
import { ALL_OF_INVOICE, invoiceView } from './finance/invoice-view';
import type { Invoice, SalesOrder } from './model';
import { lineView, orderView, SECTIONS } from './sales-orders/order-view';
import type { WireTimes } from './wire-times';

/** The invoices and orders that clients created, oldest first, for tests and for the books page. */
export function arrivedDocuments(books: Books, times: WireTimes): SimulatedDocument[] {
  const invoices = books.invoices.all().map((invoice) => arrivedInvoice(invoice, books, times));
  const orders = books.orders.all().map((order) => arrivedOrder(order, books, times));
  return [...invoices, ...orders]
    .filter((document) => document !== null)
    .toSorted((one, two) => one.receivedAtMs - two.receivedAtMs);
}

function arrivedInvoice(invoice: Invoice, books: Books, times: WireTimes): SimulatedDocument | null {
  if (invoice.receivedAtMs === null) return null;
  return {
    id: `invoice/${invoice.id}`,
    number: invoice.id,
    kind: `klantfactuur (${invoice.status})`,
    ...customerOf(invoice, books),
    description: invoice.invoiceText,
    reference: invoice.customerRefNumber,
    lines: invoice.lines.map((line) => ({
      articleCode: line.articleId === null ? null : (books.articles.byId(line.articleId)?.number ?? null),
      description: line.description,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      total: line.amount,
    })),
    totalExclVat: invoice.totals.net,
    totalInclVat: invoice.totals.gross,
    fields: invoiceView(invoice, ALL_OF_INVOICE, books, times),
    receivedAtMs: invoice.receivedAtMs,
  };
}

function arrivedOrder(order: SalesOrder, books: Books, times: WireTimes): SimulatedDocument | null {
  if (order.receivedAtMs === null) return null;
  const behavior = books.orderTypes.find((type) => type.id === order.type)?.behavior;
  return {
    id: `order/${order.type}/${order.orderId}`,
    number: `${order.type} ${order.orderId}`,
    kind: `${behavior === 'Quote' ? 'offerte' : 'verkooporder'} (${order.status})`,
    ...customerOf(order, books),
    description: order.description,
    reference: order.customerRefNo,
    lines: order.lines.map((line) => ({
      articleCode: books.articles.byId(line.articleId)?.number ?? null,
      description: line.description,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      total: line.extendedPrice,
    })),
    totalExclVat: order.totals.net,
    totalInclVat: order.totals.gross,
    fields: {
      ...orderView(order, new Set(SECTIONS), books, times),
      orderLines: order.lines.map((line) => lineView(line, order, books, times)),
    },
    receivedAtMs: order.receivedAtMs,
  };
}

function customerOf(document: { readonly customerId: string }, books: Books) {
  const customer = books.customers.byId(document.customerId);
  return { customerName: customer?.name ?? '', customerNumber: customer?.number ?? '' };
}
