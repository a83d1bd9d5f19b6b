import type { FilterField, FilterFields, Scalar, ScalarType } from '../../_kit/simulator/odata-filter';
import { odataName, type Field, type FieldTable, type FieldValue, type ValueType } from './field-table';
import type { WireView } from './wire-view';

/** The names that $filter knows for a model, and how their values compare. */
export function filterFields<Row>(fields: FieldTable<Row>, view: WireView): FilterFields {
  const known = new Map(
    fields
      .filter((field) => field.kind !== 'value' || field.filterable)
      .map((field) => [odataName(field.json), filterField(field as Field<unknown>, view)]),
  );
  return (name) => known.get(name) ?? null;
}

function filterField(field: Field<unknown>, view: WireView): FilterField {
  switch (field.kind) {
    case 'value':
      return {
        kind: 'scalar',
        type: scalarTypeOf(field.type),
        read: (row) => scalar(field.type, field.read(row), view),
      };
    case 'values':
      return {
        kind: 'scalars',
        type: scalarTypeOf(field.type),
        read: (row) => field.read(row).map((value) => scalar(field.type, value, view)),
      };
    case 'object':
      return { kind: 'part', fields: filterFields(field.fields, view), read: field.read };
    case 'objects':
      return { kind: 'parts', fields: filterFields(field.fields, view), read: field.read };
  }
}

function scalar(type: ValueType, value: FieldValue, view: WireView): Scalar {
  if (value === null) return null;
  if (typeof value === 'object') return view.sortableMoment(value);
  switch (type) {
    case 'datetime':
      return view.sortableMoment(String(value));
    case 'guid':
      return String(value).toLowerCase();
    case 'decimal':
    case 'int':
      return Number(value);
    case 'string':
    case 'enum':
      return value === '' ? null : String(value);
    case 'boolean':
      return value;
  }
}

function scalarTypeOf(type: ValueType): ScalarType {
  switch (type) {
    case 'string':
    case 'enum':
      return 'string';
    case 'int':
    case 'decimal':
      return 'number';
    case 'guid':
    case 'datetime':
    case 'boolean':
      return type;
  }
}
