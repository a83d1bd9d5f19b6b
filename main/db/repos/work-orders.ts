import type { Address } from '../../../connectors/_kit/model';
import type {
  DeliveryState,
  DesignedForm,
  FreeForm,
  ListPage,
  Overview,
  TimeEntry,
  WorkOrderArticle,
  WorkOrderDetail,
  WorkOrderDraft,
  WorkOrderForm,
  WorkOrderRow,
  WorkOrderStatus,
} from '../../../preload/contract/views';
import type { MadeFrom } from '../../../preload/contract/work-order-templates';
import type { Reader } from '../connection';
import { readJson } from '../json';
import type { WorkOrderFilter } from '../../../preload/contract/listing';
import { by, idsInOrder, idWindow, inOrderOf, type Listing } from '../listing';
import { sql, type Sql } from '../sql';
import type { ListRequest } from '../store';
import type { WholeList } from '../whole-lists';
import { articleRows } from './articles';
import { versions } from './custom-forms';
import { customerRow } from './customers';
import { entryOf } from './outbox-members';
import { addressRow, addressText } from './work-addresses';
import { versionIdsOf } from './work-order-forms';
import { signatureUnder } from './work-order-signature';

/** A row of the table as it is stored. */
export interface StoredWorkOrder {
  id: number;
  number: string;
  status: WorkOrderStatus;
  version: number;
  customer_id: number | null;
  work_address_id: number | null;
  description: string;
  customer_reference: string;
  notes: string;
  employee_id: number | null;
  planned_start_at_ms: number | null;
  planned_end_at_ms: number | null;
  created_at_ms: number;
  reported_ready_at_ms: number | null;
  archived_at_ms: number | null;
  source_number: string | null;
  chosen_again_at_ms: number | null;
  made_from: string | null;
}

interface ListRow extends Address {
  id: number;
  number: string;
  status: WorkOrderStatus;
  customer_id: number | null;
  customer_name: string | null;
  has_address: number;
  description: string;
  employee_name: string | null;
  planned_start_at_ms: number | null;
  work_minutes: number;
  travel_minutes: number;
  delivery: DeliveryState | null;
  document_number: string | null;
}

const WORK_MINUTES = sql`
  (SELECT coalesce(sum(minutes), 0) FROM time_entry WHERE work_order_id = w.id AND kind = 'work')`;
const TRAVEL_MINUTES = sql`
  (SELECT coalesce(sum(minutes), 0) FROM time_entry WHERE work_order_id = w.id AND kind = 'travel')`;

/** The newest queue entry counts, and only while the work order is archived. */
const JOINS = sql`
  LEFT JOIN customer AS c ON c.id = w.customer_id
  LEFT JOIN work_address AS a ON a.id = w.work_address_id
  LEFT JOIN employee AS e ON e.id = w.employee_id
  LEFT JOIN outbox AS o ON w.status = 'archived' AND o.id = ${entryOf(sql`w.id`)}`;

const LISTING: Listing = {
  from: sql`work_order AS w`,
  joins: JOINS,
  id: sql`w.id`,
  searchText: sql`w.search_text`,
  sorts: {
    // Ids rise with the numbers.
    number: by(sql`w.id`),
    status: by(sql`CASE w.status WHEN 'planned' THEN 0 WHEN 'ready' THEN 1 ELSE 2 END`),
    customerName: by(sql`c.name_key`),
    workAddressText: by(sql`a.street COLLATE NOCASE`, sql`a.city COLLATE NOCASE`),
    description: by(sql`w.description COLLATE NOCASE`),
    employeeName: by(sql`e.name_key`),
    plannedStartAtMs: (direction) => sql`w.planned_start_at_ms ${direction} NULLS LAST`,
    workMinutes: by(WORK_MINUTES),
    travelMinutes: by(TRAVEL_MINUTES),
    delivery: by(sql`o.state`),
    documentNumber: by(sql`o.document_number`),
  },
  defaultSort: { key: 'number', descending: true },
};

export function list(db: Reader, request: ListRequest & WorkOrderFilter): ListPage<WorkOrderRow> {
  const { total, ids: shown } = idWindow(db, LISTING, passing(request), request);
  return { total, rows: rows(db, shown) };
}

export const ids = (db: Reader, request: WholeList & WorkOrderFilter): readonly number[] =>
  idsInOrder(db, LISTING, passing(request), request);

function passing({ status, notInvoiced }: WorkOrderFilter): Sql {
  if (notInvoiced === true) return sql`w.id IN ${NOT_INVOICED}`;
  return status === undefined ? sql`TRUE` : sql`w.status = ${status}`;
}

/** Work that is done and has no document in the package yet; what was skipped never gets one. */
const NOT_INVOICED = sql`(
  SELECT id FROM work_order WHERE status = 'ready'
  UNION ALL SELECT b.work_order_id FROM outbox AS o JOIN outbox_work_order AS b ON b.outbox_id = o.id
    WHERE o.state IN ('waiting', 'sending', 'unsure', 'blocked'))`;

/** Those that are there still, in the order of the ids. */
export function rows(db: Reader, wanted: readonly number[]): readonly WorkOrderRow[] {
  const found = db.all<ListRow>(sql`
    SELECT w.id, w.number, w.status, w.customer_id, c.name AS customer_name, a.id IS NOT NULL AS has_address, a.name,
      a.street, a.postcode, a.city, a.country, w.description, e.name AS employee_name, w.planned_start_at_ms,
      ${WORK_MINUTES} AS work_minutes, ${TRAVEL_MINUTES} AS travel_minutes, o.state AS delivery, o.document_number
    FROM ${inOrderOf(wanted)} JOIN work_order AS w ON w.id = wanted.value ${JOINS} ORDER BY wanted.key`);
  return found.map(toRow);
}

