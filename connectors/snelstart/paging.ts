import { textUnder } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import { getPage, type CallContext, type PagedList } from './api';
import { pagingUnstable } from './problems';

export interface RowPage {
  /** Rows that the pages before did not hold. */
  readonly rows: readonly unknown[];
  /** Where the next page begins; also where a read that is broken off after this page goes on. */
  readonly nextSkip: number;
  /** The list was read to its end. */
  readonly isLast: boolean;
}

/** How often in a row the list may move under the read. */
const MAX_STEPS_BACK = 5;

/** Where a read begins that was broken off at `nextSkip`: a page earlier, since rows may have moved up meanwhile. */
export const pageBefore = (list: PagedList, nextSkip: number): number => Math.max(0, nextSkip - (list.pageSize - 1));

/**
 * The pages of a list until one is shorter than asked for: there is no count and no next link.
 *
 * The order of the rows is not documented, and a row that disappears or moves to the end while the list is read makes
 * all later rows move up: one of them would slip through between two pages. So each page begins with the last row of the
 * page before. When that row is not there, rows have moved and the read goes one page back. A list that keeps moving,
 * or that gives the same page for ever, ends with `bad-response`.
 */
export async function* pagesOf(
  ctx: CallContext,
  list: PagedList,
  filter?: string,
  firstSkip = 0,
): AsyncGenerator<Result<RowPage>, void, undefined> {
  let skip = firstSkip;
  let lastId: string | null = null;
  let stepsBack = 0;
  for (;;) {
    const page: Result<readonly unknown[]> = await getPage(ctx, list, { filter, skip });
    if (!page.ok) return yield page;
    const rows = page.value;
    const hasMoved = lastId === null ? rows.length === 0 && skip > 0 : textUnder(rows[0], 'id') !== lastId;
    if (hasMoved) {
      stepsBack += 1;
      if (stepsBack > MAX_STEPS_BACK) return yield fail(pagingUnstable(list.path));
      skip = rows.length === 0 ? 0 : pageBefore(list, skip);
      lastId = null;
      continue;
    }
    if (lastId !== null) stepsBack = 0;
    const isLast = rows.length < list.pageSize;
    skip += Math.max(0, rows.length - 1);
    yield ok({ rows: lastId === null ? rows : rows.slice(1), nextSkip: skip, isLast });
    if (isLast) return;
    lastId = textUnder(rows.at(-1), 'id');
  }
}
