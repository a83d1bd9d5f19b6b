/** Rows in the order in which they were entered, found by id without regard to case. */
export class Table<Row extends { readonly id: string }> {
  private rows: Row[];
  private indexById: Map<string, number>;
  private changes = 0;

  constructor(rows: readonly Row[]) {
    this.rows = [...rows];
    this.indexById = indexOf(rows);
  }

  /** Counts up with each change, so that a list made of the rows knows when it is out of date. */
  get version(): number {
    return this.changes;
  }

  all(): readonly Row[] {
    return this.rows;
  }

  byId(id: string): Row | null {
    const index = this.indexById.get(keyOf(id));
    return index === undefined ? null : (this.rows[index] ?? null);
  }

  add(row: Row): void {
    this.indexById.set(keyOf(row.id), this.rows.length);
    this.rows.push(row);
    this.changes += 1;
  }

  /** Puts a row in the place of the one with the same id. */
  replace(row: Row): void {
    const index = this.indexById.get(keyOf(row.id));
    if (index === undefined) throw new Error(`No row ${row.id}`);
    this.rows[index] = row;
    this.changes += 1;
  }

  remove(id: string): void {
    this.rows = this.rows.filter((row) => keyOf(row.id) !== keyOf(id));
    this.indexById = indexOf(this.rows);
    this.changes += 1;
  }
}

const indexOf = (rows: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(rows.map((row, index) => [keyOf(row.id), index]));

const keyOf = (id: string): string => id.toLowerCase();
