import type { Problem } from '../../../connectors/_kit/problem';
import type { QueueFilter } from '../../../preload/contract/listing';
import type { QueueGroups } from '../../../preload/contract/queue-decisions';
import type { Reader } from '../connection';
import { readJsonOrNull } from '../json';
import { found, searchesFor } from '../listing';
import { idList, sql } from '../sql';
import { LISTING, passing } from './outbox';

/** More causes than anybody reads. */
const MOST_GROUPS = 300;

interface GroupRow {
  cause: string;
  entries: number;
  first_id: number;
}

/** The entries of a list by cause, counted by the database: none of them is read but one of each cause. */
export function groups(db: Reader, request: QueueFilter & { readonly search: string }): QueueGroups {
  const joins = searchesFor(request.search) ? LISTING.joins : sql``;
  const counted = sql`
    SELECT o.cause, count(*) AS entries, min(o.id) AS first_id FROM outbox AS o ${joins}
    WHERE ${passing(request)} AND ${found(LISTING, request.search)} GROUP BY o.cause`;
  const rows = db.all<GroupRow>(sql`${counted} ORDER BY entries DESC, first_id LIMIT ${MOST_GROUPS + 1}`);
  const shown = rows.slice(0, MOST_GROUPS);
  const problems = problemsOf(
    db,
    shown.map(({ first_id }) => first_id),
  );
  const entries = shown.reduce((sum, row) => sum + row.entries, 0);
  const all =
    rows.length === shown.length ? entries : (db.column<number>(sql`SELECT sum(entries) FROM (${counted})`)[0] ?? 0);
  return {
    groups: shown.map((row) => ({
      cause: row.cause,
      problem: problems.get(row.first_id) ?? null,
      entries: row.entries,
    })),
    otherEntries: all - entries,
  };
}

const problemsOf = (db: Reader, ids: readonly number[]): ReadonlyMap<number, Problem | null> =>
  new Map(
    db
      .all<{ id: number; problem: string | null }>(sql`SELECT id, problem FROM outbox WHERE id IN ${idList(ids)}`)
      .map(({ id, problem }) => [id, readJsonOrNull<Problem>(problem)]),
  );
