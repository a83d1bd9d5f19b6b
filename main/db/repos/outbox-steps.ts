import type { DeliveryStep, FoundDocument, StepFacts, StepName } from '../../../preload/contract/delivery-steps';
import type { Reader, Writer } from '../connection';
import { readJson, writeJson } from '../json';
import { sql } from '../sql';

interface Row {
  at_ms: number;
  step: StepName;
  facts: string;
}

/** The ledger of a queue entry, in order. */
export const steps = (db: Reader, entryId: number): readonly DeliveryStep[] =>
  db
    .all<Row>(sql`SELECT at_ms, step, facts FROM outbox_step WHERE outbox_id = ${entryId} ORDER BY id`)
    .map(({ at_ms, step, facts }) => ({ atMs: at_ms, step, facts: readJson(facts) }) as DeliveryStep);

/** What the office was told to choose from when the entry was held last; none when it never was. */
export function candidates(db: Reader, entryId: number): readonly FoundDocument[] {
  const facts = db.column<string>(
    sql`SELECT facts FROM outbox_step WHERE outbox_id = ${entryId} AND step = 'held' ORDER BY id DESC LIMIT 1`,
  )[0];
  return facts === undefined ? [] : readJson<StepFacts<'held'>>(facts).found;
}

/** How often the office decided that what was sent is not there and must be sent again. */
export const resends = (db: Reader, entryId: number): number =>
  db.column<number>(sql`
    SELECT count(*) FROM outbox_step
    WHERE outbox_id = ${entryId} AND step = 'released' AND facts ->> '$.by' = 'office'`)[0] ?? 0;

/** Adds a step in the transaction that makes it true. */
export function addStep<S extends StepName>(
  db: Writer,
  entryId: number,
  step: S,
  facts: StepFacts<S>,
  atMs: number,
): void {
  db.run(sql`
    INSERT INTO outbox_step (outbox_id, at_ms, step, facts) VALUES (${entryId}, ${atMs}, ${step}, ${writeJson(facts)})`);
}
