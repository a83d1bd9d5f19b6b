import type { ConnectorContext, IdPage, PullPage } from '../_kit/connector';
import type { Mark, Pulled } from '../_kit/model';
import { fail, ok, type Result } from '../_kit/result';
import { firstPage, nextPage, type ListPage } from './api';
import { beginRead } from './begin-read';
import { newestOfEach, versionsOf } from './changed-rows';
import type { Feed, FeedResource } from './feed';
import { freshState, type State } from './feed-state';
import { laterMoment } from './newest-change';
import { changedAfter } from './odata';
import { listEndless } from './problems';
import { afterPage, NEVER, readUpTo } from './row-version';
import { withTurns } from './turns';

type Pages<R extends FeedResource> = AsyncGenerator<Result<PullPage<R>>, void, undefined>;

/** A page of rows is never the same as the one before; a vendor that keeps giving it would be asked for ever. */
const samePage = (page: ListPage, address: string): boolean => page.next === address;

/** Reads a table from its mark to its end; a read that was broken off goes on at its page. */
export async function* pullFeed<R extends FeedResource>(
  ctx: ConnectorContext,
  feed: Feed<R>,
  stored: State | null,
): Pages<R> {
  const known: State = stored?.basis === feed.basis ? { ...stored, memory: feed.memory } : freshState(feed);
  const begun = await beginRead(ctx, feed, known);
  if (!begun.ok) return yield begun;
  const { isWhole } = begun.value;
  let { state, page, progress, extra, extraParked } = begun.value;

  for (;;) {
    const content = await feed.read(newestOfEach(page.rows), isWhole, state.side);
    if (!content.ok) return yield content;
    const { pulled, parked, turns, newestChange } = content.value;
    progress = afterPage(isWhole ? NEVER : state.upTo, progress, versionsOf(page.rows));
    const { next } = page;
    state = {
      ...state,
      ...(next === null ? { upTo: readUpTo(progress), read: null } : { read: { next, isWhole, progress } }),
      turns: withTurns(state.turns, turns),
      newestChange: laterMoment(state.newestChange, newestChange),
    };
    const records = eachOnce([...extra, ...pulled]);
    const mark: Mark = { highWater: state.newestChange, state };
    yield ok({ records, parked: [...extraParked, ...parked], mark, total: null });
    if (next === null) return;
    if (page.reserve !== null) return yield fail(page.reserve);
    const following = await nextPage(ctx, next, feed.changes.path);
    if (!following.ok) return yield following;
    if (samePage(following.value, next)) return yield fail(listEndless(feed.changes.path));
    page = following.value;
    extra = [];
    extraParked = [];
  }
}

/** All ids that Simon should have. */
export async function* listFeedIds<R extends FeedResource>(
  ctx: ConnectorContext,
  feed: Feed<R>,
): AsyncGenerator<Result<IdPage>, void, undefined> {
  let page = await firstPage(ctx, { ...feed.changes, filter: changedAfter(NEVER) });
  for (;;) {
    if (!page.ok) return yield page;
    const { rows, next, reserve } = page.value;
    yield ok({ externalIds: feed.wantedIds(newestOfEach(rows)), rowsSeen: rows.length });
    if (next === null) return;
    if (reserve !== null) return yield fail(reserve);
    page = await nextPage(ctx, next, feed.changes.path);
    if (page.ok && samePage(page.value, next)) return yield fail(listEndless(feed.changes.path));
  }
}

const idOf = <R extends FeedResource>(one: Pulled<R>): string =>
  one.kind === 'gone' ? one.externalId : one.record.externalId;

/** The last of each record. */
const eachOnce = <R extends FeedResource>(records: readonly Pulled<R>[]): readonly Pulled<R>[] => [
  ...new Map(records.map((one) => [idOf(one), one])).values(),
];
