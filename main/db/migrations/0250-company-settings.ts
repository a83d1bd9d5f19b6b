import type { Migration } from './migration';

/** What a company chose for itself, whichever package it is linked with, and when a booked time began. */
export const companySettings: Migration = {
  version: 250,
  up: (db) =>
    db.exec(`
      -- A choice that was never made is not here: then its default counts.
      CREATE TABLE company_setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value))
      ) STRICT;
      -- Minutes since midnight on the clock of the office; NULL when only the duration was booked.
      ALTER TABLE time_entry ADD COLUMN start_minute INTEGER CHECK (start_minute BETWEEN 0 AND 1439);
    `),
};
