import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { compileFilter, type FilterFields, type Scalar } from '../../_kit/simulator/odata-filter';
import { FilterSyntaxError } from '../../_kit/simulator/odata-parser';
import type { Json } from '../../_kit/text';
import { render, type FieldTable, type JsonObject } from './field-table';
import { exactAnswer } from './json-answer';
import { queryProblem } from './problems';
import { queryFields, readerOf } from './query-fields';
import type { Quirks } from './quirks';

/** Page "OData for Filtering": at most this many rows in an answer. */
export const PAGE_SIZE = 120;

export interface ListSource<Row extends { readonly id: string }> {
  readonly rows: () => readonly Row[];
  /** Another text whenever `rows` may give others. */
  readonly version: () => string;
  readonly fields: FieldTable<Row>;
  /** Fields that $filter and $orderby know though the list does not show them. */
  readonly hiddenFields?: FieldTable<Row>;
  /** Paths that lists know; null: every plain field. */
  readonly queryPaths: readonly string[] | null;
  /** Vendor's name of the model, for messages. */
  readonly typeName: string;
  /** What fullTextSearch looks in; null: the list does not know it. */
  readonly searchText: ((row: Row) => string) | null;
}

export interface ListSurroundings {
  readonly quirks: Quirks;
  readonly finish: (id: string, json: JsonObject) => JsonObject;
}

const KNOWN_OPTIONS: ReadonlySet<string> = new Set(['$filter', '$orderby', '$top', '$skip', '$inlinecount']);

/**
 * An OData list: `{ Items, NextPageLink, Count }`. The rows of the last question are kept, because a client asks a list of
 * 100,000 rows page by page with the same filter.
 */
export class Listing<Row extends { readonly id: string }> {
  private kept: { readonly key: string; readonly rows: readonly Row[] } | null = null;
  private requests = 0;

  constructor(
    private readonly source: ListSource<Row>,
    private readonly surroundings: ListSurroundings,
  ) {}

  answer(request: SimulatorRequest): SimulatorResponse {
    const { quirks, finish } = this.surroundings;
    this.requests += 1;
    try {
      const page = readPage(request.query, quirks);
      const rows = this.rows(request.query);
      const wanted = rows.slice(page.skip, page.top === null ? undefined : page.skip + page.top);
      const shown = wanted.slice(0, PAGE_SIZE);
      const json: Record<string, Json> = {
        Items: shown.map((row) => finish(row.id, render(this.source.fields, row, quirks.zone))),
      };
      if (wanted.length > shown.length) json.NextPageLink = nextPageLink(request, page, shown.length);
      if (quirks.count === 'always' || request.query.get('$inlinecount') === 'allpages') json.Count = rows.length;
      return exactAnswer(json);
    } catch (error) {
      if (error instanceof FilterSyntaxError) return queryProblem(error.message, quirks);
      throw error;
    }
  }

  private rows(query: URLSearchParams): readonly Row[] {
    const { source } = this;
    const { quirks } = this.surroundings;
    const tieDirection = quirks.ties === 'unstable' && this.requests % 2 === 0 ? -1 : 1;
    const asked = ['$filter', '$orderby', 'fullTextSearch'].map((name) => query.get(name) ?? '');
    const key = JSON.stringify([source.version(), tieDirection, ...asked]);
    if (this.kept?.key !== key) {
      const names = queryFields([...source.fields, ...(source.hiddenFields ?? [])], source.queryPaths, quirks.zone);
      const found = source
        .rows()
        .filter(searched(query, source))
        .filter(filtered(query, source, names, quirks));
      this.kept = { key, rows: sorted(found, query.get('$orderby'), names, source.typeName, tieDirection) };
    }
    return this.kept.rows;
  }
}

interface Page {
  readonly skip: number;
  /** Null: all there are. */
  readonly top: number | null;
}

