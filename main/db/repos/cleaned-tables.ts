import type { Resource } from '../../../connectors/_kit/model';
import { assertNever } from '../../../connectors/_kit/result';
import type { Writer } from '../connection';
import type { PageTally } from '../page-tally';
import { sql, type Sql } from '../sql';
import { articleLabel } from './articles';
import { customerLabel } from './customers';
import { purgeArticles, purgeCustomers, retireArticle, retireCustomer } from './retire';

/** A table that the package leads, as the clean-up compares it and as the office reads it. */
export interface CleanedTable {
  readonly name: Sql;
  /** Rows that the office can choose. */
  readonly selectable: Sql;
  /** Rows that are on the screens. */
  readonly shown: Sql;
  /** Work orders that are not archived and use the row: a query of their numbers. */
  readonly openWorkOrders: Sql;
  /** What the row is called, what it is searched by, and what it is sorted by. */
  readonly columns: {
    readonly number: Sql;
    readonly label: Sql;
    readonly searchText: Sql;
    readonly numberKey: Sql;
    readonly labelKey: Sql;
  };
  readonly remove: (db: Writer, leaving: Sql, tally: PageTally, atMs: number) => void;
}

/** Null for orders: a work order that was made of an order is Simon's own. */
export function cleanedTable(resource: Resource): CleanedTable | null {
  switch (resource) {
    case 'customers':
      return CUSTOMERS;
    case 'articles':
      return ARTICLES;
    case 'articleGroups':
      return GROUPS;
    case 'orders':
      return null;
    default:
      return assertNever(resource);
  }
}

const CUSTOMERS: CleanedTable = {
  name: sql`customer`,
  selectable: sql`active = 1`,
  shown: sql`removed_at_ms IS NULL`,
  openWorkOrders: sql`SELECT w.number FROM work_order AS w WHERE w.customer_id = customer.id AND w.status <> 'archived'`,
  columns: {
    number: sql`customer.number`,
    label: sql`customer.name`,
    searchText: sql`customer.search_text`,
    numberKey: sql`customer.number_key`,
    labelKey: sql`customer.name_key`,
  },
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
  openWorkOrders: sql`
    SELECT DISTINCT w.number FROM work_order_article AS x JOIN work_order AS w ON w.id = x.work_order_id
    WHERE x.article_id = article.id AND w.status <> 'archived'`,
  columns: {
    number: sql`article.code`,
    label: sql`article.description`,
    searchText: sql`article.search_text`,
    numberKey: sql`article.code_key`,
    labelKey: sql`article.description_key`,
  },
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
  openWorkOrders: sql`SELECT NULL AS number WHERE FALSE`,
  columns: {
    number: sql`article_group.code`,
    label: sql`article_group.name`,
    searchText: sql`lower(article_group.code || ' ' || article_group.name)`,
    numberKey: sql`article_group.code`,
    labelKey: sql`article_group.name COLLATE NOCASE`,
  },
  remove: (db, leaving, tally) => {
    tally.counts.removed += db.run(sql`DELETE FROM ${leaving}`).changes;
  },
};
