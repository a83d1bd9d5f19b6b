import { z } from 'zod';
import type { Connector, ConnectorContext, IdPage, PullPage } from '../_kit/connector';
import { newer } from '../_kit/high-water';
import type { Mark, Resource } from '../_kit/model';
import { noPages } from '../_kit/no-pages';
import { ok, type Result } from '../_kit/result';
import { listStateSchema, readOn, type ListReader, type ListState } from './list-read';
import { orderReader } from './order-reader';
import { articleReader, customerReader } from './page-readers';
import { ORDER_TYPES, type OrderType } from './sales-orders-api';
import { readSettings, type OrdersToPull } from './settings';

type Pages<R extends Resource> = AsyncGenerator<Result<PullPage<R>>, void, undefined>;
type IdPages = AsyncGenerator<Result<IdPage>, void, undefined>;

const PULLS: { readonly [R in Resource]: (ctx: ConnectorContext, mark: Mark | null) => Pages<R> } = {
  customers: (ctx, mark) => pullList(ctx, customerReader(ctx), mark),
  articleGroups: () => noPages(),
  articles: (ctx, mark) => pullList(ctx, articleReader(ctx), mark),
  orders: pullOrders,
};

export const pull: Connector['pull'] = (ctx, resource, mark) => PULLS[resource](ctx, mark);

/** Orders become work orders once and are never cleaned up; there are no article groups. */
export const listIds: Connector['listIds'] = (ctx, resource) => {
  switch (resource) {
    case 'customers':
      return listAllIds(ctx, customerReader(ctx));
    case 'articles':
      return listAllIds(ctx, articleReader(ctx));
    case 'articleGroups':
    case 'orders':
      return noPages();
  }
};

/** A mark of another shape counts as none. */
async function* pullList<R extends Resource>(
  ctx: ConnectorContext,
  reader: ListReader<R>,
  mark: Mark | null,
): Pages<R> {
  for await (const step of readOn(ctx, reader, listStateSchema.safeParse(mark?.state).data ?? null)) {
    if (!step.ok) return yield step;
    const { content, state, total } = step.value;
    yield ok({
      records: content.pulled,
      parked: content.parked,
      mark: { highWater: shownMoment(state), state },
      total,
    });
  }
}

const ordersStateSchema = z.record(z.string(), listStateSchema);

/** Sales orders and quotes are two lists, each with its own filter word and its own place in the mark. */
async function* pullOrders(ctx: ConnectorContext, mark: Mark | null): Pages<'orders'> {
  const { orders, quotes } = readSettings(ctx.settings);
  const wishes: readonly (readonly [OrderType, OrdersToPull | null])[] = [
    [ORDER_TYPES.order, orders],
    [ORDER_TYPES.quote, quotes],
  ];
  let states = ordersStateSchema.safeParse(mark?.state).data ?? {};
  for (const [type, wish] of wishes) {
    if (wish === null) continue;
    for await (const step of readOn(ctx, orderReader(ctx, type, wish), states[type] ?? null)) {
      if (!step.ok) return yield step;
      const { content, state } = step.value;
      states = { ...states, [type]: state };
      const highWater = Object.values(states).reduce<string | null>(
        (latest, one) => newer(latest, shownMoment(one)),
        null,
      );
      yield ok({ records: content.pulled, parked: content.parked, mark: { highWater, state: states }, total: null });
    }
  }
}

const shownMoment = ({ highWater, read }: ListState): string | null =>
  newer(highWater?.moment ?? null, read?.newest ?? null);

/** All ids that Simon should have. A row that could not be read is there all the same. */
async function* listAllIds<R extends 'customers' | 'articles'>(ctx: ConnectorContext, reader: ListReader<R>): IdPages {
  for await (const step of readOn(ctx, reader, null)) {
    if (!step.ok) return yield step;
    const { pulled, parked } = step.value.content;
    const present = pulled.flatMap((one) => (one.kind === 'present' ? [one.record.externalId] : []));
    const unread = parked.map((one) => one.externalId).filter((id) => id !== '');
    yield ok({ externalIds: [...present, ...unread], rowsSeen: pulled.length + parked.length });
  }
}
