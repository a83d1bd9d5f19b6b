import type { Reader, Writer } from '../connection';
import { sql } from '../sql';

/** Whether an order became a work order before, or is a document that Simon made there itself. */
export const isPulled = (db: Reader, linkId: number, externalId: string): boolean =>
  db.one(sql`SELECT 1 FROM pulled_order WHERE link_id = ${linkId} AND external_id = ${externalId}`) !== null;

/** From now on this order of the package never becomes a work order (again). */
export function rememberOrder(
  db: Writer,
  linkId: number,
  order: { readonly externalId: string; readonly number: string; readonly origin: 'package' | 'simon' },
  atMs: number,
): void {
  db.run(sql`
    INSERT INTO pulled_order (link_id, external_id, number, origin, at_ms)
    VALUES (${linkId}, ${order.externalId}, ${order.number}, ${order.origin}, ${atMs})
    ON CONFLICT (link_id, external_id) DO NOTHING`);
}
