import { problem } from '../../../connectors/_kit/problem';
import type { Reader, Writer } from '../connection';
import { readJsonOrNull, writeJson, writeJsonOrNull } from '../json';
import { sql } from '../sql';
import type { LinkKey, SentSince, UntoldRestore } from '../store';
import { allLimits, type KeptLimits } from './limits';
import { linkId } from './links';
import { addStep } from './outbox-steps';
import { rememberOrder } from './pulled-orders';

/** How far the numbers go on when nobody knows which were handed out meanwhile: more than that. */
export const SAFE_GAP = 1_000;

/** What is known of the data that a backup takes the place of. */
export interface DataBefore {
  readonly databaseId: string;
  /** Nothing was ever put in: any backup may take its place. */
  readonly isEmpty: boolean;
  readonly lastWorkOrderNumber: number;
  /** Everything that is or may be in the accounting package. */
  readonly sent: readonly SentSince[];
  /** Orders of the package that must not become a work order again: it was sent, or the office threw it away. */
  readonly settledOrders: readonly SettledOrder[];
  /** Whether work orders are or were put together on one document. */
  readonly hasCombined: boolean;
  readonly limits: KeptLimits;
}

interface SettledOrder extends LinkKey {
  readonly externalId: string;
  readonly number: string;
  readonly origin: 'package' | 'simon';
}

export const dataBefore = (db: Reader): DataBefore => ({
  databaseId: db.column<string>(sql`SELECT database_id FROM company`)[0] ?? '',
  isEmpty: db.column<number>(sql`SELECT EXISTS (SELECT 1 FROM work_order) OR EXISTS (SELECT 1 FROM customer)`)[0] === 0,
  lastWorkOrderNumber: db.column<number>(sql`SELECT last_work_order_number FROM company`)[0] ?? 0,
  sent: db.all<SentSince>(sql`
    SELECT w.number AS workOrder, coalesce(c.name, '') AS customer, o.document_number AS documentNumber
    FROM outbox AS o JOIN outbox_work_order AS b ON b.outbox_id = o.id JOIN work_order AS w ON w.id = b.work_order_id
      LEFT JOIN customer AS c ON c.id = w.customer_id
    WHERE o.state IN ('sending', 'unsure', 'booked') ORDER BY w.id`),
  settledOrders: db.all<SettledOrder>(sql`
    SELECT l.package, l.administration_id AS administrationId, p.external_id AS externalId, p.number, p.origin
    FROM pulled_order AS p JOIN link AS l ON l.id = p.link_id
    WHERE NOT EXISTS (
      SELECT 1 FROM work_order AS w WHERE w.source_number = p.number AND NOT EXISTS (
        SELECT 1 FROM outbox_work_order AS b JOIN outbox AS o ON o.id = b.outbox_id
        WHERE b.work_order_id = w.id AND o.state IN ('sending', 'unsure', 'booked')))`),
  hasCombined:
    db.column<number>(sql`
      SELECT 1 WHERE EXISTS (SELECT 1 FROM outbox_member) OR (SELECT maybe_combined FROM company) = 1
        OR EXISTS (SELECT 1 FROM company_setting WHERE key = 'combine' AND value <> ${writeJson('off')})`).length > 0,
  limits: allLimits(db),
});

/** The last moment of which something stands in this database, UTC ms: nothing that came later is in it. */
export const knownUntilMs = (db: Reader): number =>
  db.column<number>(sql`
    SELECT max(
      (SELECT created_at_ms FROM company),
      coalesce((SELECT max(at_ms) FROM outbox_step), 0),
      coalesce((SELECT max(created_at_ms) FROM work_order), 0),
      coalesce((SELECT max(last_at_ms) FROM log), 0))`)[0] ?? 0;

/**
 * Makes a database of the past safe to go on with: what is open is doubted, and numbers that were handed out since then are
 * not given again. `before`: null when the data before the restore could not be read.
 */
export function markRestored(db: Writer, before: DataBefore | null, atMs: number): void {
  const untilMs = knownUntilMs(db);
  db.run(sql`
    UPDATE company SET trace_id = NULL, last_work_order_number =
      ${before === null ? sql`last_work_order_number + ${SAFE_GAP}` : sql`max(last_work_order_number, ${before.lastWorkOrderNumber})`}`);
  doubtWhatIsOpen(db, untilMs, atMs, before?.hasCombined ?? true);
  const known = new Set(
    db.column<string>(sql`
      SELECT w.number FROM outbox AS o JOIN outbox_work_order AS b ON b.outbox_id = o.id
        JOIN work_order AS w ON w.id = b.work_order_id
      WHERE o.state = 'booked'`),
  );
  for (const { package: id, administrationId, ...order } of before?.settledOrders ?? []) {
    rememberOrder(db, linkId(db, { package: id, administrationId }), order, atMs);
  }
  const since = before === null ? null : before.sent.filter(({ workOrder }) => !known.has(workOrder));
  db.run(sql`
    INSERT INTO restore (at_ms, backup_until_ms, sent_since) VALUES (${atMs}, ${untilMs}, ${writeJsonOrNull(since)})`);
}

