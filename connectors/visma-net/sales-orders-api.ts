/** The calls of the sales order service, version 3 (its OpenAPI description 1.0.14.784). */
import { exactJsonText } from '../_kit/exact-json';
import type { HttpCall } from '../_kit/http';
import { fail, ok, type Result } from '../_kit/result';
import type { Json } from '../_kit/text';
import { salesOrdersAddress } from './addresses';
import { orderRowsSchema, orderSchema } from './order-schemas';
import type { RowsPart } from './paging';
import { read, unclear, write, type CallContext } from './send';
import type { z } from 'zod';

/** Order types: a sales order and a quote. */
export const ORDER_TYPES = { order: 'SO', quote: 'QT' } as const;
export type OrderType = (typeof ORDER_TYPES)[keyof typeof ORDER_TYPES];

export interface OrderKey {
  readonly type: string;
  readonly orderId: string;
}

const doc = (path: string): string => `https://salesorder.visma.net/swagger/index.html, ${path}`;

const get = (ctx: CallContext, path: string, query: NonNullable<HttpCall['query']> = {}): HttpCall => ({
  method: 'GET',
  url: `${salesOrdersAddress(ctx.endpoints)}${path}`,
  query,
  effect: 'read',
  doc: doc(path),
});

const pathOf = ({ type, orderId }: OrderKey): string =>
  `/SalesOrders/${encodeURIComponent(type)}/${encodeURIComponent(orderId)}`;

/**
 * Part `index` (from 0) of the orders of one type, those that changed at or after `since` (UTC text without zone; null =
 * all). In order of creation: a change moves no row.
 */
export const getOrders = (
  ctx: CallContext,
  type: OrderType,
  since: string | null,
  index: number,
  size: number,
): Promise<Result<RowsPart>> =>
  getPart(ctx, `/SalesOrders/${type}`, {
    ...(since === null ? {} : { modifiedSince: `${since}Z` }),
    orderBy: 'created asc',
    pageIndex: index,
    pageSize: size,
  });

export const getLines = (ctx: CallContext, order: OrderKey, index: number, size: number): Promise<Result<RowsPart>> =>
  getPart(ctx, `${pathOf(order)}/lines`, { pageIndex: index, pageSize: size });

/** A single order; `expand` names a section that is left out otherwise. */
export const getOrder = (
  ctx: CallContext,
  order: OrderKey,
  expand?: 'Attachments',
): Promise<Result<z.infer<typeof orderSchema>>> => read(ctx, get(ctx, pathOf(order), { expand }), orderSchema);

/** Creates an order and gives its key; `body` may hold exact decimals. */
export async function postOrder(ctx: CallContext, body: Json): Promise<Result<OrderKey>> {
  const path = '/SalesOrders';
  const made = await write(ctx, {
    method: 'POST',
    url: `${salesOrdersAddress(ctx.endpoints)}${path}`,
    body: { type: 'application/json', text: exactJsonText(body) },
    effect: 'write',
    doc: doc(path),
  });
  if (!made.ok) return made;
  const [list, type, orderId] = made.value.slice(-3);
  return list?.toLowerCase() === 'salesorders' && type !== undefined && orderId !== undefined
    ? ok({ type, orderId })
    : fail(unclear(null, 'answer-unexpected'));
}

async function getPart(
  ctx: CallContext,
  path: string,
  query: NonNullable<HttpCall['query']>,
): Promise<Result<RowsPart>> {
  const part = await read(ctx, get(ctx, path, query), orderRowsSchema);
  if (!part.ok) return part;
  const { value, nextPage, totalCount } = part.value;
  return ok({
    rows: value,
    total: totalCount ?? null,
    largestSize: null,
    hasMore: nextPage === undefined ? null : nextPage !== null,
  });
}
