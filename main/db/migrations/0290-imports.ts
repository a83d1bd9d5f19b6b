import type { Migration } from './migration';

/** What was taken in from which file, so that no file makes doubles, and what columns of spreadsheets were said to hold. */
export const imports: Migration = {
  version: 290,
  up: (db) =>
    db.exec(`
      -- Written together with the work order: a file of which the import was cut off can be taken in again.
      CREATE TABLE import_taken (
        -- SHA-256 of the file, with the name of the sheet of a workbook.
        file_key TEXT NOT NULL,
        -- Its line in a table, its place in the list of JSON.
        record INTEGER NOT NULL,
        work_order_id INTEGER NOT NULL REFERENCES work_order (id) ON DELETE CASCADE,
        -- SHA-256 of the name of the file and of all that the record says; only of one that another program gave no name.
        content_key TEXT,
        PRIMARY KEY (file_key, record)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX import_taken_work_order ON import_taken (work_order_id);
      CREATE INDEX import_taken_content ON import_taken (content_key) WHERE content_key IS NOT NULL;
      CREATE TABLE import_column (
        key TEXT PRIMARY KEY,
        choice TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `),
};