function readPage(query: URLSearchParams, quirks: Pick<Quirks, 'topAboveMaximum'>): Page {
  const unknown = [...query.keys()].find((key) => key.startsWith('$') && !KNOWN_OPTIONS.has(key));
  if (unknown !== undefined) throw new FilterSyntaxError(`The query parameter '${unknown}' is not supported.`);
  const skip = wholeNumber(query, '$skip') ?? 0;
  const top = wholeNumber(query, '$top');
  if (top !== null && top > PAGE_SIZE && quirks.topAboveMaximum === 'refuse') {
    throw new FilterSyntaxError(
      `The limit of '${PAGE_SIZE}' for Top query has been exceeded. The value from the incoming request is '${top}'.`,
    );
  }
  return { skip, top };
}

function wholeNumber(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text)) throw new FilterSyntaxError(`Invalid value '${text}' for ${name} query option found.`);
  return Number(text);
}

/** As Microsoft's Web API makes it: the same query, with as much more to skip, and less to take, as was shown. */
function nextPageLink(request: SimulatorRequest, page: Page, shown: number): string {
  const query = new URLSearchParams(request.query);
  query.set('$skip', String(page.skip + shown));
  if (page.top !== null) query.set('$top', String(page.top - shown));
  return `http://${request.headers.host ?? ''}${request.path}?${query.toString()}`;
}

function searched<Row extends { readonly id: string }>(
  query: URLSearchParams,
  source: ListSource<Row>,
): (row: Row) => boolean {
  const words = (query.get('fullTextSearch') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const { searchText } = source;
  if (searchText === null || words.length === 0) return () => true;
  return (row) => {
    const text = searchText(row).toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function filtered<Row extends { readonly id: string }>(
  query: URLSearchParams,
  source: ListSource<Row>,
  fields: FilterFields,
  quirks: Pick<Quirks, 'textCompare'>,
): (row: Row) => boolean {
  const text = query.get('$filter') ?? '';
  if (text.trim() === '') return () => true;
  return compileFilter<Row>(singleQuoted(text), {
    fields,
    model: source.typeName,
    ignoreCase: quirks.textCompare === 'ignore-case',
    refusedPaths: [],
    strictLong: false,
  });
}

/** Page "OData for Filtering": a value may stand between double quotes as well. */
export const singleQuoted = (filter: string): string =>
  filter.replaceAll(/'(?:[^']|'')*'|"([^"]*)"/g, (whole: string, inner: string | undefined) =>
    inner === undefined ? whole : `'${inner.replaceAll("'", "''")}'`,
  );

function sorted<Row extends { readonly id: string }>(
  rows: readonly Row[],
  orderBy: string | null,
  fields: FilterFields,
  typeName: string,
  tieDirection: 1 | -1,
): readonly Row[] {
  const keys = (orderBy ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '')
    .map((key) => readSortKey(key, fields, typeName));
  return rows.toSorted((one, two) => {
    for (const { read, direction } of keys) {
      const order = compare(read(one), read(two));
      if (order !== 0) return order * direction;
    }
    return (Number(one.id) - Number(two.id)) * tieDirection;
  });
}

function readSortKey(
  key: string,
  fields: FilterFields,
  typeName: string,
): { readonly read: (row: unknown) => Scalar; readonly direction: 1 | -1 } {
  const [path = '', direction = 'asc', ...tooMuch] = key.split(/\s+/);
  if (tooMuch.length > 0 || (direction !== 'asc' && direction !== 'desc')) {
    throw new FilterSyntaxError(`Syntax error in the $orderby expression '${key}'.`);
  }
  const read = readerOf(fields, path.split('/'));
  if (read === null) throw new FilterSyntaxError(`Could not find a property named '${path}' on type '${typeName}'.`);
  return { read, direction: direction === 'asc' ? 1 : -1 };
}

/** Null comes first, as in SQL Server. */
function compare(one: Scalar, two: Scalar): number {
  if (one === two) return 0;
  if (one === null) return -1;
  if (two === null) return 1;
  return one < two ? -1 : 1;
}
