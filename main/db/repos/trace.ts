import type { Reader, Writer } from '../connection';
import { sql } from '../sql';
import type { Store, StoreTrace } from '../store';
import { SAFE_GAP, doubtWhatIsOpen, knownUntilMs } from './restore';

/** What this file tells of itself, to be held against the trace outside. */
export function trace(db: Reader): StoreTrace {
  const row = db.one<{ traceId: string | null; lastWorkOrderNumber: number; steps: number; linked: number }>(sql`
    SELECT trace_id AS traceId, last_work_order_number AS lastWorkOrderNumber,
      coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'outbox_step'), 0) AS steps,
      EXISTS (SELECT 1 FROM link) AS linked
    FROM company`);
  if (!row) throw new Error('The database has no identity');
  const { linked, ...facts } = row;
  return { ...facts, wasLinked: linked === 1 };
}

export function takeTrace(db: Writer, traceId: string): void {
  db.run(sql`UPDATE company SET trace_id = ${traceId}`);
}

/** Nobody could tell whether this file is the newest one: until somebody can, everything is looked up first. */
export const doubt = (db: Writer, atMs: number): void => doubtWhatIsOpen(db, knownUntilMs(db), atMs, true);

/** This file is not the one that worked here last. Numbers that were given elsewhere meanwhile are not given again. */
export function takeOver(
  db: Writer,
  { reason, traceId, lastNumberElsewhere }: Parameters<Store['info']['takeOver']>[0],
  atMs: number,
): void {
  const untilMs = knownUntilMs(db);
  db.run(sql`
    UPDATE company SET trace_id = ${traceId},
      last_work_order_number = max(last_work_order_number, ${lastNumberElsewhere}) + ${SAFE_GAP}`);
  doubtWhatIsOpen(db, untilMs, atMs, true);
  db.run(sql`INSERT INTO restore (at_ms, backup_until_ms, reason) VALUES (${atMs}, ${untilMs}, ${reason})`);
}
