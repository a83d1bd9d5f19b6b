import type { Migration } from './migration';

/**
 * Which trace outside the data folder belongs to this file (`main/company/database-trace.ts`), and why a database counts
 * as one that does not know what was sent: a backup was put back, or the file came here by hand.
 */
export const trace: Migration = {
  version: 110,
  up: (db) =>
    db.exec(`
      -- NULL: none yet, and nothing has to be doubted because of that.
      ALTER TABLE company ADD COLUMN trace_id TEXT;

      ALTER TABLE restore ADD COLUMN reason TEXT NOT NULL DEFAULT 'backup'
        CHECK (reason IN ('backup', 'elsewhere', 'older', 'gone'));
    `),
};
