import { decimal } from '../../../connectors/_kit/decimal';
import type { RemoteDocument } from '../../../connectors/_kit/document';
import { problem as makeProblem, type Problem } from '../../../connectors/_kit/problem';
import { assertNever, fail, ok, type Result } from '../../../connectors/_kit/result';
import type { CallRecord, Decider, StepFacts } from '../../../preload/contract/delivery-steps';
import { DO_NOT_SEND } from '../../../preload/contract/queue-decisions';
import type { DeliveryState } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { readJsonOrNull, writeJson } from '../json';
import { idList, joinSql, sql, type Sql } from '../sql';
import type { Evidence, QueueEntryStart, QueueRepo } from '../store';
import { linkId, linkOf } from './links';
import { ownerOf } from './outbox-owner';
import { keepSent, requestSha256 } from './outbox-documents';
import { addMembers, releaseMembers, workOrderIds } from './outbox-members';
import * as pdfs from './outbox-pdf-changes';
import { addStep } from './outbox-steps';
import { rememberOrder } from './pulled-orders';
import { maybeSentSinceMs, settleDoubt } from './restore';
import { nextRevision } from './work-order-document';
import { refreshSearchText } from './work-order-search';

/**
 * Every change of a queue entry, each with its step, in the transaction of the caller:
 *
 *     archive ─► waiting ─► sending ─► booked
 *        │        ▲  ▲  │      │  └──► unsure ─► booked | waiting (released)
 *        │        │  │  └──────┼─────► blocked ─► waiting (retry, freeze)
 *        │        │  └─────────┘ not sent
 *        └─► skipped, blocked ─► withdrawn (also from waiting) ─► archive
 *
 * After a backup was put back, what is frozen for a work order that may have been sent becomes unsure instead of waiting.
 */
const NEVER_STORED: readonly DeliveryState[] = ['waiting', 'blocked', 'skipped'];
/** The package was not called. */
const NOTHING_SAID: Evidence = { calls: [], found: [] };
/** The question whether a work order stands on the document of another one, after a restore. */
export const MAYBE_SHARED = 'maybe-on-other-document';

/**
 * Puts archived work orders in the queue as one document: a new entry of the first one, or again the one that was taken
 * back, with the others as its members. `chosenAgainAtMs`: when the office chose a further document; null = it is the one
 * that archiving makes.
 */
export function enterQueue(
  db: Writer,
  { workOrderId, members, chosenAgainAtMs }: Entering,
  start: QueueEntryStart,
  atMs: number,
): number {
  const revision = nextRevision(db, workOrderId);
  const { id } =
    db.one<{ id: number }>(
      sql`SELECT id FROM outbox WHERE work_order_id = ${workOrderId} AND revision = ${revision}`,
    ) ??
    db.run(sql`
      INSERT INTO outbox (work_order_id, revision, state, archived_at_ms)
      VALUES (${workOrderId}, ${revision}, 'withdrawn', ${atMs})`);
  db.run(sql`UPDATE outbox SET chosen_again_at_ms = ${chosenAgainAtMs} WHERE id = ${id}`);
  addMembers(db, id, members);
  begin(db, id, ['withdrawn'], start, atMs);
  db.run(sql`UPDATE outbox SET archived_at_ms = ${atMs} WHERE id = ${id}`);
  return id;
}

export interface Entering {
  /** The one whose entry it becomes. */
  readonly workOrderId: number;
  readonly members: readonly number[];
  readonly chosenAgainAtMs: number | null;
}

export function freeze(db: Writer, id: number, start: QueueEntryStart, atMs: number): void {
  begin(db, id, NEVER_STORED, start, atMs);
}

/** The same for one that still waits; false when the office decided something else meanwhile. */
export function freezeWaiting(db: Writer, id: number, start: QueueEntryStart, atMs: number): boolean {
  if (stateOf(db, id) !== 'waiting') return false;
  begin(db, id, ['waiting'], start, atMs);
  return true;
}

/**
 * The office chooses not to send it: like one that the filter word holds back, without a document. Refused for what may be
 * in the package.
 */
export function skip(db: Writer, id: number, atMs: number): Result<null> {
  const refused = skipProblem(db, id);
  if (refused !== null) return fail(refused);
  begin(db, id, ['waiting', 'blocked'], { state: 'skipped', problem: makeProblem('blocked', DO_NOT_SEND) }, atMs);
  return ok(null);
}

