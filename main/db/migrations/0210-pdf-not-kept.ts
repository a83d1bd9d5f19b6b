import type { Migration } from './migration';

/**
 * A PDF that went in the call of its document may turn out not to be there: it is held then, for the office to put it there.
 * SQLite takes a condition off a table only by making the table anew, with its index and the triggers of the ledger.
 */
export const pdfNotKept: Migration = {
  version: 210,
  up: (db) =>
    db.exec(`
      CREATE TEMP TABLE late_pdf AS SELECT pdf_id, told_at_ms FROM late_delivery WHERE pdf_id IS NOT NULL;
      CREATE TABLE outbox_pdf_anew (
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
        -- In the call of the document a PDF is not sent by itself.
        CHECK (how = 'after-create' OR state IN ('waiting', 'done', 'held'))
      ) STRICT;
      INSERT INTO outbox_pdf_anew
        SELECT id, outbox_id, kind, how, state, attempts, next_attempt_at_ms, problem, made_at_ms, done_at_ms, file_name,
          sha256, bytes
        FROM outbox_pdf;
      DROP TABLE outbox_pdf;
      ALTER TABLE outbox_pdf_anew RENAME TO outbox_pdf;
      INSERT OR REPLACE INTO late_delivery (pdf_id, told_at_ms) SELECT pdf_id, told_at_ms FROM late_pdf;
      DROP TABLE late_pdf;

      CREATE INDEX outbox_pdf_unfinished ON outbox_pdf (state, id) WHERE state <> 'done';
      CREATE TRIGGER outbox_pdf_stays BEFORE UPDATE OF outbox_id, kind, file_name, sha256, bytes ON outbox_pdf
        BEGIN SELECT raise(ABORT, 'A PDF that was made does not change'); END;
      CREATE TRIGGER outbox_pdf_kept BEFORE DELETE ON outbox_pdf
        WHEN EXISTS (SELECT 1 FROM outbox WHERE id = OLD.outbox_id AND state IN ('sending', 'unsure', 'booked'))
          AND NOT EXISTS (SELECT 1 FROM ledger_wipe)
        BEGIN SELECT raise(ABORT, 'A PDF that may have been sent is not removed'); END;
    `),
};
