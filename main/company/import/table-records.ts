/** Makes import records (docs/import-format.md) of the rows of a table. Pure. */
import { problem, type Problem } from '../../../connectors/_kit/problem';
import { WORK_ORDER_FIELDS, type ImportField } from '../../../preload/contract/imports';
import {
  clockOf,
  dayOf,
  decimalOf,
  decimalSignOf,
  kindOf,
  minutesOf,
  minutesOfHours,
  momentOf,
  yesNoOf,
  type DecimalSign,
} from './cell-values';
import type { TableColumn, TableWithColumns } from './columns';
import type { ImportedRecord } from './imported-record';
import { EMPTY, shown, type Cell, type TableRow } from './table';

/** What belongs to the work order itself; a later row of the same one may leave it empty or repeat it. */
const OF_THE_WORK_ORDER = [...WORK_ORDER_FIELDS, 'ready'] as const satisfies readonly ImportField[];
type WorkOrderField = (typeof OF_THE_WORK_ORDER)[number];
const MAKES_A_TIME = ['kind', 'start', 'end', 'minutes', 'hours'] as const satisfies readonly ImportField[];
const MAKES_AN_ARTICLE = ['articleCode', 'quantity', 'unitPrice'] as const satisfies readonly ImportField[];

/** The cells of one row by what they hold; empty ones are not there. */
interface Line {
  readonly line: number;
  readonly cell: (field: ImportField) => Cell | null;
}

/** What a column is called: in this file, else in the app. */
type Names = Readonly<Record<ImportField, string>>;
type Signs = Readonly<Record<'quantity' | 'unitPrice', DecimalSign>>;

/**
 * Rows with the same work order number or the same external id are one record, wherever they stand. So is a row that
 * only has hours or articles with the row above it, as under a merged cell. `columns` must be without a problem;
 * `labels`: what the app calls a column that the file does not have.
 */
export function tableRecords(
  { columns, rows }: TableWithColumns,
  labels: Readonly<Record<ImportField, string>>,
): readonly ImportedRecord[] {
  const taken = columns.filter(({ choice }) => choice !== 'skip');
  const names: Names = {
    ...labels,
    ...(Object.fromEntries(taken.map(({ choice, name }) => [choice, name])) as Partial<Names>),
  };
  const signs = { quantity: signOf('quantity', taken, rows), unitPrice: signOf('unitPrice', taken, rows) };
  return grouped(rows.map((row) => lineOf(row, taken)).filter(hasSomething)).map((lines) =>
    recordOf(lines, names, signs),
  );
}

const signOf = (field: ImportField, columns: readonly TableColumn[], rows: readonly TableRow[]): DecimalSign => {
  const index = columns.find(({ choice }) => choice === field)?.index;
  return decimalSignOf(index === undefined ? [] : rows.flatMap(({ cells }) => cells[index] ?? []));
};

function lineOf({ line, cells }: TableRow, columns: readonly TableColumn[]): Line {
  const filled = new Map<ImportField, Cell>();
  for (const { choice, index } of columns) {
    const cell = cells[index];
    if (choice !== null && choice !== 'skip' && cell !== undefined && cell.kind !== 'empty') filled.set(choice, cell);
  }
  return { line, cell: (field) => filled.get(field) ?? null };
}

const has = ({ cell }: Line, fields: readonly ImportField[]): boolean => fields.some((field) => cell(field) !== null);
const hasSomething = (line: Line): boolean => has(line, [...OF_THE_WORK_ORDER, ...MAKES_A_TIME, ...MAKES_AN_ARTICLE]);

function grouped(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  const byKey = new Map<string, Line[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const above = has(line, OF_THE_WORK_ORDER) ? undefined : groups.at(-1);
    const known = (key === null ? undefined : byKey.get(key)) ?? above;
    if (known !== undefined) {
      known.push(line);
      continue;
    }
    const group = [line];
    groups.push(group);
    if (key !== null) byKey.set(key, group);
  }
  return groups;
}

function keyOf({ cell }: Line): string | null {
  const number = cell('workOrderNumber');
  const externalId = cell('externalId');
  if (number !== null) return `number ${shown(number)}`;
  return externalId === null ? null : `id ${shown(externalId)}`;
}

