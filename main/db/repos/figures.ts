import type { Reader } from '../connection';
import type { FiguresRepo, Sum, Unfrozen } from '../figures';
import { sql, type Sql } from '../sql';
import type { TimeSpan, WorkOrderForDocument } from '../store';
import { forDocument } from './work-order-document';

/** States of an entry whose document may still come. */
const OPEN = sql`('waiting', 'sending', 'unsure', 'blocked')`;

const CANDIDATES: Readonly<Record<Unfrozen, Sql>> = {
  planned: sql`w.status = 'planned'`,
  ready: sql`w.status = 'ready'`,
  archived: sql`w.id IN (
    SELECT b.work_order_id FROM outbox AS o JOIN outbox_work_order AS b ON b.outbox_id = o.id
    WHERE o.state IN ${OPEN} AND o.marker IS NULL)`,
};

const HAS_BOOKINGS = sql`(
  EXISTS (SELECT 1 FROM time_entry WHERE work_order_id = w.id)
  OR EXISTS (SELECT 1 FROM work_order_article WHERE work_order_id = w.id))`;

export const unfrozen = (
  db: Reader,
  { of, onlyWithBookings }: Parameters<FiguresRepo['unfrozen']>[0],
): ReturnType<FiguresRepo['unfrozen']> =>
  db.all(sql`
    SELECT w.id, w.version FROM work_order AS w
    WHERE ${CANDIDATES[of]} AND ${onlyWithBookings ? HAS_BOOKINGS : sql`TRUE`}`);

export const forDocuments = (db: Reader, ids: readonly number[]): readonly WorkOrderForDocument[] =>
  ids.map((id) => forDocument(db, id)).filter((workOrder) => workOrder !== null);

export const open = (db: Reader): ReturnType<FiguresRepo['open']> => ({
  workOrders:
    db.column<number>(sql`
      SELECT count(*) FROM outbox AS o JOIN outbox_work_order AS b ON b.outbox_id = o.id WHERE o.state IN ${OPEN}`)[0] ??
    0,
  frozen: sum(db, sql`state IN ${OPEN} AND marker IS NOT NULL`),
});

export const booked = (db: Reader, { fromMs, toMs }: TimeSpan): Sum =>
  sum(db, sql`state = 'booked' AND archived_at_ms >= ${fromMs} AND archived_at_ms < ${toMs}`);

/** Totals of documents have two digits, so that whole cents are added: exact at any number of them. */
function sum(db: Reader, where: Sql): Sum {
  const row = db.one<{ count: number; cents: number | null; known: number }>(sql`
    SELECT count(*) AS count, sum(CAST(replace(total_excl_vat, '.', '') AS INTEGER)) AS cents,
      count(total_excl_vat) AS known
    FROM outbox WHERE ${where}`);
  const { count = 0, cents = 0, known = 0 } = row ?? {};
  return { count, exclVat: euros(cents ?? 0), unknown: count - known };
}

/** Whole cents as euros: `-5` gives `-0.05`. */
function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function bookedSince(db: Reader, momentsMs: readonly number[]): readonly number[] {
  const moments = JSON.stringify(momentsMs);
  // An index holds all three columns (`outbox_by_archiving`), so that no document is read.
  return db.column<number>(sql`
    WITH span (place, from_ms, to_ms) AS (
      SELECT key, value, lead(value, 1, 9007199254740991) OVER (ORDER BY key) FROM json_each(${moments}))
    SELECT (
      SELECT count(*) FROM outbox
      WHERE archived_at_ms >= span.from_ms AND archived_at_ms < span.to_ms AND state = 'booked')
    FROM span ORDER BY span.place`);
}

export const minutesByDay = (
  db: Reader,
  { fromDay, toDay }: Parameters<FiguresRepo['minutesByDay']>[0],
): ReturnType<FiguresRepo['minutesByDay']> =>
  db.all(sql`
    SELECT date AS day, kind, sum(minutes) AS minutes FROM time_entry
    WHERE date BETWEEN ${fromDay} AND ${toDay} GROUP BY date, kind`);

export function readySince(db: Reader, momentsMs: readonly number[]): readonly number[] {
  const moments = JSON.stringify([...momentsMs].sort((one, other) => other - one));
  return db.column<number>(sql`
    WITH age (place, from_ms, to_ms) AS (
      SELECT key, value, lag(value, 1, 9007199254740991) OVER (ORDER BY key) FROM json_each(${moments}))
    SELECT count(w.id) FROM age LEFT JOIN work_order AS w
      ON w.status = 'ready' AND w.reported_ready_at_ms >= age.from_ms AND w.reported_ready_at_ms < age.to_ms
    GROUP BY age.place ORDER BY age.place`);
}

export const plannedIn = (db: Reader, { fromMs, toMs }: TimeSpan): number =>
  db.column<number>(sql`
    SELECT count(*) FROM work_order WHERE planned_start_at_ms >= ${fromMs} AND planned_start_at_ms < ${toMs}`)[0] ?? 0;
