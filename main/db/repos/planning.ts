import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import { OPEN_END_MS } from '../../../preload/contract/planning';
import type {
  ListPage,
  PlannedWorkOrder,
  PlanningRow,
  WorkOrderDetail,
  WorkOrderPlan,
  WorkOrderStatus,
} from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { by, idsInOrder, idWindow, inOrderOf, type Listing } from '../listing';
import { joinSql, sql, type Sql } from '../sql';
import type { ListRequest, TimeSpan } from '../store';
import type { WholeList } from '../whole-lists';
import { archived, changedElsewhere, notFound } from './work-order-changes';
import { refreshSearchText } from './work-order-search';
import { mustGet, stored } from './work-orders';

interface Row {
  id: number;
  number: string;
  status: WorkOrderStatus;
  version: number;
  customer_name: string | null;
  city: string;
  description: string;
  employee_id: number | null;
  planned_start_at_ms: number | null;
  planned_end_at_ms: number | null;
}

const SELECT = sql`
  SELECT w.id, w.number, w.status, w.version, c.name AS customer_name, coalesce(a.city, c.city, '') AS city,
    w.description, w.employee_id, w.planned_start_at_ms, w.planned_end_at_ms`;
const JOINS = sql`
  LEFT JOIN customer AS c ON c.id = w.customer_id
  LEFT JOIN work_address AS a ON a.id = w.work_address_id`;

const UNPLANNED: Listing = {
  // By itself SQLite takes the index by status, and reads every planned work order from its row.
  from: sql`work_order AS w INDEXED BY work_order_unplanned`,
  joins: sql``,
  id: sql`w.id`,
  searchText: sql`w.search_text`,
  sorts: { number: by(sql`w.id`) },
  // What waits longest comes first.
  defaultSort: { key: 'number', descending: false },
};

const IS_UNPLANNED = joinSql([sql`w.status = 'planned'`, sql`w.planned_start_at_ms IS NULL`], sql` AND `);

/** The bound of the index `work_order_long`; as text in the query, because a bound value would not find that index. */
const LONGER_THAN_A_DAY = sql`planned_end_at_ms - planned_start_at_ms > 86400000`;
const DAY_MS = 86_400_000;

/** Planned work orders of which a part lies in the span, by their start. */
export const board = (db: Reader, span: TimeSpan): readonly PlannedWorkOrder[] =>
  db
    .all<Row>(sql`${SELECT} FROM work_order AS w ${JOINS} WHERE ${isIn(span)} ORDER BY w.planned_start_at_ms, w.id`)
    .map(toRow)
    .filter(isPlanned);

/** The same in full, for lists on paper. */
export const boardDetails = (db: Reader, span: TimeSpan): readonly WorkOrderDetail[] =>
  db
    .column<number>(sql`SELECT w.id FROM work_order AS w WHERE ${isIn(span)} ORDER BY w.planned_start_at_ms, w.id`)
    .map((id) => mustGet(db, id));

function isIn({ fromMs, toMs }: TimeSpan): Sql {
  return sql`
    w.id IN (
      SELECT id FROM work_order WHERE planned_start_at_ms >= ${fromMs - DAY_MS} AND planned_start_at_ms < ${toMs}
      UNION ALL
      SELECT id FROM work_order
      WHERE ${LONGER_THAN_A_DAY} AND planned_end_at_ms > ${fromMs} AND planned_start_at_ms < ${fromMs - DAY_MS})
    AND (w.planned_start_at_ms >= ${fromMs}
      OR coalesce(w.planned_end_at_ms, w.planned_start_at_ms + ${OPEN_END_MS}) > ${fromMs})`;
}

/** Work orders that still have to be planned, those that wait longest first. */
export function unplanned(db: Reader, request: ListRequest): ListPage<PlanningRow> {
  const { total, ids } = idWindow(db, UNPLANNED, IS_UNPLANNED, request);
  return { total, rows: rows(db, ids) };
}

export const unplannedIds = (db: Reader, request: WholeList): readonly number[] =>
  idsInOrder(db, UNPLANNED, IS_UNPLANNED, request);

/** Those that are there still, in the order of the ids. */
export const rows = (db: Reader, ids: readonly number[]): readonly PlanningRow[] =>
  db
    .all<Row>(
      sql`${SELECT} FROM ${inOrderOf(ids)} JOIN work_order AS w ON w.id = wanted.value ${JOINS} ORDER BY wanted.key`,
    )
    .map(toRow);

/** Changes only who does the work order and when; raises its version. */
export function plan(db: Writer, id: number, version: number, next: WorkOrderPlan): Result<PlanningRow> {
  const row = stored(db, id);
  if (!row) return fail(notFound());
  if (row.status === 'archived') return fail(archived(row));
  if (row.version !== version) return fail(changedElsewhere(row));
  if (next.employeeId !== null && !isEmployee(db, next.employeeId)) {
    return fail(problem('invalid-input', 'employee-not-found', {}, { field: 'employeeId' }));
  }
  db.run(sql`
    UPDATE work_order SET version = version + 1, employee_id = ${next.employeeId},
      planned_start_at_ms = ${next.plannedStartAtMs}, planned_end_at_ms = ${next.plannedEndAtMs}
    WHERE id = ${id}`);
  refreshSearchText(db, id);
  return ok(mustGetRow(db, id));
}

const isEmployee = (db: Reader, id: number): boolean => db.one(sql`SELECT 1 FROM employee WHERE id = ${id}`) !== null;

function mustGetRow(db: Reader, id: number): PlanningRow {
  const row = db.one<Row>(sql`${SELECT} FROM work_order AS w ${JOINS} WHERE w.id = ${id}`);
  if (!row) throw new Error(`No work order ${id}`);
  return toRow(row);
}

const toRow = (row: Row): PlanningRow => ({
  id: row.id,
  number: row.number,
  status: row.status,
  version: row.version,
  customerName: row.customer_name ?? '',
  city: row.city,
  description: row.description,
  employeeId: row.employee_id,
  plannedStartAtMs: row.planned_start_at_ms,
  plannedEndAtMs: row.planned_end_at_ms,
});

const isPlanned = (row: PlanningRow): row is PlannedWorkOrder => row.plannedStartAtMs !== null;
