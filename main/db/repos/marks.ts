import type { Mark, Resource } from '../../../connectors/_kit/model';
import type { MarkRow } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { readJson, writeJson } from '../json';
import { sql } from '../sql';
import type { LinkKey } from '../store';
import { findLink } from './links';

interface Row {
  resource: Resource;
  high_water: string | null;
  state: string;
  complete: number;
  updated_at_ms: number;
}

export function mark(
  db: Reader,
  link: LinkKey,
  resource: Resource,
): { readonly mark: Mark; readonly complete: boolean } | null {
  const row = db.one<Row>(sql`SELECT * FROM mark WHERE link_id = ${findLink(db, link)} AND resource = ${resource}`);
  return row && { mark: { highWater: row.high_water, state: readJson(row.state) }, complete: row.complete === 1 };
}

export const marks = (db: Reader, link: LinkKey): readonly MarkRow[] =>
  db.all<Row>(sql`SELECT * FROM mark WHERE link_id = ${findLink(db, link)} ORDER BY rowid`).map((row) => ({
    resource: row.resource,
    highWater: row.high_water,
    updatedAtMs: row.updated_at_ms,
    complete: row.complete === 1,
  }));

/** Moves the mark. Once a table was read to its end it stays complete until its mark is forgotten. */
export function putMark(
  db: Writer,
  linkId: number,
  resource: Resource,
  { highWater, state }: Mark,
  last: boolean,
  atMs: number,
): void {
  db.run(sql`
    INSERT INTO mark (link_id, resource, high_water, state, complete, updated_at_ms)
    VALUES (${linkId}, ${resource}, ${highWater}, ${writeJson(state)}, ${last ? 1 : 0}, ${atMs})
    ON CONFLICT (link_id, resource) DO UPDATE SET
      high_water = excluded.high_water,
      state = excluded.state,
      complete = max(complete, excluded.complete),
      updated_at_ms = excluded.updated_at_ms`);
}

/** Forgets how far a table was read, for one link or (null) for all; with it the records that wait to be taken over. */
export function forgetMark(db: Writer, linkId: number | null, resource: Resource): void {
  db.run(sql`DELETE FROM mark WHERE resource = ${resource} AND (${linkId} IS NULL OR link_id = ${linkId})`);
  db.run(sql`DELETE FROM parked WHERE resource = ${resource} AND (${linkId} IS NULL OR link_id = ${linkId})`);
}

export function resetMarks(db: Writer, link: LinkKey, resources: readonly Resource[]): void {
  const id = findLink(db, link);
  if (id === null) return;
  for (const resource of resources) forgetMark(db, id, resource);
}