function recordOf(lines: readonly Line[], names: Names, signs: Signs): ImportedRecord {
  const [first] = lines;
  if (first === undefined) throw new Error('A group without rows');
  const places = new Map<string, { readonly column: string; readonly line: number }>();
  const problems: { readonly line: number; readonly problem: Problem }[] = [];
  const refuse = (code: string, field: ImportField, line: number, params: Record<string, string> = {}): void => {
    const column = names[field];
    problems.push({ line, problem: problem('invalid-input', code, { field: column, ...params }, { field: column }) });
  };
  /** The cell, with its place remembered under the name of the record's field. */
  const take = (line: Line, field: ImportField, path: string): Cell | null => {
    const cell = line.cell(field);
    if (cell?.kind === 'error') refuse('import-cell-error', field, line.line, { value: cell.text });
    places.set(path, { column: names[field], line: line.line });
    return cell;
  };

  const own = new Map<WorkOrderField, Cell>();
  for (const field of OF_THE_WORK_ORDER) {
    places.set(field, { column: names[field], line: first.line });
    for (const line of lines) {
      const before = own.get(field);
      if (before === undefined) {
        const cell = line.cell(field) === null ? null : take(line, field, field);
        if (cell !== null) own.set(field, cell);
      } else {
        const cell = line.cell(field);
        if (cell !== null && shown(cell) !== shown(before)) refuse('import-rows-differ', field, line.line);
      }
    }
  }
  const decimalAt = (line: Line, field: 'quantity' | 'unitPrice', path: string): string | undefined => {
    const cell = take(line, field, path);
    if (cell === null) return undefined;
    const value = decimalOf(cell, signs[field]);
    if (value === null) refuse('import-number-unclear', field, line.line, { value: shown(cell) });
    return value ?? undefined;
  };
  const text = (cell: Cell | null): string | undefined => (cell === null ? undefined : shown(cell));
  const as = <T>(cell: Cell | null, read: (of: Cell) => T): T | undefined => (cell === null ? undefined : read(cell));

  const times = lines
    .filter((line) => has(line, MAKES_A_TIME))
    .map((line, index) => {
      const at = (field: ImportField, name: string): Cell | null => take(line, field, `times[${index}].${name}`);
      const inHours = line.cell('hours') !== null && line.cell('minutes') === null;
      return compact({
        kind: kindOf(at('kind', 'kind') ?? EMPTY),
        minutes: inHours ? as(at('hours', 'minutes'), minutesOfHours) : as(at('minutes', 'minutes'), minutesOf),
        date: as(at('date', 'date'), dayOf),
        start: as(at('start', 'start'), clockOf),
        end: as(at('end', 'end'), clockOf),
        employee: text(at('timeEmployee', 'employee')),
        note: text(at('timeNote', 'note')),
      });
    });
  const articles = lines
    .filter((line) => has(line, MAKES_AN_ARTICLE))
    .map((line, index) => {
      const path = `articles[${index}]`;
      return compact({
        code: text(take(line, 'articleCode', `${path}.code`)),
        quantity: decimalAt(line, 'quantity', `${path}.quantity`),
        unitPrice: decimalAt(line, 'unitPrice', `${path}.unitPrice`),
        description: text(take(line, 'articleDescription', `${path}.description`)),
      });
    });

  const of = (field: WorkOrderField): Cell | null => own.get(field) ?? null;
  const street = text(of('street'));
  // Where nothing was booked, who stands on the row is who it is planned on.
  const planned = of('employee') ?? (times.length === 0 ? first.cell('timeEmployee') : null);
  const value = compact({
    workOrderNumber: text(of('workOrderNumber')),
    externalId: text(of('externalId')),
    customerNumber: text(of('customerNumber')),
    workAddress:
      text(of('workAddress')) ??
      (street === undefined ? undefined : compact({ street, postcode: text(of('postcode')), city: text(of('city')) })),
    description: text(of('description')),
    customerReference: text(of('customerReference')),
    notes: text(of('notes')),
    employee: text(planned),
    plannedStart: as(of('plannedStart'), momentOf),
    plannedEnd: as(of('plannedEnd'), momentOf),
    times,
    articles,
    ready: as(of('ready'), yesNoOf),
  });
  return { key: first.line, line: first.line, value, places, refused: problems[0] ?? null };
}

/** Without the fields that have no value: a record may leave them out, not leave them empty. */
const compact = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
