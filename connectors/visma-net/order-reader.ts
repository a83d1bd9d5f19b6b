import type { ConnectorContext, ParkedRecord } from '../_kit/connector';
import { earlier, newer } from '../_kit/high-water';
import type { Pulled } from '../_kit/model';
import type { Problem } from '../_kit/problem';
import { readRecords, textUnder } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { customerIdOf } from './customer-ids';
import type { ListReader } from './list-read';
import { isToPull, orderIdOf, toOrder } from './map-order';
import { listedOrderSchema, type ListedOrder } from './order-schemas';
import { readLines } from './order-lines';
import { orderList } from './order-list';
import { getOrder, type OrderType } from './sales-orders-api';
import type { OrdersToPull } from './settings';

/**
 * Orders of one type that are to become work orders; the others leave no trace. The list lacks what a work order needs, so
 * that each of them costs one or two requests more; those that a read meets again while it looks back cost none.
 */
export function orderReader(ctx: ConnectorContext, type: OrderType, wish: OrdersToPull): ListReader<'orders'> {
  const customerIds = new Map<string, Result<string>>();
  const customerId = async (number: string): Promise<Result<string>> => {
    const known = customerIds.get(number) ?? (await customerIdOf(ctx, number));
    customerIds.set(number, known);
    return known;
  };

  const whole = async (order: ListedOrder): Promise<Result<Pulled<'orders'>>> => {
    const key = { type, orderId: order.orderId };
    const customer = await customerId(order.customerId);
    if (!customer.ok) return customer;
    const lines = wish.lines ? await readLines(ctx, key) : ok([]);
    if (!lines.ok) return lines;
    const details = order.description === '' ? await getOrder(ctx, key) : ok({ note: '' });
    if (!details.ok) return details;
    const parts = { customerExternalId: customer.value, note: details.value.note, lines: lines.value };
    return ok({ kind: 'present', record: toOrder(order, type, parts) });
  };

  return {
    // This service gives what changed at that moment too: a millisecond later is what changed after it.
    list: (from) => orderList(ctx, type, from === null ? null : earlier(from, -1)),
    basis: '',
    read: async (rows, before) => {
      const { read, parked: unread } = readRecords(rows, listedOrderSchema, (row) => nameOf(type, row));
      const done = { ...before };
      const pulled: Pulled<'orders'>[] = [];
      const parked: ParkedRecord[] = [...unread];
      for (const order of read.filter((one) => isToPull(one, wish.filterWord))) {
        const id = orderIdOf({ type, orderId: order.orderId });
        const changed = order.lastModified ?? '';
        if (changed !== '' && done[id] === changed) continue;
        const made = await whole(order);
        if (!made.ok && isOfThisOrder(made.problem)) parked.push({ ...nameOf(type, order), problem: made.problem });
        else if (!made.ok) return made;
        else pulled.push(made.value);
        if (made.ok && changed !== '') done[id] = changed;
      }
      const newest = read.reduce<string | null>((latest, one) => newer(latest, one.lastModified), null);
      return ok({ pulled, parked, newest, done });
    },
  };
}

/** An order that was deleted meanwhile, whose customer is gone, or that cannot be read must not hold up the others. */
const isOfThisOrder = ({ kind, code }: Problem): boolean => kind === 'rejected' || code === 'record-unreadable';

const nameOf = (type: OrderType, row: unknown) => {
  const orderId = textUnder(row, 'orderId');
  return {
    externalId: orderId === '' ? '' : orderIdOf({ type, orderId }),
    label: `${type} ${orderId} ${textUnder(row, 'description')}`.trim(),
  };
};
