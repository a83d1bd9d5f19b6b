import type { Migration } from './migration';

/** The forms that an office designs, and which version of one a form of a work order was filled in with. */
export const customForms: Migration = {
  version: 220,
  up: (db) =>
    db.exec(`
      CREATE TABLE custom_form (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        active INTEGER NOT NULL CHECK (active IN (0, 1))
      ) STRICT;
      -- Forms are chosen, and found by an import, by their title.
      CREATE UNIQUE INDEX custom_form_by_title ON custom_form (title_key) WHERE active = 1;

      CREATE TABLE custom_form_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        form_id INTEGER NOT NULL REFERENCES custom_form (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        questions TEXT NOT NULL CHECK (json_valid(questions)),
        made_at_ms INTEGER NOT NULL,
        UNIQUE (form_id, version)
      ) STRICT;

      -- NULL: a free form, whose questions stand beside its answers.
      ALTER TABLE work_order_form ADD COLUMN form_version_id INTEGER REFERENCES custom_form_version (id);
      CREATE INDEX work_order_form_by_version ON work_order_form (form_version_id) WHERE form_version_id IS NOT NULL;

      CREATE TRIGGER custom_form_version_in_use BEFORE UPDATE ON custom_form_version
      WHEN EXISTS (SELECT 1 FROM work_order_form WHERE form_version_id = OLD.id)
      BEGIN
        SELECT RAISE(ABORT, 'the questions of a filled-in form never change');
      END;
    `),
};