/** Why the office cannot choose that an entry is not sent; null when it can. */
export function skipProblem(db: Reader, id: number): Problem | null {
  const entry = db.one<{ state: DeliveryState; number: string }>(
    sql`SELECT o.state, w.number FROM outbox AS o JOIN work_order AS w ON w.id = o.work_order_id WHERE o.id = ${id}`,
  );
  if (!entry) return makeProblem('invalid-input', 'queue-entry-not-found');
  const { state, number } = entry;
  const stands = (code: string): Problem => makeProblem('blocked', code, { workOrder: number });
  switch (state) {
    case 'waiting':
    case 'blocked':
      return maybeSentSinceMs(db, id) === null ? null : stands('stands-maybe-sent');
    case 'sending':
    case 'unsure':
      return stands('stands-under-way');
    case 'booked':
      return stands('stands-booked');
    case 'skipped':
      return stands('stands-skipped');
    case 'withdrawn':
      return stands('stands-taken-back');
    default:
      return assertNever(state);
  }
}

function begin(db: Writer, id: number, from: readonly DeliveryState[], start: QueueEntryStart, atMs: number): void {
  const frozen = start.state === 'waiting' ? start.frozen : null;
  const doubtSinceMs = frozen && maybeSentSinceMs(db, id);
  const doubt = doubtSinceMs === null ? null : makeProblem('outcome-unknown', 'restored-from-backup');
  const problem = start.state === 'waiting' ? doubt : start.problem;
  if (frozen) {
    const revision = db.column<number>(sql`SELECT revision FROM outbox WHERE id = ${id}`)[0];
    if (frozen.document.revision !== revision) {
      throw new Error(`Queue entry ${id} is revision ${revision}, its document ${frozen.document.revision}`);
    }
  }
  // Before it may say unsure: of what may have been sent nothing is removed.
  pdfs.discard(db, id);
  const request = frozen && writeJson(frozen.request);
  move(
    db,
    id,
    from,
    sql`state = ${doubt ? 'unsure' : start.state}, link_id = ${frozen && linkId(db, frozen.link)},
      unsure_since_ms = ${doubt && atMs}, sent_at_ms = ${doubtSinceMs},
      settings_version = ${frozen?.settingsVersion ?? null}, marker = ${frozen?.marker ?? null},
      document = ${frozen && writeJson(frozen.document)}, request = ${request},
      total_excl_vat = ${frozen?.document.totals.exclVat ?? null}, variant = 0, attempts = 0,
      next_attempt_at_ms = NULL, problem = ${problem && writeJson(problem)}`,
  );
  if (frozen && request !== null) {
    const { marker, settingsVersion, link } = frozen;
    addStep(db, id, 'frozen', { marker, settingsVersion, ...link, requestSha256: requestSha256(request) }, atMs);
  }
  if (!problem) return;
  const facts = { problem, calls: [] };
  if (start.state === 'waiting') addStep(db, id, 'unsure', facts, atMs);
  else addStep(db, id, start.state === 'skipped' ? 'skipped' : 'rejected', facts, atMs);
}

export function sending(db: Writer, id: number, atMs: number, administrationName: string | null = null): void {
  move(
    db,
    id,
    ['waiting'],
    sql`state = 'sending', sent_at_ms = ${atMs}, attempts = attempts + 1, next_attempt_at_ms = NULL, problem = NULL`,
  );
  const facts = attemptOf(db, id, administrationName);
  if (facts.requestSha256 !== null) keepSent(db, id, facts.requestSha256, atMs);
  addStep(db, id, 'sending', facts, atMs);
}

function attemptOf(db: Writer, id: number, administrationName: string | null): StepFacts<'sending'> {
  const row = db.one<{
    marker: string;
    link_id: number;
    settings_version: number;
    request: string;
    attempts: number;
    variant: number;
  }>(sql`SELECT marker, link_id, settings_version, request, attempts, variant FROM outbox WHERE id = ${id}`);
  if (!row) throw new Error(`Queue entry ${id} is gone`);
  return {
    marker: row.marker,
    ...linkOf(db, row.link_id),
    administrationName,
    settingsVersion: row.settings_version,
    requestSha256: requestSha256(row.request),
    attempt: row.attempts,
    variant: row.variant,
  };
}

