import type { IdPage } from '../../../connectors/_kit/connector';
import type { Resource } from '../../../connectors/_kit/model';
import type { Reader, Writer } from '../connection';
import { PageTally } from '../page-tally';
import { sql, type Sql } from '../sql';
import type { CleanUpComparison, LinkKey, PageOutcome } from '../store';
import { cleanedTable, type CleanedTable } from './cleaned-tables';
import * as questions from './clean-up-questions';
import { findLink, linkId as linkIdOf } from './links';

/**
 * How many clean-ups count together: they come every other day, so about a week. A list that loses its rows little by
 * little is then as suspect as one that loses them at once. Counted in clean-ups, because a clock can be set.
 */
const PAST_KEPT = 3;

/**
 * A clean-up under way, in temporary tables: it compares only a complete list, so one that was cut off is worth nothing
 * after a restart.
 */
export function begin(db: Writer, link: LinkKey, resource: Resource): void {
  db.run(sql`
    CREATE TEMP TABLE IF NOT EXISTS clean_up (
      resource TEXT PRIMARY KEY, link_id INTEGER NOT NULL, rows_seen INTEGER NOT NULL
    ) STRICT`);
  db.run(sql`
    CREATE TEMP TABLE IF NOT EXISTS clean_up_id (
      resource TEXT NOT NULL, external_id TEXT NOT NULL, PRIMARY KEY (resource, external_id)
    ) STRICT, WITHOUT ROWID`);
  db.run(sql`DELETE FROM clean_up_id WHERE resource = ${resource}`);
  db.run(
    sql`INSERT OR REPLACE INTO clean_up (resource, link_id, rows_seen) VALUES (${resource}, ${linkIdOf(db, link)}, 0)`,
  );
}

export function addIds(db: Writer, link: LinkKey, resource: Resource, page: IdPage): void {
  listed(db, link, resource);
  db.run(sql`
    INSERT OR IGNORE INTO clean_up_id (resource, external_id)
    SELECT ${resource}, value FROM json_each(${JSON.stringify(page.externalIds)})`);
  db.run(sql`UPDATE clean_up SET rows_seen = rows_seen + ${page.rowsSeen} WHERE resource = ${resource}`);
}

export function compare(db: Reader, link: LinkKey, resource: Resource): CleanUpComparison {
  const { linkId, rowsSeen } = listed(db, link, resource);
  const table = cleanedTable(resource);
  const nothing = { present: 0, going: 0, toRemove: 0, keptInUse: 0, missing: 0, removedBefore: 0, standing: null };
  if (!table) return { resource, rowsSeen, ...nothing };
  const leaving = sql`${table.name} WHERE ${leaves(table, linkId, resource)}`;
  const keptInUse = count(db, sql`${leaving} AND EXISTS (${table.openWorkOrders})`);
  return {
    resource,
    rowsSeen,
    present: count(db, sql`${table.name} WHERE ${table.shown} AND ${table.selectable}`),
    going: count(db, sql`${leaving} AND ${table.selectable}`),
    toRemove: count(db, leaving) - keptInUse,
    keptInUse,
    missing: count(
      db,
      sql`clean_up_id AS i WHERE i.resource = ${resource}
        AND NOT EXISTS (SELECT 1 FROM ${table.name} AS t
          WHERE t.link_id = ${linkId} AND t.external_id = i.external_id AND ${table.selectable})
        AND NOT EXISTS (SELECT 1 FROM parked AS p
          WHERE p.link_id = ${linkId} AND p.resource = ${resource} AND p.external_id = i.external_id)`,
    ),
    removedBefore:
      db.column<number>(
        sql`SELECT coalesce(sum(removed), 0) FROM clean_up_past WHERE link_id = ${linkId} AND resource = ${resource}`,
      )[0] ?? 0,
    standing: questions.standing(db, linkId, resource, leaving),
  };
}

/** Asks the office about everything that would go now. */
export function ask(
  db: Writer,
  link: LinkKey,
  resource: Resource,
  request: { readonly isGuarded: boolean; readonly atMs: number },
): { readonly questionId: number; readonly isNew: boolean } {
  const { linkId } = listed(db, link, resource);
  const table = cleanedTable(resource);
  if (!table) throw new Error(`There is no clean-up of ${resource}`);
  const found = compare(db, link, resource);
  return questions.put(db, { linkId, found, table, leaving: leaves(table, linkId, resource), ...request });
}

