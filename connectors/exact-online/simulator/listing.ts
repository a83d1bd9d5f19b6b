import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import type { Scalar } from '../../_kit/simulator/odata-filter';
import { isRefused, readListQuery, type ListQuery, type OrderKey } from './list-query';
import type { Row } from './model';
import type { Quirks } from './quirks';
import { PAGE_SIZES, readValue, type ReadContext, type Resource } from './resource';
import { rowJson, type Finish } from './row-json';
import { writeSkipToken } from './skip-token';
import { toScalar } from './wire';

/** Rows in order, with the values that they are ordered by. */
interface OrderedRow {
  readonly row: Row;
  readonly keys: readonly Scalar[];
}

/**
 * Lists in pages. The rows of the last filter are kept per resource and company, because a client asks a list of 100,000
 * rows page by page with the same filter.
 */
export class Listing {
  private readonly kept = new Map<string, { readonly key: string; readonly rows: readonly OrderedRow[] }>();

  constructor(
    private readonly quirks: Quirks,
    private readonly finish: Finish,
  ) {}

  /** `within`: only rows whose field holds that id, for the collection of one row. */
  answer(
    request: SimulatorRequest,
    resource: Resource,
    context: ReadContext,
    within: { readonly field: string; readonly id: string } | null,
  ): SimulatorResponse {
    const query = readListQuery(request.query, resource, context, this.quirks);
    if (isRefused(query)) return query.refusal;
    const all = this.rows(resource, context, query, within);
    const { after, skip, top, order, select, expand } = query;
    const start = after === null ? skip : firstAfter(all, after, order);
    const pageSize = PAGE_SIZES[resource.kind];
    const wanted = Math.min(top ?? Number.POSITIVE_INFINITY, pageSize);
    const page = all.slice(start, start + wanted);
    const results = page.map(({ row }) => rowJson(resource, row, { context, select, expand, finish: this.finish }));
    const left = top === null ? null : top - page.length;
    const last = page.at(-1);
    const goesOn = last !== undefined && start + page.length < all.length && (left === null || left > 0);
    const count = query.countsAll ? { __count: String(all.length) } : {};
    if (this.quirks.bareList === 'when-top' && top !== null && top <= pageSize && !query.countsAll) {
      return jsonResponse(200, { d: results });
    }
    const next = goesOn ? { __next: nextAddress(request, resource, context, left, last, order) } : {};
    return jsonResponse(200, { d: { ...count, results, ...next } });
  }

  /** How many rows a query has, for `/$count`. */
  count(request: SimulatorRequest, resource: Resource, context: ReadContext): SimulatorResponse {
    const query = readListQuery(request.query, resource, context, this.quirks);
    if (isRefused(query)) return query.refusal;
    const body = String(this.rows(resource, context, query, null).length);
    return { status: 200, headers: { 'content-type': 'text/plain;charset=utf-8' }, body };
  }

  private rows(
    resource: Resource,
    context: ReadContext,
    query: ListQuery,
    within: { readonly field: string; readonly id: string } | null,
  ): readonly OrderedRow[] {
    const place = `${context.books.code} ${resource.path}`;
    const order = query.order.map(({ field, descending }) => `${field.name} ${descending}`).join();
    const key = [context.site.version, context.user.id, query.filterText, order, within?.id ?? ''].join('\n');
    const kept = this.kept.get(place);
    if (kept?.key === key && resource.kind !== 'single') return kept.rows;
    const source = resource.rows(context);
    const inside = within === null ? source : source.filter((row) => row.values[within.field] === within.id);
    const twice = this.quirks.syncDoubles === 'yes' && resource.kind === 'sync' ? withDoubles(inside) : inside;
    const { matches } = query;
    const rows = (matches === null ? twice : twice.filter(matches))
      .map((row) => ({ row, keys: keysOf(resource, row, context, query.order) }))
      .toSorted((one, two) => compareKeys(one.keys, two.keys, query.order));
    this.kept.set(place, { key, rows });
    return rows;
  }
}

/** Every row once more as it stood one version before, as the sync addresses may send it. */
const withDoubles = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => [{ ...row, timestamp: row.timestamp - 1 }, row]);

const keysOf = (resource: Resource, row: Row, context: ReadContext, order: readonly OrderKey[]): Scalar[] =>
  order.map(({ field }) => toScalar(field.type, readValue(resource, row, field.name, context)));

/** Null comes first, as in the vendor's database. */
function compareKeys(one: readonly Scalar[], two: readonly Scalar[], order: readonly OrderKey[]): number {
  for (const [index, { descending }] of order.entries()) {
    const left = one[index] ?? null;
    const right = two[index] ?? null;
    if (left === right) continue;
    const smaller = left === null || (right !== null && left < right);
    return smaller === descending ? 1 : -1;
  }
  return 0;
}

/** Index of the first row that comes after these values. */
function firstAfter(rows: readonly OrderedRow[], after: readonly Scalar[], order: readonly OrderKey[]): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareKeys(rows[middle]?.keys ?? [], after, order) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The address of the next page: the same question, the rest of $top, and where this page ended. */
function nextAddress(
  request: SimulatorRequest,
  resource: Resource,
  context: ReadContext,
  left: number | null,
  last: OrderedRow,
  order: readonly OrderKey[],
): string {
  const token = writeSkipToken(
    order.map(({ field }) => ({ field, value: readValue(resource, last.row, field.name, context) })),
  );
  const parameters = [...request.query].filter(([name]) => !['$top', '$skip', '$skiptoken'].includes(name));
  if (left !== null) parameters.push(['$top', String(left)]);
  parameters.push(['$skiptoken', token]);
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${context.origin}${request.path}?${query}`;
}
