/** Finding an invoice of ours back by its marker. */
import type { ConnectorContext, Push } from '../_kit/connector';
import type { RemoteDocument } from '../_kit/document';
import { earlier } from '../_kit/high-water';
import { textLiteral } from '../_kit/odata-literals';
import { readRecords, textUnder } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import { getObject, LISTS } from './api';
import { allOf, changedSince } from './odata';
import { pagesOf } from './paging';
import { wholeSecond } from './read-since';
import { markerOn, toRemote } from './remote-document';
import { listedOrderSchema, orderSchema, type ListedOrder } from './schemas';

type OrderList = typeof LISTS.orders | typeof LISTS.deletedOrders;
type Found = Result<readonly RemoteDocument[]>;

/** `LastModified` may be in any zone; that the computer's clock may be wrong is reckoned with before. */
const ANY_ZONE_MS = 26 * 3_600_000;

/**
 * Three places, each only when the one before gave nothing: the field of the marker, the internal notes of the customer's
 * invoices since the day of sending (that Billit keeps the field as it was sent is not documented), and the deleted orders,
 * since an invoice that the office took away on purpose must not be made again.
 */
export const findByMarker: Push['findByMarker'] = async (ctx, { marker, customerExternalId, sentAtMs }) => {
  const byField = `ExternalProviderID eq ${textLiteral(marker)}`;
  const found = await unlessRefused(ordersWith(ctx, LISTS.orders, marker, byField));
  if (!found.ok || found.value.length > 0) return found;
  const noted = await notedOrders(ctx, marker, customerExternalId, sentAtMs);
  if (!noted.ok || noted.value.length > 0) return noted;
  return unlessRefused(ordersWith(ctx, LISTS.deletedOrders, marker, byField));
};

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
    const marked = page.value.rows.filter((row) => textUnder(row, 'ExternalProviderID').trim() === marker);
    const orders = readOrders(marked);
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
    const listed = readOrders(page.value.rows);
    if (!listed.ok) return listed;
    // What bears a name in the field of the marker was read through that field, or is of another program.
    for (const { OrderID } of listed.value.filter((one) => one.ExternalProviderID === '')) {
      const order = await getObject(ctx, LISTS.orders, OrderID, orderSchema);
      if (order.ok) {
        if (markerOn(order.value) === marker) found.set(OrderID, toRemote(order.value, marker));
      } else if (order.problem.kind !== 'rejected') {
        return order;
      }
    }
  }
  return ok([...found.values()]);
}

/** An order that cannot be read may be ours, so that it is no absence. */
function readOrders(rows: readonly unknown[]): Result<readonly ListedOrder[]> {
  const { read, parked } = readRecords(rows, listedOrderSchema, (row) => ({
    externalId: textUnder(row, LISTS.orders.idField),
    label: textUnder(row, 'OrderNumber'),
  }));
  const [unread] = parked;
  return unread === undefined ? ok(read) : fail(unread.problem);
}
