import { z } from 'zod';
import type { Connector, ConnectorContext, IdPage, PullPage } from '../_kit/connector';
import type { Mark, Pulled, Resource } from '../_kit/model';
import { noPages } from '../_kit/no-pages';
import { ok, type Result } from '../_kit/result';
import { readArticleGroups } from './administration';
import { afterRead, highWaterSchema, newer, readFrom, type HighWater } from '../_kit/high-water';
import { toArticleGroup } from './map';
import { modifiedAfter } from './odata';
import { articleReader, customerReader, orderReader, type Memory, type PageReader } from './page-readers';
import { pageBefore, pagesOf } from './paging';
import { readSettings } from './settings';

/** What a mark of a paged list holds; a mark of another shape counts as none. */
const stateSchema = z.object({
  highWater: highWaterSchema.nullable(),
  /** The read that is under way; null between reads. */
  read: z
    .object({
      /** What it asks to be newer than; null = everything. */
      from: z.string().nullable(),
      nextSkip: z.number().int().min(0),
      newest: z.string().nullable(),
      startedAtMs: z.number(),
    })
    .nullable(),
  basis: z.string(),
  memory: z.record(z.string(), z.string()),
});
type State = z.infer<typeof stateSchema>;

type Pages<R extends Resource> = AsyncGenerator<Result<PullPage<R>>, void, undefined>;
type IdPages = AsyncGenerator<Result<IdPage>, void, undefined>;

const PULLS: { readonly [R in Resource]: (ctx: ConnectorContext, mark: Mark | null) => Pages<R> } = {
  customers: (ctx, mark) => pullList(ctx, customerReader(ctx), mark),
  articleGroups: (ctx) => pullArticleGroups(ctx),
  articles: (ctx, mark) => pullList(ctx, articleReader(ctx), mark),
  orders: (ctx, mark) => (readSettings(ctx.settings).pullOrders ? pullList(ctx, orderReader(ctx), mark) : noPages()),
};

export const pull: Connector['pull'] = (ctx, resource, mark) => PULLS[resource](ctx, mark);

/** Orders become work orders once and are never cleaned up, so they have no ids to compare. */
export const listIds: Connector['listIds'] = (ctx, resource) => {
  switch (resource) {
    case 'customers':
      return listPagedIds(ctx, customerReader(ctx));
    case 'articles':
      return listPagedIds(ctx, articleReader(ctx));
    case 'articleGroups':
      return listArticleGroupIds(ctx);
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
  const { list, basis } = reader;
  const { highWater: before, read, memory: known } = stateOf(mark, basis);
  const { from, startedAtMs } = read ?? { from: readFrom(before), startedAtMs: ctx.clock.nowMs() };
  let newest = read?.newest ?? null;
  let memory = known;
  const firstSkip = read === null ? 0 : pageBefore(list, read.nextSkip);
  for await (const page of pagesOf(ctx, list, modifiedAfter(from), firstSkip)) {
    if (!page.ok) return yield page;
    const { rows, nextSkip, isLast } = page.value;
    const content = await reader.read(rows, memory);
    if (!content.ok) return yield content;
    memory = content.value.memory;
    newest = newer(newest, content.value.newest);
    const state: State = isLast
      ? { highWater: afterRead(before, newest, startedAtMs, ctx.clock.nowMs()), read: null, basis, memory }
      : { highWater: before, read: { from, nextSkip, newest, startedAtMs }, basis, memory };
    yield ok({
      records: content.value.pulled,
      parked: content.value.parked,
      mark: { highWater: shownMoment(state.highWater, newest), state },
      total: null,
    });
  }
}

function stateOf(mark: Mark | null, basis: string): State {
  const stored = stateSchema.safeParse(mark?.state);
  return stored.success && stored.data.basis === basis
    ? stored.data
    : { highWater: null, read: null, basis, memory: {} };
}

const shownMoment = (highWater: HighWater | null, newest: string | null): string | null =>
  newer(highWater?.moment ?? null, newest);

/** The groups come as a whole, so there is nothing to remember. */
async function* pullArticleGroups(ctx: ConnectorContext): Pages<'articleGroups'> {
  const groups = await readArticleGroups(ctx);
  if (!groups.ok) return yield groups;
  const settings = readSettings(ctx.settings);
  yield ok({
    records: groups.value.groups.map((group) => toArticleGroup(group, settings)),
    parked: groups.value.parked,
    mark: { highWater: null, state: null },
    total: groups.value.groups.length,
  });
}

/** All ids that Simon should have. A row that could not be read is there all the same. */
async function* listPagedIds<R extends Resource>(ctx: ConnectorContext, reader: PageReader<R>): IdPages {
  let memory: Memory = {};
  for await (const page of pagesOf(ctx, reader.list)) {
    if (!page.ok) return yield page;
    const content = await reader.read(page.value.rows, memory);
    if (!content.ok) return yield content;
    memory = content.value.memory;
    yield ok(idPage(content.value, page.value.rows.length));
  }
}

async function* listArticleGroupIds(ctx: ConnectorContext): IdPages {
  const groups = await readArticleGroups(ctx);
  if (!groups.ok) return yield groups;
  const settings = readSettings(ctx.settings);
  const pulled = groups.value.groups.map((group) => toArticleGroup(group, settings));
  yield ok(idPage({ pulled, parked: groups.value.parked }, groups.value.groups.length));
}

function idPage(
  content: { readonly pulled: readonly Pulled<Resource>[]; readonly parked: PullPage<Resource>['parked'] },
  rowsSeen: number,
): IdPage {
  const present = content.pulled.flatMap((one) => (one.kind === 'present' ? [one.record.externalId] : []));
  const unread = content.parked.map((one) => one.externalId).filter((id) => id !== '');
  return { externalIds: [...present, ...unread], rowsSeen };
}
