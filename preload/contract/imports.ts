/** Taking in files with work orders and hours: what the office sees of them before and after. */
import type { Problem } from '../../connectors/_kit/problem';

/** What belongs to a work order itself. */
export const WORK_ORDER_FIELDS = [
  'workOrderNumber',
  'externalId',
  'customerNumber',
  'workAddress',
  'street',
  'postcode',
  'city',
  'description',
  'customerReference',
  'notes',
  'employee',
  'plannedStart',
  'plannedEnd',
] as const;

/** What a column of a spreadsheet can hold, in the order in which it is offered and in which the example file has it. */
export const IMPORT_FIELDS = [
  ...WORK_ORDER_FIELDS,
  'date',
  'kind',
  'start',
  'end',
  'minutes',
  'hours',
  'timeEmployee',
  'timeNote',
  'articleCode',
  'quantity',
  'unitPrice',
  'articleDescription',
  'ready',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What the office chose for a column; `skip`: not taken in. */
export const COLUMN_CHOICES = [...IMPORT_FIELDS, 'skip'] as const;
export type ColumnChoice = (typeof COLUMN_CHOICES)[number];

export interface ImportColumn {
  /** As it stands in the file, or its letter when it has no name. */
  readonly name: string;
  /** Null: not recognised; the office must choose. */
  readonly choice: ColumnChoice | null;
  /** The first values that are not empty. */
  readonly samples: readonly string[];
}

/** A file that was chosen, before anything of it is taken in. */
export interface OpenedImport {
  readonly fileName: string;
  readonly format: 'json' | 'csv' | 'xlsx';
  /** Names of the sheets of a workbook that hold something; empty for other files. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Null for JSON, which names its own fields. */
  readonly columns: readonly ImportColumn[] | null;
  /** Work orders and additions in it; 0 as long as a column is not chosen. */
  readonly records: number;
  /** Why it cannot be taken in as it is read now: `import-columns-unknown`, `import-column-twice`. */
  readonly problem: Problem | null;
}

/**
 * `new`: a work order is made. `added`: times and articles come to one that is there. `there`: all of it is in Simon
 * already. `refused`: nothing of it comes in.
 */
export type ImportOutcome = 'new' | 'added' | 'there' | 'refused';

/** What becomes, or became, of one record. */
export interface ImportRow {
  /** Line of the file on which it starts, counted from 1. */
  readonly line: number;
  /** How people know it: customer number and first line of the description. */
  readonly label: string;
  readonly outcome: ImportOutcome;
  /** Number of the work order, once there is one. */
  readonly workOrder: string | null;
  readonly customer: string;
  readonly times: number;
  readonly articles: number;
  /** Names of employees that it makes. */
  readonly newEmployees: readonly string[];
  /** Work address that it makes. */
  readonly newWorkAddress: string | null;
  readonly ready: boolean;
  /** Set when it is refused. */
  readonly problem: Problem | null;
  /** After taking in: the outcome was another one in the check before. */
  readonly differs: boolean;
}

export interface ImportResult {
  readonly rows: readonly ImportRow[];
  /** Records that were not tried any more, because the office stopped it. */
  readonly notTried: number;
}

/**
 * The file that the office has in front of it, as main holds it: a page that comes back from another company finds it as it
 * is by then.
 */
export interface ImportOnDesk {
  readonly opened: OpenedImport | null;
  /** Of the last check, or of the import when it was done. */
  readonly result: ImportResult | null;
  readonly isDone: boolean;
  /** Why the last check or import did not go through. */
  readonly problem: Problem | null;
  /** What is being done now. */
  readonly work: 'checking' | 'running' | null;
}

export const countOf = ({ rows }: Pick<ImportResult, 'rows'>, outcome: ImportOutcome): number =>
  rows.filter((row) => row.outcome === outcome).length;

/** How far a check or an import is. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

/** One thing that a row does: the name of a sentence under `import.effect`, with its values. */
export interface ImportEffect {
  readonly sentence: 'customer' | 'no-customer' | 'times' | 'articles' | 'address' | 'employee' | 'ready';
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a row does, in the order in which it is told; nothing for one that comes to nothing. */
export function effectsOf(row: ImportRow): readonly ImportEffect[] {
  if (row.outcome !== 'new' && row.outcome !== 'added') return [];
  const effects: ImportEffect[] = [];
  if (row.outcome === 'new') {
    effects.push(
      row.customer === ''
        ? { sentence: 'no-customer', values: {} }
        : { sentence: 'customer', values: { customer: row.customer } },
    );
  }
  if (row.times > 0) effects.push({ sentence: 'times', values: { count: row.times } });
  if (row.articles > 0) effects.push({ sentence: 'articles', values: { count: row.articles } });
  if (row.newWorkAddress !== null) effects.push({ sentence: 'address', values: { address: row.newWorkAddress } });
  for (const employee of row.newEmployees) effects.push({ sentence: 'employee', values: { employee } });
  if (row.ready) effects.push({ sentence: 'ready', values: {} });
  return effects;
}

/** The folder that Simon keeps an eye on. */
export interface FolderDropState {
  readonly folder: string | null;
  /** Why the folder cannot be worked with now. */
  readonly problem: Problem | null;
}
