import type { DecimalString } from './decimal';
import type { Json } from './text';

const EXACT = '$exact';
const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** A decimal inside a stored request: kept as text, written as a JSON number with exactly these digits. */
export function exactNumber(value: DecimalString): Json {
  if (!JSON_NUMBER.test(value)) throw new Error('Not a plain decimal');
  return { [EXACT]: value };
}

/** JSON text in which every `exactNumber` stands as a number, digit for digit; a float never comes into it. */
export function exactJsonText(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(exactJsonText).join(',')}]`;
  const entries = Object.entries(value);
  const exact = value[EXACT];
  if (entries.length === 1 && typeof exact === 'string' && JSON_NUMBER.test(exact)) return exact;
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${exactJsonText(member)}`).join(',')}}`;
}

// Array.isArray does not narrow readonly arrays.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
