import type { ConnectorId } from '../../../connectors/_kit/manifest';
import type { Reader, Writer } from '../connection';
import { sql } from '../sql';
import type { LinkKey } from '../store';

/** Row of an administration; null when nothing was ever stored for it. */
export const findLink = (db: Reader, link: LinkKey): number | null =>
  db.column<number>(
    sql`SELECT id FROM link WHERE package = ${link.package} AND administration_id = ${link.administrationId}`,
  )[0] ?? null;

/** Row of an administration, made when it is not there yet. */
export const linkId = (db: Writer, link: LinkKey): number =>
  findLink(db, link) ??
  db.run(sql`INSERT INTO link (package, administration_id) VALUES (${link.package}, ${link.administrationId})`).id;

export function linkOf(db: Reader, id: number): LinkKey {
  const row = db.one<{ package: ConnectorId; administration_id: string }>(
    sql`SELECT package, administration_id FROM link WHERE id = ${id}`,
  );
  if (!row) throw new Error(`No link ${id}`);
  return { package: row.package, administrationId: row.administration_id };
}
