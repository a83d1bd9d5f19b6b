import type { Problem } from '../../../connectors/_kit/problem';
import type { RecordOf, Resource } from '../../../connectors/_kit/model';
import type { Reader, Writer } from '../connection';
import { readJson, writeJson, writeJsonOrNull } from '../json';
import { sql } from '../sql';

export interface ParkedRecord<R extends Resource> {
  readonly externalId: string;
  readonly label: string;
  readonly problem: Problem;
  /** Null when it could not even be read: it waits until the package gives it again. */
  readonly record: RecordOf[R] | null;
}

/** Sets a record aside with the reason; since when is kept. */
export function park(
  db: Writer,
  linkId: number,
  resource: Resource,
  { externalId, label, problem, record }: ParkedRecord<Resource>,
  atMs: number,
): void {
  db.run(sql`
    INSERT INTO parked (link_id, resource, external_id, label, problem, record, since_ms)
    VALUES (${linkId}, ${resource}, ${externalId}, ${label}, ${writeJson(problem)}, ${writeJsonOrNull(record)}, ${atMs})
    ON CONFLICT (link_id, resource, external_id) DO UPDATE SET
      label = excluded.label, problem = excluded.problem, record = excluded.record`);
}

export const unpark = (db: Writer, linkId: number, resource: Resource, externalId: string): void =>
  void db.run(
    sql`DELETE FROM parked WHERE link_id = ${linkId} AND resource = ${resource} AND external_id = ${externalId}`,
  );

export const parkedIds = (db: Reader, linkId: number, resource: Resource): ReadonlySet<string> =>
  new Set(db.column<string>(sql`SELECT external_id FROM parked WHERE link_id = ${linkId} AND resource = ${resource}`));

/** Those that Simon can try again without asking the package. */
export const parkedWithRecord = <R extends Resource>(
  db: Reader,
  linkId: number,
  resource: R,
): readonly { readonly externalId: string; readonly record: RecordOf[R] }[] =>
  db
    .all<{ external_id: string; record: string }>(
      sql`SELECT external_id, record FROM parked
          WHERE link_id = ${linkId} AND resource = ${resource} AND record IS NOT NULL ORDER BY rowid`,
    )
    .map((row) => ({ externalId: row.external_id, record: readJson<RecordOf[R]>(row.record) }));
