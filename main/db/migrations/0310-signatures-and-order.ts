import type { Migration } from './migration';

/** Who signed a work order and for what, small pictures for the screens, and the order that the office chose. */
export const signaturesAndOrder: Migration = {
  version: 310,
  up: (db) =>
    db.exec(`
      CREATE TABLE work_order_signature (
        work_order_id INTEGER PRIMARY KEY REFERENCES work_order (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        signed_at_ms INTEGER NOT NULL,
        -- The drawn one, among the files of the work order.
        file_id INTEGER NOT NULL REFERENCES work_order_file (id) ON DELETE CASCADE,
        -- What was signed for, so that a later change shows.
        content TEXT NOT NULL CHECK (json_valid(content))
      ) STRICT;
      CREATE INDEX work_order_signature_by_file ON work_order_signature (file_id);

      -- Beside the files, whose rows end with their bytes: what comes after those is slow to read.
      CREATE TABLE work_order_thumbnail (
        file_id INTEGER PRIMARY KEY REFERENCES work_order_file (id) ON DELETE CASCADE,
        bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 200000)
      ) STRICT;
      -- A file without a place comes after those that have one.
      CREATE TABLE work_order_file_place (
        file_id INTEGER PRIMARY KEY REFERENCES work_order_file (id) ON DELETE CASCADE,
        place INTEGER NOT NULL
      ) STRICT;

      -- Employees without a place come after those that have one, by name.
      ALTER TABLE employee ADD COLUMN place INTEGER;
    `),
};
