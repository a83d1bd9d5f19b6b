import type { Migration } from './migration';

/**
 * The PDFs of queue entries: made once, before their document is sent for the first time, and kept, so that a repeated
 * attempt sends the same bytes and the office can see later what was sent. `how` is that of the package at that moment.
 */
export const pdfs: Migration = {
  version: 70,
  up: (db) =>
    db.exec(`
      CREATE TABLE outbox_pdf (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('work-order', 'custom-forms')),
        how TEXT NOT NULL CHECK (how IN ('in-create', 'after-create')),
        state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'unsure', 'done', 'held')),
        attempts INTEGER NOT NULL DEFAULT 0,
        next_attempt_at_ms INTEGER,
        problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
        made_at_ms INTEGER NOT NULL,
        done_at_ms INTEGER,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        -- Last, so that the columns before it are read without it.
        bytes BLOB NOT NULL,
        UNIQUE (outbox_id, kind),
        UNIQUE (outbox_id, file_name),
        CHECK ((state = 'done') = (done_at_ms IS NOT NULL)),
        -- In the call of the document a PDF has no steps of its own.
        CHECK (how = 'after-create' OR state IN ('waiting', 'done'))
      ) STRICT;
      CREATE INDEX outbox_pdf_unfinished ON outbox_pdf (state, id) WHERE state <> 'done';
    `),
};
