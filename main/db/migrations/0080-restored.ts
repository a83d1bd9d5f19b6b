import type { Migration } from './migration';

/**
 * What a database that was put back from a backup cannot know: documents that were sent after the backup was made. Until
 * a look-up in the package has settled it, a work order with `maybe_sent_since_ms` is looked up before it is sent.
 */
export const restored: Migration = {
  version: 80,
  up: (db) =>
    db.exec(`
      -- UTC ms: since when a document may have been sent of which nothing stands here; NULL = none was.
      ALTER TABLE work_order ADD COLUMN maybe_sent_since_ms INTEGER;

      CREATE TABLE restore (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at_ms INTEGER NOT NULL,
        -- The last moment of which something stands in the backup.
        backup_until_ms INTEGER NOT NULL,
        -- What was sent after that and is told to the office; NULL when the data before the restore could not be read.
        sent_since TEXT CHECK (sent_since IS NULL OR json_valid(sent_since)),
        -- 1 once it stands in the log.
        told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))
      ) STRICT;
    `),
};