export function booked(
  db: Writer,
  id: number,
  remote: RemoteDocument,
  step: 'booked' | 'found',
  atMs: number,
  { calls, by = 'look-up' }: { readonly calls: readonly CallRecord[]; readonly by?: Decider } = NOTHING_SAID,
): Problem | null {
  const { number, externalId } = remote;
  const isShared = by === 'office' && isAskedToShare(db, id);
  const owner = isShared ? null : ownerOf(db, id, remote);
  if (owner !== null) {
    const taken = makeProblem('blocked', 'document-of-other-work-order', { document: number, workOrder: owner });
    if (by === 'look-up') holdTaken(db, id, taken, { calls, found: [remote] }, atMs);
    return taken;
  }
  move(
    db,
    id,
    ['sending', 'unsure'],
    sql`state = 'booked', held = 0, unsure_since_ms = NULL, problem = NULL, external_id = ${remote.externalId},
      document_number = ${remote.number}, shares_document_since_ms = ${isShared ? atMs : null}`,
  );
  if (step === 'booked') addStep(db, id, step, { number, externalId, calls }, atMs);
  else addStep(db, id, step, { number, externalId, by, calls }, atMs);
  if (isItsOwn(db, id, remote)) settleDoubt(db, id);
  pdfs.bookedWith(db, id, remote.fileNames ?? null, atMs);
  const [bookedAt] = db.column<number>(sql`SELECT link_id FROM outbox WHERE id = ${id}`);
  if (bookedAt === undefined) throw new Error(`Queue entry ${id} is gone`);
  for (const workOrderId of workOrderIds(db, id)) refreshSearchText(db, workOrderId);
  // Without an id the office told that it is there; then its marker has to keep it from being pulled back.
  if (externalId !== '') rememberOrder(db, bookedAt, { externalId, number, origin: 'simon' }, atMs);
  return null;
}

/** Whether the office was asked whether the work order stands on the document of another one. */
const isAskedToShare = (db: Writer, id: number): boolean =>
  readJsonOrNull<Problem>(db.column<string | null>(sql`SELECT problem FROM outbox WHERE id = ${id}`)[0] ?? null)
    ?.code === MAYBE_SHARED;

/**
 * Whether a document that was found holds what was frozen and nothing else. After a restore it may hold more work orders:
 * then it stays doubted, so that it is looked at for each of them.
 */
function isItsOwn(db: Writer, id: number, { totalExclVat }: RemoteDocument): boolean {
  if (db.column<number>(sql`SELECT maybe_combined FROM company`)[0] !== 1) return true;
  const [frozen] = db.column<string | null>(sql`SELECT total_excl_vat FROM outbox WHERE id = ${id}`);
  return frozen != null && totalExclVat !== null && decimal(frozen).equals(totalExclVat);
}

/** The package answered with a document that belongs to another work order: only the office can say what is true. */
function holdTaken(db: Writer, id: number, taken: Problem, evidence: Evidence, atMs: number): void {
  if (stateOf(db, id) === 'sending') unsure(db, id, taken, atMs, evidence);
  held(db, id, taken, atMs, evidence);
}

export function notSent(
  db: Writer,
  id: number,
  problem: Problem,
  next: Parameters<QueueRepo['notSent']>[2],
  atMs: number,
  { calls }: Evidence = NOTHING_SAID,
): void {
  move(
    db,
    id,
    ['sending'],
    sql`state = 'waiting', problem = ${writeJson(problem)}, next_attempt_at_ms = ${next.atMs},
      variant = ${next.variant}, attempts = attempts - ${next.countsAsAttempt ? 0 : 1}`,
  );
  addStep(db, id, 'not-sent', { problem, calls }, atMs);
}

export function blocked(
  db: Writer,
  id: number,
  problem: Problem,
  atMs: number,
  { calls }: Evidence = NOTHING_SAID,
): void {
  move(
    db,
    id,
    ['sending', 'waiting'],
    sql`state = 'blocked', problem = ${writeJson(problem)}, next_attempt_at_ms = NULL`,
  );
  addStep(db, id, 'rejected', { problem, calls }, atMs);
}

export function unsure(
  db: Writer,
  id: number,
  problem: Problem,
  atMs: number,
  { calls }: Evidence = NOTHING_SAID,
): void {
  move(db, id, ['sending'], sql`state = 'unsure', problem = ${writeJson(problem)}, unsure_since_ms = ${atMs}`);
  addStep(db, id, 'unsure', { problem, calls }, atMs);
}

export function absent(
  db: Writer,
  id: number,
  verdict: Parameters<QueueRepo['absent']>[1],
  atMs: number,
  { calls }: Evidence = NOTHING_SAID,
): void {
  move(db, id, ['unsure'], sql`state = 'unsure'`);
  addStep(db, id, 'absent', { verdict, calls }, atMs);
}

