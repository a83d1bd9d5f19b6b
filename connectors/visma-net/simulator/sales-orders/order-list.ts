import { DateTime } from 'luxon';
import type { SimulatorRequest, SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import type { Books } from '../books';
import { ORDER_STATUSES, type SalesOrder } from '../model';
import type { Quirks } from '../quirks';
import type { WireTimes } from '../wire-times';
import { listedOrder } from './order-view';
import { answerPage } from './paged';
import { invalid } from './problems';

/** Pages of the list; with `expand` they are smaller since release 10.92. Page "SalesOrders API V3". */
const PAGE = { standard: 100, maximum: 1000 };
const EXPANDED_PAGE = { standard: 100, maximum: 100 };

type Compare = (one: SalesOrder, two: SalesOrder) => number;
const ORDERS: Readonly<Record<string, Compare>> = {
  created: (one, two) => one.createdMs - two.createdMs,
  lastmodified: (one, two) => one.modifiedMs - two.modifiedMs,
  orderid: (one, two) => (one.orderId < two.orderId ? -1 : 1),
};

export interface OrderListOptions {
  readonly quirks: Quirks;
  readonly times: WireTimes;
  readonly finish: (key: string, json: Record<string, unknown>) => Record<string, unknown>;
}

/** The list of orders of one type, or of all. `filter` looks at the order number only: references cannot be searched. */
export function listOrders(
  request: SimulatorRequest,
  type: string | null,
  books: Books,
  options: OrderListOptions,
): SimulatorResponse {
  const { query } = request;
  const [field = '', direction = 'asc', ...rest] = (query.get('orderBy') ?? 'orderId').trim().split(/\s+/);
  const compare = ORDERS[field.toLowerCase()];
  const refuse = (property: string): SimulatorResponse =>
    invalid([{ code: '0003-InvalidValue', property, message: 'The value is not valid.' }], request.path);
  if (compare === undefined || rest.length > 0 || !/^(asc|desc)$/i.test(direction)) return refuse('orderBy');
  const status = query.get('status') ?? '';
  if (status !== '' && !ORDER_STATUSES.some((known) => known === status)) return refuse('status');
  const since = readSince(query.get('modifiedSince'));
  if (since === null) return refuse('modifiedSince');
  const customerNumber = query.get('customerId') ?? '';
  const customerId = customerNumber === '' ? null : (books.customerByNumber(customerNumber)?.id ?? '');
  const filter = (query.get('filter') ?? '').toLowerCase();

  const found = books.orders
    .all()
    .filter(
      (order) =>
        (type === null || order.type.toLowerCase() === type.toLowerCase()) &&
        (customerId === null || order.customerId === customerId) &&
        (status === '' || order.status === status) &&
        order.modifiedMs >= since &&
        order.orderId.toLowerCase().includes(filter),
    );
  const sorted = found.toSorted((one, two) =>
    direction.toLowerCase() === 'desc' ? compare(two, one) : compare(one, two),
  );
  const limits = query.has('expand') ? EXPANDED_PAGE : PAGE;
  const view = (order: SalesOrder): Record<string, unknown> =>
    options.finish(`order ${order.id}`, listedOrder(order, books, options.times));
  return answerPage(request, sorted, limits, view, options.quirks);
}

/** UTC milliseconds; a text without offset is in UTC. Null: no date and time. */
function readSince(text: string | null): number | null {
  if (text === null || text === '') return 0;
  const parsed = DateTime.fromISO(text, { zone: 'utc' });
  return parsed.isValid ? parsed.toMillis() : null;
}
