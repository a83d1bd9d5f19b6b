import { problem as makeProblem, type Problem } from '../../../connectors/_kit/problem';
import type { Resource } from '../../../connectors/_kit/model';
import type { ListPage, RunCounts, RunResult, RunRow, RunTrigger } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { readJsonOrNull, writeJsonOrNull } from '../json';
import { idWindow, inOrderOf, type Listing } from '../listing';
import { sql } from '../sql';
import type { ListRequest, Store } from '../store';

interface Row {
  id: number;
  trigger: RunTrigger;
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

export const start = (db: Writer, trigger: RunTrigger, atMs: number): number =>
  db.run(sql`INSERT INTO run (trigger, started_at_ms) VALUES (${trigger}, ${atMs})`).id;

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

export function list(db: Reader, request: ListRequest): ListPage<RunRow> {
  const { total, ids } = idWindow(db, LISTING, sql`TRUE`, request);
  return { total, rows: rows(db, ids) };
}

function rows(db: Reader, ids: readonly number[]): readonly RunRow[] {
  const parts = db.all<ResourceRow>(
    sql`SELECT p.* FROM ${inOrderOf(ids)} JOIN run_resource AS p ON p.run_id = wanted.value ORDER BY p.rowid`,
  );
  return db
    .all<Row>(sql`SELECT r.* FROM ${inOrderOf(ids)} JOIN run AS r ON r.id = wanted.value ORDER BY wanted.key`)
    .map((row) => ({
      id: row.id,
      trigger: row.trigger,
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
