import type { Migration } from './migration';

/** Photos, attachments and signatures of work orders. They lie beside the work order, so that saving it never carries them. */
export const workOrderFiles: Migration = {
  version: 230,
  up: (db) =>
    db.exec(`
      CREATE TABLE work_order_file (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        work_order_id INTEGER NOT NULL REFERENCES work_order (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('photo', 'file', 'signature')),
        name TEXT NOT NULL,
        mime TEXT NOT NULL,
        width INTEGER,
        height INTEGER,
        caption TEXT NOT NULL,
        -- The question of a form that it answers; NULL: it belongs to the work order itself.
        question_id TEXT,
        added_at_ms INTEGER NOT NULL,
        -- Taken away, and kept for as long as that can be undone.
        removed_at_ms INTEGER,
        -- Last, so that a list need not read past them.
        bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 10000000)
      ) STRICT;
      CREATE INDEX work_order_file_by_work_order ON work_order_file (work_order_id);
    `),
};
