import {
  emptyResponse,
  jsonResponse,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../_kit/simulator/http-exchange';
import { isObject, ModelReader, type ModelState } from '../../_kit/simulator/model-reader';
import { findRoute, type PathParameters, type Route } from '../../_kit/simulator/router';
import type { Login, Scope } from './auth';
import type { Books } from './books';
import { render, type FieldTable } from './field-table';
import type { Gateway } from './gateway';
import { Listing } from './listing';
import type { SalesOrder } from './model';
import { PROCESS_STATUSES } from './model';
import { enterOrder, type OrderIdentity } from './order-entry';
import { readOrderInput, type OrderInput } from './order-input';
import { gatewayProblem, modelProblems, notFound, ruleProblems, scopeMissing, tokenRefused } from './problems';
import type { Quirks } from './quirks';
import {
  articleFields,
  companyInfo,
  countryFields,
  groupFields,
  orderFields,
  quoteFields,
  relationFields,
  templateFields,
  vatRateFields,
} from './resource-fields';
import { refuseOrder } from './validation';
import type { WireView } from './wire-view';

export interface ApiOptions {
  readonly books: Books;
  readonly login: Login;
  readonly gateway: Gateway;
  readonly quirks: Quirks;
  readonly view: WireView;
  readonly now: () => number;
  readonly newId: () => string;
  /** Resolves when a change of the books is safe. */
  readonly saved: () => Promise<void>;
  /** Last change to an object on its way out, for tests of records that cannot be read. */
  readonly finish: (id: string, json: Record<string, unknown>) => Record<string, unknown>;
}

interface ScopedRoute extends Route {
  readonly scope: Scope | null;
}

/** Everything below the base address of the API (`/v2`). */
export function createApi(options: ApiOptions): (request: SimulatorRequest) => Promise<SimulatorResponse> {
  const routes = apiRoutes(options);
  return async (request) => {
    const admitted = options.gateway.admit(request);
    if ('refusal' in admitted) return admitted.refusal;
    return { ...(await answer(request, routes, options.login)), onClosed: admitted.release };
  };
}

async function answer(
  request: SimulatorRequest,
  routes: readonly ScopedRoute[],
  login: Login,
): Promise<SimulatorResponse> {
  const found = findRoute(routes, request.method, request.path);
  if (found === null) return gatewayProblem(404, 'Resource not found');
  const scopes = login.scopesOf(request.headers.authorization);
  if (scopes === null) return tokenRefused();
  const { scope } = found.route;
  if (scope !== null && !scopes.includes(scope)) return scopeMissing(scope);
  return found.route.handle(request, found.parameters);
}

function apiRoutes(options: ApiOptions): readonly ScopedRoute[] {
  const { books, quirks, view, finish } = options;
  const relations = new Listing(
    {
      table: books.relations,
      fields: relationFields,
      model: 'SnelStart.B2B.Api.V2.Models.Relaties.RelatieModel',
      maximumTop: 500,
      refusedPaths: [],
      hides: (relation) => quirks.listNonactief === 'exclude' && relation.inactive,
    },
    view,
    quirks,
    finish,
  );
  const articles = new Listing(
    {
      table: books.articles,
      fields: articleFields,
      model: 'SnelStart.B2B.Api.V2.Models.Artikelen.ArtikelQueryModel',
      maximumTop: Number(quirks.artikelenTop),
      refusedPaths: [],
      hides: (article) => quirks.listNonactief === 'exclude' && article.inactive,
    },
    view,
    quirks,
    finish,
  );
  const orderSource = {
    table: books.orders,
    fields: orderFields,
    model: 'SnelStart.B2B.Api.V2.Models.Verkooporders.VerkoopOrderModel',
    maximumTop: 500,
    refusedPaths: quirks.orderreferentieFilter === '400' ? ['Orderreferentie'] : [],
    hides: () => false,
  };
  const orders = new Listing(orderSource, view, quirks, finish);
  const quotes = new Listing(
    {
      ...orderSource,
      fields: quoteFields,
      model: 'SnelStart.B2B.Api.V2.Models.Verkooporders.OfferteModel',
      maximumTop: null,
      hides: (order: SalesOrder) => order.processStatus !== 'Offerte',
    },
    view,
    quirks,
    finish,
  );

  const route = (
    method: string,
    pattern: string,
    scope: Scope | null,
    handle: (request: SimulatorRequest, parameters: PathParameters) => SimulatorResponse | Promise<SimulatorResponse>,
  ): ScopedRoute => ({ method, pattern: `/v2${pattern}`, scope, handle });
  const show = <Row extends { readonly id: string }>(fields: FieldTable<Row>, row: Row | null): SimulatorResponse =>
    row === null ? notFound() : jsonResponse(200, finish(row.id, render(fields, row, view)));
  const whole = <Row>(fields: FieldTable<Row>, rows: readonly Row[]): SimulatorResponse =>
    jsonResponse(
      200,
      rows.map((row) => render(fields, row, view)),
    );

  return [
    route('GET', '/echo/{input}', null, (_request, { input = '' }) =>
      input === '' ? emptyResponse(204) : jsonResponse(200, input),
    ),
    route('GET', '/companyInfo', 'settings:read', () => jsonResponse(200, companyInfo(books))),
    route('GET', '/relaties', 'relaties:read', (request) => relations.answer(request)),
    route('GET', '/relaties/{id}', 'relaties:read', (_request, { id = '' }) => {
      const relation = books.relations.byId(id);
      return show(relationFields, relation?.inactive === true ? null : relation);
    }),
    route('GET', '/artikelen', 'artikelen:read', (request) =>
      knowsRelation(books, request) ? articles.answer(request) : notFound(),
    ),
    route('GET', '/artikelen/{id}', 'artikelen:read', (request, { id = '' }) =>
      knowsRelation(books, request) ? show(articleFields, books.articles.byId(id)) : notFound(),
    ),
    route('GET', '/artikelomzetgroepen', 'artikelen:read', () => whole(groupFields, books.groups.all())),
    route('GET', '/artikelomzetgroepen/{id}', 'artikelen:read', (_request, { id = '' }) =>
      show(groupFields, books.groups.byId(id)),
    ),
    route('GET', '/landen', 'settings:read', () => whole(countryFields, books.countries.all())),
    route('GET', '/landen/{id}', 'settings:read', (_request, { id = '' }) =>
      show(countryFields, books.countries.byId(id)),
    ),
    route('GET', '/btwtarieven', 'settings:read', () => whole(vatRateFields, books.vatRates)),
    route('GET', '/verkoopordersjablonen', 'orders:read', () => whole(templateFields, books.templates.all())),
    route('GET', '/verkoopordersjablonen/{id}', 'orders:read', (_request, { id = '' }) =>
      show(templateFields, books.templates.byId(id)),
    ),
    route('GET', '/offertes', 'orders:read', (request) => quotes.answer(request)),
    route('GET', '/offertes/{id}', 'orders:read', (_request, { id = '' }) => {
      const order = books.orders.byId(id);
      if (order !== null && order.processStatus !== 'Offerte') return ruleProblems(['VOR-0015']);
      return show(quoteFields, order);
    }),
    route('GET', '/verkooporders', 'orders:read', (request) => orders.answer(request)),
    route('GET', '/verkooporders/{id}', 'orders:read', (_request, { id = '' }) =>
      show(orderFields, books.orders.byId(id)),
    ),
    route('POST', '/verkooporders', 'orders:write', (request) => createOrder(request, options)),
    route('PUT', '/verkooporders/{id}', 'orders:write', (request, { id = '' }) => replaceOrder(request, id, options)),
    route('DELETE', '/verkooporders/{id}', 'orders:write', (_request, { id = '' }) => deleteOrder(id, options)),
    route('PUT', '/verkooporders/{id}/ProcesStatus', 'orders:write', (request, { id = '' }) =>
      changeProcessStatus(request, id, options),
    ),
  ];
}

/** The price agreements of a relation are not simulated; an unknown relation is refused all the same. */
function knowsRelation(books: Books, request: SimulatorRequest): boolean {
  const relationId = request.query.get('relatieId');
  return relationId === null || books.relations.byId(relationId) !== null;
}

async function createOrder(request: SimulatorRequest, options: ApiOptions): Promise<SimulatorResponse> {
  const { books, quirks } = options;
  const read = readOrder(request, quirks);
  if ('refusal' in read) return read.refusal;
  const { input } = read;
  if (input.id !== null && !EMPTY_ID.test(input.id)) return ruleProblems(['ALG-0100']);
  if (input.number !== null && input.number !== 0) return ruleProblems(['VOR-0005']);
  const refusal = refuseOrder(input, books, quirks);
  if (refusal !== null) return refusal;
  const identity: OrderIdentity = {
    id: options.newId(),
    number: books.takeOrderNumber(),
    invoiceId: null,
    receivedAtMs: options.now(),
  };
  const order = enterOrder(input, identity, books, quirks);
  books.orders.add(order);
  await options.saved();
  return jsonResponse(201, render(orderFields, order, options.view), {
    location: `/v2/verkooporders/${order.id}`,
  });
}

async function replaceOrder(request: SimulatorRequest, id: string, options: ApiOptions): Promise<SimulatorResponse> {
  const { books, quirks } = options;
  const existing = books.orders.byId(id);
  if (existing === null) return notFound();
  const read = readOrder(request, quirks);
  if ('refusal' in read) return read.refusal;
  const { input } = read;
  if (input.id !== null && input.id !== existing.id) return ruleProblems(['ALG-0101']);
  const refusal = refuseOrder(input, books, quirks);
  if (refusal !== null) return refusal;
  const order = enterOrder(input, existing, books, quirks);
  books.orders.replace(order);
  await options.saved();
  return jsonResponse(200, render(orderFields, order, options.view));
}

async function deleteOrder(id: string, options: ApiOptions): Promise<SimulatorResponse> {
  if (options.books.orders.byId(id) === null) return ruleProblems(['VOR-0001']);
  options.books.orders.remove(id.toLowerCase());
  await options.saved();
  return emptyResponse(Number(options.quirks.deleteStatus));
}

async function changeProcessStatus(
  request: SimulatorRequest,
  id: string,
  options: ApiOptions,
): Promise<SimulatorResponse> {
  const existing = options.books.orders.byId(id);
  if (existing === null) return notFound();
  const body = readJson(request);
  if ('refusal' in body) return body.refusal;
  if (!isObject(body.json)) return ruleProblems(['ALG-0106']);
  const state: ModelState = {};
  const reader = new ModelReader(body.json, 'procesStatus', state, false);
  const bodyId = reader.guid('id');
  const processStatus = reader.choice('procesStatus', PROCESS_STATUSES) ?? 'Order';
  if (Object.keys(state).length > 0) return modelProblems(state);
  if (bodyId !== existing.id) return ruleProblems(['ALG-0101']);
  if (processStatus === 'Contantbon' || processStatus === 'Factuur') {
    return ruleProblems(['ALG-0102'], `${processStatus} is niet beschikbaar`);
  }
  options.books.orders.replace({ ...existing, processStatus, modified: options.books.stamp() });
  await options.saved();
  return emptyResponse(200);
}

const EMPTY_ID = /^0{8}(-0{4}){3}-0{12}$/;

function readOrder(
  request: SimulatorRequest,
  quirks: Quirks,
): { readonly input: OrderInput } | { readonly refusal: SimulatorResponse } {
  const body = readJson(request);
  if ('refusal' in body) return body;
  if (body.json === null) return { refusal: ruleProblems(['ALG-0106']) };
  const read = readOrderInput(body.json, quirks.unknownProperties === 'refuse');
  return 'state' in read ? { refusal: modelProblems(read.state) } : read;
}

function readJson(request: SimulatorRequest): { readonly json: unknown } | { readonly refusal: SimulatorResponse } {
  const text = request.body.toString('utf8').replace(/^\ufeff/, '');
  if (text.trim() === '') return { refusal: ruleProblems(['ALG-0106']) };
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && type !== 'text/json') {
    return {
      refusal: jsonResponse(415, {
        message: `The request entity's media type '${type}' is not supported for this resource.`,
      }),
    };
  }
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { refusal: modelProblems({ verkooporder: ['Unexpected character encountered while parsing value.'] }) };
  }
}
