/** Sales orders of ours: sending one, finding one back. */
import type { ConnectorContext } from '../_kit/connector';
import { Decimal, decimal, plain } from '../_kit/decimal';
import type { RemoteDocument } from '../_kit/document';
import { namedBy, readOurs, rowsWithMarker } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { customerIdOf } from './customer-ids';
import type { Variant } from './document-body';
import { documentId } from './document-id';
import { readLines } from './order-lines';
import { orderList } from './order-list';
import { listedOrderSchema, type ListedOrder } from './order-schemas';
import { pagesOf } from './paging';
import { ORDER_TYPES, postOrder, type OrderKey } from './sales-orders-api';
import type { CallContext } from './send';

/** How far before the moment of sending a look-up begins; the engine allows for a wrong clock already. */
const LOOK_UP_MARGIN_MS = 3_600_000;

export async function createOrder(ctx: ConnectorContext, variant: Variant): Promise<Result<RemoteDocument>> {
  const made = await postOrder(ctx, variant.body);
  if (!made.ok) return made;
  return ok(remote(made.value, variant, await totalOf(ctx, made.value)));
}

/**
 * Every sales order that bears exactly this marker. The service cannot search for a reference (its `filter` looks at order
 * numbers only), so that all orders since the moment of sending are looked through.
 */
export async function ordersWithMarker(
  ctx: ConnectorContext,
  marker: string,
  sentAtMs: number,
): Promise<Result<readonly RemoteDocument[]>> {
  const since = new Date(sentAtMs - LOOK_UP_MARGIN_MS).toISOString().slice(0, -1);
  const found = new Map<string, RemoteDocument>();
  for await (const page of pagesOf(orderList(ctx, ORDER_TYPES.order, since), null)) {
    if (!page.ok) return page;
    const marked = rowsWithMarker(page.value.rows, 'customerRefNo', marker);
    const orders = readOurs(marked, listedOrderSchema, namedBy('orderId', 'orderId'));
    if (!orders.ok) return orders;
    for (const order of orders.value) {
      const document = await whole(ctx, order, marker);
      if (!document.ok) return document;
      found.set(document.value.externalId, document.value);
    }
  }
  return ok([...found.values()]);
}

async function whole(ctx: CallContext, order: ListedOrder, marker: string): Promise<Result<RemoteDocument>> {
  const customerExternalId = await customerIdOf(ctx, order.customerId);
  if (!customerExternalId.ok) return customerExternalId;
  const key: OrderKey = { type: ORDER_TYPES.order, orderId: order.orderId };
  return ok(remote(key, { marker, customerExternalId: customerExternalId.value }, await totalOf(ctx, key)));
}

const remote = (
  order: OrderKey,
  { marker, customerExternalId }: Pick<Variant, 'marker' | 'customerExternalId'>,
  totalExclVat: string | null,
): RemoteDocument => ({
  externalId: documentId({ kind: 'order', order }),
  number: `${order.type} ${order.orderId}`,
  marker,
  customerExternalId,
  totalExclVat,
  totalInclVat: null,
});

/**
 * What the lines come to, so that a price list of Visma.net that changed a price shows. Null when they cannot be read now:
 * the order is there, whatever becomes of this.
 */
async function totalOf(ctx: CallContext, order: OrderKey): Promise<string | null> {
  const lines = await readLines(ctx, order);
  if (!lines.ok || lines.value.some((line) => line.extendedPrice === null)) return null;
  return plain(lines.value.reduce((sum, line) => sum.plus(decimal(line.extendedPrice ?? '0')), new Decimal(0)));
}
