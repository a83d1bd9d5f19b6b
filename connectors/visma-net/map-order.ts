/** From a sales order or quote of Visma.net to the work order that it becomes. Pure. */
import { decimal, plain, round } from '../_kit/decimal';
import { holdsFilterWord } from '../_kit/filter-word';
import { isMarker } from '../_kit/marker';
import type { PulledOrder, PulledOrderLine } from '../_kit/model';
import type { ListedOrder, OrderLine } from './order-schemas';
import { ORDER_TYPES, type OrderKey, type OrderType } from './sales-orders-api';

/** Decimals of a price from which a discount was taken off. */
const NET_PRICE_DECIMALS = 6;
/**
 * States of an order that is agreed and still to be done; one on hold comes once the office releases it. How the service
 * writes them is not documented: `BackOrder` is a name of version 2, screens say "Back Order".
 */
const PULLED_STATES: ReadonlySet<string> = new Set(['open', 'backorder']);
const stateOf = ({ status }: ListedOrder): string => status.replaceAll(' ', '').toLowerCase();

export const orderIdOf = ({ type, orderId }: OrderKey): string => `${type}/${orderId}`;

/** Whether an order is to become a work order: agreed, not made by Simon, and its description holds the filter word. */
export const isToPull = (order: ListedOrder, filterWord: string): boolean =>
  PULLED_STATES.has(stateOf(order)) &&
  !isMarker(order.customerRefNo) &&
  (filterWord === '' || holdsFilterWord(order.description, filterWord));

/** `note` serves when the order has no description: a work order must have one. */
export const toOrder = (
  order: ListedOrder,
  type: OrderType,
  parts: { readonly customerExternalId: string; readonly note: string; readonly lines: readonly OrderLine[] },
): PulledOrder => ({
  externalId: orderIdOf({ type, orderId: order.orderId }),
  number: order.orderId,
  kind: type === ORDER_TYPES.quote ? 'quote' : 'order',
  customerExternalId: parts.customerExternalId,
  workDescription: [order.description, parts.note].find((text) => text !== '') ?? `${type} ${order.orderId}`,
  customerReference: order.customerOrder === '' ? order.customerRefNo : order.customerOrder,
  lines: parts.lines.map(toOrderLine),
});

const toOrderLine = (line: OrderLine): PulledOrderLine => ({
  articleExternalId: null,
  articleCode: line.inventory?.id ?? '',
  description: line.description,
  quantity: line.quantity ?? '0',
  unitPrice: netPrice(line),
});

/** The price agreed on the line, discount taken off. */
function netPrice({ unitPrice, quantity, extendedPrice, discountPercent, discountAmount }: OrderLine): string | null {
  const hasDiscount = [discountPercent, discountAmount].some((one) => one !== null && !decimal(one).isZero());
  const isDivisible = quantity !== null && !decimal(quantity).isZero();
  if (!hasDiscount || !isDivisible || extendedPrice === null) return unitPrice;
  return plain(round(decimal(extendedPrice).div(quantity), NET_PRICE_DECIMALS));
}
