import { problem, type Problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { WorkOrderDetail, WorkOrderDraft } from '../../../preload/contract/views';
import type { Writer } from '../connection';
import { writeJson } from '../json';
import { idList, sql } from '../sql';
import type { QueueEntryStart, VersionOf } from '../store';
import { nextWorkOrderNumber } from './company';
import { enterQueue } from './outbox-changes';
import { formProblem, keepAnsweringFiles, lostAnswer, missingAnswer, withOwnFiles } from './work-order-forms';
import { refreshSearchText } from './work-order-search';
import { draftProblem } from './work-order-check';
import { mustGet, stored, type StoredWorkOrder } from './work-orders';

export const notFound = (): Problem => problem('invalid-input', 'work-order-not-found');
export const archived = ({ number }: StoredWorkOrder): Problem =>
  problem('blocked', 'work-order-archived', { workOrder: number });
const notReady = ({ number }: StoredWorkOrder): Problem =>
  problem('blocked', 'work-order-not-ready', { workOrder: number });
export const changedElsewhere = ({ number }: StoredWorkOrder): Problem =>
  problem('blocked', 'work-order-changed-elsewhere', { workOrder: number });

export function create(
  db: Writer,
  draft: WorkOrderDraft,
  atMs: number,
  importId: string | null = null,
): Result<WorkOrderDetail> {
  const refused = draftProblem(db, draft, null) ?? formProblem(db, draft.forms);
  if (refused) return fail(refused);
  const { id } = insertWorkOrder(db, draft, { sourceNumber: null, atMs });
  if (importId !== null) db.run(sql`UPDATE work_order SET import_id = ${importId} WHERE id = ${id}`);
  return ok(mustGet(db, id));
}

/** A new planned work order with a number of its own. What it refers to must have been checked. */
export function insertWorkOrder(
  db: Writer,
  draft: WorkOrderDraft,
  { sourceNumber, atMs }: { readonly sourceNumber: string | null; readonly atMs: number },
): { readonly id: number; readonly number: string } {
  const number = nextWorkOrderNumber(db);
  const { id } = db.run(sql`
    INSERT INTO work_order (
      number, status, version, customer_id, work_address_id, description, customer_reference, notes, employee_id,
      planned_start_at_ms, planned_end_at_ms, created_at_ms, source_number, search_text)
    VALUES (
      ${number}, 'planned', 1, ${draft.customerId}, ${draft.workAddressId}, ${draft.description},
      ${draft.customerReference}, ${draft.notes}, ${draft.employeeId}, ${draft.plannedStartAtMs},
      ${draft.plannedEndAtMs}, ${atMs}, ${sourceNumber}, '')`);
  writeParts(db, id, draft);
  refreshSearchText(db, id);
  return { id, number };
}

export function save(
  db: Writer,
  id: number,
  version: number,
  draft: WorkOrderDraft,
  atMs: number,
): Result<WorkOrderDetail> {
  const row = stored(db, id);
  if (!row) return fail(notFound());
  if (row.status === 'archived') return fail(archived(row));
  if (row.version !== version) return fail(changedElsewhere(row));
  const refused =
    draftProblem(db, draft, row) ??
    formProblem(db, draft.forms) ??
    (row.status === 'ready' ? lostAnswer(db, row, draft.forms) : null);
  if (refused) return fail(refused);
  db.run(sql`
    UPDATE work_order SET
      version = version + 1, customer_id = ${draft.customerId}, work_address_id = ${draft.workAddressId},
      description = ${draft.description}, customer_reference = ${draft.customerReference}, notes = ${draft.notes},
      employee_id = ${draft.employeeId}, planned_start_at_ms = ${draft.plannedStartAtMs},
      planned_end_at_ms = ${draft.plannedEndAtMs}
    WHERE id = ${id}`);
  db.run(sql`DELETE FROM time_entry WHERE work_order_id = ${id}`);
  db.run(sql`DELETE FROM work_order_article WHERE work_order_id = ${id}`);
  db.run(sql`DELETE FROM work_order_form WHERE work_order_id = ${id}`);
  writeParts(db, id, draft);
  keepAnsweringFiles(db, id, atMs);
  refreshSearchText(db, id);
  return ok(mustGet(db, id));
}

/** Its number is not given out again, and an order it was made from is not pulled again. */
export function remove(db: Writer, id: number): Result<null> {
  const row = stored(db, id);
  if (!row) return fail(notFound());
  if (row.status === 'archived') return fail(archived(row));
  if (row.chosen_again_at_ms !== null)
    return fail(problem('blocked', 'work-order-has-document', { workOrder: row.number }));
  // What is left in the queue of a work order that is not archived was taken back, so it never became a document.
  db.run(sql`DELETE FROM outbox WHERE work_order_id = ${id}`);
  db.run(sql`DELETE FROM work_order WHERE id = ${id}`);
  return ok(null);
}

/** A work order that is reported ready already stays as it is. Problem besides: `form-answer-missing`. */
export function reportReady(db: Writer, id: number, atMs: number): Result<WorkOrderDetail> {
  const row = stored(db, id);
  if (!row) return fail(notFound());
  if (row.status === 'archived') return fail(archived(row));
  const missing = row.status === 'planned' ? missingAnswer(db, row.number, mustGet(db, id).forms) : null;
  if (missing) return fail(missing);
  db.run(
    sql`UPDATE work_order SET status = 'ready', reported_ready_at_ms = ${atMs} WHERE id = ${id} AND status = 'planned'`,
  );
  return ok(mustGet(db, id));
}

/** A work order that is planned already stays as it is. */
export function reopen(db: Writer, id: number): Result<WorkOrderDetail> {
  const row = stored(db, id);
  if (!row) return fail(notFound());
  if (row.status === 'archived') return fail(archived(row));
  db.run(sql`UPDATE work_order SET status = 'planned', reported_ready_at_ms = NULL WHERE id = ${id}`);
  return ok(mustGet(db, id));
}

/** All of them or none, as one document of the first one. */
export function archive(
  db: Writer,
  works: readonly [VersionOf, ...VersionOf[]],
  start: QueueEntryStart,
  atMs: number,
): Result<number> {
  const rows: StoredWorkOrder[] = [];
  for (const { id, version } of works) {
    const row = stored(db, id);
    if (!row) return fail(notFound());
    if (row.status === 'archived') return fail(archived(row));
    if (row.status === 'planned') return fail(notReady(row));
    if (row.version !== version) return fail(changedElsewhere(row));
    const missing = lostAnswer(db, row, mustGet(db, id).forms);
    if (missing) return fail(missing);
    rows.push(row);
  }
  const [{ id: workOrderId }, ...others] = works;
  const chosenAgain = rows.find((row) => row.chosen_again_at_ms !== null);
  if (chosenAgain && others.length > 0)
    return fail(problem('blocked', 'together-differs', { workOrder: chosenAgain.number }));
  const members = others.map(({ id }) => id);
  db.run(sql`
    UPDATE work_order SET status = 'archived', archived_at_ms = ${atMs}, chosen_again_at_ms = NULL
    WHERE id IN ${idList([workOrderId, ...members])}`);
  return ok(
    enterQueue(db, { workOrderId, members, chosenAgainAtMs: chosenAgain?.chosen_again_at_ms ?? null }, start, atMs),
  );
}

function writeParts(db: Writer, id: number, { times, articles, forms }: WorkOrderDraft): void {
  times.forEach((entry, position) => {
    db.run(sql`
      INSERT INTO time_entry (work_order_id, position, employee_id, kind, date, start_minute, minutes, note)
      VALUES (
        ${id}, ${position}, ${entry.employeeId}, ${entry.kind}, ${entry.date}, ${entry.startMinute}, ${entry.minutes},
        ${entry.note})`);
  });
  articles.forEach((line, position) => {
    db.run(sql`
      INSERT INTO work_order_article (work_order_id, position, article_id, quantity, unit_price, description)
      VALUES (${id}, ${position}, ${line.articleId}, ${line.quantity}, ${line.unitPrice}, ${line.description})`);
  });
  forms.forEach((given, position) => {
    const form = withOwnFiles(db, id, given);
    db.run(sql`
      INSERT INTO work_order_form (work_order_id, position, form_version_id, title, answers)
      VALUES (${id}, ${position}, ${form.formVersionId ?? null}, ${form.title}, ${writeJson(form.answers)})`);
  });
}
