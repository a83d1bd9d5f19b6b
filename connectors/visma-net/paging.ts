import { fail, ok, type Result } from '../_kit/result';
import { pagingUnstable } from './problems';

/** A part of a list as one of the services gives it. */
export interface RowsPart {
  readonly rows: readonly unknown[];
  /** How many rows the whole list has; null when the service does not tell. */
  readonly total: number | null;
  /** The most rows that a part can have; null when the service does not tell. */
  readonly largestSize: number | null;
  /** Whether a next part exists; null when the service does not tell. */
  readonly hasMore: boolean | null;
}

/** A list that is read in parts of one size. */
export interface PagedList {
  readonly name: string;
  readonly size: number;
  /** Part `index` (from 0) of the rows, in parts of `size`. */
  readonly part: (index: number, size: number) => Promise<Result<RowsPart>>;
  readonly idOf: (row: unknown) => string;
}

/** Where a read goes on. `lastId`: the row before it; empty when that row had no id. */
export interface Place {
  readonly index: number;
  readonly size: number;
  readonly lastId: string;
}

export interface Page {
  readonly rows: readonly unknown[];
  readonly total: number | null;
  /** Null: the list was read to its end. */
  readonly next: Place | null;
}

/** More fresh starts than this are no changes by people. */
const MOST_STARTS = 5;

/**
 * The parts of a list from a place on (null = the start) to its end.
 *
 * A row that disappears or moves to the end while the list is read makes all later rows move up: one of them would slip
 * through between two parts. The services have no cursor, so after each further part the row before it is asked again,
 * alone: when it is another one than before, the list has moved and is read again from the start. A list that keeps moving
 * ends with `bad-response`.
 *
 * A service may give smaller parts than asked; the size that it gives counts from then on.
 */
export async function* pagesOf(list: PagedList, from: Place | null): AsyncGenerator<Result<Page>, void, undefined> {
  const start: Place = { index: 0, size: list.size, lastId: '' };
  let place = from ?? start;
  for (let starts = 1; starts <= MOST_STARTS;) {
    const part = await list.part(place.index, place.size);
    if (!part.ok) return yield part;
    const isInPlace = await follows(list, place, part.value);
    if (!isInPlace.ok) return yield isInPlace;
    if (!isInPlace.value) {
      place = start;
      starts += 1;
      continue;
    }
    const { rows, total } = part.value;
    const size = sizeGiven(place, part.value);
    const next = isLast(size, part.value) ? null : { index: place.index + 1, size, lastId: list.idOf(rows.at(-1)) };
    yield ok({ rows, total, next });
    if (next === null) return;
    place = next;
  }
  yield fail(pagingUnstable(list.name));
}

/** Every row of a list; for lists that are small or looked through once. */
export async function readAll(list: PagedList): Promise<Result<readonly unknown[]>> {
  const rows = new Map<string, unknown>();
  for await (const page of pagesOf(list, null)) {
    if (!page.ok) return page;
    page.value.rows.forEach((row, at) => rows.set(list.idOf(row) || `${rows.size} ${at}`, row));
  }
  return ok([...rows.values()]);
}

/** Whether the row before this part is still the one that it was. */
async function follows(list: PagedList, { index, size, lastId }: Place, part: RowsPart): Promise<Result<boolean>> {
  if (index === 0) return ok(true);
  const isCutSmaller = part.largestSize !== null && part.largestSize < size;
  const hasGap = part.total !== null && part.rows.length < size && index * size + part.rows.length < part.total;
  if (isCutSmaller || hasGap) return ok(false);
  if (lastId === '') return ok(true);
  const before = await list.part(index * size - 1, 1);
  return before.ok ? ok(before.value.rows.some((row) => list.idOf(row) === lastId)) : before;
}

/** The size of the parts: as asked, or what the first part shows that the service gives. */
function sizeGiven({ index, size }: Place, { rows, total, largestSize }: RowsPart): number {
  if (index > 0) return size;
  if (largestSize !== null) return Math.min(size, largestSize);
  const isShort = rows.length > 0 && rows.length < size && (total === null || rows.length < total);
  return isShort ? rows.length : size;
}

const isLast = (size: number, { rows, hasMore }: RowsPart): boolean =>
  rows.length === 0 || (hasMore === null ? rows.length < size : !hasMore);
