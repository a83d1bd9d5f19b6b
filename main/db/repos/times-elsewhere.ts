import type { TimeElsewhere } from '../../../preload/contract/views';
import type { Reader } from '../connection';
import { idList, sql } from '../sql';
import type { Store } from '../store';

interface Row {
  work_order: string;
  employee_id: number;
  date: string;
  start_minute: number | null;
  minutes: number;
}

/** Time of these employees on other work orders. Reads all booked time: 100,000 entries take some milliseconds. */
export const timesElsewhere = (
  db: Reader,
  { exceptId, employeeIds, fromDay, toDay }: Parameters<Store['workOrders']['timesElsewhere']>[0],
): readonly TimeElsewhere[] =>
  db
    .all<Row>(
      sql`SELECT w.number AS work_order, t.employee_id, t.date, t.start_minute, t.minutes
          FROM time_entry AS t JOIN work_order AS w ON w.id = t.work_order_id
          WHERE t.date BETWEEN ${fromDay} AND ${toDay} AND t.employee_id IN ${idList(employeeIds)}
            AND t.work_order_id IS NOT ${exceptId}
          ORDER BY w.id, t.position`,
    )
    .map((row) => ({
      workOrder: row.work_order,
      employeeId: row.employee_id,
      date: row.date,
      startMinute: row.start_minute,
      minutes: row.minutes,
    }));
