import {
  emptyResponse,
  jsonResponse,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../_kit/simulator/http-exchange';
import type { ApiLimits } from './api-limits';
import { readApiPath, type ApiPath, type ApiTarget } from './api-path';
import { atomResponse } from './atom';
import { bindBody, type Bound } from './body-binding';
import type { DivisionBooks } from './division-books';
import type { ErrorLimit } from './error-limit';
import { isRefused, readExpand, readSelect } from './list-query';
import { Listing } from './listing';
import type { Login } from './login';
import type { Row, User } from './model';
import { badQuery, forbidden, notFound, problem, refused, unauthorized } from './problems';
import type { Quirks } from './quirks';
import type { ReadContext, Resource } from './resource';
import { resources } from './resources';
import { rowAddress, rowJson, type Finish } from './row-json';
import { localMoment } from './server-clock';
import type { Site } from './site';
import { writerOf, type Writer } from './writers';

export interface ApiOptions {
  readonly site: Site;
  readonly login: Login;
  readonly limits: ApiLimits;
  readonly errors: ErrorLimit;
  readonly quirks: Quirks;
  /** Resolves when a change of the books is safe. */
  readonly saved: () => Promise<void>;
  readonly finish: Finish;
}

/** Everything below /api/v1. */
export function createApi(options: ApiOptions): (request: SimulatorRequest) => Promise<SimulatorResponse> {
  const listing = new Listing(options.quirks, options.finish);
  return async (request) => {
    const path = readApiPath(request.path);
    if (path === null) return notFound(options.quirks, request.path);
    const holder = options.login.holderOf(request.headers.authorization);
    if (holder === null) return unauthorized();
    return admit(request, path, holder, options, listing);
  };
}

/** Limits come first, then what the user and the app may; every error counts for its endpoint. */
async function admit(
  request: SimulatorRequest,
  path: ApiPath,
  { user, isValid }: { readonly user: User; readonly isValid: boolean },
  options: ApiOptions,
  listing: Listing,
): Promise<SimulatorResponse> {
  const { site, limits, errors, quirks } = options;
  const division = path.division ?? user.currentDivision;
  const counted = `${user.id} ${division} ${path.endpoint}`;
  const books = site.division(division);
  const limit = limits.take(division);
  if (!limit.allowed) return { status: 429, headers: limit.headers, body: '' };
  if (quirks.errorLimit !== 'off' && errors.isBlocked(counted)) return { ...blocked(quirks), headers: limit.headers };
  const response = !isValid
    ? unauthorized()
    : books === null || !user.divisions.includes(division)
      ? forbidden(quirks, 'NoDivisionAccess')
      : books.division.values.BlockingStatus !== 0
        ? forbidden(quirks, 'DivisionBlocked')
        : await answer(request, path, contextOf(request, books, user, site), options, listing);
  errors.note(counted, response.status);
  const shaped = asAsked(request, response, quirks);
  return { ...shaped, headers: { ...shaped.headers, ...limit.headers } };
}

const blocked = (quirks: Quirks): SimulatorResponse =>
  quirks.errorLimit === '403' ? forbidden(quirks, null) : emptyResponse(429);

const contextOf = (request: SimulatorRequest, books: DivisionBooks, user: User, site: Site): ReadContext => ({
  books,
  site,
  user,
  origin: `http://${request.headers.host ?? ''}`,
});

async function answer(
  request: SimulatorRequest,
  { endpoint, target }: ApiPath,
  context: ReadContext,
  options: ApiOptions,
  listing: Listing,
): Promise<SimulatorResponse> {
  const { quirks, site } = options;
  if (target === null) return notFound(quirks, endpoint.split('/').at(-1) ?? '');
  if (target.kind === 'sync-timestamp') return syncTimestamp(request, context);
  const { resource } = target;
  const isLicensed = quirks.salesOrders === 'licensed' || resource.scope !== 'Sales orders';
  if (!isLicensed || (resource.scope !== null && !site.mayUse(resource.scope))) return forbidden(quirks, null);
  if (request.method === 'GET') return read(request, target, context, options, listing);
  const writer = writerOf(resource);
  const call = writer === null ? null : writeCall(request.method, target, writer);
  if (call === null) return { ...problem(405, 'Method Not Allowed'), headers: { allow: 'GET' } };
  return call(request, context, options);
}

function read(
  request: SimulatorRequest,
  target: Exclude<ApiTarget, { kind: 'sync-timestamp' }>,
  context: ReadContext,
  options: ApiOptions,
  listing: Listing,
): SimulatorResponse {
  const { resource } = target;
  if (target.kind === 'list') return listing.answer(request, resource, context, null);
  if (target.kind === 'count') return listing.count(request, resource, context);
  const row = rowById(resource, target.id, context);
  if (row === null) return notFound(options.quirks, segmentOf(resource));
  if (target.kind === 'collection') {
    const collection = resource.collections[target.collection];
    if (collection === undefined) return notFound(options.quirks, target.collection);
    const within = { field: collection.foreignKey, id: row.id };
    return listing.answer(request, collection.resource(), context, within);
  }
  const select = readSelect(request.query.get('$select'), resource);
  if (isRefused(select)) return select.refusal;
  const expand = readExpand(request.query.get('$expand'), resource);
  if (isRefused(expand)) return expand.refusal;
  return jsonResponse(200, { d: rowJson(resource, row, { context, select, expand, finish: options.finish }) });
}

type WriteCall = (
  request: SimulatorRequest,
  context: ReadContext,
  options: ApiOptions,
) => Promise<SimulatorResponse> | SimulatorResponse;

function writeCall(
  method: string,
  target: Exclude<ApiTarget, { kind: 'sync-timestamp' }>,
  writer: Writer,
): WriteCall | null {
  const { resource } = target;
  if (method === 'POST' && target.kind === 'list') {
    return (request, context, options) => create(request, resource, writer, context, options);
  }
  if (target.kind !== 'row') return null;
  const { id } = target;
  if (method === 'PUT' && writer.change !== undefined) {
    return (request, context, options) => update(request, resource, id, writer, context, options);
  }
  return method === 'DELETE' ? (_request, context, options) => remove(resource, id, writer, context, options) : null;
}

async function create(
  request: SimulatorRequest,
  resource: Resource,
  writer: Writer,
  context: ReadContext,
  options: ApiOptions,
): Promise<SimulatorResponse> {
  const { quirks } = options;
  const body = bindBody(request, resource, 'POST');
  if ('refusal' in body) return body.refusal;
  const refusals = writer.refuse(body, context.books, quirks);
  if (refusals.length > 0) return refused(refusals, quirks);
  const row = writer.enter(body, context.books, quirks);
  await options.saved();
  const whole = rowJson(resource, row, { context, select: null, expand: [], finish: options.finish });
  const wantsAll = /return=representation/i.test(request.headers.prefer ?? '');
  const json = wantsAll ? { ...whole, ...notEchoed(resource) } : asSent(whole, resource, body.values);
  return jsonResponse(Number(quirks.createdStatus), { d: json }, { location: rowAddress(resource, row, context) });
}

/** The answer to a new attachment leaves the file out. */
const notEchoed = (resource: Resource): Record<string, unknown> =>
  resource === resources.attachments ? { Attachment: null } : {};

/**
 * Without `Prefer: return=representation` only the key and what the client sent are filled in, the rest is null
 * (basvanbeek.nl, EXACT Online Tips).
 */
const asSent = (whole: Record<string, unknown>, resource: Resource, sent: Bound): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.entries(whole).map(([name, value]) => {
      const isKept = name === '__metadata' || name === resource.key.name || name in sent || isDeferred(value);
      return [name, isKept ? value : null];
    }),
  ),
  ...notEchoed(resource),
});

