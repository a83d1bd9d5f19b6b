import { holdsFilterWord } from '../../../connectors/_kit/filter-word';
import { RECENTLY_ARCHIVED, type ExampleWork, type FilterWordCounts } from '../../../preload/contract/package-settings';
import type { WorkOrderStatus } from '../../../preload/contract/views';
import type { Reader } from '../connection';
import { sql, type Sql } from '../sql';

interface Row {
  id: number;
  number: string;
  status: WorkOrderStatus;
  customer_name: string | null;
  description: string;
}

/** Work orders to look at, those that are done and not archived first, each kind newest first. */
export const list = (db: Reader, limit: number): readonly ExampleWork[] =>
  db
    .all<Row>(
      sql`
        SELECT w.id, w.number, w.status, c.name AS customer_name, w.description
        FROM work_order AS w LEFT JOIN customer AS c ON c.id = w.customer_id
        ORDER BY CASE w.status WHEN 'ready' THEN 0 WHEN 'archived' THEN 1 ELSE 2 END, w.id DESC LIMIT ${limit}`,
    )
    .map(({ id, number, status, customer_name, description }) => ({
      id,
      number,
      status,
      customerName: customer_name ?? '',
      description,
    }));

/** How many work orders hold a filter word, by the rule of the engine. */
export function holding(db: Reader, word: string): FilterWordCounts {
  const count = (descriptions: Sql): FilterWordCounts['open'] => {
    const all = db.column<string>(descriptions);
    return { all: all.length, holding: all.filter((text) => holdsFilterWord(text, word)).length };
  };
  return {
    open: count(sql`SELECT description FROM work_order WHERE status <> 'archived'`),
    archived: count(sql`
      SELECT description FROM work_order WHERE status = 'archived'
      ORDER BY archived_at_ms DESC, id DESC LIMIT ${RECENTLY_ARCHIVED}`),
  };
}
