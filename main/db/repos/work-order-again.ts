import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { sql } from '../sql';
import { notFound } from './work-order-changes';
import { mustGet, stored } from './work-orders';
import { entryOf } from './outbox-members';

interface FirstDocument {
  readonly state: string;
  readonly archived_at_ms: number;
}

const documentOf = (db: Reader, workOrderId: number): FirstDocument | null =>
  db.one<FirstDocument>(sql`SELECT state, archived_at_ms FROM outbox WHERE id = ${entryOf(sql`${workOrderId}`)}`);

/** Whether a work order has a document in the package, on its own or with others. */
export const isBooked = (db: Reader, workOrderId: number): boolean =>
  db.column<number>(sql`
    SELECT 1 FROM outbox_work_order AS b JOIN outbox AS o ON o.id = b.outbox_id
    WHERE b.work_order_id = ${workOrderId} AND o.state = 'booked' LIMIT 1`).length > 0;

/**
 * The office wants a further document of a work order that has one: it is reported ready again, to be corrected. The first
 * document stays as it is.
 */
export function chooseAgain(db: Writer, id: number, atMs: number): Result<WorkOrderDetail> {
  const row = stored(db, id);
  if (!row) return fail(notFound());
  if (row.status !== 'archived' || documentOf(db, id)?.state !== 'booked') {
    return fail(problem('blocked', 'work-order-not-booked', { workOrder: row.number }));
  }
  db.run(sql`
    UPDATE work_order SET status = 'ready', archived_at_ms = NULL, chosen_again_at_ms = ${atMs}, version = version + 1
    WHERE id = ${id}`);
  return ok(mustGet(db, id));
}

/** No further document after all: archived again, as it stands, with the document that it has. */
export function keepDocument(db: Writer, id: number): Result<WorkOrderDetail> {
  const row = stored(db, id);
  if (!row) return fail(notFound());
  const document = documentOf(db, id);
  if (row.chosen_again_at_ms === null || document?.state !== 'booked') {
    return fail(problem('blocked', 'work-order-not-chosen-again', { workOrder: row.number }));
  }
  db.run(sql`
    UPDATE work_order SET status = 'archived', archived_at_ms = ${document.archived_at_ms}, chosen_again_at_ms = NULL,
      reported_ready_at_ms = coalesce(reported_ready_at_ms, ${document.archived_at_ms}), version = version + 1
    WHERE id = ${id}`);
  return ok(mustGet(db, id));
}
