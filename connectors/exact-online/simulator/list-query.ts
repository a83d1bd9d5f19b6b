import type { SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { compileFilter, type FilterFields, type Scalar } from '../../_kit/simulator/odata-filter';
import { FilterSyntaxError, parseFilter, type FilterNode } from '../../_kit/simulator/odata-parser';
import type { Field } from './field-list';
import type { Row } from './model';
import { badQuery } from './problems';
import type { Quirks } from './quirks';
import { readValue, type ReadContext, type Resource } from './resource';
import { readSkipToken } from './skip-token';
import { scalarTypeOf, toScalar } from './wire';

export interface OrderKey {
  readonly field: Field;
  readonly descending: boolean;
}

/** A list request, understood. */
export interface ListQuery {
  readonly filterText: string;
  readonly matches: ((row: Row) => boolean) | null;
  /** Ends with a field that no two rows share. */
  readonly order: readonly OrderKey[];
  /** Values of `order` in the last row of the page before; null = from the start. */
  readonly after: readonly Scalar[] | null;
  readonly skip: number;
  /** Null: all there are. */
  readonly top: number | null;
  readonly select: ReadonlySet<string> | null;
  readonly expand: readonly string[];
  readonly countsAll: boolean;
}

type Read<T> = T | { readonly refusal: SimulatorResponse };
const refuse = (value: string): { readonly refusal: SimulatorResponse } => ({ refusal: badQuery(value) });
export const isRefused = (read: unknown): read is { readonly refusal: SimulatorResponse } =>
  typeof read === 'object' && read !== null && 'refusal' in read;

const KNOWN_OPTIONS: ReadonlySet<string> = new Set([
  '$filter',
  '$select',
  '$top',
  '$skip',
  '$orderby',
  '$expand',
  '$skiptoken',
  '$inlinecount',
]);

/** Resources whose lists were met with the demand for $select. */
const SELECT_REQUIRED: ReadonlySet<string> = new Set(['logistics/SalesItemPrices']);

/** Reads the query of a list; the refusal when the vendor would not take it. */
export function readListQuery(
  query: URLSearchParams,
  resource: Resource,
  context: ReadContext,
  quirks: Quirks,
): Read<ListQuery> {
  const unknown = [...query.keys()].find((key) => key.startsWith('$') && !KNOWN_OPTIONS.has(key));
  if (unknown !== undefined) return refuse(`The query parameter '${unknown}' is not supported.`);
  const top = readNumber(query, '$top');
  if (isRefused(top)) return top;
  const skip = readNumber(query, '$skip');
  if (isRefused(skip)) return skip;
  const missing = missingOption(query, resource, top, quirks);
  if (missing !== null) return refuse(missing);
  const select = readSelect(query.get('$select'), resource);
  if (isRefused(select)) return select;
  const expand = readExpand(query.get('$expand'), resource);
  if (isRefused(expand)) return expand;
  const order = readOrder(query.get('$orderby'), resource);
  if (isRefused(order)) return order;
  const filterText = (query.get('$filter') ?? '').trim();
  const matches = readFilter(filterText, resource, context, quirks);
  if (isRefused(matches)) return matches;
  const token = query.get('$skiptoken');
  const after = token === null ? null : readSkipToken(token);
  if (token !== null && after?.length !== order.length) return refuse('Bad Request - Error in query syntax.');
  return {
    filterText,
    matches,
    order,
    after,
    skip: skip ?? 0,
    top,
    select,
    expand,
    countsAll: query.get('$inlinecount') === 'allpages',
  };
}

function missingOption(query: URLSearchParams, resource: Resource, top: number | null, quirks: Quirks): string | null {
  const asksSelect =
    resource.kind === 'bulk' ||
    quirks.selectRequired === 'all' ||
    (quirks.selectRequired === 'some' && SELECT_REQUIRED.has(resource.path));
  if (asksSelect && resource.kind !== 'single' && !query.has('$select') && top !== 1) {
    return 'Please add a $select or a $top=1 statement to the query string.';
  }
  const asksFilter =
    resource.mandatoryFilter.length > 0 && (resource.kind === 'sync' || quirks.mandatoryFilter === 'on');
  const filter = query.get('$filter') ?? '';
  if (asksFilter && !resource.mandatoryFilter.some((name) => new RegExp(`\\b${name}\\b`).test(filter))) {
    return (
      'This endpoint has mandatory filtering applied. A GET request for this endpoint must have a $filter parameter ' +
      `with one of the following fields in the url:${resource.mandatoryFilter.join(',')}.`
    );
  }
  return null;
}

function readNumber(query: URLSearchParams, name: string): Read<number | null> {
  const text = query.get(name);
  if (text === null) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  return refuse(`Incorrect format for ${name} argument '${text}'.`);
}

/** Names of fields, of collections, and of fields in collections (`SalesInvoiceLines/Item`). */
export function readSelect(text: string | null, resource: Resource): Read<ReadonlySet<string> | null> {
  if (text === null || text.trim() === '*') return null;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => {
    const [first = '', second] = name.split('/');
    const collection = resource.collections[first];
    if (second !== undefined) return collection?.resource().fields.has(second) !== true;
    return collection === undefined && !resource.fields.has(first);
  });
  if (unknown !== undefined)
    return refuse(`No property '${unknown}' exists in type '${resource.model}' at position 0.`);
  return new Set(names);
}

