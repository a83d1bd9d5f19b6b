import type { AdoptedTable } from '../../preload/contract/adoption';
import type { LinkKey, RemoteStore } from '../db/store';
import type { PullParts } from '../sync/pull-resource';
import { NO_COUNTS } from '../sync/run-counts';

/** Where a pull puts its pages that must change nothing in Simon yet: aside, with a mark of its own. */
export function stagingStore(
  { adoption }: Pick<RemoteStore, 'adoption'>,
  link: LinkKey,
  table: AdoptedTable,
): PullParts['store'] {
  return {
    pull: {
      mark: () => adoption.mark(table),
      applyPage: async ({ page, last }) => {
        // The records of a page are those of its resource; TypeScript cannot follow that through the table.
        const records = page.records as Parameters<RemoteStore['adoption']['stage']>[2]['records'];
        await adoption.stage(link, table, { records, mark: page.mark, last });
        const counts = { ...NO_COUNTS, read: page.records.length };
        return { counts, refused: [], keptInUse: [], createdWorkOrders: [] };
      },
    },
  };
}
