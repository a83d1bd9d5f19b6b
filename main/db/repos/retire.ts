import type { Writer } from '../connection';
import { sql } from '../sql';

/** `kept`: an open work order uses it, so it stays on the screens but can no longer be chosen. */
export type Retirement = 'removed' | 'kept';

/**
 * Takes a customer out of Simon that is gone in the package or was made by hand. When nothing refers to it the row
 * goes; else it is hidden, so that archived work orders keep their customer, and own work addresses are there again
 * when the customer comes back.
 */
export function retireCustomer(db: Writer, id: number, atMs: number): Retirement {
  if (db.one(sql`SELECT 1 FROM work_order WHERE customer_id = ${id} AND status <> 'archived'`)) {
    db.run(sql`UPDATE customer SET active = 0 WHERE id = ${id}`);
    return 'kept';
  }
  const isReferredTo =
    db.one(sql`SELECT 1 FROM work_order WHERE customer_id = ${id}`) !== null ||
    db.one(sql`SELECT 1 FROM customer AS c JOIN work_address AS a ON a.customer_id = c.id AND a.kind = 'own'
               WHERE c.id = ${id} AND c.link_id IS NOT NULL`) !== null;
  db.run(
    isReferredTo
      ? sql`UPDATE customer SET active = 0, removed_at_ms = ${atMs} WHERE id = ${id}`
      : sql`DELETE FROM customer WHERE id = ${id}`,
  );
  return 'removed';
}

/** The same for an article. */
export function retireArticle(db: Writer, id: number, atMs: number): Retirement {
  const uses = db.column<string>(sql`
    SELECT DISTINCT w.status FROM work_order_article AS l JOIN work_order AS w ON w.id = l.work_order_id
    WHERE l.article_id = ${id}`);
  if (uses.some((status) => status !== 'archived')) {
    db.run(sql`UPDATE article SET active = 0 WHERE id = ${id}`);
    return 'kept';
  }
  db.run(
    uses.length > 0
      ? sql`UPDATE article SET active = 0, removed_at_ms = ${atMs} WHERE id = ${id}`
      : sql`DELETE FROM article WHERE id = ${id}`,
  );
  return 'removed';
}

/** Deletes hidden rows that nothing refers to any more. */
export function purgeCustomers(db: Writer): void {
  db.run(sql`
    DELETE FROM customer WHERE removed_at_ms IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM work_order WHERE customer_id = customer.id)
      AND NOT EXISTS (SELECT 1 FROM work_address WHERE customer_id = customer.id AND kind = 'own')`);
}

export function purgeArticles(db: Writer): void {
  db.run(sql`
    DELETE FROM article WHERE removed_at_ms IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM work_order_article WHERE article_id = article.id)`);
}
