import { textUnder } from '../_kit/records';
import type { PagedList } from './paging';
import { getOrders, type OrderType } from './sales-orders-api';
import type { CallContext } from './send';

/** The size that the service gives when none is asked. */
const PAGE_SIZE = 100;

/** Orders of one type that changed at or after a moment (UTC text without zone); null = all. */
export const orderList = (ctx: CallContext, type: OrderType, since: string | null): PagedList => ({
  name: `/SalesOrders/${type}`,
  size: PAGE_SIZE,
  part: (index, size) => getOrders(ctx, type, since, index, size),
  idOf: (row) => textUnder(row, 'orderId'),
});
