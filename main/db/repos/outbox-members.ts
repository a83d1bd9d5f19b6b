import type { WorkOrderName } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { idList, sql, type Sql } from '../sql';

/**
 * The work orders that are put together on one document: the entry of the first one leads, the others are its members.
 * The view `outbox_work_order` holds both.
 */

/**
 * Id of the entry that tells what became of a work order: its newest document, on its own or with others. A document that
 * was taken back counts only when there is nothing else. `workOrderId`: a column or a value.
 */
export const entryOf = (workOrderId: Sql): Sql => sql`(
  SELECT o.id FROM outbox_work_order AS b JOIN outbox AS o ON o.id = b.outbox_id WHERE b.work_order_id = ${workOrderId}
  ORDER BY o.state = 'withdrawn', iif(o.work_order_id = b.work_order_id, o.revision, 1) DESC LIMIT 1)`;

/** Ids of the members of an entry, in the order of their numbers. */
export const memberIds = (db: Reader, entryId: number): readonly number[] =>
  db.column<number>(sql`SELECT work_order_id FROM outbox_member WHERE outbox_id = ${entryId} ORDER BY work_order_id`);

/** Every work order that an entry stands for, the leading one first. */
export const workOrderIds = (db: Reader, entryId: number): readonly number[] =>
  db.column<number>(sql`
    SELECT b.work_order_id FROM outbox_work_order AS b JOIN outbox AS o ON o.id = b.outbox_id
    WHERE o.id = ${entryId} ORDER BY b.work_order_id <> o.work_order_id, b.work_order_id`);

/** The members of these entries by their numbers. */
export function membersOf(db: Reader, entryIds: readonly number[]): ReadonlyMap<number, readonly WorkOrderName[]> {
  const byEntry = new Map<number, WorkOrderName[]>();
  for (const { outbox_id, id, number } of db.all<{ outbox_id: number; id: number; number: string }>(sql`
    SELECT m.outbox_id, w.id, w.number FROM outbox_member AS m JOIN work_order AS w ON w.id = m.work_order_id
    WHERE m.outbox_id IN ${idList(entryIds)} ORDER BY w.id`)) {
    byEntry.set(outbox_id, [...(byEntry.get(outbox_id) ?? []), { id, number }]);
  }
  return byEntry;
}

/** Puts work orders on the document of an entry that is about to enter the queue. */
export function addMembers(db: Writer, entryId: number, ids: readonly number[]): void {
  for (const id of ids) db.run(sql`INSERT INTO outbox_member (work_order_id, outbox_id) VALUES (${id}, ${entryId})`);
}

/** After an entry was taken back each of its work orders stands by itself again. */
export function releaseMembers(db: Writer, entryId: number): void {
  db.run(sql`DELETE FROM outbox_member WHERE outbox_id = ${entryId}`);
}
