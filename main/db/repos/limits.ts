import type { ConnectorId } from '../../../connectors/_kit/manifest';
import type { Problem } from '../../../connectors/_kit/problem';
import type { Reader, Writer } from '../connection';
import { readJson, writeJson } from '../json';
import { sql } from '../sql';
import type { KeptLogin, KeptPause } from '../store';

/** What is known of every link, whichever data it works with: the package and the keychain know nothing of a backup. */
export interface KeptLimits {
  readonly pauses: readonly (readonly [ConnectorId, KeptPause])[];
  readonly logins: readonly (readonly [ConnectorId, KeptLogin])[];
}

export function allLimits(db: Reader): KeptLimits {
  const read = <T>(packages: readonly ConnectorId[], of: (db: Reader, id: ConnectorId) => T | null) =>
    packages.flatMap((id): (readonly [ConnectorId, T])[] => {
      const found = of(db, id);
      return found === null ? [] : [[id, found]];
    });
  return {
    pauses: read(db.column<ConnectorId>(sql`SELECT package FROM package_pause`), pauseOf),
    logins: read(db.column<ConnectorId>(sql`SELECT package FROM package_login`), loginOf),
  };
}

/** Puts these in the place of all that is known. */
export function replaceLimits(db: Writer, { pauses, logins }: KeptLimits): void {
  db.run(sql`DELETE FROM package_pause`);
  db.run(sql`DELETE FROM package_login`);
  for (const [id, pause] of pauses) keepPause(db, id, pause);
  for (const [id, { sinceMs, renewedAtMs, endToldAtMs }] of logins) {
    loggedIn(db, id, sinceMs);
    loginRenewed(db, id, renewedAtMs);
    if (endToldAtMs !== null) loginEndTold(db, id, endToldAtMs);
  }
}

export function pauseOf(db: Reader, id: ConnectorId): KeptPause | null {
  const row = db.one<{ asked_at_ms: number; until_ms: number; problem: string }>(
    sql`SELECT asked_at_ms, until_ms, problem FROM package_pause WHERE package = ${id}`,
  );
  return row && { askedAtMs: row.asked_at_ms, untilMs: row.until_ms, problem: readJson<Problem>(row.problem) };
}

export function keepPause(db: Writer, id: ConnectorId, { askedAtMs, untilMs, problem }: KeptPause): void {
  db.run(sql`
    INSERT INTO package_pause (package, asked_at_ms, until_ms, problem)
    VALUES (${id}, ${askedAtMs}, ${untilMs}, ${writeJson(problem)})
    ON CONFLICT (package) DO UPDATE SET
      asked_at_ms = excluded.asked_at_ms, until_ms = excluded.until_ms, problem = excluded.problem`);
}

export function loginOf(db: Reader, id: ConnectorId): KeptLogin | null {
  const row = db.one<{ logged_in_at_ms: number; renewed_at_ms: number; end_told_at_ms: number | null }>(
    sql`SELECT logged_in_at_ms, renewed_at_ms, end_told_at_ms FROM package_login WHERE package = ${id}`,
  );
  return row && { sinceMs: row.logged_in_at_ms, renewedAtMs: row.renewed_at_ms, endToldAtMs: row.end_told_at_ms };
}

export function loggedIn(db: Writer, id: ConnectorId, atMs: number): void {
  db.run(sql`
    INSERT OR REPLACE INTO package_login (package, logged_in_at_ms, renewed_at_ms, end_told_at_ms)
    VALUES (${id}, ${atMs}, ${atMs}, NULL)`);
}

export function loginRenewed(db: Writer, id: ConnectorId, atMs: number): void {
  db.run(sql`
    INSERT INTO package_login (package, logged_in_at_ms, renewed_at_ms) VALUES (${id}, ${atMs}, ${atMs})
    ON CONFLICT (package) DO UPDATE SET renewed_at_ms = excluded.renewed_at_ms, end_told_at_ms = NULL`);
}

export function loginEndTold(db: Writer, id: ConnectorId, atMs: number): void {
  db.run(sql`UPDATE package_login SET end_told_at_ms = ${atMs} WHERE package = ${id}`);
}