const toRow = (row: ListRow): WorkOrderRow => ({
  id: row.id,
  number: row.number,
  status: row.status,
  customerId: row.customer_id,
  customerName: row.customer_name ?? '',
  workAddressText: row.has_address ? addressText(row) : '',
  description: row.description,
  employeeName: row.employee_name ?? '',
  plannedStartAtMs: row.planned_start_at_ms,
  workMinutes: row.work_minutes,
  travelMinutes: row.travel_minutes,
  delivery: row.delivery,
  documentNumber: row.document_number,
});

export const stored = (db: Reader, id: number): StoredWorkOrder | null =>
  db.one<StoredWorkOrder>(sql`SELECT * FROM work_order WHERE id = ${id}`);

export function get(db: Reader, id: number): WorkOrderDetail | null {
  const row = stored(db, id);
  if (!row) return null;
  const articles = articleLines(db, id);
  const filled = forms(db, id);
  const draft: WorkOrderDraft = {
    customerId: row.customer_id,
    workAddressId: row.work_address_id,
    description: row.description,
    customerReference: row.customer_reference,
    notes: row.notes,
    employeeId: row.employee_id,
    plannedStartAtMs: row.planned_start_at_ms,
    plannedEndAtMs: row.planned_end_at_ms,
    times: timeEntries(db, id),
    articles,
    forms: filled,
  };
  return {
    ...draft,
    id: row.id,
    number: row.number,
    status: row.status,
    version: row.version,
    customer: row.customer_id === null ? null : customerRow(db, row.customer_id),
    workAddress: row.work_address_id === null ? null : addressRow(db, row.work_address_id),
    articleRows: articleRows(db, [...new Set(articles.map((line) => line.articleId))]),
    formVersions: versions(db, versionIdsOf(filled)),
    signature: signatureUnder(db, id, draft),
    createdAtMs: row.created_at_ms,
    reportedReadyAtMs: row.reported_ready_at_ms,
    archivedAtMs: row.archived_at_ms,
    sourceNumber: row.source_number,
    madeFrom: row.made_from === null ? null : readJson<MadeFrom>(row.made_from),
    queueEntryId: row.status === 'archived' || row.chosen_again_at_ms !== null ? newestEntryId(db, id) : null,
    chosenAgainAtMs: row.chosen_again_at_ms,
  };
}

/** Throws when it is not there: for reading back what was just written. */
export function mustGet(db: Reader, id: number): WorkOrderDetail {
  const detail = get(db, id);
  if (!detail) throw new Error(`No work order ${id}`);
  return detail;
}

export const idByNumber = (db: Reader, number: string): number | null =>
  db.column<number>(sql`SELECT id FROM work_order WHERE number = ${number}`)[0] ?? null;

export const numberByImportId = (db: Reader, importId: string): string | null =>
  db.column<string>(sql`SELECT number FROM work_order WHERE import_id = ${importId}`)[0] ?? null;

export const idsByStatus = (db: Reader, status: WorkOrderStatus): readonly number[] =>
  db.column<number>(sql`SELECT id FROM work_order WHERE status = ${status} ORDER BY id`);

export function countsByStatus(db: Reader): Pick<Overview['counts'], WorkOrderStatus> {
  const counts = { planned: 0, ready: 0, archived: 0 };
  for (const { status, n } of db.all<{ status: WorkOrderStatus; n: number }>(
    sql`SELECT status, count(*) AS n FROM work_order GROUP BY status`,
  )) {
    counts[status] = n;
  }
  return counts;
}

const newestEntryId = (db: Reader, workOrderId: number): number | null =>
  db.column<number | null>(sql`SELECT ${entryOf(sql`${workOrderId}`)}`)[0] ?? null;

interface TimeEntryRow {
  employee_id: number | null;
  kind: TimeEntry['kind'];
  date: string;
  start_minute: number | null;
  minutes: number;
  note: string;
}

const timeEntries = (db: Reader, id: number): readonly TimeEntry[] =>
  db
    .all<TimeEntryRow>(
      sql`SELECT employee_id, kind, date, start_minute, minutes, note FROM time_entry
          WHERE work_order_id = ${id} ORDER BY position`,
    )
    .map((row) => ({
      employeeId: row.employee_id,
      kind: row.kind,
      date: row.date,
      startMinute: row.start_minute,
      minutes: row.minutes,
      note: row.note,
    }));

const articleLines = (db: Reader, id: number): readonly WorkOrderArticle[] =>
  db
    .all<{ article_id: number; quantity: string; unit_price: string | null; description: string | null }>(
      sql`SELECT article_id, quantity, unit_price, description FROM work_order_article
          WHERE work_order_id = ${id} ORDER BY position`,
    )
    .map((row) => ({
      articleId: row.article_id,
      quantity: row.quantity,
      unitPrice: row.unit_price,
      description: row.description,
    }));

const forms = (db: Reader, id: number): readonly WorkOrderForm[] =>
  db
    .all<{ form_version_id: number | null; title: string; answers: string }>(
      sql`SELECT form_version_id, title, answers FROM work_order_form WHERE work_order_id = ${id} ORDER BY position`,
    )
    .map(({ form_version_id: formVersionId, title, answers }) =>
      formVersionId === null
        ? { title, answers: readJson<FreeForm['answers']>(answers) }
        : { formVersionId, title, answers: readJson<DesignedForm['answers']>(answers) },
    );
