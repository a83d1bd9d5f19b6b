import { problem as makeProblem, type Problem } from '../../../connectors/_kit/problem';
import type { ConnectorId } from '../../../connectors/_kit/manifest';
import type { Resource } from '../../../connectors/_kit/model';
import type { RunFilter } from '../../../preload/contract/listing';
import type { ListPage, RunCounts, RunOccasion, RunResult, RunRow, RunTrigger } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { readJsonOrNull, writeJsonOrNull } from '../json';
import { idsInOrder, idWindow, inOrderOf, type Listing } from '../listing';
import { joinSql, sql, type Sql } from '../sql';
import type { ListRequest, RunAbout, Store } from '../store';

interface Row {
  id: number;
  package: ConnectorId | null;
  trigger: RunTrigger;
  occasion: RunOccasion | null;
  started_at_ms: number;
  ended_at_ms: number | null;
  result: RunResult | null;
  calls: number;
  booked: number;
  skipped: number;
  blocked: number;
  unsure: number;
  problem: string | null;
}

interface ResourceRow extends RunCounts {
  run_id: number;
  resource: Resource;
  problem: string | null;
}

const LISTING: Listing = {
  from: sql`run AS r`,
  joins: sql``,
  id: sql`r.id`,
  searchText: sql`r.trigger`,
  sorts: { startedAtMs: (direction) => sql`r.id ${direction}` },
  defaultSort: { key: 'startedAtMs', descending: true },
};

const UNKNOWN: RunAbout = { package: null, occasion: null };

export const start = (db: Writer, trigger: RunTrigger, atMs: number, about: RunAbout = UNKNOWN): number =>
  db.run(sql`
    INSERT INTO run (trigger, started_at_ms, package, occasion)
    VALUES (${trigger}, ${atMs}, ${about.package}, ${about.occasion})`).id;

/** Adds what one page did, in the transaction of the page: a run that is cut off still shows what it read. */
export function addRunCounts(db: Writer, runId: number, resource: Resource, counts: RunCounts): void {
  db.run(sql`
    INSERT INTO run_resource (run_id, resource, read, written, unchanged, removed, parked)
    VALUES (${runId}, ${resource}, ${counts.read}, ${counts.written}, ${counts.unchanged}, ${counts.removed},
      ${counts.parked})
    ON CONFLICT (run_id, resource) DO UPDATE SET
      read = read + excluded.read, written = written + excluded.written, unchanged = unchanged + excluded.unchanged,
      removed = removed + excluded.removed, parked = parked + excluded.parked`);
}

/** Sets the final counts of one table. */
export function record(db: Writer, runId: number, part: Parameters<Store['runs']['record']>[1]): void {
  const { resource, counts, problem } = part;
  db.run(sql`
    INSERT INTO run_resource (run_id, resource, read, written, unchanged, removed, parked, problem)
    VALUES (${runId}, ${resource}, ${counts.read}, ${counts.written}, ${counts.unchanged}, ${counts.removed},
      ${counts.parked}, ${writeJsonOrNull(problem)})
    ON CONFLICT (run_id, resource) DO UPDATE SET
      read = excluded.read, written = excluded.written, unchanged = excluded.unchanged, removed = excluded.removed,
      parked = excluded.parked, problem = excluded.problem`);
}

export function finish(db: Writer, runId: number, end: Parameters<Store['runs']['finish']>[1]): void {
  const { documents } = end;
  const { changes } = db.run(sql`
    UPDATE run SET
      ended_at_ms = ${end.atMs}, result = ${end.result}, calls = ${end.calls}, booked = ${documents.booked},
      skipped = ${documents.skipped}, blocked = ${documents.blocked}, unsure = ${documents.unsure},
      problem = ${writeJsonOrNull(end.problem)}
    WHERE id = ${runId} AND ended_at_ms IS NULL`);
  if (changes === 0) throw new Error(`Run ${runId} is not going on`);
}

export function closeInterrupted(db: Writer, atMs: number): void {
  const interrupted = makeProblem('cancelled', 'run-interrupted');
  db.run(sql`
    UPDATE run SET ended_at_ms = ${atMs}, result = 'cancelled', problem = ${writeJsonOrNull(interrupted)}
    WHERE ended_at_ms IS NULL`);
}

/** The run that started last, also when it is still going on. */
export function last(db: Reader): RunRow | null {
  return rows(db, db.column<number>(sql`SELECT id FROM run ORDER BY id DESC LIMIT 1`))[0] ?? null;
}

export function list(db: Reader, request: ListRequest & RunFilter): ListPage<RunRow> {
  const window = idWindow(db, LISTING, condition(request), request);
  return { total: window.total, rows: rows(db, window.ids) };
}

/** All runs that the filter lets through, newest first. */
export const ids = (db: Reader, filter: RunFilter): readonly number[] =>
  idsInOrder(db, LISTING, condition(filter), { search: '', sort: undefined });

/** Runs that changed nothing are by far the most: both conditions read an index of those that did something. */
const CHANGED = sql`r.id IN (
  SELECT run_id FROM run_resource WHERE written + removed > 0
  UNION SELECT id FROM run WHERE booked + skipped + blocked + unsure > 0)`;

function condition({ results, changed }: RunFilter): Sql {
  const names = results?.map((result) => sql`${result}`);
  return joinSql(
    [
      sql`TRUE`,
      ...(names === undefined ? [] : [sql`r.result IN (${joinSql(names, sql`, `)})`]),
      ...(changed === true ? [CHANGED] : []),
    ],
    sql` AND `,
  );
}

/** These runs, in the order of the ids. */
export function rows(db: Reader, ids: readonly number[]): readonly RunRow[] {
  const parts = db.all<ResourceRow>(
    sql`SELECT p.* FROM ${inOrderOf(ids)} JOIN run_resource AS p ON p.run_id = wanted.value ORDER BY p.rowid`,
  );
  return db
    .all<Row>(sql`SELECT r.* FROM ${inOrderOf(ids)} JOIN run AS r ON r.id = wanted.value ORDER BY wanted.key`)
    .map((row) => ({
      id: row.id,
      package: row.package,
      trigger: row.trigger,
      occasion: row.occasion,
      startedAtMs: row.started_at_ms,
      endedAtMs: row.ended_at_ms,
      result: row.result,
      calls: row.calls,
      resources: parts.filter((part) => part.run_id === row.id).map(toPart),
      documents: { booked: row.booked, skipped: row.skipped, blocked: row.blocked, unsure: row.unsure },
      problem: readJsonOrNull<Problem>(row.problem),
    }));
}

const toPart = (part: ResourceRow): RunRow['resources'][number] => ({
  resource: part.resource,
  counts: {
    read: part.read,
    written: part.written,
    unchanged: part.unchanged,
    removed: part.removed,
    parked: part.parked,
  },
  problem: readJsonOrNull<Problem>(part.problem),
});
