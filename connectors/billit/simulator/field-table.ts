import { fixed, decimal } from '../../_kit/decimal';
import { exactNumber } from '../../_kit/exact-json';
import type { Json } from '../../_kit/text';
import { momentText, trimFraction } from './sql-date-time';

/**
 * What a resource shows: one list of fields gives both the JSON (here) and the names that $filter and $orderby know
 * (`query-fields.ts`), so that the two cannot drift apart.
 */
export type Field<Row> =
  | { readonly kind: 'text'; readonly name: string; readonly read: (row: Row) => string | null }
  | { readonly kind: 'whole'; readonly name: string; readonly read: (row: Row) => number | null }
  | { readonly kind: 'flag'; readonly name: string; readonly read: (row: Row) => boolean }
  /** `YYYY-MM-DD`, written as the midnight of that day. */
  | { readonly kind: 'day'; readonly name: string; readonly read: (row: Row) => string | null }
  /** UTC milliseconds. */
  | { readonly kind: 'moment'; readonly name: string; readonly read: (row: Row) => number }
  /** Decimal text, written with that many digits behind the point, as .NET writes a decimal of the database. */
  | {
      readonly kind: 'decimal';
      readonly name: string;
      readonly places: number;
      readonly read: (row: Row) => string | null;
    }
  | { readonly kind: 'json'; readonly name: string; readonly read: (row: Row) => Json }
  | {
      readonly kind: 'part';
      readonly name: string;
      readonly fields: FieldTable<unknown>;
      readonly read: (row: Row) => unknown;
    }
  | {
      readonly kind: 'parts';
      readonly name: string;
      readonly fields: FieldTable<unknown>;
      readonly read: (row: Row) => readonly unknown[];
    };

export type FieldTable<Row> = readonly Field<Row>[];
export type JsonObject = Readonly<Record<string, Json>>;
export type Zone = 'local' | 'utc';

export const part = <Row, Part>(
  name: string,
  fields: FieldTable<Part>,
  read: (row: Row) => Part | null,
): Field<Row> => ({ kind: 'part', name, fields: fields as FieldTable<unknown>, read });

export const parts = <Row, Part>(
  name: string,
  fields: FieldTable<Part>,
  read: (row: Row) => readonly Part[],
): Field<Row> => ({ kind: 'parts', name, fields: fields as FieldTable<unknown>, read });

/** The JSON object of a row. What is null is left out, as in the vendor's documented answers. */
export function render<Row>(fields: FieldTable<Row>, row: Row, zone: Zone): JsonObject {
  const json: Record<string, Json> = {};
  for (const field of fields) {
    const value = renderField(field, row, zone);
    if (value !== null) json[field.name] = value;
  }
  return json;
}

function renderField<Row>(field: Field<Row>, row: Row, zone: Zone): Json {
  switch (field.kind) {
    case 'text':
    case 'whole':
    case 'flag':
    case 'json':
      return field.read(row);
    case 'day': {
      const day = field.read(row);
      return day === null ? null : `${day}T00:00:00`;
    }
    case 'moment':
      return trimFraction(momentText(field.read(row), zone));
    case 'decimal': {
      const text = field.read(row);
      return text === null ? null : exactNumber(fixed(decimal(text), field.places));
    }
    case 'part': {
      const value = field.read(row);
      return value === null ? null : render(field.fields, value, zone);
    }
    case 'parts':
      return field.read(row).map((item) => render(field.fields, item, zone));
  }
}
