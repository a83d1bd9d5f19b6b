import type { SimulatedDocument } from '../../_kit/simulator/contract';
import { exactJsonText } from '../../_kit/exact-json';
import type { Account, CompanyBooks } from './books';
import { render } from './field-table';
import type { Order, OrderType } from './model';
import type { Quirks } from './quirks';
import { orderFields } from './resource-fields';

const KINDS: Readonly<Record<OrderType, string>> = {
  Invoice: 'factuur',
  CreditNote: 'creditnota',
  Offer: 'offerte',
  DeliveryNote: 'leveringsbon',
  OrderForm: 'bestelbon',
};

/** The orders that clients created in any company, oldest first, for tests and for the books page. */
export function arrivedDocuments(
  account: Account,
  quirks: Pick<Quirks, 'zone'>,
  now: () => number,
): SimulatedDocument[] {
  return account.companies
    .flatMap((books) => books.orders.all().map((order) => arrived(books, order, quirks, now)))
    .filter((document) => document !== null)
    .toSorted((one, two) => Number(one.id) - Number(two.id));
}

function arrived(
  books: CompanyBooks,
  order: Order,
  quirks: Pick<Quirks, 'zone'>,
  now: () => number,
): SimulatedDocument | null {
  if (order.receivedAtMs === null) return null;
  const customer = books.parties.byId(order.customerId);
  const fields = render(orderFields({ books, now, hasPdf: () => true }), order, quirks.zone);
  return {
    id: order.id,
    number: order.number,
    kind: order.deleted ? `${KINDS[order.type]} (verwijderd)` : KINDS[order.type],
    customerName: customer?.name ?? '',
    customerNumber: customer?.number ?? '',
    description: order.comments,
    reference: order.reference,
    lines: order.lines.map((line) => ({
      articleCode: line.reference === '' ? null : line.reference,
      description: line.description,
      quantity: line.quantity,
      unitPrice: line.unitPriceExcl,
      total: line.totalExcl,
    })),
    totalExclVat: order.totalExcl,
    totalInclVat: order.totalIncl,
    fields: JSON.parse(exactJsonText(fields)) as Record<string, unknown>,
    receivedAtMs: order.receivedAtMs,
  };
}
