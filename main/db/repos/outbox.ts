import type { DocumentRequest, OutgoingDocument } from '../../../connectors/_kit/document';
import type { Problem } from '../../../connectors/_kit/problem';
import type {
  DeliveryState,
  ListPage,
  PdfRow,
  QueueDetail,
  QueueRow,
  WorkOrderName,
} from '../../../preload/contract/views';
import type { Reader } from '../connection';
import { readJson, readJsonOrNull } from '../json';
import type { QueueFilter } from '../../../preload/contract/listing';
import { by, idsInOrder, idWindow, inOrderOf, type Listing } from '../listing';
import { joinSql, sql } from '../sql';
import type { FrozenDocument, QueueEntry, QueueRepo } from '../store';
import type { WholeList } from '../whole-lists';
import { linkOf } from './links';
import { sentDocuments } from './outbox-documents';
import { wasEverUnsure } from './outbox-corrections';
import { doubtedMarkers } from './outbox-doubts';
import { memberIds, membersOf } from './outbox-members';
import { rowsOf } from './outbox-pdfs';
import { candidates, resends, steps } from './outbox-steps';

interface Row {
  id: number;
  work_order_id: number;
  work_order_number: string;
  customer_name: string | null;
  description: string;
  revision: number;
  state: DeliveryState;
  held: number;
  may_change: number;
  link_id: number | null;
  settings_version: number | null;
  marker: string | null;
  document: string | null;
  request: string | null;
  total_excl_vat: string | null;
  variant: number;
  attempts: number;
  next_attempt_at_ms: number | null;
  sent_at_ms: number | null;
  unsure_since_ms: number | null;
  problem: string | null;
  external_id: string | null;
  document_number: string | null;
  archived_at_ms: number;
}

const JOINS = sql`
  JOIN work_order AS w ON w.id = o.work_order_id
  LEFT JOIN customer AS c ON c.id = w.customer_id`;
const SELECT = sql`
  SELECT o.*, w.number AS work_order_number, w.description, c.name AS customer_name, NOT ${wasEverUnsure(sql`o.id`)} AS may_change`;

export const LISTING: Listing = {
  from: sql`outbox AS o`,
  // There always is a work order; as an outer join it is left out where neither order nor search needs it.
  joins: sql`
    LEFT JOIN work_order AS w ON w.id = o.work_order_id
    LEFT JOIN customer AS c ON c.id = w.customer_id`,
  id: sql`o.id`,
  searchText: sql`(w.search_text || coalesce((
    SELECT group_concat(n.search_text, ' ') FROM outbox_member AS m JOIN work_order AS n ON n.id = m.work_order_id
    WHERE m.outbox_id = o.id), ''))`,
  sorts: {
    workOrderNumber: by(sql`o.work_order_id`),
    customerName: by(sql`c.name_key`),
    state: by(sql`o.state`, sql`o.held`),
    attempts: by(sql`o.attempts`),
    nextAttemptAtMs: (direction) => sql`o.next_attempt_at_ms ${direction} NULLS LAST`,
    archivedAtMs: by(sql`o.archived_at_ms`),
    documentNumber: by(sql`o.document_number`),
    totalExclVat: by(sql`CAST(o.total_excl_vat AS REAL)`),
  },
  defaultSort: { key: 'archivedAtMs', descending: true },
};

export function list(db: Reader, request: Parameters<QueueRepo['list']>[0]): ListPage<QueueRow> {
  const { total, ids } = idWindow(db, LISTING, passing(request), request);
  const rows = db.all<Row>(
    sql`${SELECT} FROM ${inOrderOf(ids)} JOIN outbox AS o ON o.id = wanted.value ${JOINS} ORDER BY wanted.key`,
  );
  const pdfs = rowsOf(db, ids);
  const members = membersOf(db, ids);
  return { total, rows: rows.map((row) => toQueueRow(row, pdfs.get(row.id), members.get(row.id))) };
}

export const ids = (db: Reader, request: WholeList & QueueFilter): readonly number[] =>
  idsInOrder(db, LISTING, passing(request), request);

/** What a filter lets through, of `outbox AS o`. */
export const passing = ({ states, pdfs, cause, archivedFromMs, runId }: QueueFilter) =>
  joinSql(
    [inStates(states), withPdfs(pdfs), ofCause(cause), inRun(runId), sql`o.archived_at_ms >= ${archivedFromMs ?? 0}`],
    sql` AND `,
  );

const ofCause = (cause: string | undefined) => (cause === undefined ? sql`TRUE` : sql`o.cause = ${cause}`);

const inStates = (states: readonly DeliveryState[] | undefined) =>
  states === undefined
    ? sql`TRUE`
    : sql`o.state IN (${joinSql(
        states.map((state) => sql`${state}`),
        sql`, `,
      )})`;

