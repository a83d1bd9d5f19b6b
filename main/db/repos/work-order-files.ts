import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import { MAX_FILES, MIME_OF, type FileKind, type WorkOrderFile } from '../../../preload/contract/work-order-files';
import type { Reader, Writer } from '../connection';
import { sql } from '../sql';
import type { NewWorkOrderFile } from '../store';
import { archived, notFound } from './work-order-changes';
import { stored } from './work-orders';

/** Long enough for whoever took one away by mistake. */
const UNDO_MS = 86_400_000;

interface Row {
  id: number;
  work_order_id: number;
  kind: FileKind;
  name: string;
  size_bytes: number;
  width: number | null;
  height: number | null;
  caption: string;
  question_id: string | null;
  added_at_ms: number;
}

const COLUMNS = sql`id, work_order_id, kind, name, length(bytes) AS size_bytes, width, height, caption, question_id,
  added_at_ms`;

const toFile = (row: Row): WorkOrderFile => ({
  id: row.id,
  workOrderId: row.work_order_id,
  kind: row.kind,
  name: row.name,
  sizeBytes: row.size_bytes,
  width: row.width,
  height: row.height,
  caption: row.caption,
  questionId: row.question_id,
  addedAtMs: row.added_at_ms,
});

/** In the order that the office chose, then in which they were added. */
export const list = (db: Reader, workOrderId: number): readonly WorkOrderFile[] =>
  db
    .all<Row>(
      sql`SELECT ${COLUMNS} FROM work_order_file LEFT JOIN work_order_file_place ON file_id = id
          WHERE work_order_id = ${workOrderId} AND removed_at_ms IS NULL ORDER BY place NULLS LAST, id`,
    )
    .map(toFile);

/** Small where it was made small, else the bytes themselves. */
export const thumbnail = (db: Reader, id: number): Uint8Array | null =>
  db.column<Uint8Array>(sql`
    SELECT t.bytes FROM work_order_thumbnail AS t JOIN work_order_file AS f ON f.id = t.file_id
    WHERE f.id = ${id} AND f.removed_at_ms IS NULL`)[0] ?? bytes(db, id);

/** Problems: `work-order-not-found`, `work-order-archived`. */
export function order(db: Writer, workOrderId: number, ids: readonly number[]): Result<readonly WorkOrderFile[]> {
  const open = openWorkOrder(db, workOrderId);
  if (!open.ok) return open;
  const own = sql`SELECT id FROM work_order_file WHERE work_order_id = ${workOrderId}`;
  db.run(sql`DELETE FROM work_order_file_place WHERE file_id IN (${own})`);
  ids.forEach((id, place) => {
    db.run(sql`
      INSERT OR IGNORE INTO work_order_file_place (file_id, place)
      SELECT id, ${place} FROM work_order_file WHERE id = ${id} AND work_order_id = ${workOrderId}`);
  });
  return ok(list(db, workOrderId));
}

export const get = (db: Reader, id: number): WorkOrderFile | null => {
  const row = db.one<Row>(sql`SELECT ${COLUMNS} FROM work_order_file WHERE id = ${id} AND removed_at_ms IS NULL`);
  return row && toFile(row);
};

export const bytes = (db: Reader, id: number): Uint8Array | null =>
  db.column<Uint8Array>(sql`SELECT bytes FROM work_order_file WHERE id = ${id} AND removed_at_ms IS NULL`)[0] ?? null;

/** Problems: `work-order-not-found`, `work-order-archived`, `too-many-files`. */
export function add(db: Writer, file: NewWorkOrderFile, atMs: number): Result<WorkOrderFile> {
  const open = openWorkOrder(db, file.workOrderId);
  if (!open.ok) return open;
  if (list(db, file.workOrderId).length >= MAX_FILES) return fail(tooMany());
  db.run(sql`DELETE FROM work_order_file WHERE removed_at_ms < ${atMs - UNDO_MS}`);
  const { id } = db.run(sql`
    INSERT INTO work_order_file (
      work_order_id, kind, name, mime, width, height, caption, question_id, added_at_ms, bytes)
    VALUES (
      ${file.workOrderId}, ${file.kind}, ${file.name}, ${MIME_OF[file.kind]}, ${file.width}, ${file.height}, '',
      ${file.questionId}, ${atMs}, ${file.bytes})`);
  if (file.thumbnail !== null) {
    db.run(sql`INSERT INTO work_order_thumbnail (file_id, bytes) VALUES (${id}, ${file.thumbnail})`);
  }
  return ok(mustGet(db, id));
}

/** Problems: `file-gone`, `work-order-archived`. */
export function setCaption(db: Writer, id: number, caption: string): Result<WorkOrderFile> {
  const changeable = ofOpenWorkOrder(db, id);
  if (!changeable.ok) return changeable;
  db.run(sql`UPDATE work_order_file SET caption = ${caption} WHERE id = ${id}`);
  return ok(mustGet(db, id));
}

/** It can be brought back for a day. Problems: `file-gone`, `work-order-archived`. */
export function remove(db: Writer, id: number, atMs: number): Result<null> {
  const changeable = ofOpenWorkOrder(db, id);
  if (!changeable.ok) return changeable;
  db.run(sql`UPDATE work_order_file SET removed_at_ms = ${atMs} WHERE id = ${id} AND removed_at_ms IS NULL`);
  return ok(null);
}

/** Undoes `remove`. Problems: `file-gone`, `work-order-archived`, `too-many-files`. */
export function restore(db: Writer, id: number): Result<WorkOrderFile> {
  const changeable = ofOpenWorkOrder(db, id);
  if (!changeable.ok) return changeable;
  if (list(db, changeable.value).length >= MAX_FILES) return fail(tooMany());
  db.run(sql`UPDATE work_order_file SET removed_at_ms = NULL WHERE id = ${id}`);
  return ok(mustGet(db, id));
}

/** The id of the work order, when that may still be changed. */
function ofOpenWorkOrder(db: Reader, id: number): Result<number> {
  const [workOrderId] = db.column<number>(sql`SELECT work_order_id FROM work_order_file WHERE id = ${id}`);
  if (workOrderId === undefined) return fail(problem('invalid-input', 'file-gone'));
  return openWorkOrder(db, workOrderId);
}

function openWorkOrder(db: Reader, workOrderId: number): Result<number> {
  const row = stored(db, workOrderId);
  if (!row) return fail(notFound());
  return row.status === 'archived' ? fail(archived(row)) : ok(workOrderId);
}

const tooMany = () => problem('invalid-input', 'too-many-files', { max: MAX_FILES });

function mustGet(db: Reader, id: number): WorkOrderFile {
  const file = get(db, id);
  if (!file) throw new Error(`No file ${id}`);
  return file;
}
