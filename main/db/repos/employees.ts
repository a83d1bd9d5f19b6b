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

export const list = (db: Reader): readonly EmployeeRow[] =>
  db.all<Row>(sql`SELECT id, name, active FROM employee ORDER BY name_key`).map(toRow);

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
