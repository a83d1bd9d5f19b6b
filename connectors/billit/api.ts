import type { z } from 'zod';
import { isWebPage, readAnswer } from '../_kit/answer';
import type { ConnectorContext } from '../_kit/connector';
import { exactJsonText } from '../_kit/exact-json';
import type { HttpCall } from '../_kit/http';
import { fail, type Result } from '../_kit/result';
import type { Json } from '../_kit/text';
import { whyRefused, type Caller } from './access';
import { apiAddress } from './addresses';
import { answerRules } from './answer-rules';
import { createdSchema, pageSchema } from './schemas';

/** What a call for a company needs. */
export type CompanyCaller = Caller & { readonly administration: Pick<ConnectorContext['administration'], 'id'> };

/** Most rows that a list gives at a time, and what it gives unasked (docs.billit.be, page "OData for Filtering"). */
export const PAGE_SIZE = 120;

/** Lists with the field that names their rows. */
export const LISTS = {
  parties: { path: '/parties', idField: 'PartyID' },
  products: { path: '/products', idField: 'ProductID' },
  orders: { path: '/orders', idField: 'OrderID' },
  deletedOrders: { path: '/orders/deleted', idField: 'OrderID' },
} as const;
export type List = (typeof LISTS)[keyof typeof LISTS];

export interface PageQuery {
  readonly filter?: string | undefined;
  readonly orderBy?: string | undefined;
  readonly skip: number;
  readonly top?: number;
}

export interface Page {
  readonly rows: readonly unknown[];
  /** Whether the package says that there are more. */
  readonly hasMore: boolean;
  /** How many rows there are in all, when the package tells. */
  readonly total: number | null;
}

const LIST_DOC = 'https://docs.billit.be/docs/odata';

/** One page of rows. Problems: as `readAnswer`, and those of `whyRefused`. */
export async function getPage(ctx: CompanyCaller, list: List, query: PageQuery): Promise<Result<Page>> {
  const { filter, orderBy, skip, top = PAGE_SIZE } = query;
  const call: HttpCall = {
    method: 'GET',
    url: `${apiAddress(ctx.endpoints)}${list.path}`,
    query: { $filter: filter, $orderby: orderBy, $top: top, $skip: skip },
    effect: 'read',
    doc: LIST_DOC,
  };
  const page = await send(ctx, call, pageSchema);
  if (!page.ok) return page;
  const { Items, NextPageLink, Count } = page.value;
  return { ok: true, value: { rows: Items, hasMore: NextPageLink !== '', total: Count ?? null } };
}

/** One object by its id. `rejected` when it is not there. */
export function getObject<T>(
  ctx: CompanyCaller,
  list: typeof LISTS.parties | typeof LISTS.orders,
  id: string,
  schema: z.ZodType<T>,
): Promise<Result<T>> {
  const call: HttpCall = {
    method: 'GET',
    url: `${apiAddress(ctx.endpoints)}${list.path}/${encodeURIComponent(id)}`,
    effect: 'read',
    doc: 'https://api.billit.be/swagger/docs/v1',
  };
  return send(ctx, call, schema);
}

/**
 * Creates an order; `body` may hold exact decimals. Answers its id. The header of the key has two names on the vendor's
 * pages ("Header values", "Idempotent Tokens"), so both are sent.
 */
export function postOrder(ctx: CompanyCaller, body: Json, key: string): Promise<Result<string>> {
  const call: HttpCall = {
    method: 'POST',
    url: `${apiAddress(ctx.endpoints)}${LISTS.orders.path}`,
    headers: { 'Idempotent-Key': key, 'Idempotency-Key': key },
    body: { type: 'application/json', text: exactJsonText(body) },
    effect: 'write',
    doc: 'https://docs.billit.be/docs/create-first-invoice',
  };
  return send(ctx, call, createdSchema);
}

async function send<T>(ctx: CompanyCaller, call: HttpCall, schema: z.ZodType<T>): Promise<Result<T>> {
  const partyId = ctx.administration.id;
  const answer = await ctx.send({ ...call, headers: { ...call.headers, PartyID: partyId } });
  if (!answer.ok) return answer;
  // A page of a network on the way says nothing about Billit.
  const isRefused = answer.value.status === 401 && !isWebPage(answer.value, answer.value.body.trim());
  if (isRefused) return fail(await whyRefused(ctx, call, partyId));
  return readAnswer(call, answer.value, schema, answerRules, ctx.clock.nowMs());
}