/**
 * Removes what would go now; of a question that the office answered, what it agreed to and is gone still. The list and
 * the question are forgotten.
 */
export function apply(
  db: Writer,
  link: LinkKey,
  resource: Resource,
  { agreedId, atMs }: { readonly agreedId: number | null; readonly atMs: number },
): PageOutcome {
  const { linkId } = listed(db, link, resource);
  const tally = new PageTally();
  const table = cleanedTable(resource);
  if (table) {
    const agreed = agreedId === null ? sql`TRUE` : sql`id IN ${questions.recordIds(agreedId)}`;
    const leaving = sql`${table.name} WHERE ${leaves(table, linkId, resource)} AND ${agreed}`;
    const going = count(db, sql`${leaving} AND ${table.selectable}`);
    table.remove(db, leaving, tally, atMs);
    remember(db, linkId, resource, agreedId === null ? going : null);
  }
  questions.forget(db, linkId, resource);
  end(db, linkId, resource, atMs);
  return tally.outcome();
}

/** Ends a clean-up that removes nothing, because the office chose to keep what would go. */
export function keep(db: Writer, link: LinkKey, resource: Resource, atMs: number): void {
  end(db, listed(db, link, resource).linkId, resource, atMs);
}

export const lastEndedAtMs = (db: Reader, link: LinkKey, resource: Resource): number | null =>
  db.column<number>(
    sql`SELECT at_ms FROM cleaned WHERE link_id = ${findLink(db, link)} AND resource = ${resource}`,
  )[0] ?? null;

/** What went unasked counts for the next clean-ups; null: the office agreed, so that counting starts anew. */
function remember(db: Writer, linkId: number, resource: Resource, removed: number | null): void {
  const past = sql`clean_up_past WHERE link_id = ${linkId} AND resource = ${resource}`;
  if (removed === null) {
    db.run(sql`DELETE FROM ${past}`);
    return;
  }
  db.run(sql`INSERT INTO clean_up_past (link_id, resource, removed) VALUES (${linkId}, ${resource}, ${removed})`);
  db.run(sql`DELETE FROM ${past} AND id NOT IN (SELECT id FROM ${past} ORDER BY id DESC LIMIT ${PAST_KEPT})`);
}

function end(db: Writer, linkId: number, resource: Resource, atMs: number): void {
  db.run(sql`DELETE FROM clean_up_id WHERE resource = ${resource}`);
  db.run(sql`DELETE FROM clean_up WHERE resource = ${resource}`);
  db.run(sql`
    INSERT INTO cleaned (link_id, resource, at_ms) VALUES (${linkId}, ${resource}, ${atMs})
    ON CONFLICT (link_id, resource) DO UPDATE SET at_ms = excluded.at_ms`);
}

/** The clean-up of this resource that was begun; ids without a beginning are a bug. */
function listed(db: Reader, link: LinkKey, resource: Resource): { readonly linkId: number; readonly rowsSeen: number } {
  const isAnyBegun = db.one(sql`SELECT 1 FROM temp.sqlite_schema WHERE name = 'clean_up'`) !== null;
  const begun = isAnyBegun
    ? db.one<{ link_id: number; rows_seen: number }>(
        sql`SELECT link_id, rows_seen FROM clean_up WHERE resource = ${resource} AND link_id = ${findLink(db, link)}`,
      )
    : null;
  if (!begun) throw new Error(`No clean-up of ${resource} was begun`);
  return { linkId: begun.link_id, rowsSeen: begun.rows_seen };
}

/** What was made by hand, what is of another administration, and what the package did not list. */
const leaves = (table: CleanedTable, linkId: number, resource: Resource): Sql =>
  sql`${table.shown} AND (link_id IS NOT ${linkId} OR NOT ${isListed(table, resource)})`;

const isListed = (table: CleanedTable, resource: Resource): Sql =>
  sql`EXISTS (SELECT 1 FROM clean_up_id AS i WHERE i.resource = ${resource} AND i.external_id = ${table.name}.external_id)`;

const count = (db: Reader, from: Sql): number => db.column<number>(sql`SELECT count(*) FROM ${from}`)[0] ?? 0;
