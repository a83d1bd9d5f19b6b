import type { DeliveryState, TimeKind, WorkOrderStatus } from '../../../preload/contract/views';
import type { Reader } from '../connection';
import { idList, sql } from '../sql';
import type { BookedTime, DaySpan, WholeLists } from '../whole-lists';
import { entryOf } from './outbox-members';

interface Row {
  employee_name: string | null;
  kind: TimeKind;
  date: string;
  start_minute: number | null;
  minutes: number;
  note: string;
  id: number;
  position: number;
  number: string;
  status: WorkOrderStatus;
  delivery: DeliveryState | null;
  customer_number: string | null;
  customer_name: string | null;
  description: string;
}

/** Who booked time on these days, by name; nobody's comes last. */
export const timeKeepers = (db: Reader, { fromDay, toDay }: DaySpan): ReturnType<WholeLists['timeKeepers']> =>
  db.all<{ employeeId: number | null; count: number }>(sql`
    SELECT t.employee_id AS employeeId, count(*) AS count
    FROM time_entry AS t LEFT JOIN employee AS e ON e.id = t.employee_id
    WHERE t.date BETWEEN ${fromDay} AND ${toDay}
    GROUP BY t.employee_id ORDER BY e.name_key IS NULL, e.name_key`);

/** What one employee booked, by day, and by the clock within a day. */
export const times = (
  db: Reader,
  { employeeId, fromDay, toDay }: DaySpan & { readonly employeeId: number | null },
): readonly BookedTime[] =>
  db
    .all<Row>(
      sql`
      SELECT e.name AS employee_name, t.kind, t.date, t.start_minute, t.minutes, t.note, w.id, t.position, w.number, w.status,
        o.state AS delivery, c.number AS customer_number, c.name AS customer_name, w.description
      FROM time_entry AS t JOIN work_order AS w ON w.id = t.work_order_id
        LEFT JOIN employee AS e ON e.id = t.employee_id
        LEFT JOIN customer AS c ON c.id = w.customer_id
        LEFT JOIN outbox AS o ON w.status = 'archived' AND o.id = ${entryOf(sql`w.id`)}
      WHERE t.date BETWEEN ${fromDay} AND ${toDay} AND t.employee_id IS ${employeeId}
      ORDER BY t.date, t.start_minute IS NULL, t.start_minute, w.id, t.position`,
    )
    .map((row) => ({
      employeeName: row.employee_name ?? '',
      kind: row.kind,
      date: row.date,
      startMinute: row.start_minute,
      minutes: row.minutes,
      note: row.note,
      workOrderId: row.id,
      position: row.position,
      workOrderNumber: row.number,
      status: row.status,
      delivery: row.delivery,
      customerNumber: row.customer_number ?? '',
      customerName: row.customer_name ?? '',
      description: row.description,
    }));

/** All time on these work orders, and on those that share a document with them. */
export const timeParts = (db: Reader, workOrderIds: readonly number[]): ReturnType<WholeLists['timeParts']> =>
  db.all(sql`
    WITH wanted AS (
      SELECT w.id, (
        SELECT o.id FROM outbox AS o WHERE w.status = 'archived' AND o.marker IS NOT NULL AND o.id = ${entryOf(sql`w.id`)}
      ) AS entry_id
      FROM work_order AS w WHERE w.id IN ${idList(workOrderIds)}),
    together AS (
      SELECT id, entry_id FROM wanted WHERE entry_id IS NULL
      UNION SELECT b.work_order_id, b.outbox_id FROM outbox_work_order AS b
        WHERE b.outbox_id IN (SELECT entry_id FROM wanted WHERE entry_id IS NOT NULL))
    SELECT t.work_order_id AS workOrderId, t.position, t.kind, t.minutes, together.entry_id AS frozenEntryId
    FROM together JOIN time_entry AS t ON t.work_order_id = together.id
    ORDER BY t.work_order_id, t.position`);

/** The lines for time of frozen documents. */
export const timeLines = (db: Reader, entryIds: readonly number[]): ReturnType<WholeLists['timeLines']> =>
  db.all(sql`
    SELECT o.id AS entryId, iif(line.value ->> '$.kind' = 'work-time', 'work', 'travel') AS kind,
      line.value ->> '$.totalExclVat' AS totalExclVat
    FROM outbox AS o, json_each(o.document, '$.lines') AS line
    WHERE o.id IN ${idList(entryIds)} AND line.value ->> '$.kind' IN ('work-time', 'travel-time')`);
