import {
  emptyResponse,
  jsonResponse,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../../_kit/simulator/http-exchange';
import { findRoute, type PathParameters, type Route } from '../../../_kit/simulator/router';
import { isLogin, mayUseSalesOrders, type Access, type AccessControl, type SalesOrderRight } from '../access';
import type { Books } from '../books';
import type { Gateway } from '../gateway';
import type { SalesOrder } from '../model';
import type { Quirks } from '../quirks';
import type { WireTimes } from '../wire-times';
import { listOrders } from './order-list';
import {
  customerListView,
  customerLocations,
  lineView,
  orderView,
  SECTIONS,
  taxViews,
  versionOf,
  type Section,
} from './order-view';
import { appendLines, changeLines, changeOrder, createOrder, deleteLines } from './orders';
import { answerPage } from './paged';
import { problem, refused, invalid } from './problems';

export interface SalesOrdersApiOptions {
  readonly access: AccessControl;
  readonly gateway: Gateway | null;
  readonly quirks: Quirks;
  readonly times: WireTimes;
  readonly now: () => number;
  /** Resolves when a change of the books is safe. */
  readonly saved: () => Promise<void>;
  /** Last change to an object on its way out, for tests of records that cannot be read. */
  readonly finish: (key: string, json: Record<string, unknown>) => Record<string, unknown>;
}

type Answer = SimulatorResponse | Promise<SimulatorResponse>;
type Handle = (request: SimulatorRequest, books: Books, parameters: PathParameters) => Answer;

interface OrderRoute extends Pick<Route, 'method' | 'pattern'> {
  readonly right: SalesOrderRight;
  readonly handle: Handle;
}

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'] as const;
const CUSTOMER_PAGE = { standard: 100, maximum: 1000 };
const LINE_PAGE = { standard: 1000, maximum: 1000 };

/** Everything below `/api/v3`: the sales order service. */
export function createSalesOrdersApi(
  options: SalesOrdersApiOptions,
): (request: SimulatorRequest) => Promise<SimulatorResponse> {
  const routes = orderRoutes(options);
  return async (request) => {
    const access = options.access.accessOf(request.headers.authorization);
    const carryOut = (): Answer => answer(request, access, routes, options.quirks);
    if (options.gateway === null) return carryOut();
    const tooMany = (seconds: number): SimulatorResponse => problem(429, `Try again in ${seconds} seconds.`);
    return options.gateway.limited('4-fixed-window', access, tooMany, carryOut);
  };
}

function answer(
  request: SimulatorRequest,
  access: Access | null,
  routes: readonly OrderRoute[],
  quirks: Quirks,
): Answer {
  if (access === null || (quirks.interactiveOnV3 === 'refuse-401' && isLogin(access))) return refused(401);
  const found = findRoute(routes, request.method, request.path);
  if (found === null) {
    const otherwise = METHODS.some((method) => findRoute(routes, method, request.path) !== null);
    return problem(otherwise ? 405 : 404, null, request.path);
  }
  if (!access.books.company.licensed || !mayUseSalesOrders(access, found.route.right)) return refused(403);
  return found.route.handle(request, access.books, found.parameters);
}

function orderRoutes(options: SalesOrdersApiOptions): readonly OrderRoute[] {
  const { quirks, times, finish } = options;
  const route = (method: (typeof METHODS)[number], pattern: string, handle: Handle): OrderRoute => ({
    method,
    pattern: `/api/v3${pattern}`,
    right: method === 'GET' ? 'read' : 'write',
    handle,
  });
  const withOrder =
    (
      handle: (request: SimulatorRequest, order: SalesOrder, books: Books, parameters: PathParameters) => Answer,
    ): Handle =>
    (request, books, parameters) => {
      const order = books.orders.byId(`${parameters.type ?? ''}/${parameters.orderId ?? ''}`);
      return order === null ? problem(404, null, request.path) : handle(request, order, books, parameters);
    };
  /** A change of an order needs its version: 428 without, 412 (or 409) with an old one. The new one is the ETag. */
  const change = (
    write: (request: SimulatorRequest, order: SalesOrder, books: Books) => ReturnType<typeof createOrder>,
  ): Handle =>
    withOrder(async (request, order, books) => {
      const refusal = versionRefusal(request, order, quirks);
      if (refusal !== null) return refusal;
      const written = write(request, order, books);
      if ('refusal' in written) return written.refusal;
      books.orders.replace(written.order);
      await options.saved();
      return { ...emptyResponse(202), headers: { etag: `"${versionOf(written.order)}"` } };
    });
  const context = (books: Books) => ({ books, quirks, now: options.now });

  return [
    route('GET', '/Customers', (request, books) => {
      const text = (request.query.get('filter') ?? '').toLowerCase();
      const rows = books.customers
        .all()
        .filter((row) =>
          [row.number, row.name, row.gln, row.vatRegistrationId].some((value) => value.toLowerCase().includes(text)),
        );
      return answerPage(request, rows, CUSTOMER_PAGE, customerListView, quirks);
    }),
    route('GET', '/Customers/{number}/locations', (request, books, { number = '' }) => {
      const customer = books.customerByNumber(number);
      return customer === null ? problem(404, null, request.path) : jsonResponse(200, customerLocations(customer));
    }),
    route('GET', '/SalesOrders', (request, books) => listOrders(request, null, books, options)),
    route('POST', '/SalesOrders', async (request, books) => {
      const written = createOrder(request, context(books));
      if ('refusal' in written) return written.refusal;
      const { order } = written;
      books.orders.add(order);
      await options.saved();
      const location = `http://${request.headers.host ?? ''}/api/v3/SalesOrders/${order.type}/${order.orderId}`;
      return { ...emptyResponse(201), headers: { location, etag: `"${versionOf(order)}"` } };
    }),
    route('GET', '/SalesOrders/{type}', (request, books, { type = '' }) => listOrders(request, type, books, options)),
    route(
      'GET',
      '/SalesOrders/{type}/{orderId}',
      withOrder((request, order, books) => {
        const sections = readSections(request.query, quirks);
        if (sections === null) {
          return invalid(
            [{ code: '0003-InvalidValue', property: 'expand', message: 'The value is not valid.' }],
            request.path,
          );
        }
        const json = finish(`order ${order.id}`, orderView(order, sections, books, times));
        return jsonResponse(200, json, { etag: `"${versionOf(order)}"` });
      }),
    ),
    route(
      'PATCH',
      '/SalesOrders/{type}/{orderId}',
      change((request, order, books) => changeOrder(request, order, context(books))),
    ),
    route(
      'DELETE',
      '/SalesOrders/{type}/{orderId}',
      withOrder(async (request, order, books) => {
        const refusal = versionRefusal(request, order, quirks);
        if (refusal !== null) return refusal;
        books.orders.remove(order.id);
        await options.saved();
        return emptyResponse(202);
      }),
    ),
    route(
      'GET',
      '/SalesOrders/{type}/{orderId}/lines',
      withOrder((request, order, books) =>
        answerPage(
          request,
          order.lines,
          LINE_PAGE,
          (line) => finish(`line ${order.id}/${line.lineId}`, lineView(line, order, books, times)),
          quirks,
        ),
      ),
    ),
    route(
      'POST',
      '/SalesOrders/{type}/{orderId}/lines',
      change((request, order, books) => appendLines(request, order, context(books))),
    ),
    route(
      'PATCH',
      '/SalesOrders/{type}/{orderId}/lines',
      change((request, order, books) => changeLines(request, order, context(books))),
    ),
    route(
      'DELETE',
      '/SalesOrders/{type}/{orderId}/lines',
      change((request, order, books) => deleteLines(request, order, context(books))),
    ),
    route(
      'GET',
      '/SalesOrders/{type}/{orderId}/lines/{lineId}',
      withOrder((request, order, books, { lineId }) => {
        const line = order.lines.find((candidate) => String(candidate.lineId) === lineId);
        return line === undefined
          ? problem(404, null, request.path)
          : jsonResponse(200, lineView(line, order, books, times));
      }),
    ),
    route(
      'GET',
      '/SalesOrders/{type}/{orderId}/tax',
      withOrder((_request, order) => jsonResponse(200, taxViews(order))),
    ),
    ...['commissions', 'discounts', 'shipment'].map((part) =>
      route(
        'GET',
        `/SalesOrders/{type}/{orderId}/${part}`,
        withOrder(() => jsonResponse(200, [])),
      ),
    ),
  ];
}

function versionRefusal(request: SimulatorRequest, order: SalesOrder, quirks: Quirks): SimulatorResponse | null {
  const wanted = request.headers['if-match'];
  if (wanted === undefined) return problem(428, 'The If-Match header is required.', request.path);
  const version = wanted.replace(/^W\//, '').replaceAll('"', '');
  return version === versionOf(order)
    ? null
    : problem(Number(quirks.staleVersion), 'The order was changed in the meantime.', request.path);
}

/** `expand=customer,payment` or `expand=customer&expand=payment`; null when a name is unknown. */
function readSections(query: URLSearchParams, quirks: Quirks): ReadonlySet<Section> | null {
  const names = query.getAll('expand').flatMap((text) => text.split(','));
  const asked = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '' && name !== 'none');
  const known = SECTIONS.filter((section) => section !== 'lines' || quirks.expandLines === 'accept');
  if (asked.some((name) => !known.some((section) => section.toLowerCase() === name))) return null;
  const all = quirks.orderSections === 'all';
  return new Set(known.filter((section) => (all && section !== 'lines') || asked.includes(section.toLowerCase())));
}
