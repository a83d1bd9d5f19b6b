import { isObject } from '../../../_kit/simulator/model-reader';

/** Names that stand bare in write bodies, in lower case; every other scalar is wrapped in `{ "value": … }`. */
const BARE_NAMES: ReadonlySet<string> = new Set([
  'operation',
  'overridewithclassvalues',
  'segmentid',
  'segmentvalue',
  'id',
]);

export interface Unwrapped {
  readonly body: Readonly<Record<string, unknown>>;
  /** Paths of scalars that were not wrapped; they are left out of the body. */
  readonly notWrapped: readonly string[];
}

/** Takes the values out of a write body: `{"name":{"value":"Jansen"}}` becomes `{"name":"Jansen"}`, lists stay lists. */
export function unwrap(body: Readonly<Record<string, unknown>>): Unwrapped {
  const notWrapped: string[] = [];
  return { body: unwrapObject(body, '', notWrapped), notWrapped };
}

function unwrapObject(
  object: Readonly<Record<string, unknown>>,
  path: string,
  notWrapped: string[],
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    const inner = `${path}${name}`;
    if (Array.isArray(value)) {
      result[name] = value.map((item: unknown, index) =>
        isObject(item) ? unwrapObject(item, `${inner}[${index}].`, notWrapped) : item,
      );
    } else if (isObject(value)) {
      const wrapped = Object.entries(value).find(([key]) => key.toLowerCase() === 'value');
      const content: unknown = wrapped === undefined ? value : wrapped[1];
      result[name] = isObject(content) ? unwrapObject(content, `${inner}.`, notWrapped) : content;
    } else if (BARE_NAMES.has(name.toLowerCase())) {
      result[name] = value;
    } else if (value !== null) {
      notWrapped.push(inner);
    }
  }
  return result;
}
