import type { Problem } from '../../../connectors/_kit/problem';
import { problem as makeProblem } from '../../../connectors/_kit/problem';
import type { PdfState } from '../../../preload/contract/views';
import type { Writer } from '../connection';
import { writeJson } from '../json';
import { idList, joinSql, sql, type Sql } from '../sql';
import type { PdfRepo } from '../store';
import { addStep } from './outbox-steps';

/**
 * Every change of the PDFs of a queue entry, each with its step, in the transaction of the caller:
 *
 *     made ─► waiting ─► sending ─► done
 *              ▲ ▲ ▲        │ │ └──► unsure ─► done | waiting (released) | held
 *              │ │ └────────┘ └────► held ─► waiting (retry)
 *              │ └ not sent   refused
 *              └ retry
 *
 * A PDF that goes in the call of its document is waiting until that is booked, and done then.
 */
export function made(
  db: Writer,
  entryId: number,
  how: Parameters<PdfRepo['made']>[1],
  pdfs: Parameters<PdfRepo['made']>[2],
  atMs: number,
): void {
  const state = db.column<string>(sql`SELECT state FROM outbox WHERE id = ${entryId}`)[0];
  if (state !== 'waiting' && state !== 'unsure') {
    throw new Error(`PDFs were made for queue entry ${entryId}, which is ${state ?? 'gone'}`);
  }
  // Beside a document that may be there, they may be there too.
  const first: PdfState = state === 'unsure' && how === 'after-create' ? 'unsure' : 'waiting';
  for (const { kind, workOrderId = null, fileName, sha256, bytes } of pdfs) {
    db.run(sql`
      INSERT INTO outbox_pdf (outbox_id, work_order_id, kind, how, state, made_at_ms, file_name, sha256, bytes)
      SELECT id, coalesce(${workOrderId}, work_order_id), ${kind}, ${how}, ${first}, ${atMs}, ${fileName}, ${sha256}, ${bytes}
      FROM outbox WHERE id = ${entryId}`);
    addStep(db, entryId, 'pdf-made', { file: fileName }, atMs);
  }
  db.run(sql`UPDATE outbox SET problem = NULL, next_attempt_at_ms = NULL WHERE id = ${entryId} AND state = 'waiting'`);
}

export function notMade(db: Writer, entryId: number, problem: Problem, nextAttemptAtMs: number, atMs: number): void {
  const { changes } = db.run(sql`
    UPDATE outbox SET problem = ${writeJson(problem)}, next_attempt_at_ms = ${nextAttemptAtMs}
    WHERE id = ${entryId} AND state = 'waiting'`);
  if (changes === 0) throw new Error(`Queue entry ${entryId} does not wait for its PDFs`);
  addStep(db, entryId, 'pdf-not-made', { problem }, atMs);
}

/** What was made belongs to a document that is made anew or taken back. Only for one that is surely not stored. */
export function discard(db: Writer, entryId: number): void {
  db.run(sql`DELETE FROM outbox_pdf WHERE outbox_id = ${entryId}`);
}

/**
 * The document was booked: what went in its call is there with it, unless the package shows its files (`shown`) and this one
 * is not among them.
 */
export function bookedWith(db: Writer, entryId: number, shown: readonly string[] | null, atMs: number): void {
  const sent = db.all<{ id: number; file_name: string }>(sql`
    SELECT id, file_name FROM outbox_pdf
    WHERE outbox_id = ${entryId} AND how = 'in-create' AND state = 'waiting' ORDER BY id`);
  const names = shown === null ? null : new Set(shown.map(comparable));
  for (const { id, file_name: file } of sent) {
    db.run(sql`UPDATE outbox_pdf SET attempts = 1 WHERE id = ${id}`);
    if (names === null || names.has(comparable(file))) done(db, id, 'pdf-sent', atMs);
    else held(db, id, makeProblem('blocked', 'pdf-not-kept', { file }), atMs);
  }
}

/** A package may change the capitals of a name. */
const comparable = (fileName: string): string => fileName.trim().toLowerCase();

export function sending(db: Writer, id: number, atMs: number): void {
  move(db, id, ['waiting'], sql`state = 'sending', attempts = attempts + 1, next_attempt_at_ms = NULL, problem = NULL`);
  step(db, id, 'pdf-sending', atMs);
}

