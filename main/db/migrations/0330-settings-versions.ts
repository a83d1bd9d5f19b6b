import type { Migration } from './migration';

/** The settings of a package as they were saved, one version after the other; without secrets. */
export const settingsVersions: Migration = {
  version: 330,
  up: (db) =>
    db.exec(`
      CREATE TABLE settings_version (
        package TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        -- NULL: saved before versions were kept.
        saved_at_ms INTEGER,
        -- Name with which somebody was logged in to the computer; empty: not known.
        saved_by TEXT NOT NULL,
        settings TEXT NOT NULL CHECK (json_valid(settings)),
        -- What differs from the version before, in the words of that moment.
        changes TEXT NOT NULL CHECK (json_valid(changes)),
        PRIMARY KEY (package, version)
      ) STRICT;
      CREATE TRIGGER settings_version_stays BEFORE UPDATE ON settings_version
      BEGIN SELECT RAISE(ABORT, 'A saved version of the settings does not change'); END;
      CREATE TRIGGER settings_version_not_removed BEFORE DELETE ON settings_version
      BEGIN SELECT RAISE(ABORT, 'A saved version of the settings is not removed'); END;
    `),
};
