import { amsterdamDay } from '../_kit/amsterdam-day';
import type { ConnectorContext, ParkedRecord } from '../_kit/connector';
import type { Pulled } from '../_kit/model';
import { ok, type Result } from '../_kit/result';
import { firstPage, nextPage, type ListPage } from './api';
import { rowsWithIds, type Feed, type FeedResource } from './feed';
import type { State } from './feed-state';
import { changedAfter } from './odata';
import { NEVER, type Progress } from './row-version';
import { deletedSchema } from './schemas';
import { readSideList, type SideState } from './side-list';
import { MOST_BY_ID, takeDue, withTurns, type Turn, type Turns } from './turns';

const DELETED = { path: 'sync/Deleted', select: ['EntityKey', 'EntityType', 'Timestamp'] };

/** A read that is under way. */
export interface Begun<R extends FeedResource> {
  readonly state: State;
  readonly page: ListPage;
  readonly isWhole: boolean;
  readonly progress: Progress | null;
  /** What goes with the first page. */
  readonly extra: readonly Pulled<R>[];
  readonly extraParked: readonly ParkedRecord[];
}

/**
 * The first page of a read, or the one at which it was broken off. First comes what was deleted, so that a record which is
 * there again stays; then the records that changed without a version of their own.
 */
export async function beginRead<R extends FeedResource>(
  ctx: ConnectorContext,
  feed: Feed<R>,
  known: State,
): Promise<Result<Begun<R>>> {
  if (known.read !== null) {
    const { next, isWhole, progress } = known.read;
    const page = await nextPage(ctx, next, feed.changes.path);
    if (page.ok) return ok({ state: known, page: page.value, isWhole, progress, extra: [], extraParked: [] });
    // The address may have lost its meaning, or lie at a simulator that is gone: then the read begins again.
    if (page.problem.kind !== 'rejected' && page.problem.code !== 'exact-online.foreign-next-page') return page;
  }
  const deleted = await readDeleted<R>(ctx, feed, known.deleted);
  if (!deleted.ok) return deleted;
  const changed = await changedElsewhere(ctx, feed, known);
  if (!changed.ok) return changed;
  const { isWhole, extra, extraParked, side, turns } = changed.value;
  const filter = changedAfter(isWhole ? NEVER : known.upTo);
  const page = await firstPage(ctx, { ...feed.changes, filter });
  if (!page.ok) return page;
  return ok({
    state: { ...known, side, turns, deleted: deleted.value.state, read: null },
    page: page.value,
    isWhole,
    progress: null,
    extra: [...deleted.value.gone, ...extra],
    extraParked,
  });
}

async function readDeleted<R extends FeedResource>(
  ctx: ConnectorContext,
  feed: Feed<R>,
  known: SideState,
): Promise<Result<{ readonly gone: readonly Pulled<R>[]; readonly state: SideState }>> {
  const list = await readSideList(ctx, { ...DELETED, filter: `EntityType eq ${feed.entityType}` }, known);
  if (!list.ok) return list;
  const gone = list.value.rows.flatMap((row): Pulled<R>[] => {
    const deleted = deletedSchema.safeParse(row);
    const isOurs = deleted.success && (deleted.data.EntityType ?? feed.entityType) === feed.entityType;
    return isOurs ? [{ kind: 'gone', externalId: deleted.data.EntityKey, reason: 'deleted' }] : [];
  });
  return ok({ gone, state: list.value.state });
}

/** Records that changed without a row version of their own; when there are many, all rows are read again. */
async function changedElsewhere<R extends FeedResource>(
  ctx: ConnectorContext,
  feed: Feed<R>,
  known: State,
): Promise<
  Result<{
    readonly isWhole: boolean;
    readonly side: SideState;
    readonly turns: Turns;
    readonly extra: readonly Pulled<R>[];
    readonly extraParked: readonly ParkedRecord[];
  }>
> {
  const whole = async (side: SideState) => {
    const start = await feed.startSide(side);
    if (!start.ok) return start;
    const { state, turns } = start.value;
    return ok({ isWhole: true, side: state, turns: withTurns({}, turns), extra: [], extraParked: [] });
  };
  if (known.upTo === NEVER) return whole(known.side);

  const due = takeDue(known.turns, amsterdamDay(ctx.clock.nowMs()));
  const list = await readSideList(ctx, feed.side, known.side);
  if (!list.ok) return list;
  const sideRows = list.value.rows.map(feed.sideRow).filter((one) => one !== null);
  const ids = new Set([...(due.ids ?? []), ...sideRows.map(({ ownerId }) => ownerId)]);
  if (due.ids === null || ids.size > MOST_BY_ID) return whole(list.value.state);

  const rows = await rowsWithIds(ctx, feed.rows, [...ids]);
  if (!rows.ok) return rows;
  const content = await feed.read(rows.value, false, list.value.state);
  if (!content.ok) return content;
  const added: readonly Turn[] = [...sideRows.flatMap(({ turns }) => turns), ...content.value.turns];
  return ok({
    isWhole: false,
    side: list.value.state,
    turns: withTurns(due.rest, added),
    extra: content.value.pulled,
    extraParked: content.value.parked,
  });
}