export function notLookedUp(db: Writer, id: number, problem: Problem, atMs: number, { calls }: Evidence): void {
  move(db, id, ['unsure'], sql`state = 'unsure'`);
  addStep(db, id, 'not-looked-up', { problem, calls }, atMs);
}

export function released(db: Writer, id: number, by: Decider, atMs: number): void {
  move(
    db,
    id,
    ['unsure'],
    sql`state = 'waiting', held = 0, unsure_since_ms = NULL, problem = NULL, next_attempt_at_ms = NULL`,
  );
  addStep(db, id, 'released', { by }, atMs);
  settleDoubt(db, id);
}

export function held(
  db: Writer,
  id: number,
  problem: Problem,
  atMs: number,
  { calls, found }: Evidence = NOTHING_SAID,
): void {
  move(db, id, ['unsure'], sql`held = 1, problem = ${writeJson(problem)}`);
  const known = found.map(({ externalId, number, customerExternalId, totalExclVat }) => ({
    externalId,
    number,
    customerExternalId,
    totalExclVat,
  }));
  addStep(db, id, 'held', { problem, calls, found: known }, atMs);
}

export function recoverInterrupted(db: Writer, atMs: number): readonly number[] {
  const ids = db.column<number>(sql`SELECT id FROM outbox WHERE state = 'sending' ORDER BY id`);
  for (const id of ids) unsure(db, id, makeProblem('outcome-unknown', 'delivery-interrupted'), atMs);
  pdfs.recoverInterrupted(db, atMs);
  return ids;
}

export function retry(db: Writer, ids: readonly number[], atMs: number): number {
  let retried = 0;
  for (const id of ids) {
    const state = stateOf(db, id);
    if (state !== 'blocked' && state !== 'waiting') continue;
    // A blocked entry was refused in its last form, so it starts again with the preferred one.
    move(
      db,
      id,
      [state],
      sql`state = 'waiting', next_attempt_at_ms = NULL, attempts = 0, problem = NULL,
        variant = iif(state = 'blocked', 0, variant)`,
    );
    addStep(db, id, 'retried', {}, atMs);
    retried += 1;
  }
  return retried;
}

export function takeBack(db: Writer, id: number, atMs: number): Result<null> {
  const entry = db.one<{ state: DeliveryState; number: string; chosen_again_at_ms: number | null }>(
    sql`SELECT o.state, w.number, o.chosen_again_at_ms FROM outbox AS o JOIN work_order AS w ON w.id = o.work_order_id
        WHERE o.id = ${id}`,
  );
  if (!entry) return fail(makeProblem('invalid-input', 'queue-entry-not-found'));
  if (!NEVER_STORED.includes(entry.state)) {
    return fail(makeProblem('blocked', refusalOf(entry.state), { workOrder: entry.number }));
  }
  move(db, id, NEVER_STORED, sql`state = 'withdrawn', next_attempt_at_ms = NULL, problem = NULL`);
  pdfs.discard(db, id);
  addStep(db, id, 'withdrawn', {}, atMs);
  db.run(sql`
    UPDATE work_order SET status = 'ready', archived_at_ms = NULL, chosen_again_at_ms = ${entry.chosen_again_at_ms}
    WHERE id IN ${idList(workOrderIds(db, id))}`);
  releaseMembers(db, id);
  return ok(null);
}

function refusalOf(state: DeliveryState): string {
  if (state === 'booked') return 'queue-already-booked';
  if (state === 'withdrawn') return 'queue-already-taken-back';
  return 'queue-maybe-sent';
}

/** Changes an entry that is in one of these states; anything else is a bug of the caller. */
function move(db: Writer, id: number, from: readonly DeliveryState[], change: Sql): void {
  const states = joinSql(
    from.map((state) => sql`${state}`),
    sql`, `,
  );
  const { changes } = db.run(sql`UPDATE outbox SET ${change} WHERE id = ${id} AND state IN (${states})`);
  if (changes === 0) throw new Error(`Queue entry ${id} is ${stateOf(db, id) ?? 'gone'}, not ${from.join(' or ')}`);
}

const stateOf = (db: Writer, id: number): DeliveryState | null =>
  db.column<DeliveryState>(sql`SELECT state FROM outbox WHERE id = ${id}`)[0] ?? null;
