import { textUnder } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import { getPage, PAGE_SIZE, type CompanyCaller, type List, type Page } from './api';
import { pagingUnstable } from './problems';

export interface RowPage {
  /** Rows that the page before did not hold. */
  readonly rows: readonly unknown[];
  /** Where the next page begins; also where a read that is broken off after this page goes on. */
  readonly nextSkip: number;
  /** The list was read to its end. */
  readonly isLast: boolean;
  /** How many rows there are in all, when the package tells. */
  readonly total: number | null;
}

/** Rows of the page before that a page begins with... */
const OVERLAP = 3;
/** ...and how many of them must be there, in the same order: one alone could stand there by chance. */
const LEAST_OVERLAP = 2;
/** Rows to go back at first when the list has moved; it moves by one row for each change in Billit. */
const SMALL_STEP = 6;
/** More steps back than this, and two for each page, are no changes by people. */
const MAX_STEPS_BACK = 10;

/** Where a read begins that was broken off at `nextSkip`: a page earlier, since rows may have moved up meanwhile. */
export const pageBefore = (nextSkip: number): number => Math.max(0, nextSkip - (PAGE_SIZE - OVERLAP));

/**
 * The pages of a list until one is shorter than asked for and Billit knows of no more.
 *
 * Rows come by id, oldest first: of two products with one reference the older one is the first. Whether a list can be
 * ordered by its id is not documented; when Billit refuses, they come by moment of change, which is. Then rows with one
 * moment may stand in any order, and a row that changes moves to the end, so that another one would slip through between
 * two pages. So each page begins with the last rows of the page before. When they are not there in the same order, the page
 * is asked again from some rows earlier, then from a page earlier, then from the start. A list that keeps moving, or that
 * gives the same page for ever, ends with `bad-response`.
 */
export async function* pagesOf(
  ctx: CompanyCaller,
  list: List,
  filter?: string,
  firstSkip = 0,
): AsyncGenerator<Result<RowPage>, void, undefined> {
  let orderBy: string = list.idField;
  let skip = firstSkip;
  let previous: readonly string[] | null = null;
  let back = 0;
  let stepsBack = 0;
  let pages = 0;
  for (;;) {
    const from: number = Math.max(0, skip - back);
    const page: Result<Page> = await getPage(ctx, list, { filter, orderBy, skip: from });
    if (!page.ok) {
      if (page.problem.kind !== 'rejected' || orderBy === 'LastModified') return yield page;
      orderBy = 'LastModified';
      continue;
    }
    const { hasMore, total } = page.value;
    const ids: readonly string[] = page.value.rows.map((row) => textUnder(row, list.idField));
    const known: number | null = knownRows(previous, ids, from);
    if (known === null) {
      stepsBack += 1;
      if (stepsBack > MAX_STEPS_BACK + 2 * pages) return yield fail(pagingUnstable(list.path));
      back = back === 0 ? SMALL_STEP : back < PAGE_SIZE - OVERLAP ? PAGE_SIZE - OVERLAP : skip;
      continue;
    }
    const rows = page.value.rows.slice(known);
    const isLast = ids.length === 0 || (!hasMore && ids.length < PAGE_SIZE);
    if (!isLast && back === 0 && rows.length === 0) return yield fail(pagingUnstable(list.path));
    skip = from + Math.max(0, ids.length - OVERLAP);
    back = 0;
    pages += 1;
    yield ok({ rows, nextSkip: skip, isLast, total });
    if (isLast) return;
    previous = ids;
  }
}

/**
 * How many rows at the head of a page the page before held at its end; null when the two do not join. Whatever page may
 * begin a read that was broken off, and one from the start of the list leaves nothing out.
 */
function knownRows(previous: readonly string[] | null, ids: readonly string[], from: number): number | null {
  if (previous === null) return 0;
  const start = previous.indexOf(ids[0] ?? '');
  const joint = previous.slice(Math.max(0, start));
  const joins = start >= 0 && joint.length >= LEAST_OVERLAP && joint.every((id, index) => id === ids[index]);
  if (joins) return joint.length;
  return from === 0 ? 0 : null;
}
