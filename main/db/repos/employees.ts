import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { EmployeeRow } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { fold } from '../search-text';
import { sql } from '../sql';

interface Row {
  id: number;
  name: string;
  active: number;
}

const toRow = ({ id, name, active }: Row): EmployeeRow => ({ id, name, active: active === 1 });

/** In the order that the office chose, then by name. */
export const list = (db: Reader): readonly EmployeeRow[] =>
  db.all<Row>(sql`SELECT id, name, active FROM employee ORDER BY place NULLS LAST, name_key`).map(toRow);

/** Capitals, diacritics and spaces around do not count. */
export function byName(db: Reader, name: string): EmployeeRow | null {
  const row = db.one<Row>(sql`SELECT id, name, active FROM employee WHERE name_key = ${fold(name.trim())}`);
  return row && toRow(row);
}

/** The employee with this name: the one that is there already, or a new one. */
export function add(db: Writer, name: string): EmployeeRow {
  db.run(sql`
    INSERT INTO employee (name, name_key, active) VALUES (${name.trim()}, ${fold(name.trim())}, 1)
    ON CONFLICT (name_key) DO UPDATE SET active = 1`);
  const added = byName(db, name);
  if (!added) throw new Error('The employee is gone after it was added');
  return added;
}

/** Problems: `employee-not-found`, `employee-exists` when somebody else has the name. */
export function save(
  db: Writer,
  id: number,
  { name, active }: { readonly name: string; readonly active: boolean },
): Result<EmployeeRow> {
  const other = byName(db, name);
  if (other !== null && other.id !== id) {
    return fail(problem('invalid-input', 'employee-exists', { employee: name.trim() }));
  }
  db.run(sql`
    UPDATE employee SET name = ${name.trim()}, name_key = ${fold(name.trim())}, active = ${active ? 1 : 0}
    WHERE id = ${id}`);
  const saved = byName(db, name);
  return saved === null ? fail(problem('invalid-input', 'employee-not-found')) : ok(saved);
}

/** Shows them in this order everywhere; who is not named comes after them, by name. */
export function order(db: Writer, ids: readonly number[]): readonly EmployeeRow[] {
  db.run(sql`UPDATE employee SET place = NULL`);
  ids.forEach((id, place) => {
    db.run(sql`UPDATE employee SET place = ${place} WHERE id = ${id}`);
  });
  return list(db);
}
