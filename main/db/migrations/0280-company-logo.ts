import type { Migration } from './migration';

/** The logo on the papers of the company. In its database, so that it goes along in backups. */
export const companyLogo: Migration = {
  version: 280,
  up: (db) =>
    db.exec(`
      CREATE TABLE company_logo (
        -- There is one logo, or none.
        id INTEGER PRIMARY KEY CHECK (id = 1),
        media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1000000)
      ) STRICT;
    `),
};
