import type { Scalar, ScalarType } from '../../_kit/simulator/odata-filter';
import { padMoment } from '../../_kit/simulator/odata-moment';
import type { EdmType } from './field-list';
import type { Value } from './model';

/** How a value stands in JSON (OData v2, verbose): Int64 as text, moments as `/Date(…)/` on the vendor's own clock. */
export function toJson(type: EdmType, value: Value): unknown {
  if (value === null) return null;
  switch (type) {
    case 'Double':
      return Number(value);
    case 'Int64':
      return String(value);
    case 'DateTime':
      return `/Date(${Date.parse(`${String(value)}Z`)})/`;
    case 'Guid':
    case 'String':
    case 'Boolean':
    case 'Byte':
    case 'Int16':
    case 'Int32':
    case 'Binary':
      return value;
  }
}

/** How filters and orders compare a value. Spaces at the end do not count, as in the vendor's database. */
export function toScalar(type: EdmType, value: Value): Scalar {
  if (value === null) return null;
  switch (type) {
    case 'Double':
    case 'Int64':
      return Number(value);
    case 'DateTime':
      return padMoment(String(value));
    case 'Guid':
      return String(value).toLowerCase();
    case 'String':
    case 'Binary':
      return String(value).trimEnd();
    case 'Boolean':
    case 'Byte':
    case 'Int16':
    case 'Int32':
      return value;
  }
}

export function scalarTypeOf(type: EdmType): ScalarType {
  switch (type) {
    case 'Guid':
      return 'guid';
    case 'String':
    case 'Binary':
      return 'string';
    case 'Boolean':
      return 'boolean';
    case 'DateTime':
      return 'datetime';
    case 'Int64':
      return 'long';
    case 'Byte':
    case 'Int16':
    case 'Int32':
    case 'Double':
      return 'number';
  }
}

/** A value as a literal of a query, as it stands in $skiptoken. */
export function toLiteral(type: EdmType, value: Value): string {
  if (value === null) return 'null';
  switch (type) {
    case 'Guid':
      return `guid'${String(value)}'`;
    case 'DateTime':
      return `datetime'${String(value)}'`;
    case 'Int64':
      return `${String(value)}L`;
    case 'String':
    case 'Binary':
      return `'${String(value).replaceAll("'", "''")}'`;
    case 'Boolean':
    case 'Byte':
    case 'Int16':
    case 'Int32':
    case 'Double':
      return String(value);
  }
}
