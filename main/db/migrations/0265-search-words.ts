import type Database from 'better-sqlite3';
import { lettersOnly } from '../close-words';
import { fold } from '../search-text';
import type { Migration } from './migration';

/**
 * Customers are also found by their street and by their work addresses, and customers and articles with typing errors:
 * those are looked for among the words that there are.
 */
export const searchWords: Migration = {
  version: 265,
  up: (db) => {
    db.exec(`
      -- Each word once, folded. A word stays when the last row that holds it goes: then it finds nothing.
      CREATE TABLE search_word (
        subject TEXT NOT NULL CHECK (subject IN ('customer', 'article')),
        word TEXT NOT NULL,
        PRIMARY KEY (subject, word)
      ) STRICT, WITHOUT ROWID;
    `);
    widenCustomers(db);
    keepWords(db, 'customer');
    keepWords(db, 'article');
  },
};

/** Adds the lines of the addresses that the search text of a customer does not hold yet. */
function widenCustomers(db: Database.Database): void {
  const addresses = db
    .prepare<[], { id: number; search_text: string; name: string; street: string; postcode: string; city: string }>(
      `SELECT c.id, c.search_text, '' AS name, c.street, c.postcode, c.city FROM customer AS c
       UNION ALL
       SELECT c.id, c.search_text, a.name, a.street, a.postcode, a.city
       FROM work_address AS a JOIN customer AS c ON c.id = a.customer_id WHERE a.active = 1`,
    )
    .all();
  const lines = new Map<number, Set<string>>();
  for (const { id, search_text: text, name, street, postcode, city } of addresses) {
    const known = lines.get(id) ?? new Set(text.split('\n'));
    const added = [postcode, postcode.replace(/\s+/g, ''), postcode.replace(/^(\d{4})([a-z]{2})$/i, '$1 $2')];
    for (const part of [...added, city, street, name]) if (part !== '') known.add(fold(part));
    lines.set(id, known);
  }
  const update = db.prepare('UPDATE customer SET search_text = ? WHERE id = ?');
  for (const [id, known] of lines) update.run([...known].join('\n'), id);
}

function keepWords(db: Database.Database, subject: 'customer' | 'article'): void {
  const insert = db.prepare('INSERT OR IGNORE INTO search_word (subject, word) VALUES (?, ?)');
  const words = new Set<string>();
  for (const text of db.prepare<[], string>(`SELECT search_text FROM ${subject}`).pluck().all()) {
    for (const word of lettersOnly(text)) words.add(word);
  }
  for (const word of words) insert.run(subject, word);
}
