import type Database from 'better-sqlite3';

/**
 * Checks every table, one after the other, so that it can end between two of them. `quick`: its pages and rows; `full`: that
 * its indexes agree as well. `ok`, what is wrong, or null when `mayGoOn` said no.
 *
 * The words of the log are left out: their pages are tables that are checked, but to compare them with one another takes
 * twice as long as everything else together, and nothing but a search depends on it.
 */
export function checkTables(
  db: Database.Database,
  depth: 'quick' | 'full',
  mayGoOn: () => boolean = () => true,
): string | null {
  const check = depth === 'quick' ? 'quick_check' : 'integrity_check';
  const names = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid`)
    .pluck()
    .all() as readonly string[];
  for (const name of ['sqlite_schema', ...names]) {
    if (!mayGoOn()) return null;
    const detail = String(db.pragma(`${check}("${name}")`, { simple: true }));
    if (detail !== 'ok') return `${name}: ${detail}`;
  }
  return 'ok';
}
