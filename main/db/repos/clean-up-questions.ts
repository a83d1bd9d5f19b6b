import type { Resource } from '../../../connectors/_kit/model';
import type { CleanUpQuestion, CleanUpRow, ListPage } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { by, idWindow, inOrderOf, type Listing } from '../listing';
import { sql, type Sql } from '../sql';
import type { CleanUpComparison, LinkKey, ListRequest } from '../store';
import { cleanedTable, type CleanedTable } from './cleaned-tables';
import { findLink } from './links';

/** Numbers of work orders that are told with a row; how many there are is told as well. */
const NUMBERS_TOLD = 5;

interface QuestionRow {
  id: number;
  link_id: number;
  resource: CleanUpQuestion['resource'];
  asked_at_ms: number;
  rows_seen: number;
  present: number;
  to_remove: number;
  kept_in_use: number;
  guarded: number;
  refused_at_ms: number | null;
}

const toQuestion = (row: QuestionRow): CleanUpQuestion => ({
  id: row.id,
  resource: row.resource,
  askedAtMs: row.asked_at_ms,
  present: row.present,
  toRemove: row.to_remove,
  keptInUse: row.kept_in_use,
  reason: row.guarded === 0 ? 'asked-for' : row.rows_seen === 0 ? 'nothing-returned' : 'too-much',
});

/** Those that wait for an answer, in the order in which they were asked. */
export const waiting = (db: Reader, link: LinkKey): readonly CleanUpQuestion[] =>
  db
    .all<QuestionRow>(
      sql`SELECT * FROM clean_up_question WHERE link_id = ${findLink(db, link)} AND refused_at_ms IS NULL ORDER BY id`,
    )
    .map(toQuestion);

/** One that waits; null when it was answered or asked anew since. */
export function get(db: Reader, id: number): CleanUpQuestion | null {
  const row = db.one<QuestionRow>(sql`SELECT * FROM clean_up_question WHERE id = ${id} AND refused_at_ms IS NULL`);
  return row && toQuestion(row);
}

/** The office chose to keep everything. False: it does not wait any more. */
export const refuse = (db: Writer, id: number, atMs: number): boolean =>
  db.run(sql`UPDATE clean_up_question SET refused_at_ms = ${atMs} WHERE id = ${id} AND refused_at_ms IS NULL`).changes >
  0;

/** The rows that would go, and those that stay because a work order needs them, as they are now. */
export function rows(db: Reader, { id, ...request }: ListRequest & { readonly id: number }): ListPage<CleanUpRow> {
  const question = get(db, id);
  const table = question && cleanedTable(question.resource);
  if (!table) return { total: 0, rows: [] };
  const { total, ids } = idWindow(db, listing(table), sql`q.question_id = ${id} AND ${table.shown}`, request);
  const found = db.all<{ id: number; number: string; label: string; reason: CleanUpRow['reason']; open: string }>(sql`
    SELECT ${table.name}.id, ${table.columns.number} AS number, ${table.columns.label} AS label, q.reason,
      (SELECT json_group_array(number) FROM (${table.openWorkOrders})) AS open
    FROM ${inOrderOf(ids)}
    JOIN ${table.name} ON ${table.name}.id = wanted.value
    JOIN clean_up_question_row AS q ON q.question_id = ${id} AND q.record_id = ${table.name}.id
    ORDER BY wanted.key`);
  return { total, rows: found.map(({ open, ...row }) => ({ ...row, ...usedBy(JSON.parse(open) as string[]) })) };
}

const usedBy = (numbers: readonly string[]): Pick<CleanUpRow, 'workOrders' | 'openWorkOrders'> => ({
  workOrders: numbers.slice(0, NUMBERS_TOLD),
  openWorkOrders: numbers.length,
});

const listing = ({ name, columns, openWorkOrders }: CleanedTable): Listing => ({
  from: sql`clean_up_question_row AS q JOIN ${name} ON ${name}.id = q.record_id`,
  joins: sql``,
  id: sql`${name}.id`,
  searchText: columns.searchText,
  sorts: {
    number: by(columns.numberKey),
    label: by(columns.labelKey),
    reason: by(sql`q.reason`, columns.labelKey),
    workOrders: by(sql`NOT EXISTS (${openWorkOrders})`, columns.labelKey),
  },
  defaultSort: { key: 'workOrders', descending: false },
});

/** The ids of everything that was asked about, as a query. */
export const recordIds = (questionId: number): Sql =>
  sql`(SELECT record_id FROM clean_up_question_row WHERE question_id = ${questionId})`;

/** What was asked before about this table. `leaving`: what would go now. */
export function standing(db: Reader, linkId: number, resource: Resource, leaving: Sql): CleanUpComparison['standing'] {
  const row = of(db, linkId, resource);
  if (!row) return null;
  const more = db.one(sql`SELECT 1 FROM ${leaving} AND id NOT IN ${recordIds(row.id)} LIMIT 1`);
  return { isGuarded: row.guarded === 1, isRefused: row.refused_at_ms !== null, coversAll: more === null };
}

/** The question as it is now takes the place of the former one, unless that one waits and asks the same. */
export function put(
  db: Writer,
  request: {
    readonly linkId: number;
    readonly found: CleanUpComparison;
    readonly table: CleanedTable;
    readonly leaving: Sql;
    readonly isGuarded: boolean;
    readonly atMs: number;
  },
): { readonly questionId: number; readonly isNew: boolean } {
  const { linkId, found, table, leaving, isGuarded } = request;
  const before = of(db, linkId, found.resource);
  if (before?.refused_at_ms === null && before.guarded === Number(isGuarded) && asksTheSame(db, before, found))
    return { questionId: before.id, isNew: false };
  forget(db, linkId, found.resource);
  const { id } = db.run(sql`
    INSERT INTO clean_up_question (link_id, resource, asked_at_ms, rows_seen, present, to_remove, kept_in_use, guarded)
    VALUES (${linkId}, ${found.resource}, ${request.atMs}, ${found.rowsSeen}, ${found.present}, ${found.toRemove},
      ${found.keptInUse}, ${Number(isGuarded)})`);
  db.run(sql`
    INSERT INTO clean_up_question_row (question_id, record_id, reason)
    SELECT ${id}, id, CASE WHEN link_id IS NULL THEN 'simon' WHEN link_id = ${linkId} THEN 'gone' ELSE 'former' END
    FROM ${table.name} WHERE ${leaving}`);
  return { questionId: id, isNew: true };
}

export function forget(db: Writer, linkId: number, resource: Resource): void {
  db.run(sql`DELETE FROM clean_up_question WHERE link_id = ${linkId} AND resource = ${resource}`);
}

/** After a table was emptied there is nothing left to ask about it, for any administration. */
export function forgetTable(db: Writer, resource: Resource): void {
  db.run(sql`DELETE FROM clean_up_question WHERE resource = ${resource}`);
  db.run(sql`DELETE FROM clean_up_past WHERE resource = ${resource}`);
}

const of = (db: Reader, linkId: number, resource: Resource): QuestionRow | null =>
  db.one<QuestionRow>(sql`SELECT * FROM clean_up_question WHERE link_id = ${linkId} AND resource = ${resource}`);

function asksTheSame(
  db: Reader,
  before: QuestionRow,
  { toRemove, keptInUse, standing: now }: CleanUpComparison,
): boolean {
  const asked = db.column<number>(sql`SELECT count(*) FROM clean_up_question_row WHERE question_id = ${before.id}`)[0];
  return (
    now?.coversAll === true &&
    asked === toRemove + keptInUse &&
    before.to_remove === toRemove &&
    before.kept_in_use === keptInUse
  );
}
