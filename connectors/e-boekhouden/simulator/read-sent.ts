import { DateTime } from 'luxon';
import { decimal, isDecimalString, plain, round } from '../../_kit/decimal';
import type { XmlElement } from '../../_kit/xml/read-xml';
import { NAMESPACE, typeNamed } from './description';
import type { ElementDescription, ScalarType, Sequence } from './elements';
import type { Quirks } from './quirks';
import { SentValues, type SentValue } from './sent-values';

const XSI_NIL = /(^|:)nil$/;
const DOUBLE = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;
const LONG = /^[+-]?\d{1,15}$/;
const DAY = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})?)?$/;
const DECIMALS_KEPT = 10;

export type ReadSent = { readonly values: SentValues } | { readonly reason: string };

type ReadQuirks = Pick<Quirks, 'tagOrder' | 'missingTags'>;

/**
 * Reads the parameters of a call as .NET's XmlSerializer does for the vendor: elements that the description lacks are
 * passed over, values that cannot be read are refused with its words. Whether the order of the tags counts, and what
 * happens to tags that are not there, are quirks.
 */
export function readSent(description: Sequence, element: XmlElement, quirks: ReadQuirks): ReadSent {
  const reasons: string[] = [];
  const values = readSequence(description, element, quirks, reasons);
  const [reason] = reasons;
  return reason === undefined ? { values } : { reason };
}

function readSequence(description: Sequence, element: XmlElement, quirks: ReadQuirks, reasons: string[]): SentValues {
  const values = new Map<string, SentValue>();
  let next = 0;
  for (const child of element.children) {
    const index = description.findIndex((candidate) => candidate.name === child.name && child.namespace === NAMESPACE);
    const expected = description[index];
    if (expected === undefined || values.has(expected.name)) continue;
    if (index < next && quirks.tagOrder !== 'free') {
      if (quirks.tagOrder === 'fault') reasons.push(`<${child.name} xmlns='${NAMESPACE}'> was not expected.`);
      continue;
    }
    next = Math.max(next, index + 1);
    const value = readElement(expected, child, quirks, reasons);
    if (value !== null) values.set(expected.name, value);
  }
  if (quirks.missingTags === 'fault') {
    const sent = new Set(element.children.map((child) => child.name));
    const missing = description.find((candidate) => !sent.has(candidate.name));
    if (missing !== undefined) reasons.push(`<${missing.name} xmlns='${NAMESPACE}'> was expected.`);
  }
  return new SentValues(description, values);
}

function readElement(
  expected: ElementDescription,
  sent: XmlElement,
  quirks: ReadQuirks,
  reasons: string[],
): SentValue | null {
  if (isNil(sent)) return null;
  switch (expected.kind) {
    case 'scalar':
      return readScalar(expected.type, sent.text, reasons);
    case 'untyped':
      return sent.text;
    case 'choice':
      if (expected.values.includes(sent.text)) return sent.text;
      reasons.push(`Instance validation error: '${sent.text}' is not a valid value for ${expected.type}.`);
      return null;
    case 'part':
      return readSequence(typeNamed(expected.type), sent, quirks, reasons);
    case 'list':
      return sent.children
        .filter((child) => child.name === expected.item && child.namespace === NAMESPACE && !isNil(child))
        .map((child) => readSequence(typeNamed(expected.item), child, quirks, reasons));
  }
}

const isNil = (element: XmlElement): boolean =>
  Object.entries(element.attributes).some(([name, value]) => XSI_NIL.test(name) && (value === 'true' || value === '1'));

function readScalar(type: ScalarType, sent: string, reasons: string[]): SentValue | null {
  const text = sent.trim();
  switch (type) {
    case 'string':
      return sent;
    case 'long':
      if (LONG.test(text)) return Number(text);
      break;
    case 'double':
    case 'decimal': {
      if (!DOUBLE.test(text)) break;
      const value = plain(round(decimal(text), DECIMALS_KEPT));
      if (isDecimalString(value)) return value;
      reasons.push('Value was either too large or too small for a Double.');
      return null;
    }
    case 'boolean':
      if (text === 'true' || text === '1') return true;
      if (text === 'false' || text === '0') return false;
      reasons.push(`The string '${text}' is not a valid Boolean value.`);
      return null;
    case 'dateTime': {
      const day = DAY.test(text) ? dutchDay(text) : null;
      if (day === null) reasons.push(`The string '${text}' is not a valid AllXsd value.`);
      return day;
    }
  }
  reasons.push('Input string was not in a correct format.');
  return null;
}

/** A moment with a zone is turned into the server's own time, which is Dutch; without one it is taken as it is. */
function dutchDay(text: string): string | null {
  const moment = DateTime.fromISO(text, { zone: 'Europe/Amsterdam' });
  return moment.isValid ? moment.toISODate() : null;
}
