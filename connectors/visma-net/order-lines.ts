import { namedBy, readEvery, textUnder } from '../_kit/records';
import type { Result } from '../_kit/result';
import { orderLineSchema, type OrderLine } from './order-schemas';
import { readAll } from './paging';
import { getLines, type OrderKey } from './sales-orders-api';
import type { CallContext } from './send';

/** The size that the service gives when none is asked. */
const PAGE_SIZE = 1000;

/** Every line of an order. One that cannot be read is a problem: an order without it would be another order. */
export async function readLines(ctx: CallContext, order: OrderKey): Promise<Result<readonly OrderLine[]>> {
  const rows = await readAll({
    name: `/SalesOrders/${order.type}/${order.orderId}/lines`,
    size: PAGE_SIZE,
    part: (index, size) => getLines(ctx, order, index, size),
    idOf: (row) => textUnder(row, 'lineId'),
  });
  return rows.ok ? readEvery(rows.value, orderLineSchema, namedBy('lineId', 'description')) : rows;
}
