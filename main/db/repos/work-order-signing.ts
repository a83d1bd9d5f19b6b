import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import type { NewSignature } from '../../../preload/contract/work-order-signature';
import type { Writer } from '../connection';
import { writeJson } from '../json';
import { sql } from '../sql';
import { archived, changedElsewhere, notFound } from './work-order-changes';
import { add } from './work-order-files';
import { signedContent } from './work-order-signature';
import { mustGet, stored } from './work-orders';

/**
 * Signs a work order as it stands; a signature that was there is replaced. Problems: `work-order-not-found`,
 * `work-order-archived`, `work-order-changed-elsewhere` (it is not what was shown), `too-many-files`.
 */
export function sign(db: Writer, signature: NewSignature, atMs: number): Result<WorkOrderDetail> {
  const { workOrderId, version, name, width, height, bytes } = signature;
  const row = stored(db, workOrderId);
  if (!row) return fail(notFound());
  if (row.status === 'archived') return fail(archived(row));
  if (row.version !== version) return fail(changedElsewhere(row));
  takeAway(db, workOrderId);
  const drawn = add(
    db,
    { workOrderId, kind: 'signature', name: `${name}.png`, width, height, questionId: null, bytes, thumbnail: null },
    atMs,
  );
  if (!drawn.ok) return drawn;
  const content = writeJson(signedContent(mustGet(db, workOrderId)));
  db.run(sql`
    INSERT INTO work_order_signature (work_order_id, name, signed_at_ms, file_id, content)
    VALUES (${workOrderId}, ${name}, ${atMs}, ${drawn.value.id}, ${content})`);
  return ok(mustGet(db, workOrderId));
}

/** Takes the signature away. Problems: `work-order-not-found`, `work-order-archived`. */
export function unsign(db: Writer, workOrderId: number): Result<WorkOrderDetail> {
  const row = stored(db, workOrderId);
  if (!row) return fail(notFound());
  if (row.status === 'archived') return fail(archived(row));
  takeAway(db, workOrderId);
  return ok(mustGet(db, workOrderId));
}

/** With its picture: nobody may find it back among the files. */
const takeAway = (db: Writer, workOrderId: number): void => {
  db.run(sql`
    DELETE FROM work_order_file
    WHERE id IN (SELECT file_id FROM work_order_signature WHERE work_order_id = ${workOrderId})`);
};
