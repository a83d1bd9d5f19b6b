import type { Migration } from './migration';

/** Work orders with everything on them, the people who do them, and which pulled orders became one. */
export const workOrders: Migration = {
  version: 30,
  up: (db) =>
    db.exec(`
      CREATE TABLE employee (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        active INTEGER NOT NULL CHECK (active IN (0, 1))
      ) STRICT;

      CREATE TABLE work_order (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        number TEXT NOT NULL UNIQUE,
        status TEXT NOT NULL CHECK (status IN ('planned', 'ready', 'archived')),
        version INTEGER NOT NULL,
        customer_id INTEGER REFERENCES customer (id),
        work_address_id INTEGER REFERENCES work_address (id),
        description TEXT NOT NULL,
        customer_reference TEXT NOT NULL,
        notes TEXT NOT NULL,
        employee_id INTEGER REFERENCES employee (id),
        planned_start_at_ms INTEGER,
        planned_end_at_ms INTEGER,
        created_at_ms INTEGER NOT NULL,
        reported_ready_at_ms INTEGER,
        archived_at_ms INTEGER,
        -- Number of the order or quote it was made from.
        source_number TEXT,
        search_text TEXT NOT NULL,
        CHECK (work_address_id IS NULL OR customer_id IS NOT NULL),
        CHECK ((status = 'archived') = (archived_at_ms IS NOT NULL)),
        CHECK ((status = 'planned') = (reported_ready_at_ms IS NULL))
      ) STRICT;
      CREATE INDEX work_order_by_status ON work_order (status, id, search_text);
      CREATE INDEX work_order_customer ON work_order (customer_id, status);
      CREATE INDEX work_order_work_address ON work_order (work_address_id, status);

      CREATE TABLE time_entry (
        work_order_id INTEGER NOT NULL REFERENCES work_order (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        employee_id INTEGER REFERENCES employee (id),
        kind TEXT NOT NULL CHECK (kind IN ('work', 'travel')),
        date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        minutes INTEGER NOT NULL CHECK (minutes >= 0),
        note TEXT NOT NULL,
        UNIQUE (work_order_id, position)
      ) STRICT;

      CREATE TABLE work_order_article (
        work_order_id INTEGER NOT NULL REFERENCES work_order (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        article_id INTEGER NOT NULL REFERENCES article (id),
        quantity TEXT NOT NULL,
        unit_price TEXT,
        description TEXT,
        UNIQUE (work_order_id, position)
      ) STRICT;
      CREATE INDEX work_order_article_article ON work_order_article (article_id);

      CREATE TABLE work_order_form (
        work_order_id INTEGER NOT NULL REFERENCES work_order (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        answers TEXT NOT NULL CHECK (json_valid(answers)),
        UNIQUE (work_order_id, position)
      ) STRICT;

      -- Orders of the package that must not become a work order (again). Stays when the work order is deleted or wiped,
      -- and also holds the documents that Simon itself made there.
      CREATE TABLE pulled_order (
        link_id INTEGER NOT NULL REFERENCES link (id),
        external_id TEXT NOT NULL,
        number TEXT NOT NULL,
        origin TEXT NOT NULL CHECK (origin IN ('package', 'simon')),
        at_ms INTEGER NOT NULL,
        UNIQUE (link_id, external_id)
      ) STRICT;
    `),
};
