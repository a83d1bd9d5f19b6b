/** Finding an invoice of ours back by its marker. */
import type { ConnectorContext, Push } from '../_kit/connector';
import type { RemoteDocument } from '../_kit/document';
import { earlier } from '../_kit/high-water';
import { isSameMarker } from '../_kit/marker';
import { textLiteral } from '../_kit/odata-literals';
import { namedBy, readEvery, readOurs, rowsWithMarker } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { getObject, LISTS } from './api';
import { allOf, changedSince } from './odata';
import { pagesOf } from './paging';
import { wholeSecond } from './read-since';
import { filesOf, isMarkedWith, toRemote } from './remote-document';
import { listedOrderSchema, orderSchema } from './schemas';

type OrderList = typeof LISTS.orders | typeof LISTS.deletedOrders;
type Found = Result<readonly RemoteDocument[]>;

const NAME = namedBy(LISTS.orders.idField, 'OrderNumber');

/** `LastModified` may be in any zone; that the computer's clock may be wrong is reckoned with before. */
const ANY_ZONE_MS = 26 * 3_600_000;

/**
 * Three places, each only when the one before gave nothing: the field of the marker, the internal notes of the customer's
 * invoices since the day of sending (that Billit keeps the field as it was sent is not documented), and the deleted orders,
 * since an invoice that the office took away on purpose must not be made again.
 */
export const findByMarker: Push['findByMarker'] = async (ctx, query) => {
  const found = await inThreePlaces(ctx, query);
  return found.ok ? ok(await Promise.all(found.value.map((remote) => withFiles(ctx, remote)))) : found;
};

/** The same invoice with the names of its files, which lists do not show; without them when it cannot be read now. */
async function withFiles(ctx: ConnectorContext, remote: RemoteDocument): Promise<RemoteDocument> {
  if (remote.fileNames !== undefined) return remote;
  const order = await getObject(ctx, LISTS.orders, remote.externalId, orderSchema);
  return order.ok ? { ...remote, ...filesOf(order.value) } : remote;
}

async function inThreePlaces(
  ctx: ConnectorContext,
  { marker, customerExternalId, sentAtMs }: Parameters<Push['findByMarker']>[1],
): Promise<Found> {
  const byField = `ExternalProviderID eq ${textLiteral(marker)}`;
  const found = await unlessRefused(ordersWith(ctx, LISTS.orders, marker, byField));
  if (!found.ok || found.value.length > 0) return found;
  const noted = await notedOrders(ctx, marker, customerExternalId, sentAtMs);
  if (!noted.ok || noted.value.length > 0) return noted;
  return unlessRefused(ordersWith(ctx, LISTS.deletedOrders, marker, byField));
}

/** A question that Billit does not take finds nothing; the other places are asked too. */
async function unlessRefused(asked: Promise<Found>): Promise<Found> {
  const found = await asked;
  return found.ok || found.problem.kind !== 'rejected' ? found : ok([]);
}

/** Every order of a list whose row bears exactly this marker. */
async function ordersWith(ctx: ConnectorContext, list: OrderList, marker: string, filter: string): Promise<Found> {
  const found = new Map<string, RemoteDocument>();
  for await (const page of pagesOf(ctx, list, filter)) {
    if (!page.ok) return page;
    // However the filter compares texts, only the marker itself counts.
    const marked = rowsWithMarker(page.value.rows, 'ExternalProviderID', marker);
    const orders = readOurs(marked, listedOrderSchema, NAME);
    if (!orders.ok) return orders;
    for (const order of orders.value) found.set(order.OrderID, toRemote(order, marker));
  }
  return ok([...found.values()]);
}

/** Invoices since the day of sending, of the customer when that is known, whose internal note bears the marker. */
async function notedOrders(
  ctx: ConnectorContext,
  marker: string,
  customerExternalId: string,
  sentAtMs: number,
): Promise<Found> {
  const since = wholeSecond(earlier(new Date(sentAtMs).toISOString(), ANY_ZONE_MS));
  const ofCustomer = customerExternalId === '' ? undefined : `CounterParty/PartyID eq ${customerExternalId}`;
  const filter = allOf("OrderType eq 'Invoice' and OrderDirection eq 'Income'", ofCustomer, changedSince(since));
  const found = new Map<string, RemoteDocument>();
  for await (const page of pagesOf(ctx, LISTS.orders, filter)) {
    if (!page.ok) return page;
    // One that cannot be read may be ours, so that it is no absence.
    const listed = readEvery(page.value.rows, listedOrderSchema, NAME);
    if (!listed.ok) return listed;
    // The field may be there although it cannot be searched.
    for (const one of listed.value.filter(({ ExternalProviderID }) => isSameMarker(ExternalProviderID, marker))) {
      found.set(one.OrderID, toRemote(one, marker));
    }
    // With anything else in that field an order is not ours, so that its note is not asked for.
    for (const { OrderID } of listed.value.filter((one) => one.ExternalProviderID === '')) {
      const order = await getObject(ctx, LISTS.orders, OrderID, orderSchema);
      if (order.ok) {
        if (isMarkedWith(order.value, marker)) found.set(OrderID, toRemote(order.value, marker));
      } else if (order.problem.kind !== 'rejected') {
        return order;
      }
    }
  }
  return ok([...found.values()]);
}
