/**
 * The few forms of element that the vendor's description (WSDL) uses. One table made of them gives the WSDL, reads
 * requests and writes answers, so that the three cannot drift apart.
 */
export type ScalarType = 'string' | 'long' | 'double' | 'decimal' | 'boolean' | 'dateTime';

export type ElementDescription =
  | {
      readonly kind: 'scalar';
      readonly name: string;
      readonly type: ScalarType;
      /** minOccurs="1". It says nothing about what the vendor wants filled in: that is in the manual. */
      readonly alwaysThere: boolean;
      /** Most characters of a text, from the manual; null = no limit. */
      readonly maximum: number | null;
    }
  /** An element for which the WSDL names no type: any content, here always a text. */
  | { readonly kind: 'untyped'; readonly name: string }
  | { readonly kind: 'choice'; readonly name: string; readonly type: string; readonly values: readonly string[] }
  | { readonly kind: 'part'; readonly name: string; readonly type: string }
  /** A list element with rows of one type inside, each in an element with the name of the type. */
  | { readonly kind: 'list'; readonly name: string; readonly item: string };

/** An xs:sequence: the elements of a type or of a call, in the order of the WSDL. */
export type Sequence = readonly ElementDescription[];

const scalar = (name: string, type: ScalarType, alwaysThere: boolean, maximum: number | null = null) =>
  ({ kind: 'scalar', name, type, alwaysThere, maximum }) as const;

export const text = (name: string, maximum: number | null = null): ElementDescription =>
  scalar(name, 'string', false, maximum);
export const whole = (name: string): ElementDescription => scalar(name, 'long', true);
export const optionalWhole = (name: string): ElementDescription => scalar(name, 'long', false);
export const double = (name: string): ElementDescription => scalar(name, 'double', true);
export const decimal = (name: string): ElementDescription => scalar(name, 'decimal', true);
export const flag = (name: string): ElementDescription => scalar(name, 'boolean', true);
export const day = (name: string): ElementDescription => scalar(name, 'dateTime', true);
export const untyped = (name: string): ElementDescription => ({ kind: 'untyped', name });
export const part = (name: string, type: string): ElementDescription => ({ kind: 'part', name, type });
export const list = (name: string, item: string): ElementDescription => ({ kind: 'list', name, item });
export const choice = (name: string, type: string, values: readonly string[]): ElementDescription => ({
  kind: 'choice',
  name,
  type,
  values,
});

/** Name of the type of a list: `cRelatie` gives `ArrayOfCRelatie`. */
export const listTypeName = (item: string): string => `ArrayOf${item.charAt(0).toUpperCase()}${item.slice(1)}`;
