import type { Migration } from './migration';

/**
 * What must be known of a link at the next start: how long its package asked to be left alone, since when its login
 * lasts; and which late deliveries the office was told of. No secrets.
 */
export const linkLimits: Migration = {
  version: 100,
  up: (db) =>
    db.exec(`
      -- By package and not by administration: a package that asks to wait may not have told yet which one it is.
      CREATE TABLE package_pause (
        package TEXT PRIMARY KEY,
        -- Both by the clock of the computer, UTC ms. The first tells when that clock was set back since.
        asked_at_ms INTEGER NOT NULL,
        until_ms INTEGER NOT NULL CHECK (until_ms >= asked_at_ms),
        problem TEXT NOT NULL CHECK (json_valid(problem))
      ) STRICT;

      CREATE TABLE package_login (
        package TEXT PRIMARY KEY,
        logged_in_at_ms INTEGER NOT NULL,
        -- The last moment at which the package gave new tokens.
        renewed_at_ms INTEGER NOT NULL,
        -- When the office read that it is about to end; NULL = it did not since the last renewal.
        end_told_at_ms INTEGER
      ) STRICT;

      -- A delivery of which the office read that it is late; one row each, as long as it is there.
      CREATE TABLE late_delivery (
        outbox_id INTEGER UNIQUE REFERENCES outbox (id) ON DELETE CASCADE,
        pdf_id INTEGER UNIQUE REFERENCES outbox_pdf (id) ON DELETE CASCADE,
        told_at_ms INTEGER NOT NULL,
        CHECK ((outbox_id IS NULL) <> (pdf_id IS NULL))
      ) STRICT;
    `),
};
