import type { Migration } from './migration';

/**
 * What a clean-up found and waits for the office with: at most one question per table. Its rows are those that would go;
 * a row that went meanwhile is passed over when they are read. `refused_at_ms`: the office chose to keep them.
 * `clean_up_past`: how much the last clean-ups removed without a question, newest last.
 */
export const cleanUpQuestions: Migration = {
  version: 120,
  up: (db) =>
    db.exec(`
      CREATE TABLE clean_up_question (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        link_id INTEGER NOT NULL REFERENCES link (id),
        resource TEXT NOT NULL,
        asked_at_ms INTEGER NOT NULL,
        rows_seen INTEGER NOT NULL,
        present INTEGER NOT NULL,
        to_remove INTEGER NOT NULL,
        kept_in_use INTEGER NOT NULL,
        guarded INTEGER NOT NULL CHECK (guarded IN (0, 1)),
        refused_at_ms INTEGER,
        UNIQUE (link_id, resource)
      ) STRICT;

      CREATE TABLE clean_up_question_row (
        question_id INTEGER NOT NULL REFERENCES clean_up_question (id) ON DELETE CASCADE,
        record_id INTEGER NOT NULL,
        reason TEXT NOT NULL CHECK (reason IN ('gone', 'simon', 'former')),
        PRIMARY KEY (question_id, record_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE clean_up_past (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        link_id INTEGER NOT NULL REFERENCES link (id),
        resource TEXT NOT NULL,
        removed INTEGER NOT NULL
      ) STRICT;
    `),
};
