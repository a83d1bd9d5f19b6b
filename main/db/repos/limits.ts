import type { ConnectorId } from '../../../connectors/_kit/manifest';
import type { Problem } from '../../../connectors/_kit/problem';
import type { Reader, Writer } from '../connection';
import { readJson, writeJson } from '../json';
import { sql } from '../sql';
import type { KeptPause } from '../store';

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
