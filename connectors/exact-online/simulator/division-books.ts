import { Table } from '../../_kit/simulator/table';
import type { DivisionContent, DivisionValues, Row, TableName, Values } from './model';

/** Numbers of sync/Deleted, from the vendor's reference of that endpoint. */
export const ENTITY_TYPES: Partial<Record<TableName, number>> = {
  accounts: 2,
  addresses: 3,
  attachments: 4,
  contacts: 5,
  documents: 6,
  prices: 8,
  items: 9,
  invoices: 13,
  orders: 32,
  orderLines: 33,
  quotations: 34,
  quotationLines: 35,
};

type Tables = { readonly [N in TableName]: Table<DivisionContent['tables'][N][number]> };
type RowOf<N extends TableName> = DivisionContent['tables'][N][number];

/** One administration in memory. Every change gets a later row version than all before it. */
export class DivisionBooks {
  readonly tables: Tables;
  private row: Row<DivisionValues>;
  private lastTimestamp: number;

  constructor(
    content: DivisionContent,
    private readonly now: () => number,
    private readonly newId: () => string,
  ) {
    this.row = content.division;
    this.lastTimestamp = content.lastTimestamp;
    this.tables = Object.fromEntries(
      Object.entries(content.tables).map(([name, rows]) => [name, new Table(rows as readonly Row[])]),
    ) as unknown as Tables;
  }

  get division(): Row<DivisionValues> {
    return this.row;
  }

  get code(): number {
    return this.row.values.Code;
  }

  /** Counts up with every change, so that a list made of the rows knows when it is out of date. */
  get version(): number {
    return this.lastTimestamp;
  }

  get nowMs(): number {
    return this.now();
  }

  /** Adds a row with a new id and returns it. `received`: a client wrote it. */
  add<N extends TableName>(table: N, values: RowOf<N>['values'], received: boolean): RowOf<N> {
    const atMs = this.now();
    const row: Row = {
      id: this.newId(),
      timestamp: this.nextTimestamp(),
      createdAtMs: atMs,
      modifiedAtMs: atMs,
      receivedAtMs: received ? atMs : null,
      values,
    };
    this.tableOf(table).add(row);
    return row;
  }

  /** Changes some fields of a row. */
  change<N extends TableName>(table: N, id: string, changes: Values): void {
    const row = this.tableOf(table).byId(id);
    if (row === null) throw new Error(`No row ${id} in ${table}`);
    this.tableOf(table).replace({
      ...row,
      timestamp: this.nextTimestamp(),
      modifiedAtMs: this.now(),
      values: { ...row.values, ...changes },
    });
  }

  /** Shows other values of a row that keeps its version: what the vendor works out from the row of another table. */
  reflect<N extends TableName>(table: N, id: string, values: Values): void {
    const row = this.tableOf(table).byId(id);
    if (row !== null) this.tableOf(table).replace({ ...row, values: { ...row.values, ...values } });
  }

  /** Removes a row; sync/Deleted tells it where the vendor keeps count of that kind. */
  remove(table: TableName, id: string): void {
    this.tableOf(table).remove(id);
    this.nextTimestamp();
    const entityType = ENTITY_TYPES[table];
    if (entityType === undefined) return;
    this.add('deleted', { EntityKey: id, EntityType: entityType }, false);
  }

  changeDivision(changes: Partial<DivisionValues>): void {
    this.nextTimestamp();
    this.row = { ...this.row, modifiedAtMs: this.now(), values: { ...this.row.values, ...changes } };
  }

  /** Gives every row a new version, as when the vendor moves a company to another server. */
  renumber(): void {
    for (const name of Object.keys(this.tables) as TableName[]) {
      const table = this.tableOf(name);
      for (const row of [...table.all()]) table.replace({ ...row, timestamp: this.nextTimestamp() });
    }
  }

  content(): DivisionContent {
    const tables = Object.fromEntries(Object.entries(this.tables).map(([name, table]) => [name, table.all()]));
    return {
      division: this.row,
      lastTimestamp: this.lastTimestamp,
      tables: tables as unknown as DivisionContent['tables'],
    };
  }

  /** Takes the next row version. */
  nextTimestamp(): number {
    this.lastTimestamp += TIMESTAMP_STEP;
    return this.lastTimestamp;
  }

  private tableOf(name: TableName): Table<Row> {
    return this.tables[name];
  }
}

/** Room between two versions, as the whole server counts with one counter. */
const TIMESTAMP_STEP = 4;
