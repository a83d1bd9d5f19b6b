import type { Problem } from '../../../connectors/_kit/problem';
import type { DeliveryStep } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { sql } from '../sql';

/** Everything that happened to a queue entry, in order. */
export const steps = (db: Reader, entryId: number): readonly DeliveryStep[] =>
  db
    .all<{ at_ms: number; step: DeliveryStep['step']; detail: string }>(
      sql`SELECT at_ms, step, detail FROM outbox_step WHERE outbox_id = ${entryId} ORDER BY id`,
    )
    .map(({ at_ms, step, detail }) => ({ atMs: at_ms, step, detail }));

/** Adds a step in the transaction that makes it true. */
export function addStep(db: Writer, entryId: number, step: DeliveryStep['step'], detail: string, atMs: number): void {
  db.run(sql`
    INSERT INTO outbox_step (outbox_id, at_ms, step, detail) VALUES (${entryId}, ${atMs}, ${step}, ${detail})`);
}

/** The cause, and the package's own sentence when it gave one. */
export const problemDetail = ({ code, vendor }: Problem): string => (vendor?.text ? `${code}: ${vendor.text}` : code);
