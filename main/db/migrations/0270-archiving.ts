import type { Migration } from './migration';

/**
 * Several work orders on one document, and a further document of a work order that has one.
 *
 * - The entry of the first work order leads; the others are its members (`outbox_member`) and have no entry of their own
 *   beside it, so that there is one state, one marker and one ledger for what is one document.
 * - `outbox_work_order` tells of each entry which work orders it stands for.
 * - A work order that has a document becomes a second one only when the office chose so: `work_order.chosen_again_at_ms`
 *   until it is archived, then `outbox.chosen_again_at_ms` of the entry of the next revision.
 * - After a restore a work order may be on the document of another one (`company.maybe_combined`); what the office answers
 *   then is booked with `shares_document_since_ms`.
 * - PDFs name their work order. SQLite takes a condition off a table only by making the table anew, with its index and the
 *   triggers of the ledger.
 */
export const archiving: Migration = {
  version: 270,
  up: (db) => {
    db.exec(MEMBERS);
    db.exec(AGAIN);
    db.exec(PDFS);
  },
};

const MEMBERS = `
  CREATE TABLE outbox_member (
    work_order_id INTEGER PRIMARY KEY REFERENCES work_order (id) ON DELETE CASCADE,
    outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX outbox_member_entry ON outbox_member (outbox_id, work_order_id);

  -- 1: after a restore it is not known whether work orders were put together since.
  ALTER TABLE company ADD COLUMN maybe_combined INTEGER NOT NULL DEFAULT 0 CHECK (maybe_combined IN (0, 1));

  CREATE VIEW outbox_work_order AS
    SELECT id AS outbox_id, work_order_id FROM outbox
    UNION ALL SELECT outbox_id, work_order_id FROM outbox_member;

  -- A work order is in the queue once: as an entry, or as a member of one.
  CREATE TRIGGER outbox_member_joins BEFORE INSERT ON outbox_member
    WHEN NOT EXISTS (SELECT 1 FROM outbox WHERE id = NEW.outbox_id AND state = 'withdrawn')
    BEGIN SELECT raise(ABORT, 'A work order joins a document only when that enters the queue'); END;
  CREATE TRIGGER outbox_member_once BEFORE INSERT ON outbox_member
    WHEN EXISTS (SELECT 1 FROM outbox WHERE work_order_id = NEW.work_order_id AND (state <> 'withdrawn' OR id = NEW.outbox_id))
    BEGIN SELECT raise(ABORT, 'A work order is in the queue already'); END;
  CREATE TRIGGER outbox_entry_once BEFORE UPDATE OF state ON outbox
    WHEN OLD.state = 'withdrawn' AND NEW.state <> 'withdrawn' AND NEW.chosen_again_at_ms IS NULL
      AND EXISTS (SELECT 1 FROM outbox_member WHERE work_order_id = NEW.work_order_id)
    BEGIN SELECT raise(ABORT, 'A work order is on the document of another one'); END;
  CREATE TRIGGER outbox_entry_new BEFORE INSERT ON outbox
    WHEN NEW.state <> 'withdrawn' AND NEW.chosen_again_at_ms IS NULL
      AND EXISTS (SELECT 1 FROM outbox_member WHERE work_order_id = NEW.work_order_id)
    BEGIN SELECT raise(ABORT, 'A work order is on the document of another one'); END;

  -- What may be in the package does not lose a work order.
  CREATE TRIGGER outbox_member_stays BEFORE UPDATE ON outbox_member
    BEGIN SELECT raise(ABORT, 'A work order does not change documents'); END;
  CREATE TRIGGER outbox_member_kept BEFORE DELETE ON outbox_member
    WHEN EXISTS (SELECT 1 FROM outbox WHERE id = OLD.outbox_id AND state <> 'withdrawn')
      AND NOT EXISTS (SELECT 1 FROM ledger_wipe)
    BEGIN SELECT raise(ABORT, 'A work order stays on its document'); END;
`;

const AGAIN = `
  -- UTC ms: since when the office wants a further document of this work order; NULL = it does not.
  ALTER TABLE work_order ADD COLUMN chosen_again_at_ms INTEGER
    CHECK (chosen_again_at_ms IS NULL OR status <> 'archived');
  -- UTC ms: since when a further document may have been made after this booked one that is not known here; NULL = none was.
  ALTER TABLE outbox ADD COLUMN maybe_followed_since_ms INTEGER;

  -- A further document is made after the one before it was settled.
  CREATE TRIGGER outbox_one_open BEFORE UPDATE OF state ON outbox
    WHEN OLD.state = 'withdrawn' AND NEW.state <> 'withdrawn' AND EXISTS (
      SELECT 1 FROM outbox AS o WHERE o.work_order_id = NEW.work_order_id AND o.id <> NEW.id
        AND o.state IN ('waiting', 'sending', 'unsure'))
    BEGIN SELECT raise(ABORT, 'A document of this work order is under way'); END;
`;

const PDFS = `
  CREATE TEMP TABLE late_pdf AS SELECT pdf_id, told_at_ms FROM late_delivery WHERE pdf_id IS NOT NULL;
  CREATE TABLE outbox_pdf_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    work_order_id INTEGER NOT NULL REFERENCES work_order (id),
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
    UNIQUE (outbox_id, work_order_id, kind),
    UNIQUE (outbox_id, file_name),
    CHECK ((state = 'done') = (done_at_ms IS NOT NULL)),
    -- In the call of the document a PDF is not sent by itself.
    CHECK (how = 'after-create' OR state IN ('waiting', 'done', 'held'))
  ) STRICT;
  INSERT INTO outbox_pdf_anew
    SELECT p.id, p.outbox_id, o.work_order_id, p.kind, p.how, p.state, p.attempts, p.next_attempt_at_ms, p.problem,
      p.made_at_ms, p.done_at_ms, p.file_name, p.sha256, p.bytes
    FROM outbox_pdf AS p JOIN outbox AS o ON o.id = p.outbox_id;
  DROP TABLE outbox_pdf;
  ALTER TABLE outbox_pdf_anew RENAME TO outbox_pdf;
  INSERT OR REPLACE INTO late_delivery (pdf_id, told_at_ms) SELECT pdf_id, told_at_ms FROM late_pdf;
  DROP TABLE late_pdf;

  CREATE INDEX outbox_pdf_unfinished ON outbox_pdf (state, id) WHERE state <> 'done';
  CREATE INDEX outbox_pdf_work_order ON outbox_pdf (work_order_id, kind);
  CREATE TRIGGER outbox_pdf_stays BEFORE UPDATE OF outbox_id, work_order_id, kind, file_name, sha256, bytes ON outbox_pdf
    BEGIN SELECT raise(ABORT, 'A PDF that was made does not change'); END;
  CREATE TRIGGER outbox_pdf_kept BEFORE DELETE ON outbox_pdf
    WHEN EXISTS (SELECT 1 FROM outbox WHERE id = OLD.outbox_id AND state IN ('sending', 'unsure', 'booked'))
      AND NOT EXISTS (SELECT 1 FROM ledger_wipe)
    BEGIN SELECT raise(ABORT, 'A PDF that may have been sent is not removed'); END;
`;
