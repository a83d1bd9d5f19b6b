import type { OrderKey } from './sales-orders-api';

/** What a document is in Visma.net: an order by type and number, an invoice by number. */
export type DocumentKey =
  { readonly kind: 'order'; readonly order: OrderKey } | { readonly kind: 'invoice'; readonly number: string };

/** The key as Simon keeps it: `order/SO/000201`, `invoice/200001`. Numbers may hold a slash themselves. */
export const documentId = (key: DocumentKey): string =>
  key.kind === 'invoice' ? `invoice/${key.number}` : `order/${key.order.type}/${key.order.orderId}`;

/** The key that `documentId` wrote. Another form is a bug. */
export function documentKey(id: string): DocumentKey {
  const [kind, first = '', ...rest] = id.split('/');
  if (kind === 'invoice' && first !== '') return { kind, number: [first, ...rest].join('/') };
  if (kind === 'order' && rest.length > 0) return { kind, order: { type: first, orderId: rest.join('/') } };
  throw new Error(`Not a document of Visma.net: ${id}`);
}
