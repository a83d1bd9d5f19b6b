import { z } from 'zod';
import type { ConnectorContext, IdPage, PullPage } from '../_kit/connector';
import type { Mark, Pulled } from '../_kit/model';
import { textUnder } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import { amsterdamDay } from '../_kit/amsterdam-day';
import { firstPage, nextPage, type ListPage } from './api';
import { rowsWithIds, type Feed, type FeedResource } from './feed';
import { laterMoment } from './newest-change';
import { changedAfter } from './odata';
import { listEndless } from './problems';
import { afterPage, NEVER, progressSchema, readUpTo, type Progress } from './row-version';
import { deletedSchema, versionSchema } from './schemas';
import { NOT_BEGUN, readSideList, sideStateSchema, type SideState } from './side-list';
import { MOST_BY_ID, takeDue, turnsSchema, withTurns, type Turn, type Turns } from './turns';
import { vatMemorySchema } from './vat-codes';

/** What a mark of a table holds; a mark of another shape counts as none. */
const stateSchema = z.object({
  basis: z.string(),
  /** Row version up to which all rows were read. */
  upTo: z.string(),
  deleted: sideStateSchema,
  side: sideStateSchema,
  turns: turnsSchema,
  /** The read that is under way; null between reads. */
  read: z.object({ next: z.string(), isWhole: z.boolean(), progress: progressSchema }).nullable(),
  memory: vatMemorySchema.nullable(),
  newestChange: z.string().nullable(),
});
export type State = z.infer<typeof stateSchema>;

type Pages<R extends FeedResource> = AsyncGenerator<Result<PullPage<R>>, void, undefined>;

/** A page of rows is never the same as the one before; a vendor that keeps giving it would be asked for ever. */
const samePage = (page: ListPage, address: string): boolean => page.next === address;

const DELETED = { path: 'sync/Deleted', select: ['EntityKey', 'EntityType', 'Timestamp'] };

export function stateOf(mark: Mark | null): State | null {
  const stored = stateSchema.safeParse(mark?.state);
  return stored.success ? stored.data : null;
}

/**
 * Reads a table from its mark to its end; a read that was broken off goes on at its page. First comes what was deleted, so
 * that a record which is there again stays; then the records that changed without a version of their own; then the rows
 * that changed.
 */
export async function* pullFeed<R extends FeedResource>(
  ctx: ConnectorContext,
  feed: Feed<R>,
  stored: State | null,
): Pages<R> {
  const known: State = stored?.basis === feed.basis ? { ...stored, memory: feed.memory } : freshState(feed);
  const begun = await begin(ctx, feed, known);
  if (!begun.ok) return yield begun;
  const { isWhole, progress: progressBefore } = begun.value;
  let { state, page } = begun.value;
  let extra: readonly Pulled<R>[] = begun.value.extra;
  let progress: Progress | null = progressBefore;

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
    yield ok({ records, parked, mark: { highWater: state.newestChange, state }, total: null });
    if (next === null) return;
    if (page.reserve !== null) return yield fail(page.reserve);
    const following = await nextPage(ctx, next, feed.changes.path);
    if (!following.ok) return yield following;
    if (samePage(following.value, next)) return yield fail(listEndless(feed.changes.path));
    page = following.value;
    extra = [];
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

interface Begun<R extends FeedResource> {
  readonly state: State;
  readonly page: ListPage;
  readonly isWhole: boolean;
  readonly progress: Progress | null;
  /** Records that go with the first page. */
  readonly extra: readonly Pulled<R>[];
}

async function begin<R extends FeedResource>(
  ctx: ConnectorContext,
  feed: Feed<R>,
  known: State,
): Promise<Result<Begun<R>>> {
  if (known.read !== null) {
    const { next, isWhole, progress } = known.read;
    const page = await nextPage(ctx, next, feed.changes.path);
    if (page.ok) return ok({ state: known, page: page.value, isWhole, progress, extra: [] });
    // The address may have lost its meaning, or lie at a simulator that is gone: then the read begins again.
    if (page.problem.kind !== 'rejected' && page.problem.code !== 'exact-online.foreign-next-page') return page;
  }
  const deleted = await readDeleted<R>(ctx, feed, known.deleted);
  if (!deleted.ok) return deleted;
  const changed = await changedElsewhere(ctx, feed, known);
  if (!changed.ok) return changed;
  const { isWhole, extra, ...rest } = changed.value;
  const filter = changedAfter(isWhole ? NEVER : known.upTo);
  const page = await firstPage(ctx, { ...feed.changes, filter });
  if (!page.ok) return page;
  return ok({
    state: { ...known, ...rest, deleted: deleted.value.state, read: null },
    page: page.value,
    isWhole,
    progress: null,
    extra: [...deleted.value.gone, ...extra],
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
  }>
> {
  const whole = async (side: SideState) => {
    const start = await feed.startSide(side);
    if (!start.ok) return start;
    const { state, turns } = start.value;
    return ok({ isWhole: true, side: state, turns: withTurns({}, turns), extra: [] });
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
  });
}

const freshState = <R extends FeedResource>(feed: Feed<R>): State => ({
  basis: feed.basis,
  upTo: NEVER,
  deleted: NOT_BEGUN,
  side: NOT_BEGUN,
  turns: {},
  read: null,
  memory: feed.memory,
  newestChange: null,
});

const versionsOf = (rows: readonly unknown[]): readonly string[] =>
  rows.flatMap((row) => {
    const version = versionSchema.safeParse(row);
    return version.success ? [version.data.Timestamp] : [];
  });

const idOf = <R extends FeedResource>(one: Pulled<R>): string =>
  one.kind === 'gone' ? one.externalId : one.record.externalId;

/** The last of each record. */
const eachOnce = <R extends FeedResource>(records: readonly Pulled<R>[]): readonly Pulled<R>[] => [
  ...new Map(records.map((one) => [idOf(one), one])).values(),
];

/** A list of changes may hold a row twice: the newest version counts (the vendor's sync demo compares them too). */
function newestOfEach(rows: readonly unknown[]): readonly unknown[] {
  const newest = new Map<unknown, unknown>();
  for (const row of rows) {
    const id = textUnder(row, 'ID').toLowerCase();
    const key = id === '' ? row : id;
    const before = newest.get(key);
    if (before === undefined || versionOf(row) >= versionOf(before)) newest.set(key, row);
  }
  return [...newest.values()];
}

const versionOf = (row: unknown): bigint => BigInt(versionsOf([row])[0] ?? NEVER);
