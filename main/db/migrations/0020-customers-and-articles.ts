import type { Migration } from './migration';

/**
 * Customers and articles. `link_id` NULL: added by hand in Simon. `active` 0: shown, but cannot be chosen any more.
 * `removed_at_ms`: not shown any more, kept because a work order or an own work address refers to it.
 * The *_key and search_text columns are folded texts; the indexes that end in search_text answer a search without
 * touching the rows.
 */
export const customersAndArticles: Migration = {
  version: 20,
  up: (db) =>
    db.exec(`
      CREATE TABLE customer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        link_id INTEGER REFERENCES link (id),
        external_id TEXT,
        number TEXT NOT NULL,
        name TEXT NOT NULL,
        address_name TEXT NOT NULL,
        street TEXT NOT NULL,
        postcode TEXT NOT NULL,
        city TEXT NOT NULL,
        country TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        vat_number TEXT NOT NULL,
        chamber_of_commerce_number TEXT NOT NULL,
        extra TEXT NOT NULL CHECK (json_valid(extra)),
        content_hash TEXT NOT NULL,
        active INTEGER NOT NULL CHECK (active IN (0, 1)),
        removed_at_ms INTEGER,
        name_key TEXT NOT NULL,
        number_key TEXT NOT NULL,
        search_text TEXT NOT NULL,
        UNIQUE (link_id, external_id),
        CHECK ((link_id IS NULL) = (external_id IS NULL)),
        CHECK (removed_at_ms IS NULL OR active = 0)
      ) STRICT;
      CREATE INDEX customer_by_name ON customer (name_key, id, search_text) WHERE removed_at_ms IS NULL;
      CREATE INDEX customer_by_number ON customer (number_key) WHERE removed_at_ms IS NULL;

      CREATE TABLE work_address (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('main', 'postal', 'invoice', 'delivery', 'own')),
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        street TEXT NOT NULL,
        postcode TEXT NOT NULL,
        city TEXT NOT NULL,
        country TEXT NOT NULL,
        active INTEGER NOT NULL CHECK (active IN (0, 1)),
        UNIQUE (customer_id, kind, key)
      ) STRICT;

      CREATE TABLE article_group (
        id INTEGER PRIMARY KEY,
        link_id INTEGER NOT NULL REFERENCES link (id),
        external_id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (link_id, external_id)
      ) STRICT;

      CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        link_id INTEGER REFERENCES link (id),
        external_id TEXT,
        code TEXT NOT NULL,
        description TEXT NOT NULL,
        -- No foreign key: groups and articles are read one after the other, in any order.
        group_external_id TEXT,
        unit TEXT NOT NULL,
        unit_price TEXT,
        vat_rate TEXT,
        extra TEXT NOT NULL CHECK (json_valid(extra)),
        content_hash TEXT NOT NULL,
        active INTEGER NOT NULL CHECK (active IN (0, 1)),
        removed_at_ms INTEGER,
        code_key TEXT NOT NULL,
        description_key TEXT NOT NULL,
        search_text TEXT NOT NULL,
        UNIQUE (link_id, external_id),
        CHECK ((link_id IS NULL) = (external_id IS NULL)),
        CHECK (removed_at_ms IS NULL OR active = 0)
      ) STRICT;
      -- One article can be chosen per code: settings and imports name articles by code.
      CREATE UNIQUE INDEX article_code ON article (code, link_id) WHERE active = 1;
      CREATE INDEX article_by_code ON article (code_key, id, search_text) WHERE removed_at_ms IS NULL;
    `),
};
