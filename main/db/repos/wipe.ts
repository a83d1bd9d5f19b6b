import type { Resource } from '../../../connectors/_kit/model';
import { assertNever } from '../../../connectors/_kit/result';
import type { WipePart } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { sql } from '../sql';
import { forgetTable } from './clean-up-questions';
import { forgetMark } from './marks';
import { forgetWords } from './search-words';

type Counts = Record<WipePart, number>;

/** Work orders go first, so that their customers and articles need not be kept for them. */
const ORDER = ['workOrders', 'customers', 'articles', 'log'] as const satisfies readonly WipePart[];

export function counts(db: Reader): Readonly<Counts> {
  const found = db.one<Counts>(sql`
    SELECT
      (SELECT count(*) FROM customer WHERE removed_at_ms IS NULL) AS customers,
      (SELECT count(*) FROM article WHERE removed_at_ms IS NULL) AS articles,
      (SELECT count(*) FROM work_order) AS workOrders,
      (SELECT count(*) FROM log) AS log`);
  if (!found) throw new Error('No counts');
  return found;
}

/** Whether a work order was archived after that moment, UTC ms. */
export const archivedSince = (db: Reader, atMs: number): boolean =>
  db.one(sql`SELECT 1 FROM outbox WHERE archived_at_ms > ${atMs} LIMIT 1`) !== null;

/**
 * Empties the parts and forgets how far their tables were read. Which orders were pulled and which documents are ours
 * stays known, and so does the last work order number: no second invoice for a job, no number twice.
 */
export function run(db: Writer, parts: readonly WipePart[], atMs: number): Readonly<Counts> {
  const before = counts(db);
  for (const part of ORDER.filter((candidate) => parts.includes(candidate))) wipePart(db, part, atMs);
  const removed = { customers: 0, articles: 0, workOrders: 0, log: 0 };
  for (const part of parts) removed[part] = before[part];
  return removed;
}

/** The same when the parts hold nothing; false, with everything as it was, when they hold something. */
export function runOnNothing(db: Writer, parts: readonly WipePart[], atMs: number): boolean {
  const held = counts(db);
  if (parts.some((part) => held[part] > 0)) return false;
  run(db, parts, atMs);
  return true;
}

function wipePart(db: Writer, part: WipePart, atMs: number): void {
  switch (part) {
    case 'workOrders':
      // Opens the ledger for this transaction.
      db.run(sql`INSERT INTO ledger_wipe (id) VALUES (1)`);
      db.run(sql`DELETE FROM outbox`);
      db.run(sql`DELETE FROM ledger_wipe`);
      db.run(sql`DELETE FROM work_order`);
      forget(db, 'orders');
      break;
    case 'customers':
      db.run(sql`DELETE FROM customer WHERE NOT EXISTS (SELECT 1 FROM work_order WHERE customer_id = customer.id)`);
      db.run(
        sql`DELETE FROM work_address WHERE NOT EXISTS (SELECT 1 FROM work_order WHERE work_address_id = work_address.id)`,
      );
      // What the remaining work orders refer to is hidden until the package gives it again.
      db.run(sql`UPDATE work_address SET active = 0`);
      db.run(sql`UPDATE customer SET active = 0, removed_at_ms = ${atMs} WHERE removed_at_ms IS NULL`);
      forgetWords(db, 'customer');
      forget(db, 'customers');
      break;
    case 'articles':
      db.run(
        sql`DELETE FROM article WHERE NOT EXISTS (SELECT 1 FROM work_order_article WHERE article_id = article.id)`,
      );
      db.run(sql`UPDATE article SET active = 0, removed_at_ms = ${atMs} WHERE removed_at_ms IS NULL`);
      db.run(sql`DELETE FROM article_group`);
      forgetWords(db, 'article');
      forget(db, 'articles', 'articleGroups');
      break;
    case 'log':
      db.run(sql`DELETE FROM log`);
      db.run(sql`DELETE FROM log_moment`);
      db.run(sql`INSERT INTO log_index (log_index) VALUES ('delete-all')`);
      break;
    default:
      assertNever(part);
  }
}

function forget(db: Writer, ...resources: readonly Resource[]): void {
  for (const resource of resources) {
    forgetMark(db, null, resource);
    forgetTable(db, resource);
  }
}