export function readExpand(text: string | null, resource: Resource): Read<readonly string[]> {
  if (text === null) return [];
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => resource.collections[name] === undefined);
  return unknown === undefined
    ? names
    : refuse(`No property '${unknown}' exists in type '${resource.model}' at position 0.`);
}

function readOrder(text: string | null, resource: Resource): Read<readonly OrderKey[]> {
  const version = resource.fields.get('Timestamp');
  if (resource.kind === 'sync' && version !== undefined) {
    if (text !== null) return refuse('The query parameter $orderby is not supported for this resource.');
    return [
      { field: version, descending: false },
      { field: resource.key, descending: false },
    ];
  }
  const order: OrderKey[] = [];
  for (const part of (text ?? '').split(',').filter((one) => one.trim() !== '')) {
    const [name = '', direction = 'asc'] = part.trim().split(/\s+/);
    const field = resource.fields.get(name);
    if (field === undefined || !/^(asc|desc)$/.test(direction)) {
      return refuse(`No property '${name}' exists in type '${resource.model}' at position 0.`);
    }
    order.push({ field, descending: direction === 'desc' });
  }
  return order.some(({ field }) => field.name === resource.key.name)
    ? order
    : [...order, { field: resource.key, descending: false }];
}

function readFilter(
  text: string,
  resource: Resource,
  context: ReadContext,
  quirks: Quirks,
): Read<((row: Row) => boolean) | null> {
  if (text === '') return null;
  try {
    const tree = parseFilter(text);
    const names = [...namesIn(tree)];
    const barred = names.filter((name) => isBarred(name, resource, quirks));
    if (barred.length > 0) return refuse(`Filtering on these fields is not supported: ${barred.join(', ')}`);
    if (comparesFields(tree)) return refuse('This $filter parameter is not supported for this resource.');
    if (tree.kind === 'path' || tree.kind === 'literal') {
      return refuse("Expression of type 'System.Boolean' expected at position 0.");
    }
    return compileFilter<Row>(text, {
      fields: filterFields(resource, context),
      model: resource.model,
      ignoreCase: quirks.textCompare === 'ignore-case',
      refusedPaths: [],
      strictLong: quirks.int64Suffix === 'required',
    });
  } catch (error) {
    if (error instanceof FilterSyntaxError) return refuse(error.message);
    throw error;
  }
}

const filterFields =
  (resource: Resource, context: ReadContext): FilterFields =>
  (name) => {
    const field = resource.fields.get(name);
    if (field === undefined || field.type === 'Binary') return null;
    return {
      kind: 'scalar',
      type: scalarTypeOf(field.type),
      read: (row) => toScalar(field.type, readValue(resource, row as Row, name, context)),
    };
  };

function isBarred(name: string, resource: Resource, quirks: Quirks): boolean {
  if (!resource.fields.has(name)) return false;
  if (resource.onlyFilters !== null) return !resource.onlyFilters.includes(name);
  return (
    (name === 'YourRef' && quirks.yourRefFilter === '400') || (name === 'Subject' && quirks.subjectFilter === '400')
  );
}

/** The names that a filter looks at, each once. */
function namesIn(node: FilterNode): Set<string> {
  switch (node.kind) {
    case 'literal':
      return new Set();
    case 'path':
      return new Set([node.parts.join('/')]);
    case 'call':
      return new Set(node.arguments.flatMap((part) => [...namesIn(part)]));
    case 'compare':
    case 'logic':
      return new Set([...namesIn(node.left), ...namesIn(node.right)]);
    case 'not':
      return namesIn(node.operand);
    case 'lambda':
      return new Set([node.path.join('/')]);
  }
}

/** The vendor compares a field with a constant only. */
function comparesFields(node: FilterNode): boolean {
  switch (node.kind) {
    case 'compare':
      return node.left.kind === 'path' && node.right.kind === 'path';
    case 'logic':
      return comparesFields(node.left) || comparesFields(node.right);
    case 'not':
      return comparesFields(node.operand);
    case 'literal':
    case 'path':
    case 'call':
    case 'lambda':
      return false;
  }
}
