import type { Migration } from './migration';

/**
 * The log of the office. Newest first is by id: a repeated message gets a new row with its count, the old one goes.
 * `log_index` finds words and, as tags, level, table, day and month, so that any filter is one look-up in one index;
 * without positions (detail = column), which makes a word that stands in every row three times as quick.
 */
export const log: Migration = {
  version: 50,
  up: (db) =>
    db.exec(`
      CREATE TABLE log (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        first_at_ms INTEGER NOT NULL,
        last_at_ms INTEGER NOT NULL,
        count INTEGER NOT NULL CHECK (count >= 1),
        level TEXT NOT NULL CHECK (level IN ('approval', 'info', 'warning', 'error')),
        about TEXT NOT NULL
          CHECK (about IN ('workOrder', 'customer', 'workAddress', 'article', 'articleGroup', 'link')),
        record_id INTEGER,
        record TEXT NOT NULL,
        message_nl TEXT NOT NULL,
        message_en TEXT NOT NULL,
        action_nl TEXT,
        action_en TEXT,
        run_id INTEGER REFERENCES run (id),
        fold TEXT,
        CHECK ((action_nl IS NULL) = (action_en IS NULL))
      ) STRICT;
      CREATE INDEX log_last_at ON log (last_at_ms);
      CREATE INDEX log_fold ON log (fold, id) WHERE fold IS NOT NULL;

      CREATE VIRTUAL TABLE log_index USING fts5(
        text, tags, content = '', contentless_delete = 1, detail = column, tokenize = 'unicode61 remove_diacritics 2'
      );
    `),
};
