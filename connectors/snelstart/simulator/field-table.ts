import type { Stamp } from './model';
import type { WireView } from './wire-view';

/**
 * What a resource shows: one list of fields gives both the JSON (lowerCamelCase) and the names that $filter knows
 * (UpperCamelCase), so that the two cannot drift apart.
 */
export type ValueType = 'string' | 'enum' | 'guid' | 'datetime' | 'int' | 'decimal' | 'boolean';

/** Decimals are texts here and become JSON numbers; moments are stamps or `YYYY-MM-DDTHH:mm:ss`. */
export type FieldValue = string | number | boolean | Stamp | null;

export type Field<Row> =
  | {
      readonly kind: 'value';
      readonly json: string;
      readonly type: ValueType;
      readonly filterable: boolean;
      readonly read: (row: Row) => FieldValue;
    }
  | {
      readonly kind: 'values';
      readonly json: string;
      readonly type: ValueType;
      readonly read: (row: Row) => readonly FieldValue[];
    }
  | {
      readonly kind: 'object';
      readonly json: string;
      readonly fields: FieldTable<unknown>;
      readonly read: (row: Row) => unknown;
    }
  | {
      readonly kind: 'objects';
      readonly json: string;
      readonly fields: FieldTable<unknown>;
      readonly read: (row: Row) => readonly unknown[];
    };

export type FieldTable<Row> = readonly Field<Row>[];

type Read<Row> = (row: Row) => FieldValue;
const value =
  (type: ValueType) =>
  <Row>(json: string, read: Read<Row>): Field<Row> => ({ kind: 'value', json, type, filterable: true, read });

export const text = value('string');
export const choice = value('enum');
export const guid = value('guid');
export const moment = value('datetime');
export const whole = value('int');
export const decimalNumber = value('decimal');
export const flag = value('boolean');

/** Uri fields: the vendor says that filters do not know them. */
export const uri = <Row>(read: Read<Row>): Field<Row> => ({
  kind: 'value',
  json: 'uri',
  type: 'string',
  filterable: false,
  read,
});

export const textList = <Row>(json: string, read: (row: Row) => readonly string[]): Field<Row> => ({
  kind: 'values',
  json,
  type: 'enum',
  read,
});

export const object = <Row, Part>(
  json: string,
  fields: FieldTable<Part>,
  read: (row: Row) => Part | null,
): Field<Row> => ({ kind: 'object', json, fields: fields as FieldTable<unknown>, read });

export const objectList = <Row, Part>(
  json: string,
  fields: FieldTable<Part>,
  read: (row: Row) => readonly Part[],
): Field<Row> => ({ kind: 'objects', json, fields: fields as FieldTable<unknown>, read });

/** The name of a field in $filter and $select. */
export const odataName = (json: string): string => json.charAt(0).toUpperCase() + json.slice(1);

/** The JSON object of a row. `only` keeps some fields, by their JSON name. */
export function render<Row>(
  fields: FieldTable<Row>,
  row: Row,
  view: WireView,
  only: ReadonlySet<string> | null = null,
): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const field of fields) {
    if (only !== null && !only.has(field.json)) continue;
    json[field.json] = renderField(field, row, view);
  }
  return json;
}

function renderField<Row>(field: Field<Row>, row: Row, view: WireView): unknown {
  switch (field.kind) {
    case 'value':
      return view.value(field.type, field.read(row));
    case 'values':
      return view.list(field.read(row).map((item) => view.value(field.type, item)));
    case 'object': {
      const part = field.read(row);
      return part === null ? null : render(field.fields, part, view);
    }
    case 'objects':
      return view.list(field.read(row).map((part) => render(field.fields, part, view)));
  }
}
