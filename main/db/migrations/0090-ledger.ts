import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { factsOfDetail } from './facts-of-detail';
import type { Migration } from './migration';

/**
 * The queue as a ledger: what was sent is kept word for word and cannot be changed, and a work order has one document by
 * constraint.
 *
 * - `outbox_step.detail`, a text, becomes `facts`, JSON with the shape of `preload/contract/delivery-steps.ts`.
 * - `outbox_document` holds every request that was ever sent for an entry, also one that was refused and made anew.
 * - Steps and documents are only ever added. A wipe opens the ledger for its own transaction with a row in
 *   `ledger_wipe`; an entry that was taken back never became a document and goes with its work order.
 * - At most one entry of a work order is or may become a document (`outbox_one_document`), and a document in the package
 *   belongs to one entry (`outbox_own_document`). Two choices of the office stay possible, each as a recorded one
 *   (issue 5): a further document of the same work order is an entry of the next revision with `chosen_again_at_ms`, and
 *   the entries of work orders that are put together on one document have `shares_document_since_ms` on all but the one
 *   that it was made for.
 * - Databases that have such doubles already keep them, marked that way: nothing is thrown away that was sent. What was not sent yet is
 *   blocked, so that the office chooses; the log tells about each.
 */
export const ledger: Migration = {
  version: 90,
  up: (db) => {
    stepsAsFacts(db);
    keepSentDocuments(db);
    db.exec(`
      -- UTC ms: when a further document of this work order was chosen; NULL = the one that archiving makes.
      ALTER TABLE outbox ADD COLUMN chosen_again_at_ms INTEGER;
      -- UTC ms: since when this entry shares the document of another entry; NULL = its document is its own.
      ALTER TABLE outbox ADD COLUMN shares_document_since_ms INTEGER;
    `);
    settleDoubles(db);
    db.exec(CONSTRAINTS);
  },
};

const CONSTRAINTS = `
  CREATE UNIQUE INDEX outbox_one_document ON outbox (work_order_id)
    WHERE state <> 'withdrawn' AND chosen_again_at_ms IS NULL;
  CREATE UNIQUE INDEX outbox_own_document ON outbox (link_id, external_id)
    WHERE external_id <> '' AND shares_document_since_ms IS NULL;

  -- Holds a row only within the transaction of a wipe.
  CREATE TABLE ledger_wipe (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;

  CREATE TRIGGER outbox_step_stays BEFORE UPDATE ON outbox_step
    BEGIN SELECT raise(ABORT, 'A step of the ledger does not change'); END;
  CREATE TRIGGER outbox_step_kept BEFORE DELETE ON outbox_step
    WHEN EXISTS (SELECT 1 FROM outbox WHERE id = OLD.outbox_id) AND NOT EXISTS (SELECT 1 FROM ledger_wipe)
    BEGIN SELECT raise(ABORT, 'A step of the ledger is not removed'); END;
  CREATE TRIGGER outbox_document_stays BEFORE UPDATE ON outbox_document
    BEGIN SELECT raise(ABORT, 'A document that was sent does not change'); END;
  CREATE TRIGGER outbox_document_kept BEFORE DELETE ON outbox_document
    WHEN EXISTS (SELECT 1 FROM outbox WHERE id = OLD.outbox_id) AND NOT EXISTS (SELECT 1 FROM ledger_wipe)
    BEGIN SELECT raise(ABORT, 'A document that was sent is not removed'); END;

  CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox
    WHEN OLD.state <> 'withdrawn' AND NOT EXISTS (SELECT 1 FROM ledger_wipe)
    BEGIN SELECT raise(ABORT, 'An entry of the queue is not removed'); END;
  CREATE TRIGGER outbox_frozen BEFORE UPDATE OF work_order_id, revision, link_id, settings_version, marker, document, request
    ON outbox
    WHEN OLD.state IN ('sending', 'unsure', 'booked') AND (
      NEW.work_order_id <> OLD.work_order_id OR NEW.revision <> OLD.revision OR NEW.link_id <> OLD.link_id
      OR NEW.settings_version IS NOT OLD.settings_version OR NEW.marker IS NOT OLD.marker
      OR NEW.document IS NOT OLD.document OR NEW.request IS NOT OLD.request)
    BEGIN SELECT raise(ABORT, 'A document that may be in the package does not change'); END;
  CREATE TRIGGER outbox_booked BEFORE UPDATE OF state ON outbox
    WHEN OLD.state = 'booked' AND NEW.state <> 'booked'
    BEGIN SELECT raise(ABORT, 'A booked document stays booked'); END;

  CREATE TRIGGER outbox_pdf_stays BEFORE UPDATE OF outbox_id, kind, file_name, sha256, bytes ON outbox_pdf
    BEGIN SELECT raise(ABORT, 'A PDF that was made does not change'); END;
  CREATE TRIGGER outbox_pdf_kept BEFORE DELETE ON outbox_pdf
    WHEN EXISTS (SELECT 1 FROM outbox WHERE id = OLD.outbox_id AND state IN ('sending', 'unsure', 'booked'))
      AND NOT EXISTS (SELECT 1 FROM ledger_wipe)
    BEGIN SELECT raise(ABORT, 'A PDF that may have been sent is not removed'); END;
`;

