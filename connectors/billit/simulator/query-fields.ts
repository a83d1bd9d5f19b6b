import type { FilterField, FilterFields, Scalar } from '../../_kit/simulator/odata-filter';
import { padMoment } from '../../_kit/simulator/odata-moment';
import type { Field, FieldTable, Zone } from './field-table';
import { momentText } from './sql-date-time';

/**
 * The names that $filter and $orderby know for a resource, and how their values compare. `only` keeps some paths, as
 * `CounterParty/PartyID`; null: every plain field.
 */
export function queryFields<Row>(fields: FieldTable<Row>, only: readonly string[] | null, zone: Zone): FilterFields {
  return (name) => {
    const inner =
      only?.filter((path) => path.startsWith(`${name}/`)).map((path) => path.slice(name.length + 1)) ?? null;
    if (only !== null && !only.includes(name) && inner?.length === 0) return null;
    const field = fields.find((candidate) => candidate.name === name);
    return field === undefined ? null : queryField(field as Field<unknown>, inner, zone);
  };
}

/** Reads the plain value behind a path; null when lists do not know it. */
export function readerOf(fields: FilterFields, path: readonly string[]): ((row: unknown) => Scalar) | null {
  const [name = '', ...rest] = path;
  const field = fields(name);
  if (field?.kind === 'scalar') return rest.length === 0 ? field.read : null;
  if (field?.kind !== 'part') return null;
  const inner = readerOf(field.fields, rest);
  if (inner === null) return null;
  return (row) => {
    const part = field.read(row);
    return part === null ? null : inner(part);
  };
}

function queryField(field: Field<unknown>, only: readonly string[] | null, zone: Zone): FilterField | null {
  switch (field.kind) {
    case 'text':
      return { kind: 'scalar', type: 'string', read: field.read };
    case 'whole':
      return { kind: 'scalar', type: 'number', read: field.read };
    case 'flag':
      return { kind: 'scalar', type: 'boolean', read: field.read };
    case 'decimal':
      return { kind: 'scalar', type: 'number', read: (row) => mapped(field.read(row), Number) };
    case 'day':
      return { kind: 'scalar', type: 'datetime', read: (row) => mapped(field.read(row), padMoment) };
    case 'moment':
      return { kind: 'scalar', type: 'datetime', read: (row) => padMoment(momentText(field.read(row), zone)) };
    case 'part':
      return { kind: 'part', fields: queryFields(field.fields, only, zone), read: field.read };
    case 'parts':
    case 'json':
      return null;
  }
}

const mapped = <Value>(text: string | null, change: (text: string) => Value): Value | null =>
  text === null ? null : change(text);
