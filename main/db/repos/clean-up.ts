import type { IdPage } from '../../../connectors/_kit/connector';
import type { Resource } from '../../../connectors/_kit/model';
import { assertNever } from '../../../connectors/_kit/result';
import type { CleanUpPreview } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { PageTally } from '../page-tally';
import { sql, type Sql } from '../sql';
import type { LinkKey, PageOutcome } from '../store';
import { articleLabel } from './articles';
import { customerLabel } from './customers';
import { findLink, linkId as linkIdOf } from './links';
import { purgeArticles, purgeCustomers, retireArticle, retireCustomer } from './retire';

/** More than this part of what the package gave before may not go unasked (product rule of the clean-up). */
const MOST_GONE = 0.2;

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

export function preview(db: Reader, link: LinkKey, resource: Resource): CleanUpPreview {
  const { linkId, rowsSeen } = listed(db, link, resource);
  const table = tableOf(resource);
  if (!table) {
    return { resource, present: 0, toRemove: 0, keptInUse: 0, missing: 0, needsConfirmation: false };
  }
  const present = count(db, sql`${table.name} WHERE link_id = ${linkId} AND ${table.selectable}`);
  const newlyGone = count(
    db,
    sql`${table.name} WHERE link_id = ${linkId} AND ${table.selectable} AND NOT ${isListed(table, resource)}`,
  );
  const leaving = sql`${table.name} WHERE ${leaves(table, linkId, resource)}`;
  const keptInUse = count(db, sql`${leaving} AND ${table.inUse}`);
  return {
    resource,
    present,
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
    needsConfirmation: present > 0 && (rowsSeen === 0 || newlyGone > present * MOST_GONE),
  };
}

/** Does what the preview tells, and forgets the list. */
export function apply(db: Writer, link: LinkKey, resource: Resource, atMs: number): PageOutcome {
  const { linkId } = listed(db, link, resource);
  const tally = new PageTally();
  const table = tableOf(resource);
  if (table) table.remove(db, sql`${table.name} WHERE ${leaves(table, linkId, resource)}`, tally, atMs);
  db.run(sql`DELETE FROM clean_up_id WHERE resource = ${resource}`);
  db.run(sql`DELETE FROM clean_up WHERE resource = ${resource}`);
  db.run(sql`
    INSERT INTO cleaned (link_id, resource, at_ms) VALUES (${linkId}, ${resource}, ${atMs})
    ON CONFLICT (link_id, resource) DO UPDATE SET at_ms = excluded.at_ms`);
  return tally.outcome();
}

export const lastAppliedAtMs = (db: Reader, link: LinkKey, resource: Resource): number | null =>
  db.column<number>(
    sql`SELECT at_ms FROM cleaned WHERE link_id = ${findLink(db, link)} AND resource = ${resource}`,
  )[0] ?? null;

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

interface CleanedTable {
  readonly name: Sql;
  /** Rows that the office can choose. */
  readonly selectable: Sql;
  /** Rows that are on the screens. */
  readonly shown: Sql;
  readonly inUse: Sql;
  readonly remove: (db: Writer, leaving: Sql, tally: PageTally, atMs: number) => void;
}

function tableOf(resource: Resource): CleanedTable | null {
  switch (resource) {
    case 'customers':
      return CUSTOMERS;
    case 'articles':
      return ARTICLES;
    case 'articleGroups':
      return GROUPS;
    case 'orders':
      // A work order that was made of an order is Simon's own.
      return null;
    default:
      return assertNever(resource);
  }
}

const CUSTOMERS: CleanedTable = {
  name: sql`customer`,
  selectable: sql`active = 1`,
  shown: sql`removed_at_ms IS NULL`,
  inUse: sql`EXISTS (SELECT 1 FROM work_order AS w WHERE w.customer_id = customer.id AND w.status <> 'archived')`,
  remove: (db, leaving, tally, atMs) => {
    for (const row of db.all<{ id: number; number: string; name: string }>(
      sql`SELECT id, number, name FROM ${leaving}`,
    )) {
      if (retireCustomer(db, row.id, atMs) === 'removed') tally.counts.removed += 1;
      else tally.keptInUse('customer', row.id, customerLabel(row.number, row.name));
    }
    purgeCustomers(db);
  },
};

const ARTICLES: CleanedTable = {
  name: sql`article`,
  selectable: sql`active = 1`,
  shown: sql`removed_at_ms IS NULL`,
  inUse: sql`EXISTS (
    SELECT 1 FROM work_order_article AS x JOIN work_order AS w ON w.id = x.work_order_id
    WHERE x.article_id = article.id AND w.status <> 'archived')`,
  remove: (db, leaving, tally, atMs) => {
    for (const row of db.all<{ id: number; code: string; description: string }>(
      sql`SELECT id, code, description FROM ${leaving}`,
    )) {
      if (retireArticle(db, row.id, atMs) === 'removed') tally.counts.removed += 1;
      else tally.keptInUse('article', row.id, articleLabel(row.code, row.description));
    }
    purgeArticles(db);
  },
};

const GROUPS: CleanedTable = {
  name: sql`article_group`,
  selectable: sql`TRUE`,
  shown: sql`TRUE`,
  inUse: sql`FALSE`,
  remove: (db, leaving, tally) => {
    tally.counts.removed += db.run(sql`DELETE FROM ${leaving}`).changes;
  },
};

/** What was made by hand, what is of another administration, and what the package did not list. */
const leaves = (table: CleanedTable, linkId: number, resource: Resource): Sql =>
  sql`${table.shown} AND (link_id IS NOT ${linkId} OR NOT ${isListed(table, resource)})`;

const isListed = (table: CleanedTable, resource: Resource): Sql =>
  sql`EXISTS (SELECT 1 FROM clean_up_id AS i WHERE i.resource = ${resource} AND i.external_id = ${table.name}.external_id)`;

const count = (db: Reader, from: Sql): number => db.column<number>(sql`SELECT count(*) FROM ${from}`)[0] ?? 0;