export function done(db: Writer, id: number, how: 'pdf-sent' | 'pdf-found', atMs: number): void {
  move(
    db,
    id,
    ['waiting', 'sending', 'unsure'],
    sql`state = 'done', done_at_ms = ${atMs}, next_attempt_at_ms = NULL, problem = NULL`,
  );
  step(db, id, how, atMs);
}

export function notSent(db: Writer, id: number, problem: Problem, nextAttemptAtMs: number, atMs: number): void {
  move(
    db,
    id,
    ['sending'],
    sql`state = 'waiting', problem = ${writeJson(problem)}, next_attempt_at_ms = ${nextAttemptAtMs},
      attempts = attempts - 1`,
  );
  problemStep(db, id, 'pdf-not-sent', atMs, problem);
}

export function unsure(db: Writer, id: number, problem: Problem, atMs: number): void {
  move(db, id, ['sending'], sql`state = 'unsure', problem = ${writeJson(problem)}`);
  problemStep(db, id, 'pdf-unsure', atMs, problem);
}

export function released(db: Writer, id: number, atMs: number): void {
  move(db, id, ['unsure'], sql`state = 'waiting', problem = NULL`);
  step(db, id, 'pdf-absent', atMs);
}

export function held(db: Writer, id: number, problem: Problem, atMs: number): void {
  move(
    db,
    id,
    ['waiting', 'sending', 'unsure'],
    sql`state = 'held', problem = ${writeJson(problem)}, next_attempt_at_ms = NULL`,
  );
  problemStep(db, id, 'pdf-held', atMs, problem);
}

/** What was being sent when the app stopped is looked up first. */
export function recoverInterrupted(db: Writer, atMs: number): void {
  for (const id of db.column<number>(sql`SELECT id FROM outbox_pdf WHERE state = 'sending' ORDER BY id`)) {
    unsure(db, id, makeProblem('outcome-unknown', 'pdf-interrupted'), atMs);
  }
}

export function retry(db: Writer, entryIds: readonly number[], atMs: number): number {
  const ids = db.column<number>(sql`
    SELECT p.id FROM outbox_pdf AS p JOIN outbox AS o ON o.id = p.outbox_id
    WHERE o.id IN ${idList(entryIds)} AND o.state = 'booked' AND p.how = 'after-create'
      AND p.state IN ('waiting', 'held') ORDER BY p.id`);
  for (const id of ids) {
    move(db, id, ['waiting', 'held'], sql`state = 'waiting', problem = NULL, next_attempt_at_ms = NULL`);
    step(db, id, 'pdf-retried', atMs);
  }
  return ids.length;
}

/** Changes a PDF that is in one of these states; anything else is a bug of the caller. */
function move(db: Writer, id: number, from: readonly PdfState[], change: Sql): void {
  const states = joinSql(
    from.map((state) => sql`${state}`),
    sql`, `,
  );
  const { changes } = db.run(sql`UPDATE outbox_pdf SET ${change} WHERE id = ${id} AND state IN (${states})`);
  if (changes > 0) return;
  const state = db.column<PdfState>(sql`SELECT state FROM outbox_pdf WHERE id = ${id}`)[0] ?? 'gone';
  throw new Error(`PDF ${id} is ${state}, not ${from.join(' or ')}`);
}

type PlainStep = 'pdf-sending' | 'pdf-sent' | 'pdf-found' | 'pdf-absent' | 'pdf-retried';
type ProblemStep = 'pdf-not-sent' | 'pdf-unsure' | 'pdf-held';

const step = (db: Writer, id: number, name: PlainStep, atMs: number): void => {
  const { entryId, file } = fileOf(db, id);
  addStep(db, entryId, name, { file }, atMs);
};

const problemStep = (db: Writer, id: number, name: ProblemStep, atMs: number, problem: Problem): void => {
  const { entryId, file } = fileOf(db, id);
  addStep(db, entryId, name, { file, problem }, atMs);
};

function fileOf(db: Writer, id: number): { readonly entryId: number; readonly file: string } {
  const pdf = db.one<{ entryId: number; file: string }>(
    sql`SELECT outbox_id AS entryId, file_name AS file FROM outbox_pdf WHERE id = ${id}`,
  );
  if (!pdf) throw new Error(`PDF ${id} is gone`);
  return pdf;
}
