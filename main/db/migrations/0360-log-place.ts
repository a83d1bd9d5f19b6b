import type { Migration } from './migration';

/** Where the office acts on a message, as JSON; empty for messages of before this version, and where that is the record. */
export const logPlace: Migration = {
  version: 360,
  up: (db) => db.exec('ALTER TABLE log ADD COLUMN place TEXT;'),
};
