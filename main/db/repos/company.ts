import { randomBytes, randomUUID } from 'node:crypto';
import type { Reader, Writer } from '../connection';
import { sql } from '../sql';
import type { Store } from '../store';

/** Capitals and digits that nobody mixes up, also when read aloud: no I, L, O, U. */
const TAG_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The first work order gets number 1001. */
const FIRST_NUMBER = 1_001;

/** Gives a new database its identity; an existing one keeps what it has. */
export function ensureIdentity(db: Writer, nowMs: number): void {
  const tag = Array.from(randomBytes(6), (byte) => TAG_LETTERS[byte % TAG_LETTERS.length]).join('');
  db.run(sql`
    INSERT INTO company (id, database_id, marker_tag, created_at_ms, last_work_order_number)
    VALUES (1, ${randomUUID()}, ${tag}, ${nowMs}, ${FIRST_NUMBER - 1})
    ON CONFLICT (id) DO NOTHING`);
}

export function identity(db: Reader): ReturnType<Store['info']['identity']> {
  const row = db.one<{ database_id: string; marker_tag: string }>(sql`SELECT database_id, marker_tag FROM company`);
  if (!row) throw new Error('The database has no identity');
  return { databaseId: row.database_id, markerTag: row.marker_tag };
}

/** Hands out a work order number that was never handed out before. */
export function nextWorkOrderNumber(db: Writer): string {
  db.run(sql`UPDATE company SET last_work_order_number = last_work_order_number + 1`);
  return String(db.column<number>(sql`SELECT last_work_order_number FROM company`)[0]);
}

/**
 * The link whose pages are stored from now on. When another administration led before, its customers and articles stay
 * on the screens but can no longer be chosen: their ids mean nothing to this one. The clean-up removes them, and if the
 * other administration comes back, it is read from the start.
 */
export function takeLead(db: Writer, linkId: number): void {
  const { changes } = db.run(
    sql`UPDATE company SET leading_link_id = ${linkId} WHERE leading_link_id IS NOT ${linkId}`,
  );
  if (changes === 0) return;
  db.run(sql`UPDATE customer SET active = 0 WHERE link_id <> ${linkId} AND active = 1`);
  db.run(sql`UPDATE article SET active = 0 WHERE link_id <> ${linkId} AND active = 1`);
  db.run(sql`DELETE FROM mark WHERE link_id <> ${linkId} AND resource <> 'orders'`);
}
