import { api } from '../../api';

/** The most that one window of a list takes. */
const WINDOW = 500;

/** Ids of all work orders that are reported ready and hold this text, in the order of their numbers. */
export async function readyIds(search: string): Promise<readonly number[]> {
  const ids: number[] = [];
  for (;;) {
    const { rows, total } = await api.workOrders.list({
      search,
      status: 'ready',
      sort: { key: 'number', descending: false },
      offset: ids.length,
      limit: WINDOW,
    });
    ids.push(...rows.map(({ id }) => id));
    if (rows.length === 0 || ids.length >= total) return ids;
  }
}
