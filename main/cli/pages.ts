import type { ListPage } from '../../preload/contract/views';

/** Most rows that one call gives. */
const PAGE_ROWS = 500;

/** Every row of a list, read page by page. */
export async function allRows<T>(
  page: (window: { readonly search: string; readonly offset: number; readonly limit: number }) => Promise<ListPage<T>>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  for (;;) {
    const { total, rows: next } = await page({ search: '', offset: rows.length, limit: PAGE_ROWS });
    rows.push(...next);
    if (next.length === 0 || rows.length >= total) return rows;
  }
}
