import type { Migration } from './migration';

/**
 * Taking customers and articles along to another package. `adoption_read` and `adoption_record`: its list, as far as it was
 * read. `adoption_match`: for each row of Simon what it may be there, and what the office decided; `chosen` NULL with
 * `decided` 1: it is not taken along. Empty but while the wizard is at it.
 */
export const adoption: Migration = {
  version: 320,
  up: (db) =>
    db.exec(`
      CREATE TABLE adoption_read (
        resource TEXT PRIMARY KEY CHECK (resource IN ('customers', 'articles')),
        link_id INTEGER NOT NULL REFERENCES link (id),
        high_water TEXT,
        state TEXT NOT NULL CHECK (json_valid(state)),
        complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
        matched INTEGER NOT NULL DEFAULT 0 CHECK (matched IN (0, 1))
      ) STRICT;

      CREATE TABLE adoption_record (
        resource TEXT NOT NULL,
        external_id TEXT NOT NULL,
        record TEXT NOT NULL CHECK (json_valid(record)),
        PRIMARY KEY (resource, external_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE adoption_match (
        id INTEGER PRIMARY KEY,
        resource TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        certainty TEXT NOT NULL CHECK (certainty IN ('sure', 'doubtful', 'none')),
        candidates TEXT NOT NULL CHECK (json_valid(candidates)),
        chosen TEXT,
        decided INTEGER NOT NULL CHECK (decided IN (0, 1)),
        UNIQUE (resource, row_id),
        UNIQUE (resource, chosen)
      ) STRICT;
    `),
};
