import type { Migration } from './migration';

/** Who this database is, the administrations it was linked with, and how far each of their tables was read. */
export const company: Migration = {
  version: 10,
  up: (db) =>
    db.exec(`
      CREATE TABLE link (
        id INTEGER PRIMARY KEY,
        package TEXT NOT NULL,
        administration_id TEXT NOT NULL,
        UNIQUE (package, administration_id)
      ) STRICT;

      -- Exactly one row. The counter never goes back, also when work orders are deleted or wiped.
      CREATE TABLE company (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        database_id TEXT NOT NULL,
        marker_tag TEXT NOT NULL,
        created_at_ms INTEGER NOT NULL,
        last_work_order_number INTEGER NOT NULL,
        -- The administration that leads: the last one a page was stored of.
        leading_link_id INTEGER REFERENCES link (id)
      ) STRICT;

      CREATE TABLE run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        trigger TEXT NOT NULL CHECK (trigger IN ('schedule', 'manual', 'first', 'command', 'archive')),
        started_at_ms INTEGER NOT NULL,
        ended_at_ms INTEGER,
        result TEXT CHECK (result IN ('finished', 'partial', 'failed', 'cancelled')),
        calls INTEGER NOT NULL DEFAULT 0,
        booked INTEGER NOT NULL DEFAULT 0,
        skipped INTEGER NOT NULL DEFAULT 0,
        blocked INTEGER NOT NULL DEFAULT 0,
        unsure INTEGER NOT NULL DEFAULT 0,
        problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
        CHECK ((ended_at_ms IS NULL) = (result IS NULL))
      ) STRICT;
      CREATE INDEX run_open ON run (id) WHERE ended_at_ms IS NULL;

      CREATE TABLE run_resource (
        run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
        resource TEXT NOT NULL CHECK (resource IN ('customers', 'articleGroups', 'articles', 'orders')),
        read INTEGER NOT NULL DEFAULT 0,
        written INTEGER NOT NULL DEFAULT 0,
        unchanged INTEGER NOT NULL DEFAULT 0,
        removed INTEGER NOT NULL DEFAULT 0,
        parked INTEGER NOT NULL DEFAULT 0,
        problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
        UNIQUE (run_id, resource)
      ) STRICT;

      CREATE TABLE mark (
        link_id INTEGER NOT NULL REFERENCES link (id),
        resource TEXT NOT NULL CHECK (resource IN ('customers', 'articleGroups', 'articles', 'orders')),
        high_water TEXT,
        state TEXT NOT NULL CHECK (json_valid(state)),
        -- 1 once the table was read to its end since it was read from the start.
        complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
        updated_at_ms INTEGER NOT NULL,
        UNIQUE (link_id, resource)
      ) STRICT;

      CREATE TABLE cleaned (
        link_id INTEGER NOT NULL REFERENCES link (id),
        resource TEXT NOT NULL CHECK (resource IN ('customers', 'articleGroups', 'articles', 'orders')),
        at_ms INTEGER NOT NULL,
        UNIQUE (link_id, resource)
      ) STRICT;

      -- Records that could not be taken over. With the record when Simon can try again by itself.
      CREATE TABLE parked (
        link_id INTEGER NOT NULL REFERENCES link (id),
        resource TEXT NOT NULL CHECK (resource IN ('customers', 'articleGroups', 'articles', 'orders')),
        external_id TEXT NOT NULL,
        label TEXT NOT NULL,
        problem TEXT NOT NULL CHECK (json_valid(problem)),
        record TEXT CHECK (record IS NULL OR json_valid(record)),
        since_ms INTEGER NOT NULL,
        UNIQUE (link_id, resource, external_id)
      ) STRICT;
    `),
};
