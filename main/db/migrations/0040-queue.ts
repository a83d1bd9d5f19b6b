import type { Migration } from './migration';

/**
 * The archive queue (outbox). The document and its exact request are frozen here with their marker before anything is
 * sent; one work order has one entry per revision, so it cannot be sent twice by archiving it twice.
 */
export const queue: Migration = {
  version: 40,
  up: (db) =>
    db.exec(`
      CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        work_order_id INTEGER NOT NULL REFERENCES work_order (id),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        state TEXT NOT NULL
          CHECK (state IN ('waiting', 'sending', 'unsure', 'booked', 'skipped', 'blocked', 'withdrawn')),
        held INTEGER NOT NULL DEFAULT 0 CHECK (held = 0 OR (held = 1 AND state = 'unsure')),
        link_id INTEGER REFERENCES link (id),
        settings_version INTEGER,
        marker TEXT UNIQUE,
        document TEXT CHECK (document IS NULL OR json_valid(document)),
        request TEXT CHECK (request IS NULL OR json_valid(request)),
        total_excl_vat TEXT,
        variant INTEGER NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_attempt_at_ms INTEGER,
        sent_at_ms INTEGER,
        unsure_since_ms INTEGER,
        problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
        external_id TEXT,
        document_number TEXT,
        archived_at_ms INTEGER NOT NULL,
        UNIQUE (work_order_id, revision),
        -- Frozen as a whole or not at all; nothing is sent that is not frozen.
        CHECK ((marker IS NULL) = (document IS NULL)),
        CHECK ((marker IS NULL) = (request IS NULL)),
        CHECK ((marker IS NULL) = (link_id IS NULL)),
        CHECK (state NOT IN ('sending', 'unsure', 'booked') OR marker IS NOT NULL),
        CHECK ((state = 'booked') = (external_id IS NOT NULL))
      ) STRICT;
      CREATE INDEX outbox_by_state ON outbox (state, id);

      CREATE TABLE outbox_step (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
        at_ms INTEGER NOT NULL,
        step TEXT NOT NULL,
        detail TEXT NOT NULL
      ) STRICT;
      CREATE INDEX outbox_step_entry ON outbox_step (outbox_id, id);
    `),
};
