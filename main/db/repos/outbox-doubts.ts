import { markerOf } from '../../../connectors/_kit/marker';
import type { Reader } from '../connection';
import { sql } from '../sql';
import { identity } from './company';

/**
 * Other markers under which the work orders of an entry may be in the package, as far as this database cannot know: after a
 * backup was put back. A work order may have gone by itself, or on the document of one with a lower number of the same
 * customer. Empty as long as nothing is doubted.
 */
export function doubtedMarkers(db: Reader, entryId: number): readonly string[] {
  const isDoubted = db.column<number>(sql`
    SELECT 1 FROM outbox_work_order AS b JOIN work_order AS w ON w.id = b.work_order_id, company
    WHERE b.outbox_id = ${entryId} AND w.maybe_sent_since_ms IS NOT NULL AND company.maybe_combined = 1 LIMIT 1`);
  if (isDoubted.length === 0) return [];
  const { markerTag } = identity(db);
  return db
    .all<{ number: string; revision: number }>(
      sql`SELECT v.number, coalesce((SELECT max(revision) FROM outbox WHERE work_order_id = v.id), 1) AS revision
          FROM work_order AS v, outbox AS o JOIN work_order AS leader ON leader.id = o.work_order_id
          WHERE o.id = ${entryId} AND v.id <> leader.id AND v.customer_id = leader.customer_id
            AND v.maybe_sent_since_ms IS NOT NULL
            AND v.id <= (SELECT max(work_order_id) FROM outbox_work_order WHERE outbox_id = o.id)
          ORDER BY v.id`,
    )
    .map(({ number, revision }) => markerOf({ databaseTag: markerTag, workOrderNumber: number, revision }));
}
