import type { Migration } from './migration';

/**
 * Which package a run was for, why a run of the schedule came when it did, and each moment of a repeated message.
 *
 * - `run.package` is empty for runs of before this version, `run.occasion` too, and when the interval was simply over.
 * - A repeated message gets a new row in `log`; `chain` is the id of the row it began as, so that its moments stay in place
 *   in `log_moment`. A message that was told once has neither. Moments of before this version are not known, save the
 *   first and the last one.
 */
export const runHistory: Migration = {
  version: 350,
  up: (db) =>
    db.exec(`
      ALTER TABLE run ADD COLUMN package TEXT;
      ALTER TABLE run ADD COLUMN occasion TEXT CHECK (occasion IN ('start', 'wake'));
      CREATE INDEX run_by_result ON run (result, id);
      CREATE INDEX run_with_documents ON run (id) WHERE booked + skipped + blocked + unsure > 0;
      CREATE INDEX run_resource_changed ON run_resource (run_id) WHERE written + removed > 0;
      CREATE INDEX outbox_step_at ON outbox_step (at_ms, outbox_id);

      ALTER TABLE log ADD COLUMN chain INTEGER;
      CREATE INDEX log_chain ON log (chain) WHERE chain IS NOT NULL;
      CREATE INDEX log_run ON log (run_id, id) WHERE run_id IS NOT NULL;
      CREATE TABLE log_moment (
        chain INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        run_id INTEGER REFERENCES run (id)
      ) STRICT;
      CREATE INDEX log_moment_chain ON log_moment (chain, at_ms);
      CREATE INDEX log_moment_run ON log_moment (run_id, chain) WHERE run_id IS NOT NULL;
    `),
};
