import type { Migration } from './migration';

/**
 * What entries of the queue have in common when they stand still for the same reason, so that a hundred thousand of them
 * are counted by an index. The sentence counts as well: of several problems at once only that tells them apart. Empty:
 * nothing is wrong.
 */
export const queueCauses: Migration = {
  version: 340,
  up: (db) =>
    db.exec(`
      ALTER TABLE outbox ADD COLUMN cause TEXT NOT NULL GENERATED ALWAYS AS (
        iif(problem IS NULL, '', json_array(
          problem ->> '$.code', json(coalesce(problem -> '$.params', '{}')),
          coalesce(problem ->> '$.text.message.nl', problem ->> '$.vendor.text')))) VIRTUAL;
      CREATE INDEX outbox_by_cause ON outbox (state, cause, archived_at_ms, id);
    `),
};