/**
 * Whatever is not booked may have been sent after `sinceMs`, and what is booked may have got a further document: nothing of it
 * is sent before it was looked up. `maybeCombined`: whether work orders may have been put together on one document since.
 */
export function doubtWhatIsOpen(db: Writer, sinceMs: number, atMs: number, maybeCombined: boolean): void {
  if (maybeCombined) db.run(sql`UPDATE company SET maybe_combined = 1`);
  db.run(sql`
    UPDATE work_order SET maybe_sent_since_ms = ${sinceMs}
    WHERE maybe_sent_since_ms IS NULL AND id NOT IN (
      SELECT b.work_order_id FROM outbox_work_order AS b JOIN outbox AS o ON o.id = b.outbox_id WHERE o.state = 'booked')`);
  db.run(sql`
    UPDATE outbox SET maybe_followed_since_ms = ${sinceMs} WHERE maybe_followed_since_ms IS NULL AND state = 'booked'`);
  doubtOpenEntries(db, atMs);
  doubtOpenPdfs(db);
}

/** What was frozen has its marker already. It may have been sent at any moment since it was archived. */
function doubtOpenEntries(db: Writer, atMs: number): void {
  const doubt = problem('outcome-unknown', 'restored-from-backup');
  const ids = db.column<number>(
    sql`SELECT id FROM outbox WHERE state IN ('waiting', 'sending', 'blocked') AND marker IS NOT NULL ORDER BY id`,
  );
  for (const id of ids) {
    db.run(sql`
      UPDATE outbox SET state = 'unsure', problem = ${writeJson(doubt)}, unsure_since_ms = ${atMs},
        sent_at_ms = coalesce(sent_at_ms, archived_at_ms), next_attempt_at_ms = NULL
      WHERE id = ${id}`);
    addStep(db, id, 'unsure', { problem: doubt, calls: [] }, atMs);
  }
}

/** PDFs that go beside a document: they may be there as well. */
function doubtOpenPdfs(db: Writer): void {
  const doubt = writeJson(problem('outcome-unknown', 'restored-from-backup'));
  db.run(sql`
    UPDATE outbox_pdf SET state = 'unsure', problem = ${doubt}, next_attempt_at_ms = NULL
    WHERE how = 'after-create' AND state IN ('waiting', 'sending', 'held')`);
}

/** Since when a document of this queue entry may have been sent that this database does not know of; null = none was. */
export const maybeSentSinceMs = (db: Reader, entryId: number): number | null =>
  db.column<number | null>(sql`
    SELECT min(since_ms) FROM (
      SELECT w.maybe_sent_since_ms AS since_ms FROM outbox_work_order AS b JOIN work_order AS w ON w.id = b.work_order_id
      WHERE b.outbox_id = ${entryId}
      UNION ALL SELECT before.maybe_followed_since_ms FROM outbox AS o
        JOIN outbox_work_order AS b ON b.work_order_id = o.work_order_id JOIN outbox AS before ON before.id = b.outbox_id
      WHERE o.id = ${entryId} AND o.chosen_again_at_ms IS NOT NULL AND before.id <> o.id)`)[0] ?? null;

/** The package was asked, or the office told: what may have been sent is known now. */
export function settleDoubt(db: Writer, entryId: number): void {
  const settled = sql`(SELECT work_order_id FROM outbox_work_order WHERE outbox_id = ${entryId})`;
  db.run(
    sql`UPDATE work_order SET maybe_sent_since_ms = NULL WHERE maybe_sent_since_ms IS NOT NULL AND id IN ${settled}`,
  );
  db.run(sql`
    UPDATE outbox SET maybe_followed_since_ms = NULL
    WHERE maybe_followed_since_ms IS NOT NULL AND id <> ${entryId}
      AND id IN (SELECT outbox_id FROM outbox_work_order WHERE work_order_id = (
        SELECT work_order_id FROM outbox WHERE id = ${entryId} AND chosen_again_at_ms IS NOT NULL))`);
}

/** The last one that does not stand in the log yet. */
export function untold(db: Reader): UntoldRestore | null {
  const row = db.one<{
    id: number;
    at_ms: number;
    backup_until_ms: number;
    sent_since: string | null;
    reason: UntoldRestore['reason'];
  }>(sql`SELECT id, at_ms, backup_until_ms, sent_since, reason FROM restore WHERE told = 0 ORDER BY id DESC LIMIT 1`);
  return (
    row && {
      id: row.id,
      reason: row.reason,
      atMs: row.at_ms,
      backupUntilMs: row.backup_until_ms,
      sentSince: readJsonOrNull<readonly SentSince[]>(row.sent_since),
    }
  );
}

export function told(db: Writer, id: number): void {
  db.run(sql`UPDATE restore SET told = 1 WHERE id <= ${id}`);
}
