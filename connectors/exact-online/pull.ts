import type { Connector, ConnectorContext, IdPage, PullPage } from '../_kit/connector';
import type { Mark, Resource } from '../_kit/model';
import { noPages } from '../_kit/no-pages';
import { ok, type Result } from '../_kit/result';
import { articleFeed } from './article-feed';
import { readArticleGroups, toArticleGroup } from './article-groups';
import { customerFeed } from './customer-feed';
import { idsOf } from './feed';
import { stateOf } from './feed-state';
import { listFeedIds, pullFeed } from './pull-feed';
import { readSettings } from './settings';

type Pages<R extends Resource> = AsyncGenerator<Result<PullPage<R>>, void, undefined>;
type IdPages = AsyncGenerator<Result<IdPage>, void, undefined>;

const PULLS: { readonly [R in Resource]: (ctx: ConnectorContext, mark: Mark | null) => Pages<R> } = {
  customers: (ctx, mark) => pullFeed(ctx, customerFeed(ctx), stateOf(mark)),
  articleGroups: (ctx) => pullArticleGroups(ctx),
  articles: pullArticles,
  // The manual of this integration knows no orders that become work orders.
  orders: noPages,
};

export const pull: Connector['pull'] = (ctx, resource, mark) => PULLS[resource](ctx, mark);

export const listIds: Connector['listIds'] = (ctx, resource) => {
  switch (resource) {
    case 'customers':
      return listFeedIds(ctx, customerFeed(ctx));
    case 'articles':
      return listArticleIds(ctx);
    case 'articleGroups':
      return listArticleGroupIds(ctx);
    case 'orders':
      return noPages();
  }
};

async function* pullArticles(ctx: ConnectorContext, mark: Mark | null): Pages<'articles'> {
  const stored = stateOf(mark);
  const feed = await articleFeed(ctx, stored?.memory ?? null);
  if (!feed.ok) return yield feed;
  yield* pullFeed(ctx, feed.value, stored);
}

async function* listArticleIds(ctx: ConnectorContext): IdPages {
  // Ids need no VAT codes, so none are asked.
  const feed = await articleFeed(ctx, { codes: {}, readAtMs: ctx.clock.nowMs() });
  if (!feed.ok) return yield feed;
  yield* listFeedIds(ctx, feed.value);
}

/** The groups come as a whole, so there is nothing to remember. */
async function* pullArticleGroups(ctx: ConnectorContext): Pages<'articleGroups'> {
  const groups = await readArticleGroups(ctx);
  if (!groups.ok) return yield groups;
  const names = readSettings(ctx.settings).articleGroups;
  yield ok({
    records: groups.value.groups.map((group) => toArticleGroup(group, names)),
    parked: groups.value.parked,
    mark: { highWater: null, state: null },
    total: groups.value.groups.length,
  });
}

async function* listArticleGroupIds(ctx: ConnectorContext): IdPages {
  const groups = await readArticleGroups(ctx);
  if (!groups.ok) return yield groups;
  const names = readSettings(ctx.settings).articleGroups;
  const wanted = groups.value.groups
    .map((group) => toArticleGroup(group, names))
    .flatMap((one) => (one.kind === 'present' ? [one.record.externalId] : []));
  yield ok({ externalIds: [...wanted, ...idsOf(groups.value.parked)], rowsSeen: groups.value.groups.length });
}
