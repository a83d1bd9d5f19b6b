import type { Attachment, AttachmentKind } from '../../../connectors/_kit/document';
import type { Problem } from '../../../connectors/_kit/problem';
import type { PdfRow, PdfState } from '../../../preload/contract/views';
import type { Reader } from '../connection';
import { readJsonOrNull } from '../json';
import { idList, sql } from '../sql';
import type { PdfEntry, PdfRepo } from '../store';

interface Row {
  id: number;
  outbox_id: number;
  kind: AttachmentKind;
  state: PdfState;
  attempts: number;
  next_attempt_at_ms: number | null;
  problem: string | null;
  made_at_ms: number;
  done_at_ms: number | null;
  file_name: string;
  size_bytes: number;
}

/** Everything but the bytes; their length stands in the header of the row. */
const COLUMNS = sql`p.id, p.outbox_id, p.kind, p.state, p.attempts, p.next_attempt_at_ms, p.problem, p.made_at_ms,
  p.done_at_ms, p.file_name, length(p.bytes) AS size_bytes`;

/** The PDFs of these queue entries, in the order in which they were made. */
export function rowsOf(db: Reader, entryIds: readonly number[]): ReadonlyMap<number, readonly PdfRow[]> {
  const byEntry = new Map<number, PdfRow[]>();
  for (const row of db.all<Row>(
    sql`SELECT ${COLUMNS} FROM outbox_pdf AS p WHERE p.outbox_id IN ${idList(entryIds)} ORDER BY p.id`,
  )) {
    byEntry.set(row.outbox_id, [...(byEntry.get(row.outbox_id) ?? []), toPdfRow(row)]);
  }
  return byEntry;
}

const toPdfRow = (row: Row): PdfRow => ({
  kind: row.kind,
  fileName: row.file_name,
  sizeBytes: row.size_bytes,
  state: row.state,
  attempts: row.attempts,
  nextAttemptAtMs: row.next_attempt_at_ms,
  problem: readJsonOrNull<Problem>(row.problem),
  doneAtMs: row.done_at_ms,
});

export const of = (db: Reader, entryId: number): readonly Attachment[] =>
  db.all<Bytes>(sql`SELECT ${BYTES} FROM outbox_pdf WHERE outbox_id = ${entryId} ORDER BY id`).map(toAttachment);

interface Bytes {
  kind: AttachmentKind;
  file_name: string;
  sha256: string;
  bytes: Uint8Array;
}

const BYTES = sql`kind, file_name, sha256, bytes`;

const toAttachment = ({ kind, file_name, sha256, bytes }: Bytes): Attachment => ({
  kind,
  fileName: file_name,
  sha256,
  bytes: new Uint8Array(bytes),
});

export function ofWorkOrder(db: Reader, workOrderId: number, kind: AttachmentKind): Attachment | null {
  const row = db.one<Bytes>(sql`
    SELECT kind, file_name, sha256, bytes FROM outbox_pdf
    WHERE work_order_id = ${workOrderId} AND kind = ${kind} ORDER BY id DESC LIMIT 1`);
  return row && toAttachment(row);
}

/** Those beside a booked document that are not there yet, and that nobody is asked about. */
const UNFINISHED = sql`outbox_pdf AS p JOIN outbox AS o ON o.id = p.outbox_id
  WHERE p.how = 'after-create' AND p.state IN ('waiting', 'sending', 'unsure') AND o.state = 'booked'`;

export const due = (db: Reader, limit: number): readonly PdfEntry[] =>
  db
    .all<EntryRow>(
      sql`SELECT ${COLUMNS}, o.work_order_id FROM ${UNFINISHED} AND p.state <> 'sending' ORDER BY p.id LIMIT ${limit}`,
    )
    .map(toEntry);

type EntryRow = Row & { work_order_id: number };

const toEntry = (row: EntryRow): PdfEntry => ({
  id: row.id,
  entryId: row.outbox_id,
  workOrderId: row.work_order_id,
  kind: row.kind,
  fileName: row.file_name,
  sizeBytes: row.size_bytes,
  state: row.state,
  attempts: row.attempts,
  problem: readJsonOrNull<Problem>(row.problem),
  madeAtMs: row.made_at_ms,
});

export function pdfEntry(db: Reader, id: number): PdfEntry | null {
  const row = db.one<EntryRow>(
    sql`SELECT ${COLUMNS}, o.work_order_id FROM outbox_pdf AS p JOIN outbox AS o ON o.id = p.outbox_id WHERE p.id = ${id}`,
  );
  return row && toEntry(row);
}

export function attachmentOf(db: Reader, id: number): Attachment {
  const row = db.one<Bytes>(sql`SELECT ${BYTES} FROM outbox_pdf WHERE id = ${id}`);
  if (!row) throw new Error(`PDF ${id} is gone`);
  return toAttachment(row);
}

export function counts(db: Reader): ReturnType<PdfRepo['counts']> {
  const open = db.column<number>(sql`SELECT count(*) FROM ${UNFINISHED}`)[0] ?? 0;
  const held = db.column<number>(sql`SELECT count(*) FROM outbox_pdf WHERE state = 'held'`)[0] ?? 0;
  return { open, held };
}
