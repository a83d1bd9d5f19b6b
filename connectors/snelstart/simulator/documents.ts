import type { SimulatedDocument } from '../../_kit/simulator/contract';
import type { Books } from './books';
import { render } from './field-table';
import { orderFields } from './resource-fields';
import type { WireView } from './wire-view';

/** The orders that clients created, for tests and for the books page. */
export function arrivedDocuments(books: Books, view: WireView): SimulatedDocument[] {
  return books.orders.all().flatMap((order) => {
    if (order.receivedAtMs === null) return [];
    const customer = books.relations.byId(order.relationId);
    return [
      {
        id: order.id,
        number: String(order.number),
        kind: order.processStatus === 'Order' ? 'verkooporder' : `verkooporder (${order.processStatus})`,
        customerName: customer?.name ?? '',
        customerNumber: customer === null ? '' : String(customer.code),
        description: order.description,
        reference: order.orderReference,
        lines: order.lines.map((line) => ({
          articleCode: line.articleId === null ? null : (books.articles.byId(line.articleId)?.code ?? null),
          description: line.description,
          quantity: line.quantity,
          unitPrice: line.unitPrice,
          total: line.total,
        })),
        totalExclVat: order.totalExclusive,
        totalInclVat: order.totalInclusive,
        fields: render(orderFields, order, view),
        receivedAtMs: order.receivedAtMs,
      },
    ];
  });
}
