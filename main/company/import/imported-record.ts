import type { Problem } from '../../../connectors/_kit/problem';
import { checkImportRecord, labelOf, type ImportRecord } from './record';

/** A record as it stands in the file, not checked yet. */
export interface ImportedRecord {
  /** Tells it from the others of the file: its line in a table, its place in a list of JSON. */
  readonly key: number;
  /** Line of the file on which it starts, counted from 1. */
  readonly line: number;
  readonly value: unknown;
  /** Where in a table the fields of the value stand, by their names: `times[0].minutes`. */
  readonly places?: ReadonlyMap<string, { readonly column: string; readonly line: number }>;
  /** What is wrong before the record is looked at as a whole. */
  readonly refused?: { readonly line: number; readonly problem: Problem } | null;
}

/** A record of which is known whether it is whole; plain data. */
export interface CheckedRecord {
  readonly key: number;
  readonly line: number;
  readonly label: string;
  readonly record: ImportRecord | null;
  /** Set when there is no record, with the line that it is about. */
  readonly refused: { readonly line: number; readonly problem: Problem } | null;
}

/** Problems of a table name its column in place of the field. */
export function checkedRecord({ key, line, value, places, refused = null }: ImportedRecord): CheckedRecord {
  const label = labelOf(value);
  if (refused !== null) return { key, line, label, record: null, refused };
  const checked = checkImportRecord(value);
  if (checked.ok) return { key, line, label, record: checked.value, refused: null };
  const place = places?.get(checked.problem.field ?? '');
  if (place === undefined) return { key, line, label, record: null, refused: { line, problem: checked.problem } };
  return {
    key,
    line,
    label,
    record: null,
    refused: { line: place.line, problem: atColumn(checked.problem, place.column) },
  };
}

const atColumn = (problem: Problem, column: string): Problem => ({
  ...problem,
  field: column,
  params: { ...problem.params, field: column },
});
