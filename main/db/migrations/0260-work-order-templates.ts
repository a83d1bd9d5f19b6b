import type { Migration } from './migration';

/** Work orders that are made again and again, and of what a work order was made. */
export const workOrderTemplates: Migration = {
  version: 260,
  up: (db) =>
    db.exec(`
      CREATE TABLE work_order_template (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        -- What a new work order gets, with the names and codes of what it refers to: customers and articles may go.
        content TEXT NOT NULL CHECK (json_valid(content)),
        changed_at_ms INTEGER NOT NULL,
        search_text TEXT NOT NULL
      ) STRICT;
      -- The work order it is a copy of, or the template it was made of, by its number or name; NULL: of neither.
      ALTER TABLE work_order ADD COLUMN made_from TEXT CHECK (json_valid(made_from));
    `),
};
