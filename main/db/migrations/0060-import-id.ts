import type { Migration } from './migration';

/** What another program calls a work order that was imported: the same one is not taken in twice. */
export const importId: Migration = {
  version: 60,
  up: (db) =>
    db.exec(`
      ALTER TABLE work_order ADD COLUMN import_id TEXT;
      CREATE UNIQUE INDEX work_order_import_id ON work_order (import_id) WHERE import_id IS NOT NULL;
    `),
};
