import { z } from 'zod';
import { readAnswer } from '../_kit/answer';
import type { ConnectorContext } from '../_kit/connector';
import { exactJsonText } from '../_kit/exact-json';
import type { HttpCall, HttpResponse } from '../_kit/http';
import type { Problem } from '../_kit/problem';
import { fail, ok, type Result } from '../_kit/result';
import type { Json } from '../_kit/text';
import { apiAddress, isBelowApi } from './addresses';
import { answerRules } from './answer-rules';
import { sendWithinBudget } from './error-budget';
import { factsOf } from './facts';
import { reserveProblem } from './limits';
import { foreignNextPage, listEndless } from './problems';
import { envelope, listBody } from './schemas';

/** What a call needs; also before there is an administration. */
export type CallContext = Omit<ConnectorContext, 'administration' | 'settings'>;

/** A list and what is asked of it. Every list is asked with `$select`: some are refused without. */
export interface ListQuery {
  /** Below the division: `crm/Accounts`. */
  readonly path: string;
  readonly select: readonly string[];
  readonly filter?: string;
  readonly top?: number;
}

export interface ListPage {
  readonly rows: readonly unknown[];
  /** Address of the next page, to be asked unchanged; null = this was the last. */
  readonly next: string | null;
  /** Why a pull should not ask the next page now; null = it may. */
  readonly reserve: Problem | null;
}

/** A list with more pages than this is none: the most rows a company is known to have are some millions. */
const MOST_PAGES = 100_000;

const doc = (path: string): string =>
  `https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx (${path.toLowerCase()})`;

/** Address of a resource of an administration. */
export const addressIn = (ctx: CallContext, division: string, path: string): string =>
  `${apiAddress(ctx.endpoints)}/${division}/${path}`;

const ownAddress = (ctx: ConnectorContext, path: string): string =>
  addressIn(ctx, factsOf(ctx.administration).division, path);

/** The first page of a list. */
export function firstPage(ctx: ConnectorContext, query: ListQuery): Promise<Result<ListPage>> {
  return pageAt(ctx, ownAddress(ctx, query.path), query);
}

/** The first page of a list at a whole address; also before there is an administration. */
export async function pageAt(ctx: CallContext, url: string, query: ListQuery): Promise<Result<ListPage>> {
  const { path, select, filter, top } = query;
  return readPage(ctx, {
    method: 'GET',
    url,
    query: { $filter: filter, $select: select.join(','), $top: top },
    effect: 'read',
    doc: doc(path),
  });
}

/** The page at an address that the page before gave. `bad-response` when it is not below our API. */
export async function nextPage(ctx: CallContext, next: string, path: string): Promise<Result<ListPage>> {
  if (!isBelowApi(ctx.endpoints, next)) return fail(foreignNextPage());
  return readPage(ctx, { method: 'GET', url: next, effect: 'read', doc: doc(path) });
}

/** All rows of a list that is read at once. Complete or a problem. */
export async function allRows(ctx: ConnectorContext, query: ListQuery): Promise<Result<readonly unknown[]>> {
  const rows: unknown[] = [];
  let page = await firstPage(ctx, query);
  for (let pages = 1; pages < MOST_PAGES; pages += 1) {
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    const { next } = page.value;
    if (next === null) return ok(rows);
    page = await nextPage(ctx, next, query.path);
  }
  return fail(listEndless(query.path));
}

/**
 * Creates an object and reads what the vendor made of it. `Prefer` makes the answer hold the filled-in values too
 * (class Connection of picqer/exact-php-client).
 */
export async function post<T>(
  ctx: ConnectorContext,
  path: string,
  body: Json,
  schema: z.ZodType<T>,
): Promise<Result<T>> {
  const call: HttpCall = {
    method: 'POST',
    url: ownAddress(ctx, path),
    headers: { prefer: 'return=representation' },
    body: { type: 'application/json', text: exactJsonText(body) },
    effect: 'write',
    doc: doc(path),
  };
  const answer = await send(ctx, call, z.object({ d: schema }));
  return answer.ok ? ok(answer.value.value.d) : answer;
}

/** Removes one object by its id. */
export async function remove(ctx: ConnectorContext, path: string, id: string): Promise<Result<null>> {
  const call: HttpCall = {
    method: 'DELETE',
    url: `${ownAddress(ctx, path)}(guid'${id}')`,
    effect: 'write',
    doc: doc(path),
  };
  const answer = await sendWithinBudget(ctx, call);
  if (!answer.ok) return answer;
  // Answers 204 without body, some sources 200.
  if (answer.value.status >= 200 && answer.value.status < 300) return ok(null);
  const read = readAnswer(call, answer.value, envelope, answerRules, ctx.clock.nowMs());
  return read.ok ? ok(null) : read;
}

async function readPage(ctx: CallContext, call: HttpCall): Promise<Result<ListPage>> {
  const answer = await send(ctx, call, listBody);
  if (!answer.ok) return answer;
  const { value, response } = answer.value;
  const { results, next } = value.d;
  return ok({ rows: results, next, reserve: reserveProblem(response, ctx.clock.nowMs()) });
}

async function send<T>(
  ctx: CallContext,
  call: HttpCall,
  schema: z.ZodType<T>,
): Promise<Result<{ readonly value: T; readonly response: HttpResponse }>> {
  const answer = await sendWithinBudget(ctx, call);
  if (!answer.ok) return answer;
  const read = readAnswer(call, answer.value, schema, answerRules, ctx.clock.nowMs());
  return read.ok ? ok({ value: read.value, response: answer.value }) : read;
}
