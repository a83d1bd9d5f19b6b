import type { RemoteDocument } from '../_kit/document';
import { isMarker } from '../_kit/marker';
import { customerOf } from './offers';
import type { ListedOrder, Order } from './schemas';

/** The marker that an order bears: in its own field, else in the internal note, which lists do not show; empty = none. */
export function markerOn(
  order: Pick<ListedOrder, 'ExternalProviderID'> & Partial<Pick<Order, 'InternalInfo'>>,
): string {
  if (isMarker(order.ExternalProviderID)) return order.ExternalProviderID;
  return order.InternalInfo?.split(/\s+/).find(isMarker) ?? '';
}

/** An order of Billit as Simon knows it. */
export const toRemote = (order: ListedOrder & Partial<Pick<Order, 'Customer'>>, marker: string): RemoteDocument => ({
  externalId: order.OrderID,
  number: order.OrderNumber,
  marker,
  customerExternalId: customerOf(order) ?? '',
  totalExclVat: order.TotalExcl,
  totalInclVat: order.TotalIncl,
});