const isDeferred = (value: unknown): boolean => typeof value === 'object' && value !== null && '__deferred' in value;

async function update(
  request: SimulatorRequest,
  resource: Resource,
  id: string,
  writer: Writer,
  context: ReadContext,
  options: ApiOptions,
): Promise<SimulatorResponse> {
  const { quirks } = options;
  const row = rowById(resource, id, context);
  if (row === null) return notFound(quirks, segmentOf(resource));
  const body = bindBody(request, resource, 'PUT');
  if ('refusal' in body) return body.refusal;
  const refusals = writer.refuseChange?.(row, body.values, context.books, quirks) ?? [];
  if (refusals.length > 0) return refused(refusals, quirks);
  writer.change?.(row, body.values, context.books, quirks);
  await options.saved();
  if (quirks.updatedStatus === '204') return emptyResponse(204);
  const changed = rowById(resource, id, context) ?? row;
  const json = rowJson(resource, changed, { context, select: null, expand: [], finish: options.finish });
  return jsonResponse(200, { d: json });
}

async function remove(
  resource: Resource,
  id: string,
  writer: Writer,
  context: ReadContext,
  options: ApiOptions,
): Promise<SimulatorResponse> {
  const row = rowById(resource, id, context);
  if (row === null) return notFound(options.quirks, segmentOf(resource));
  const refusals = writer.refuseRemoval?.(row, context.books) ?? [];
  if (refusals.length > 0) return refused(refusals, options.quirks);
  writer.remove(row, context.books);
  await options.saved();
  return emptyResponse(Number(options.quirks.updatedStatus));
}

/** The row version that a moment on the vendor's clock stands for: the newest one before it. */
function syncTimestamp(request: SimulatorRequest, { books, ...context }: ReadContext): SimulatorResponse {
  const moment = /^datetime'([^']+)'$/.exec(request.query.get('modified') ?? '')?.[1];
  const endPoint = /^'([^']+)'$/.exec(request.query.get('endPoint') ?? '')?.[1];
  if (moment === undefined || endPoint === undefined) return badQuery('Bad Request - Error in query syntax.');
  const resource = Object.values(resources).find(
    (candidate) =>
      candidate.kind === 'sync' && candidate.path.split('/').at(-1)?.toLowerCase() === endPoint.toLowerCase(),
  );
  if (resource === undefined) return badQuery('Bad Request - Error in query syntax.');
  const before = resource
    .rows({ books, ...context })
    .filter((row) => localMoment(row.modifiedAtMs) < moment)
    .reduce((found, row) => Math.max(found, row.timestamp), 0);
  return jsonResponse(200, {
    d: {
      results: [{ Modified: `/Date(${Date.parse(`${moment}Z`)})/`, API: endPoint, TimeStampAsBigInt: String(before) }],
    },
  });
}

function rowById(resource: Resource, id: string, context: ReadContext): Row | null {
  return resource.rows(context).find((row) => row.id === id) ?? null;
}

const segmentOf = (resource: Resource): string => resource.path.split('/').at(-1) ?? resource.path;

/** JSON for a client that accepts it; else an Atom feed, the vendor's default. */
function asAsked(request: SimulatorRequest, response: SimulatorResponse, quirks: Quirks): SimulatorResponse {
  const accepts = (request.headers.accept ?? '').toLowerCase();
  const isJson = (response.headers['content-type'] ?? '').startsWith('application/json');
  if (!isJson || response.status >= 300 || accepts.includes('json') || quirks.withoutAccept === 'json') return response;
  return atomResponse(response.status, JSON.parse(response.body), response.headers);
}
