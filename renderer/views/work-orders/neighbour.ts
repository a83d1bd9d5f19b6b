import type { WorkOrderFilter } from '../../../preload/contract/listing';
import { api } from '../../api';
import type { Sort } from '../../ui/DataTable';

/** The list as it was seen last. */
export interface ListOrder {
  readonly search: string;
  readonly sort: Sort;
  readonly filter: WorkOrderFilter;
}

const PAGE_ROWS = 500;

/**
 * The id of the work order beside this one in the list, or null at its end. A work order that is not in that list, because
 * it was reported ready for example, has the neighbours that it has among all work orders.
 */
export async function neighbour(id: number, by: -1 | 1, order: ListOrder): Promise<number | null> {
  const found = await neighbourIn(id, by, order);
  if (found !== 'not-there') return found;
  const amongAll = await neighbourIn(id, by, { search: '', sort: order.sort, filter: {} });
  return amongAll === 'not-there' ? null : amongAll;
}

async function neighbourIn(
  id: number,
  by: -1 | 1,
  { search, sort, filter }: ListOrder,
): Promise<number | null | 'not-there'> {
  const page = (offset: number, limit: number) => api.workOrders.list({ search, sort, offset, limit, ...filter });
  let before: number | null = null;
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const { rows, total } = await page(offset, PAGE_ROWS);
    const index = rows.findIndex((row) => row.id === id);
    if (index >= 0 && by < 0) return rows[index - 1]?.id ?? before;
    if (index >= 0) return (rows[index + 1] ?? (await page(offset + rows.length, 1)).rows[0])?.id ?? null;
    if (rows.length === 0 || offset + rows.length >= total) return 'not-there';
    before = rows.at(-1)?.id ?? before;
  }
}