function stepsAsFacts(db: Database.Database): void {
  db.exec(`
    ALTER TABLE outbox_step RENAME TO old_step;
    DROP INDEX outbox_step_entry;
    CREATE TABLE outbox_step (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
      at_ms INTEGER NOT NULL,
      step TEXT NOT NULL,
      facts TEXT NOT NULL CHECK (json_valid(facts))
    ) STRICT;
    CREATE INDEX outbox_step_entry ON outbox_step (outbox_id, id);
  `);
  const rows = db.prepare<[], OldStep>('SELECT id, outbox_id, at_ms, step, detail FROM old_step ORDER BY id').all();
  const add = db.prepare('INSERT INTO outbox_step (id, outbox_id, at_ms, step, facts) VALUES (?, ?, ?, ?, ?)');
  for (const { id, outbox_id, at_ms, step, detail } of rows) {
    const { name, facts } = factsOfDetail(step, detail);
    add.run(id, outbox_id, at_ms, name, JSON.stringify(facts));
  }
  db.exec('DROP TABLE old_step');
}

interface OldStep {
  id: number;
  outbox_id: number;
  at_ms: number;
  step: string;
  detail: string;
}

/** Of what was sent before the ledger kept it, the last form is still there. */
function keepSentDocuments(db: Database.Database): void {
  db.exec(`
    CREATE TABLE outbox_document (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
      -- SHA-256 of the text in request, hexadecimal.
      request_sha256 TEXT NOT NULL CHECK (length(request_sha256) = 64),
      link_id INTEGER NOT NULL REFERENCES link (id),
      settings_version INTEGER NOT NULL,
      document TEXT NOT NULL CHECK (json_valid(document)),
      request TEXT NOT NULL CHECK (json_valid(request)),
      first_sent_at_ms INTEGER NOT NULL,
      UNIQUE (outbox_id, request_sha256)
    ) STRICT;
  `);
  const sent = db
    .prepare<[], SentEntry>(
      `SELECT id, link_id, settings_version, document, request, sent_at_ms FROM outbox
       WHERE attempts > 0 AND sent_at_ms IS NOT NULL AND request IS NOT NULL AND settings_version IS NOT NULL`,
    )
    .all();
  const keep = db.prepare(
    `INSERT INTO outbox_document
       (outbox_id, request_sha256, link_id, settings_version, document, request, first_sent_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { id, link_id, settings_version, document, request, sent_at_ms } of sent) {
    const sha256 = createHash('sha256').update(request).digest('hex');
    keep.run(id, sha256, link_id, settings_version, document, request, sent_at_ms);
  }
}

interface SentEntry {
  id: number;
  link_id: number;
  settings_version: number;
  document: string;
  request: string;
  sent_at_ms: number;
}

interface Double {
  id: number;
  state: string;
  keeper: number;
  work_order_id: number;
  record: string;
  at_ms: number;
}

function settleDoubles(db: Database.Database): void {
  const joined = `FROM outbox AS o JOIN work_order AS w ON w.id = o.work_order_id
    LEFT JOIN customer AS c ON c.id = w.customer_id`;
  const columns = `o.id, o.state, o.work_order_id, trim(w.number || ' ' || coalesce(c.name, '')) AS record,
    coalesce((SELECT max(at_ms) FROM outbox_step), o.archived_at_ms) AS at_ms`;
  // The one that is furthest stays the document of its work order.
  const ofWorkOrder = db
    .prepare<[], Double>(
      `SELECT ${columns}, k.keeper ${joined} JOIN (
         SELECT work_order_id, id AS keeper, row_number() OVER (PARTITION BY work_order_id ORDER BY
           state = 'booked' DESC, state IN ('unsure', 'sending') DESC, revision, id) AS place
         FROM outbox WHERE state <> 'withdrawn') AS k ON k.work_order_id = o.work_order_id AND k.place = 1
       WHERE o.state <> 'withdrawn' AND o.id <> k.keeper ORDER BY o.id`,
    )
    .all();
  for (const double of ofWorkOrder) {
    db.prepare('UPDATE outbox SET chosen_again_at_ms = archived_at_ms WHERE id = ?').run(double.id);
    if (double.state === 'waiting' || double.state === 'skipped') {
      const problem = JSON.stringify({ kind: 'blocked', code: 'queue-doubled', params: {} });
      db.prepare(`UPDATE outbox SET state = 'blocked', problem = ?, next_attempt_at_ms = NULL WHERE id = ?`).run(
        problem,
        double.id,
      );
    }
    tell(db, double, 'work-order');
  }

  const ofDocument = db
    .prepare<[], Double>(
      `SELECT ${columns}, k.keeper ${joined} JOIN (
         SELECT link_id, external_id, min(id) AS keeper FROM outbox WHERE external_id <> ''
         GROUP BY link_id, external_id HAVING count(*) > 1) AS k
         ON k.link_id = o.link_id AND k.external_id = o.external_id
       WHERE o.id <> k.keeper ORDER BY o.id`,
    )
    .all();
  for (const double of ofDocument) {
    db.prepare('UPDATE outbox SET shares_document_since_ms = archived_at_ms WHERE id = ?').run(double.id);
    tell(db, double, 'document');
  }
}

const TOLD = {
  'work-order': {
    nl: 'Deze werkbon staat twee keer in de archiefwachtrij.',
    en: 'This work order is in the archive queue twice.',
    doNl: 'Kijk in het boekhoudpakket of er twee documenten van deze werkbon zijn. Verwijder daar wat er te veel is.',
    doEn: 'Look in the accounting package for two documents of this work order. Remove there what is too many.',
  },
  document: {
    nl: 'Deze werkbon en een andere verwijzen naar hetzelfde document in het boekhoudpakket.',
    en: 'This work order and another one refer to the same document in the accounting package.',
    doNl: 'Kijk in het boekhoudpakket of beide werkbonnen op dat document staan. Boek wat ontbreekt daar zelf.',
    doEn: 'Look in the accounting package whether both work orders are on that document. Book there yourself what is missing.',
  },
} as const;

/** Writes it in the ledger of the entry and in the log of the office. */
function tell(
  db: Database.Database,
  { id, keeper, work_order_id, record, at_ms }: Double,
  what: keyof typeof TOLD,
): void {
  const facts = JSON.stringify({ with: what, entryId: keeper });
  db.prepare(`INSERT INTO outbox_step (outbox_id, at_ms, step, facts) VALUES (?, ?, 'doubled', ?)`).run(
    id,
    at_ms,
    facts,
  );
  const { nl, en, doNl, doEn } = TOLD[what];
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO log (first_at_ms, last_at_ms, count, level, about, record_id, record, message_nl, message_en,
         action_nl, action_en) VALUES (?, ?, 1, 'warning', 'workOrder', ?, ?, ?, ?, ?, ?)`,
    )
    .run(at_ms, at_ms, work_order_id, record, nl, en, doNl, doEn);
  const day = new Date(at_ms).toISOString().slice(0, 10).replaceAll('-', '');
  db.prepare('INSERT INTO log_index (rowid, text, tags) VALUES (?, ?, ?)').run(
    lastInsertRowid,
    [record, nl, en, doNl, doEn].join('\n'),
    `levelwarning tableworkOrder day${day} month${day.slice(0, 6)} hasaction`,
  );
}
