/** The calls of the finance API. What each parameter means: the vendor's OpenAPI description ("Visma.net ERP API" v1). */
import type { z } from 'zod';
import { exactJsonText } from '../_kit/exact-json';
import type { HttpCall } from '../_kit/http';
import { fail, ok, type Result } from '../_kit/result';
import type { Json } from '../_kit/text';
import { financeAddress } from './addresses';
import type { RowsPart } from './paging';
import { metadataSchema, rowsSchema } from './schemas';
import { read, unclear, write, type CallContext } from './send';

type Query = NonNullable<HttpCall['query']>;

const NOT_EXPANDED = (...names: string[]): Query => Object.fromEntries(names.map((name) => [name, 'false']));

/** Lists in pages. Expanded parts are on by default and announced to change, so that each is said. */
export const LISTS = {
  customers: {
    path: '/v1/customer',
    query: NOT_EXPANDED('expandAccountInformation', 'expandPaymentMethods', 'expandDirectDebit'),
  },
  articles: {
    path: '/v1/inventory',
    query: NOT_EXPANDED(
      'expandAccountInformation',
      'expandAttachment',
      'expandAttribute',
      'expandCrossReference',
      'expandInventoryUnits',
      'expandNote',
      'expandSalesCategories',
      'expandSupplierDetails',
      'expandWarehouseDetail',
    ),
  },
  invoices: { path: '/v1/customerinvoice', query: {} },
} as const satisfies Readonly<Record<string, { readonly path: string; readonly query: Query }>>;
export type FinanceList = (typeof LISTS)[keyof typeof LISTS];

/** Lists that come as a whole. */
export type WholeList = '/v1/organization' | '/v1/vatCategory' | '/v1/warehouse';

const doc = (path: string): string => `https://api.finance.visma.net/API-index/, ${path}`;

const get = (ctx: CallContext, path: string, query: Query = {}): HttpCall => ({
  method: 'GET',
  url: `${financeAddress(ctx.endpoints)}${path}`,
  query,
  effect: 'read',
  doc: doc(path),
});

/** One object by its key, e.g. `('/v1/customer', '10001')`. */
export const getOne = <T>(ctx: CallContext, path: string, id: string, schema: z.ZodType<T>): Promise<Result<T>> =>
  read(ctx, get(ctx, `${path}/${segment(id)}`), schema);

export const getWholeList = (
  ctx: CallContext,
  path: WholeList,
  query: Query = {},
): Promise<Result<readonly unknown[]>> => read(ctx, get(ctx, path, query), rowsSchema);

/** Part `index` (from 0) of a list, at most `size` rows: a size above the maximum is cut without a word. */
export async function getRows(
  ctx: CallContext,
  list: FinanceList,
  filter: Query,
  index: number,
  size: number,
): Promise<Result<RowsPart>> {
  const query = { ...list.query, ...filter, pageNumber: index + 1, pageSize: size };
  const rows = await read(ctx, get(ctx, list.path, query), rowsSchema);
  if (!rows.ok) return rows;
  const told = metadataSchema.safeParse(rows.value[0]).data?.metadata;
  return ok({
    rows: rows.value,
    total: told?.totalCount ?? null,
    largestSize: told?.maxPageSize ?? null,
    hasMore: null,
  });
}

/** Rows changed after a moment of the company's clock; null = all. Both parameters belong together. */
export const changedAfter = (moment: string | null): Query =>
  moment === null
    ? {}
    : // The vendor takes three digits behind the second at most.
      { lastModifiedDateTime: moment.slice(0, '2026-01-01T00:00:00.000'.length), lastModifiedDateTimeCondition: '>' };

/** Creates a customer invoice and gives its number; `body` may hold exact decimals. */
export async function postInvoice(ctx: CallContext, body: Json): Promise<Result<string>> {
  const path = '/v2/customerinvoice';
  const made = await write(ctx, {
    method: 'POST',
    url: `${financeAddress(ctx.endpoints)}${path}`,
    body: { type: 'application/json', text: exactJsonText(body) },
    effect: 'write',
    doc: doc(path),
  });
  if (!made.ok) return made;
  const [list, number] = made.value.slice(-2);
  return list?.toLowerCase() === 'customerinvoice' && number !== undefined
    ? ok(number)
    : fail(unclear(null, 'answer-unexpected'));
}

/** Puts a file beside a document; one of the same name becomes its next revision, so that it may be repeated. */
export async function upload(
  ctx: CallContext,
  path: string,
  form: NonNullable<HttpCall['binaryBody']>,
): Promise<Result<null>> {
  const call: HttpCall = {
    method: 'POST',
    url: `${financeAddress(ctx.endpoints)}${path}/attachment`,
    binaryBody: form,
    effect: 'write',
    doc: doc(`${path}/attachment`),
  };
  const put = await write(ctx, call);
  return put.ok ? ok(null) : put;
}

export const invoicePath = (number: string): string => `/v1/customerinvoice/${segment(number)}`;

/** Files of orders are still the finance API's: the service of the orders has no call for them. */
export const orderPath = (type: string, orderId: string): string =>
  `/v2/salesorder/orderType/${segment(type)}/${segment(orderId)}`;

/** A key in a path; one with special characters goes as `b64(...)` (community.visma.com, release 8.19). */
export function segment(id: string): string {
  if (/^[\w~-][\w.~-]*$/.test(id)) return id;
  const bytes = String.fromCharCode(...new TextEncoder().encode(id));
  return `b64(${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')})`;
}
