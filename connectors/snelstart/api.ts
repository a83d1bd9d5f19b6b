import type { z } from 'zod';
import { readAnswer } from '../_kit/answer';
import type { ConnectorContext } from '../_kit/connector';
import type { HttpCall } from '../_kit/http';
import { exactJsonText } from '../_kit/exact-json';
import type { Result } from '../_kit/result';
import type { Json } from '../_kit/text';
import { apiAddress } from './addresses';
import { answerRules } from './problems';
import { orderSchema, rowsSchema, type Order } from './schemas';

/** What a call needs; also before there is an administration. */
export type CallContext = Omit<ConnectorContext, 'administration' | 'settings'>;

/** Lists that are read page by page, with the most rows they give at a time (OpenAPI description, parameter `$top`). */
export const PAGED = {
  relaties: { path: '/relaties', pageSize: 500 },
  artikelen: { path: '/artikelen', pageSize: 25 },
  verkooporders: { path: '/verkooporders', pageSize: 500 },
} as const;
export type PagedList = (typeof PAGED)[keyof typeof PAGED];

/** Lists that come as a whole. */
export type WholeList = '/artikelomzetgroepen' | '/landen' | '/btwtarieven' | '/verkoopordersjablonen';

export interface PageQuery {
  readonly filter?: string | undefined;
  readonly skip: number;
}

const doc = (operation: string): string => `https://b2bapi-developer.snelstart.nl, operation ${operation}`;

/** One object. Problems: as `readAnswer`, and those of the connection. */
export async function getObject<T>(ctx: CallContext, path: string, schema: z.ZodType<T>): Promise<Result<T>> {
  const call: HttpCall = {
    method: 'GET',
    url: `${apiAddress(ctx.endpoints)}${path}`,
    effect: 'read',
    doc: doc(`v2${path.replaceAll('/', '-')}-GET`),
  };
  return send(ctx, call, schema);
}

/** All rows of a list that is not paged. */
export const getWholeList = (ctx: CallContext, path: WholeList): Promise<Result<readonly unknown[]>> =>
  getObject(ctx, path, rowsSchema);

/** One page of rows, at most `list.pageSize`; a shorter one is the last. */
export async function getPage(
  ctx: CallContext,
  list: PagedList,
  { filter, skip }: PageQuery,
): Promise<Result<readonly unknown[]>> {
  const call: HttpCall = {
    method: 'GET',
    url: `${apiAddress(ctx.endpoints)}${list.path}`,
    query: { $filter: filter, $skip: skip, $top: list.pageSize },
    effect: 'read',
    doc: doc(`v2${list.path.replaceAll('/', '-')}-GET-OData`),
  };
  return send(ctx, call, rowsSchema);
}

/** Creates a sales order; `body` may hold exact decimals. */
export async function postOrder(ctx: CallContext, body: Json): Promise<Result<Order>> {
  const call: HttpCall = {
    method: 'POST',
    url: `${apiAddress(ctx.endpoints)}${PAGED.verkooporders.path}`,
    body: { type: 'application/json', text: exactJsonText(body) },
    effect: 'write',
    doc: doc('v2-verkooporders-POST'),
  };
  return send(ctx, call, orderSchema);
}

async function send<T>(ctx: CallContext, call: HttpCall, schema: z.ZodType<T>): Promise<Result<T>> {
  const answer = await ctx.send(call);
  return answer.ok ? readAnswer(call, answer.value, schema, answerRules, ctx.clock.nowMs()) : answer;
}
