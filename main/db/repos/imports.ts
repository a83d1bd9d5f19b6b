import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { ColumnChoice } from '../../../preload/contract/imports';
import type { TimeEntry, WorkOrderDetail } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { sql } from '../sql';
import type { ImportDraft, ImportTake, ImportTime } from '../store';
import * as employees from './employees';
import { addWorkAddress } from './customers';
import { create, notFound, reportReady, save } from './work-order-changes';
import { get, numberByImportId } from './work-orders';

/** Numbers of the work orders that came of this file, by the key of the record. */
export const takenFrom = (
  db: Reader,
  fileKey: string,
): readonly { readonly record: number; readonly workOrder: string }[] =>
  db.all(sql`
    SELECT t.record, w.number AS workOrder FROM import_taken AS t JOIN work_order AS w ON w.id = t.work_order_id
    WHERE t.file_key = ${fileKey}`);

/** Number of the work order that came of a record which said exactly this, in a file of the same name; null: none is there. */
export const takenAs = (db: Reader, contentKey: string): string | null =>
  db.column<string>(sql`
    SELECT w.number FROM import_taken AS t JOIN work_order AS w ON w.id = t.work_order_id
    WHERE t.content_key = ${contentKey}`)[0] ?? null;

/** One record of a file, with everything that it makes. When it fails, the transaction must be undone. */
export function take(db: Writer, request: ImportTake, atMs: number): Result<WorkOrderDetail> {
  const made = request.kind === 'new' ? makeNew(db, request, atMs) : addTo(db, request, atMs);
  if (!made.ok) return made;
  db.run(sql`
    INSERT INTO import_taken (file_key, record, work_order_id, content_key)
    VALUES (${request.fileKey}, ${request.record}, ${made.value.id},
      ${request.kind === 'new' ? request.contentKey : null})`);
  return made;
}

function makeNew(
  db: Writer,
  { draft, externalId, ready }: Extract<ImportTake, { kind: 'new' }>,
  atMs: number,
): Result<WorkOrderDetail> {
  const before = externalId === null ? null : numberByImportId(db, externalId);
  if (externalId !== null && before !== null) {
    return fail(problem('invalid-input', 'import-already-there', { externalId, workOrder: before }));
  }
  const { workAddress, employee, times, ...rest } = draft;
  const workAddressId = workAddressOf(db, rest.customerId, workAddress);
  if (!workAddressId.ok) return workAddressId;
  const employeeId = employeeOf(db, employee);
  const created = create(
    db,
    { ...rest, workAddressId: workAddressId.value, employeeId, times: entriesOf(db, times) },
    atMs,
    externalId,
  );
  return created.ok && ready ? reportReady(db, created.value.id, atMs) : created;
}

function addTo(
  db: Writer,
  { workOrderId, times, articles }: Extract<ImportTake, { kind: 'added' }>,
  atMs: number,
): Result<WorkOrderDetail> {
  const detail = get(db, workOrderId);
  if (detail === null) return fail(notFound());
  const draft = {
    ...detail,
    times: [...detail.times, ...entriesOf(db, times)],
    articles: [...detail.articles, ...articles],
  };
  return save(db, workOrderId, detail.version, draft, atMs);
}

function workAddressOf(
  db: Writer,
  customerId: number | null,
  workAddress: ImportDraft['workAddress'],
): Result<number | null> {
  if (workAddress === null || typeof workAddress === 'number') return ok(workAddress);
  if (customerId === null) throw new Error('A work address without a customer');
  const added = addWorkAddress(db, customerId, workAddress);
  return added.ok ? ok(added.value.id) : added;
}

const entriesOf = (db: Writer, times: readonly ImportTime[]): readonly TimeEntry[] =>
  times.map(({ employee, ...entry }) => ({ ...entry, employeeId: employeeOf(db, employee) }));

const employeeOf = (db: Writer, name: string | null): number | null =>
  name === null ? null : (employees.byName(db, name) ?? employees.add(db, name)).id;

export const columns = (db: Reader): Readonly<Record<string, ColumnChoice>> =>
  Object.fromEntries(
    db
      .all<{ key: string; choice: ColumnChoice }>(sql`SELECT key, choice FROM import_column`)
      .map(({ key, choice }) => [key, choice]),
  );

export function keepColumns(db: Writer, chosen: Readonly<Record<string, ColumnChoice>>): void {
  for (const [key, choice] of Object.entries(chosen)) {
    db.run(sql`
      INSERT INTO import_column (key, choice) VALUES (${key}, ${choice})
      ON CONFLICT (key) DO UPDATE SET choice = excluded.choice`);
  }
}
