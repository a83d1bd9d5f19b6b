import type { ConnectorContext, ParkedRecord } from '../_kit/connector';
import type { Pulled } from '../_kit/model';
import { ok, type Result } from '../_kit/result';
import { allRows, type ListQuery } from './api';
import { anyOfIds } from './odata';
import type { SideState } from './side-list';
import type { Turn } from './turns';
import type { VatMemory } from './vat-codes';

/** Customers and articles are read in the same way: from a sync address of rows that changed. */
export type FeedResource = 'customers' | 'articles';

/** What the rows of a page became. */
export interface Content<R extends FeedResource> {
  readonly pulled: readonly Pulled<R>[];
  readonly parked: readonly ParkedRecord[];
  readonly turns: readonly Turn[];
  /** Newest moment of change, on the vendor's clock. */
  readonly newestChange: string | null;
}

/** What a changed row of the side list means. */
export interface SideRow {
  /** Id of the record whose row here changed. */
  readonly ownerId: string;
  readonly turns: readonly Turn[];
}

/** One table of the package as it is read now. */
export interface Feed<R extends FeedResource> {
  /** Rows that changed, with their versions. */
  readonly changes: ListQuery;
  /** The same rows one by one, with what the list of changes lacks. */
  readonly rows: ListQuery;
  /** A list whose changes change these records without giving them a new version. */
  readonly side: ListQuery;
  readonly sideRow: (row: unknown) => SideRow | null;
  /** Number of this table in sync/Deleted. */
  readonly entityType: number;
  /** By what rows are judged besides themselves. When it differs from last time, all rows are read again. */
  readonly basis: string;
  readonly memory: VatMemory | null;
  /**
   * Before a whole read: how far the side list is read when the rows are, and the days it tells. Asked before the rows, so
   * that a change in between is not lost.
   */
  readonly startSide: (
    state: SideState,
  ) => Promise<Result<{ readonly state: SideState; readonly turns: readonly Turn[] }>>;
  /** `isWhole`: all rows are being read, so that what is needed beside them is read at once. */
  readonly read: (rows: readonly unknown[], isWhole: boolean, side: SideState) => Promise<Result<Content<R>>>;
  /** Ids of the rows that Simon should have. A row that cannot be read is there all the same. */
  readonly wantedIds: (rows: readonly unknown[]) => readonly string[];
}

/** The vendor's server takes queries up to about 2,000 characters; an id takes some 70 of them. */
const IDS_PER_REQUEST = 20;

/** The rows with these ids, as far as they are still there. */
export async function rowsWithIds(
  ctx: ConnectorContext,
  query: ListQuery,
  ids: readonly string[],
): Promise<Result<readonly unknown[]>> {
  const rows: unknown[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_REQUEST) {
    const filter = anyOfIds('ID', ids.slice(start, start + IDS_PER_REQUEST));
    const found = await allRows(ctx, { ...query, filter });
    if (!found.ok) return found;
    rows.push(...found.value);
  }
  return ok(rows);
}

/** The ids of rows that could not be read, as far as they have one. */
export const idsOf = (parked: readonly ParkedRecord[]): readonly string[] =>
  parked.map(({ externalId }) => externalId).filter((id) => id !== '');
