import { z } from 'zod';
import type { Connector, ConnectorContext, IdPage, PullPage } from '../_kit/connector';
import { afterRead, highWaterSchema, newer } from '../_kit/high-water';
import type { Mark, Resource } from '../_kit/model';
import { noPages } from '../_kit/no-pages';
import { textUnder } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { LISTS, type List } from './api';
import { allOf, changedSince } from './odata';
import { articleReader, customerReader, CUSTOMERS_ONLY, newestOf, orderReader, type PageReader } from './page-readers';
import { pageBefore, pagesOf } from './paging';
import { readSince } from './read-since';
import { readSettings } from './settings';

/** What a mark holds; a mark of another shape counts as none. */
const stateSchema = z.object({
  highWater: highWaterSchema.nullable(),
  /** The read that is under way; null between reads. */
  read: z
    .object({
      /** From which moment on it asks; null = everything. */
      from: z.string().nullable(),
      nextSkip: z.number().int().min(0),
      newest: z.string().nullable(),
      startedAtMs: z.number(),
    })
    .nullable(),
});
type State = z.infer<typeof stateSchema>;

type Pages<R extends Resource> = AsyncGenerator<Result<PullPage<R>>, void, undefined>;
type IdPages = AsyncGenerator<Result<IdPage>, void, undefined>;

/** Article groups have no table: they have no id in Billit that could be relied on. */
const PULLS: { readonly [R in Resource]: (ctx: ConnectorContext, mark: Mark | null) => Pages<R> } = {
  customers: (ctx, mark) => pullList(ctx, customerReader(ctx), mark),
  articleGroups: () => noPages(),
  articles: (ctx, mark) => pullList(ctx, articleReader(), mark),
  orders: (ctx, mark) => (readSettings(ctx.settings).pullOffers ? pullList(ctx, orderReader(ctx), mark) : noPages()),
};

export const pull: Connector['pull'] = (ctx, resource, mark) => PULLS[resource](ctx, mark);

/** Offers become work orders once and are never cleaned up, so they have no ids to compare. */
export const listIds: Connector['listIds'] = (ctx, resource) => {
  switch (resource) {
    case 'customers':
      return listAllIds(ctx, LISTS.parties, CUSTOMERS_ONLY);
    case 'articles':
      return listAllIds(ctx, LISTS.products, undefined);
    case 'articleGroups':
    case 'orders':
      return noPages();
  }
};

/** Reads a list from its mark to its end; a read that was broken off goes on where it was. */
async function* pullList<R extends Resource>(
  ctx: ConnectorContext,
  reader: PageReader<R>,
  mark: Mark | null,
): Pages<R> {
  const { list } = reader;
  const { highWater: before, read } = stateOf(mark);
  const { from, startedAtMs } = read ?? { from: readSince(before), startedAtMs: ctx.clock.nowMs() };
  let newest = read?.newest ?? null;
  const firstSkip = read === null ? 0 : pageBefore(read.nextSkip);
  for await (const page of pagesOf(ctx, list, allOf(reader.filter, changedSince(from)), firstSkip)) {
    if (!page.ok) return yield page;
    const { rows, nextSkip, isLast, total } = page.value;
    const content = await reader.read(rows);
    if (!content.ok) return yield content;
    newest = newer(newest, newestOf(rows));
    const state: State = isLast
      ? { highWater: afterRead(before, newest, startedAtMs, ctx.clock.nowMs()), read: null }
      : { highWater: before, read: { from, nextSkip, newest, startedAtMs } };
    yield ok({
      records: content.value.pulled,
      parked: content.value.parked,
      mark: { highWater: newer(state.highWater?.moment ?? null, newest), state },
      total,
    });
  }
}

function stateOf(mark: Mark | null): State {
  const stored = stateSchema.safeParse(mark?.state);
  return stored.success ? stored.data : { highWater: null, read: null };
}

/** All ids of a list, those of rows that cannot be read or have no reference too: they are there all the same. */
async function* listAllIds(ctx: ConnectorContext, list: List, filter: string | undefined): IdPages {
  for await (const page of pagesOf(ctx, list, filter)) {
    if (!page.ok) return yield page;
    const { rows } = page.value;
    const externalIds = rows.map((row) => textUnder(row, list.idField)).filter((id) => id !== '');
    yield ok({ externalIds, rowsSeen: rows.length });
  }
}
