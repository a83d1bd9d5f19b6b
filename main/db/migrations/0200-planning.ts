import type { Migration } from './migration';

/** Indexes of the planning board: what is planned in a stretch of time, and what is not planned yet. */
export const planning: Migration = {
  version: 200,
  up: (db) =>
    db.exec(`
      CREATE INDEX work_order_by_planned_start ON work_order (planned_start_at_ms);
      -- Those that last longer than a day are few, and found by their end; all others start within a day of what is shown.
      CREATE INDEX work_order_long ON work_order (planned_end_at_ms)
        WHERE planned_end_at_ms - planned_start_at_ms > 86400000;
      CREATE INDEX work_order_unplanned ON work_order (id, search_text)
        WHERE status = 'planned' AND planned_start_at_ms IS NULL;
    `),
};
