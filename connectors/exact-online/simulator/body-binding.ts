import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { Decimal, decimal, isDecimalString, plain } from '../../_kit/decimal';
import { DateTime } from 'luxon';
import type { EdmType, FieldUse } from './field-list';
import type { Value } from './model';
import { badBody, conversionProblem, NOT_AN_OBJECT, problem } from './problems';
import type { Resource } from './resource';

export type Bound = Readonly<Record<string, Value>>;

/** A body, right in names and types, not yet checked against the books. */
export interface BoundBody {
  /** Only what a client may write; the rest of what it sent is passed over, as the vendor does. */
  readonly values: Bound;
  readonly lines: Readonly<Record<string, readonly Bound[]>>;
}

export type Binding = BoundBody | { readonly refusal: SimulatorResponse };

const WRITABLE: Readonly<Record<'POST' | 'PUT', readonly FieldUse[]>> = { POST: ['GP', 'GPU'], PUT: ['GPU'] };

/** Reads the JSON of a write as the vendor's OData layer binds it. */
export function bindBody(request: SimulatorRequest, resource: Resource, method: 'POST' | 'PUT'): Binding {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { refusal: problem(415, 'Unsupported media type requested.') };
  let json: unknown;
  try {
    json = JSON.parse(request.body.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    return { refusal: badBody('JSON text specified is not valid.') };
  }
  if (!isObject(json)) return { refusal: badBody(NOT_AN_OBJECT) };
  return bindObject(json, resource, method);
}

function bindObject(json: Readonly<Record<string, unknown>>, resource: Resource, method: 'POST' | 'PUT'): Binding {
  const values: Record<string, Value> = {};
  const lines: Record<string, readonly Bound[]> = {};
  for (const [name, given] of Object.entries(json)) {
    if (name === '__metadata') continue;
    const collection = resource.collections[name];
    if (collection !== undefined) {
      if (method === 'PUT') {
        return { refusal: badBody('Deep updates are not supported in PUT or MERGE operations.') };
      }
      const bound = bindLines(given, collection.resource());
      if ('refusal' in bound) return bound;
      lines[name] = bound.lines;
      continue;
    }
    const field = resource.fields.get(name);
    if (field === undefined) {
      return { refusal: badBody(`The property name '${name}' specified for type '${resource.model}' is not valid.`) };
    }
    if (name === resource.key.name || !WRITABLE[method].includes(field.use)) continue;
    const value = convert(field.type, given);
    if (value === undefined) return { refusal: conversionProblem(name, field.type) };
    values[name] = value;
  }
  return { values, lines };
}

function bindLines(
  given: unknown,
  resource: Resource,
): { readonly lines: readonly Bound[] } | { readonly refusal: SimulatorResponse } {
  const items: unknown = isObject(given) && Array.isArray(given.results) ? given.results : given;
  if (!Array.isArray(items) || !items.every(isObject)) return { refusal: badBody(NOT_AN_OBJECT) };
  const lines: Bound[] = [];
  for (const item of items) {
    const bound = bindObject(item, resource, 'POST');
    if ('refusal' in bound) return bound;
    lines.push(bound.values);
  }
  return { lines };
}

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const JSON_DATE = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;

/** A JSON value as a value of a field; undefined when it is not of that type. */
function convert(type: EdmType, given: unknown): Value | undefined {
  if (given === null || given === undefined) return null;
  switch (type) {
    case 'Guid':
      return typeof given === 'string' ? GUID.exec(given)?.[1]?.toLowerCase() : undefined;
    case 'String':
      return typeof given === 'string' || typeof given === 'number' ? String(given) : undefined;
    case 'Boolean':
      return typeof given === 'boolean' ? given : undefined;
    case 'Byte':
    case 'Int16':
    case 'Int32':
    case 'Int64':
      return toWhole(given);
    case 'Double':
      return toDecimal(given);
    case 'DateTime':
      return typeof given === 'string' ? toMoment(given) : undefined;
    case 'Binary':
      return typeof given === 'string' && isBase64(given) ? given : undefined;
  }
}

function toWhole(given: unknown): number | undefined {
  const number = typeof given === 'string' && /^-?\d{1,15}$/.test(given) ? Number(given) : given;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

function toDecimal(given: unknown): string | undefined {
  if (typeof given === 'number') return plain(decimal(given));
  return typeof given === 'string' && isDecimalString(given.trim()) ? plain(new Decimal(given.trim())) : undefined;
}

/** A moment with a zone is brought to the vendor's clock. */
function toMoment(given: string): string | undefined {
  const ticks = JSON_DATE.exec(given)?.[1];
  const parsed =
    ticks === undefined
      ? DateTime.fromISO(given, { zone: 'Europe/Amsterdam' })
      : DateTime.fromMillis(Number(ticks), { zone: 'utc' });
  return parsed.isValid ? parsed.toFormat("yyyy-MM-dd'T'HH:mm:ss") : undefined;
}

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
