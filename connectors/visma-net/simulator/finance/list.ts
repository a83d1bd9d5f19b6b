import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import { isObject } from '../../../_kit/simulator/model-reader';
import type { Attribute } from '../model';
import type { Quirks } from '../quirks';
import type { WireTimes } from '../wire-times';
import type { FinanceProblems } from './problems';

type Condition = '>' | '<' | '>=' | '<=';
const CONDITIONS: readonly string[] = ['>', '<', '>=', '<='] satisfies Condition[];

/** What a list can be asked for. Names of parameters in lower case. */
export interface ListSource<Row> {
  readonly rows: () => readonly Row[];
  /** Parameters that a row must equal, and what it has. */
  readonly texts?: Readonly<Record<string, (row: Row) => string | readonly string[]>>;
  /** Parameters with the values they take. */
  readonly choices?: Readonly<
    Record<string, { readonly of: (row: Row) => string; readonly values: readonly string[] }>
  >;
  /** Parameters that hold a moment, each with a `…condition` beside it. */
  readonly moments?: Readonly<Record<string, (row: Row) => number>>;
  readonly attributes?: (row: Row) => readonly Attribute[];
  /** For the order of the list; absent: as entered. */
  readonly modified?: (row: Row) => number;
}

export interface ListContext {
  readonly quirks: Quirks;
  readonly times: WireTimes;
  readonly problems: FinanceProblems;
}

/** A parameter by its name without regard to case, as ASP.NET finds it. */
export function parameter(query: URLSearchParams, name: string): string | null {
  for (const [key, value] of query) if (key.toLowerCase() === name.toLowerCase()) return value;
  return null;
}

/** Whether an `expand…` parameter is on; `otherwise` when it was not given. */
export function isOn(query: URLSearchParams, name: string, otherwise = false): boolean {
  const text = parameter(query, name)?.toLowerCase();
  return text === undefined ? otherwise : text === 'true';
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly totalCount: number;
  readonly pageNumber: number;
  readonly pageSize: number;
}

/** Filters, sorts and cuts a list. Page numbers begin at 1; a page that is asked too big is cut without a word. */
export function readPage<Row>(
  request: SimulatorRequest,
  source: ListSource<Row>,
  context: ListContext,
): Page<Row> | { readonly refusal: SimulatorResponse } {
  const maximum = Number(context.quirks.maxPageSize);
  const pageNumber = wholeParameter(request.query, 'pageNumber', 1);
  const asked = wholeParameter(request.query, 'pageSize', maximum);
  if (pageNumber === null || asked === null) {
    return { refusal: context.problems.refused('pageNumber and pageSize are whole numbers from 1.') };
  }
  const tests = readTests(request.query, source, context);
  if ('refusal' in tests) return tests;
  const found = source.rows().filter((row) => tests.tests.every((test) => test(row)));
  const { modified } = source;
  const sorted =
    context.quirks.pageOrder === 'modified' && modified !== undefined
      ? found.toSorted((one, two) => modified(one) - modified(two))
      : found;
  const pageSize = Math.min(asked, maximum);
  const start = (pageNumber - 1) * pageSize;
  return { rows: sorted.slice(start, start + pageSize), totalCount: found.length, pageNumber, pageSize };
}

/** A list whose rows carry the count and the biggest page in `metadata`. */
export function answerList<Row>(
  request: SimulatorRequest,
  source: ListSource<Row>,
  view: (row: Row) => Record<string, unknown>,
  context: ListContext,
): SimulatorResponse {
  const page = readPage(request, source, context);
  if ('refusal' in page) return page.refusal;
  const metadata = { totalCount: page.totalCount, maxPageSize: Number(context.quirks.maxPageSize) };
  return jsonResponse(
    200,
    page.rows.map((row) => ({ ...view(row), metadata })),
  );
}

function wholeParameter(query: URLSearchParams, name: string, otherwise: number): number | null {
  const text = parameter(query, name);
  if (text === null || text === '') return otherwise;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

type Test<Row> = (row: Row) => boolean;

function readTests<Row>(
  query: URLSearchParams,
  source: ListSource<Row>,
  context: ListContext,
): { readonly tests: readonly Test<Row>[] } | { readonly refusal: SimulatorResponse } {
  const tests: Test<Row>[] = [];
  const refuse = (text: string) => ({ refusal: context.problems.refused(text) });
  for (const [name, of] of Object.entries(source.texts ?? {})) {
    const wanted = parameter(query, name);
    if (wanted === null || wanted === '') continue;
    const folded =
      context.quirks.textCompare === 'exact' ? (text: string) => text : (text: string) => text.toLowerCase();
    tests.push((row) => [of(row)].flat().some((text) => folded(text) === folded(wanted)));
  }
  for (const [name, { of, values }] of Object.entries(source.choices ?? {})) {
    const wanted = query.getAll(name).length > 0 ? query.getAll(name) : [parameter(query, name) ?? ''];
    const asked = wanted.flatMap((text) => text.split(',')).filter((text) => text !== '');
    if (asked.length === 0) continue;
    const known = asked.map((text) => values.find((value) => value.toLowerCase() === text.toLowerCase()));
    if (known.includes(undefined)) return refuse(`The value '${asked.join(',')}' is not valid for ${name}.`);
    tests.push((row) => known.includes(of(row)));
  }
  for (const [name, of] of Object.entries(source.moments ?? {})) {
    const test = readMoment(query, name, of, context);
    if (typeof test === 'string') return refuse(test);
    if (test !== null) tests.push(test);
  }
  if (source.attributes !== undefined) {
    const test = readAttributes(parameter(query, 'attributes'), source.attributes);
    if (test === 'invalid') return refuse('attributes is a JSON object of texts.');
    if (test !== null) tests.push(test);
  }
  return { tests };
}

/** A moment and its condition belong together. Gives the test, null when neither is there, or the refusal's text. */
function readMoment<Row>(
  query: URLSearchParams,
  name: string,
  of: (row: Row) => number,
  context: ListContext,
): Test<Row> | string | null {
  const text = parameter(query, name) ?? '';
  const condition = parameter(query, `${name}Condition`) ?? '';
  if (text === '' && condition === '') return null;
  if (text === '' || condition === '') {
    return context.quirks.loneDateTime === 'ignore' ? null : `${name} and ${name}Condition must be given together.`;
  }
  const atMs = context.times.financeFilter(text);
  if (atMs === null) return `'${text}' is not a date and time for ${name}.`;
  if (!CONDITIONS.includes(condition)) return `'${condition}' is not a condition for ${name}.`;
  const compare = COMPARE[condition as Condition];
  return (row) => compare(of(row), atMs);
}

const COMPARE: Readonly<Record<Condition, (one: number, two: number) => boolean>> = {
  '>': (one, two) => one > two,
  '<': (one, two) => one < two,
  '>=': (one, two) => one >= two,
  '<=': (one, two) => one <= two,
};

/** `{"ID":"VALUE1,VALUE2"}`: every attribute must have one of its values. */
function readAttributes<Row>(
  text: string | null,
  of: (row: Row) => readonly Attribute[],
): Test<Row> | 'invalid' | null {
  if (text === null || text === '') return null;
  let wanted: unknown;
  try {
    wanted = JSON.parse(text);
  } catch {
    return 'invalid';
  }
  if (!isObject(wanted)) return 'invalid';
  const pairs = Object.entries(wanted).map(([id, values]) => [id, String(values).split(',')] as const);
  return (row) =>
    pairs.every(([id, values]) => of(row).some((attribute) => attribute.id === id && values.includes(attribute.value)));
}