/** Entries with a PDF that the office must do something about. */
const withPdfs = (pdfs: 'held' | undefined) =>
  pdfs === undefined ? sql`TRUE` : sql`o.id IN (SELECT outbox_id FROM outbox_pdf WHERE state = ${pdfs})`;

/** Something became of them between the beginning and the end of the run, as its counts of documents say. */
const inRun = (runId: number | undefined) =>
  runId === undefined
    ? sql`TRUE`
    : sql`o.id IN (
        SELECT s.outbox_id FROM run AS r JOIN outbox_step AS s
          ON s.at_ms BETWEEN r.started_at_ms AND coalesce(r.ended_at_ms, 9007199254740991)
        WHERE r.id = ${runId} AND s.step IN ('booked', 'found', 'rejected', 'not-sent', 'unsure', 'held'))`;

const toQueueRow = (row: Row, pdfs: readonly PdfRow[] = [], together: readonly WorkOrderName[] = []): QueueRow => ({
  id: row.id,
  workOrderId: row.work_order_id,
  workOrderNumber: row.work_order_number,
  together,
  revision: row.revision,
  customerName: row.customer_name ?? '',
  description: row.description,
  state: row.state,
  held: row.held === 1,
  mayChange: row.may_change === 1,
  problem: readJsonOrNull<Problem>(row.problem),
  attempts: row.attempts,
  nextAttemptAtMs: row.next_attempt_at_ms,
  archivedAtMs: row.archived_at_ms,
  documentNumber: row.document_number,
  totalExclVat: row.total_excl_vat,
  pdfs,
});

const rowOf = (db: Reader, id: number): Row | null =>
  db.one<Row>(sql`${SELECT} FROM outbox AS o ${JOINS} WHERE o.id = ${id}`);

export function get(db: Reader, id: number): QueueDetail | null {
  const row = rowOf(db, id);
  return (
    row && {
      ...toQueueRow(row, rowsOf(db, [id]).get(id), membersOf(db, [id]).get(id)),
      package: row.link_id === null ? null : linkOf(db, row.link_id).package,
      marker: row.marker ?? '',
      settingsVersion: row.settings_version,
      document: readJsonOrNull<OutgoingDocument>(row.document),
      request: readJsonOrNull<DocumentRequest>(row.request),
      externalId: row.external_id,
      sentAtMs: row.sent_at_ms,
      candidates: row.held === 1 ? candidates(db, id) : [],
      sentDocuments: sentDocuments(db, id),
      steps: steps(db, id),
    }
  );
}

export function entry(db: Reader, id: number): QueueEntry | null {
  const row = rowOf(db, id);
  return row && toEntry(db, row);
}

function toEntry(db: Reader, row: Row): QueueEntry {
  return {
    id: row.id,
    workOrderId: row.work_order_id,
    workOrderNumber: row.work_order_number,
    members: memberIds(db, row.id),
    doubtedMarkers: doubtedMarkers(db, row.id),
    revision: row.revision,
    state: row.state,
    held: row.held === 1,
    frozen: frozenOf(db, row),
    variant: row.variant,
    attempts: row.attempts,
    nextAttemptAtMs: row.next_attempt_at_ms,
    sentAtMs: row.sent_at_ms,
    unsureSinceMs: row.unsure_since_ms,
    problem: readJsonOrNull<Problem>(row.problem),
    resends: resends(db, row.id),
  };
}

function frozenOf(db: Reader, row: Row): FrozenDocument | null {
  const { link_id, settings_version, marker, document, request } = row;
  if (link_id === null || settings_version === null || marker === null || document === null || request === null) {
    return null;
  }
  return {
    link: linkOf(db, link_id),
    settingsVersion: settings_version,
    marker,
    document: readJson<OutgoingDocument>(document),
    request: readJson<DocumentRequest>(request),
  };
}

export const due = (db: Reader, nowMs: number, limit: number): readonly QueueEntry[] =>
  db
    .all<Row>(
      sql`${SELECT} FROM outbox AS o ${JOINS}
          WHERE (o.state = 'waiting' AND coalesce(o.next_attempt_at_ms, 0) <= ${nowMs})
             OR (o.state = 'unsure' AND o.held = 0)
          ORDER BY o.archived_at_ms, o.id LIMIT ${limit}`,
    )
    .map((row) => toEntry(db, row));

export const nextDueAtMs = (db: Reader): number | null =>
  db.column<number | null>(
    sql`SELECT min(coalesce(next_attempt_at_ms, archived_at_ms)) FROM outbox WHERE state = 'waiting'`,
  )[0] ?? null;

export function counts(db: Reader): Readonly<Record<DeliveryState, number>> {
  const found = { waiting: 0, sending: 0, unsure: 0, booked: 0, skipped: 0, blocked: 0, withdrawn: 0 };
  for (const { state, n } of db.all<{ state: DeliveryState; n: number }>(
    sql`SELECT state, count(*) AS n FROM outbox GROUP BY state`,
  )) {
    found[state] = n;
  }
  return found;
}
