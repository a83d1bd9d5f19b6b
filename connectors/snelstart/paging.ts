import { textUnder } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import { getPage, type CallContext, type PagedList } from './api';
import { pagingUnstable } from './problems';

export interface RowPage {
  /** Rows that the page before did not hold. */
  readonly rows: readonly unknown[];
  /** Where the next page begins; also where a read that is broken off after this page goes on. */
  readonly nextSkip: number;
  /** The list was read to its end. */
  readonly isLast: boolean;
}

/** Rows to go back at first when the list has moved; it moves by one row for each change in SnelStart. */
const SMALL_STEP = 5;
/** More steps back than this, and two for each page, are no changes by people. */
const MAX_STEPS_BACK = 10;

/** Where a read begins that was broken off at `nextSkip`: a page earlier, since rows may have moved up meanwhile. */
export const pageBefore = (list: PagedList, nextSkip: number): number => Math.max(0, nextSkip - (list.pageSize - 1));

/**
 * The pages of a list until one is shorter than asked for: there is no count and no next link.
 *
 * The order of the rows is not documented, and a row that disappears or moves to the end while the list is read makes
 * all later rows move up: one of them would slip through between two pages. So each page begins with the last row of the
 * page before. When it begins with a row that is new, others may have slipped through, and the page is asked again from
 * some rows earlier, then from a page earlier, then from the start. A list that keeps moving, or that gives the same page
 * for ever, ends with `bad-response`.
 */
export async function* pagesOf(
  ctx: CallContext,
  list: PagedList,
  filter?: string,
  firstSkip = 0,
): AsyncGenerator<Result<RowPage>, void, undefined> {
  let skip = firstSkip;
  let previous: ReadonlySet<string> | null = null;
  let back = 0;
  let stepsBack = 0;
  let pages = 0;
  for (;;) {
    const from: number = Math.max(0, skip - back);
    const page: Result<readonly unknown[]> = await getPage(ctx, list, { filter, skip: from });
    if (!page.ok) return yield page;
    const ids: readonly string[] = page.value.map(idOf);
    const [firstId] = ids;
    const isConnected: boolean = from === 0 || (firstId !== undefined && (previous?.has(firstId) ?? true));
    if (!isConnected) {
      stepsBack += 1;
      if (stepsBack > MAX_STEPS_BACK + 2 * pages) return yield fail(pagingUnstable(list.path));
      back = back === 0 ? SMALL_STEP : back < list.pageSize - 1 ? list.pageSize - 1 : skip;
      continue;
    }
    const known: ReadonlySet<string> = previous ?? new Set();
    const rows = page.value.filter((row) => !known.has(idOf(row)));
    const isLast = ids.length < list.pageSize;
    if (!isLast && back === 0 && rows.length === 0) return yield fail(pagingUnstable(list.path));
    skip = from + Math.max(0, ids.length - 1);
    back = 0;
    pages += 1;
    yield ok({ rows, nextSkip: skip, isLast });
    if (isLast) return;
    // A row without id is no ground to stand on, and is never left out.
    previous = new Set(ids.filter((id) => id !== ''));
  }
}

const idOf = (row: unknown): string => textUnder(row, 'id');
