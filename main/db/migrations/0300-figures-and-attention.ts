import type { Migration } from './migration';

/**
 * What the figures of the overview and long lists are read from, and which messages still ask the office for something.
 *
 * - `time_entry_by_day` holds all that hours per week and per employee need.
 * - The documents stand in the rows of `outbox`, so that a look at any later column walks over them: `outbox_by_archiving`
 *   and `outbox_amounts` are read instead.
 * - `log.asks`: 1 until what the message asks is mended or the office says that it has seen it. Messages of longer than 30
 *   days before the newest one are taken as seen.
 */
export const figuresAndAttention: Migration = {
  version: 300,
  up: (db) =>
    db.exec(`
      CREATE INDEX time_entry_by_day ON time_entry (date, employee_id, kind, minutes);
      CREATE INDEX outbox_by_archiving ON outbox (archived_at_ms, id, state);
      CREATE INDEX outbox_amounts ON outbox (state, archived_at_ms, id, total_excl_vat, marker IS NULL);

      ALTER TABLE log ADD COLUMN asks INTEGER NOT NULL DEFAULT 0 CHECK (asks IN (0, 1));
      UPDATE log SET asks = 1
        WHERE level IN ('error', 'warning') AND action_nl IS NOT NULL
          AND last_at_ms > (SELECT max(last_at_ms) FROM log) - 2592000000;
      CREATE INDEX log_asks ON log (id) WHERE asks = 1;
    `),
};
