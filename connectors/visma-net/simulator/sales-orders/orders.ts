import type { SimulatorRequest, SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import { isObject, ModelReader, type ModelState } from '../../../_kit/simulator/model-reader';
import type { Books } from '../books';
import type { Customer, OrderLine, OrderStatus, OrderType, Place, SalesOrder } from '../model';
import type { Quirks } from '../quirks';
import { OrderCheck } from './order-check';
import { addLines, changedLine, newOrder, touched, withLines, type LineEntry } from './order-entry';
import { readLine, readOrder, type LineInput, type OrderInput, type PlaceInput } from './order-input';
import { invalid, problem, type OrderProblem } from './problems';

type Outcome = { readonly order: SalesOrder } | { readonly refusal: SimulatorResponse };

const NEW_STATUSES = ['Open', 'Hold'];
const PATCH_STATUSES = ['Open', 'Hold', 'BackOrder'];
const CLOSED: readonly OrderStatus[] = ['Completed', 'Cancelled', 'Invoiced'];
const MAXIMUM_LINE_IDS = 1000;
const ROOT = 'order';

/** What writes need to know. */
export interface WriteContext {
  readonly books: Books;
  readonly quirks: Quirks;
  readonly now: () => number;
}

/** POST of a new order. */
export function createOrder(request: SimulatorRequest, context: WriteContext): Outcome {
  const { books, quirks } = context;
  const read = readBody(request, quirks, readOrder);
  if ('refusal' in read) return read;
  const { input } = read;
  const check = new OrderCheck(books, quirks);
  const type = check.type(input);
  const customer = check.customer(input);
  check.head(input, customer, NEW_STATUSES);
  const lines = input.lines.map((line, index) => lineEntry(line, `orderLines[${index}].`, check, quirks));
  if (check.problems.length > 0 || type === null || customer === null) return refused(check.problems, request);
  if (type.manualNumbering && books.orders.byId(`${type.id}/${input.orderId ?? ''}`) !== null) {
    return { refusal: problem(409, `Order ${type.id} ${input.orderId ?? ''} already exists.`, request.path) };
  }
  return { order: enter(input, type, customer, lines, context) };
}

function enter(
  input: OrderInput,
  type: OrderType,
  customer: Customer,
  lines: readonly (LineEntry | null)[],
  context: WriteContext,
): SalesOrder {
  const { books } = context;
  const status = (input.status ?? '') === '' ? 'Open' : (input.status as OrderStatus);
  return newOrder(
    {
      ...input,
      type: type.id,
      orderId: type.manualNumbering ? (input.orderId ?? '') : books.takeOrderNumber(type.id),
      customer,
      status,
      customerOrder: input.customer?.order ?? null,
      customerRefNo: input.customer?.refNo ?? null,
      locationId: input.customer?.locationId ?? null,
      termsId: input.customer?.termsId ?? null,
      vatZoneId: input.taxZoneId,
      preferredWarehouseId: input.shipping?.preferredWarehouseId ?? null,
      scheduledDay: input.shipping?.scheduledDay ?? null,
      shipping: ownPlace(input.shipping, customer, books),
      billing: ownPlace(input.billing, customer, books),
      originalOrder: originalOf(input),
      lines: lines.filter((line) => line !== null),
      receivedAtMs: context.now(),
    },
    books,
  );
}

/** PATCH of an order: what is null or left out stays. */
export function changeOrder(request: SimulatorRequest, order: SalesOrder, context: WriteContext): Outcome {
  const { books, quirks } = context;
  const read = readBody(request, quirks, readOrder);
  if ('refusal' in read) return read;
  const { input } = read;
  const check = openOrder(order, context);
  const customer = input.customer?.id == null ? books.customers.byId(order.customerId) : check.customer(input);
  check.head(input, customer, PATCH_STATUSES);
  if (check.problems.length > 0 || customer === null) return refused(check.problems, request);
  return {
    order: touched(
      {
        ...order,
        status: (input.status as OrderStatus | null) ?? order.status,
        customerId: customer.id,
        customerOrder: input.customer?.order ?? order.customerOrder,
        customerRefNo: input.customer?.refNo ?? order.customerRefNo,
        locationId: input.customer?.locationId ?? order.locationId,
        termsId: input.customer?.termsId ?? order.termsId,
        description: input.description ?? order.description,
        note: input.note ?? order.note,
        day: input.day ?? order.day,
        requestDay: input.requestDay ?? order.requestDay,
        cancelDay: input.cancelDay ?? order.cancelDay,
        branchId: input.branchId ?? order.branchId,
        vatZoneId: input.taxZoneId ?? order.vatZoneId,
        preferredWarehouseId: input.shipping?.preferredWarehouseId ?? order.preferredWarehouseId,
        scheduledDay: input.shipping?.scheduledDay ?? order.scheduledDay,
        shipping: ownPlace(input.shipping, customer, books) ?? order.shipping,
        billing: ownPlace(input.billing, customer, books) ?? order.billing,
        originalOrder: originalOf(input) ?? order.originalOrder,
      },
      books,
    ),
  };
}

/** POST of lines to an order that is there. */
export function appendLines(request: SimulatorRequest, order: SalesOrder, context: WriteContext): Outcome {
  const read = readBody(request, context.quirks, (reader) => reader.list('lines', readLine));
  if ('refusal' in read) return read;
  const check = openOrder(order, context);
  const entries = read.input.map((line, index) => lineEntry(line, `lines[${index}].`, check, context.quirks));
  if (check.problems.length > 0) return refused(check.problems, request);
  const lines = addLines(
    order,
    entries.filter((entry) => entry !== null),
  );
  return { order: withLines(order, lines, context.books) };
}

/** PATCH of lines. */
export function changeLines(request: SimulatorRequest, order: SalesOrder, context: WriteContext): Outcome {
  const { books, quirks } = context;
  const read = readBody(request, quirks, (reader) => reader.list('lines', readLine));
  if ('refusal' in read) return read;
  const check = openOrder(order, context);
  const lines = [...order.lines];
  for (const [index, input] of read.input.entries()) {
    const path = `lines[${index}].`;
    const at = lines.findIndex((line) => line.lineId === input.lineId);
    const line = lines[at];
    const article = line === undefined ? null : books.articles.byId(line.articleId);
    if (line === undefined || article === null) {
      check.note('0200-LineIdDoesNotExist', `${path}lineId`, 'The line was not found.');
      continue;
    }
    check.line(input, article, path);
    lines[at] = changedLine(line, changesOf(input), books);
  }
  if (check.problems.length > 0) return refused(check.problems, request);
  return { order: withLines(order, lines, books) };
}

/** DELETE of lines, named in the query: `ids=1,2`. */
export function deleteLines(request: SimulatorRequest, order: SalesOrder, context: WriteContext): Outcome {
  const ids = request.query.getAll('ids').flatMap((text) => text.split(','));
  const check = openOrder(order, context);
  if (ids.length > MAXIMUM_LINE_IDS) {
    check.note('0100-OutsideValidRange', 'ids', `At most ${MAXIMUM_LINE_IDS} lines at a time.`);
  }
  const known = new Set(order.lines.map((line) => String(line.lineId)));
  for (const id of ids) {
    if (!known.has(id)) check.note('0200-LineIdDoesNotExist', 'ids', `Line ${id} was not found.`);
  }
  if (check.problems.length > 0) return refused(check.problems, request);
  const lines = order.lines.filter((line) => !ids.includes(String(line.lineId)));
  return { order: withLines(order, lines, context.books) };
}

/** The check of a change; an order that is done takes none. */
function openOrder(order: SalesOrder, context: WriteContext): OrderCheck {
  const check = new OrderCheck(context.books, context.quirks);
  if (CLOSED.includes(order.status)) {
    check.note('0005-InvalidState', 'status', `The order is ${order.status} and cannot be changed.`);
  }
  return check;
}

function lineEntry(input: LineInput, path: string, check: OrderCheck, quirks: Quirks): LineEntry | null {
  const article = check.newLine(input, path);
  if (article === null) return null;
  const recalculated = quirks.priceWithoutManual === 'recalculate' && input.hasManualPrice === null;
  return {
    ...input,
    article,
    hasManualPrice: recalculated ? false : input.hasManualPrice,
    operation: operationOf(input),
  };
}

const operationOf = (input: LineInput): 'Issue' | 'Receipt' | null =>
  input.operation === 'Receipt' ? 'Receipt' : input.operation === null ? null : 'Issue';

/** What a PATCH of a line gives: the fields of a line that are not null. */
function changesOf(input: LineInput): Partial<OrderLine> {
  const values = {
    description: input.description,
    quantity: input.quantity,
    unit: input.unit,
    unitPrice: input.unitPrice,
    hasManualPrice: input.hasManualPrice,
    discountPercent: input.discountPercent,
    discountAmount: input.discountAmount,
    hasManualDiscount: input.hasManualDiscount,
    note: input.note,
    externalLink: input.externalLink,
    warehouseId: input.warehouseId,
    warehouseLocationId: input.warehouseLocationId,
    branchId: input.branchId,
    vatCategoryId: input.vatCategoryId,
    operation: operationOf(input),
    requestDay: input.requestDay,
    shipDay: input.shipDay,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** An address of the order itself: nothing is taken from the customer for what is left out. */
function ownPlace(input: PlaceInput | null, customer: Customer, books: Books): Place | null {
  if (input === null || (input.address === null && input.contact === null)) return null;
  const { address, contact } = input;
  return {
    address:
      address === null
        ? customer.main.address
        : {
            id: books.takeInternalId(),
            line1: address.line1 ?? '',
            line2: address.line2 ?? '',
            line3: address.line3 ?? '',
            postalCode: address.postalCode ?? '',
            city: address.city ?? '',
            countryId: address.countryId ?? '',
          },
    contact:
      contact === null
        ? customer.main.contact
        : {
            id: books.takeInternalId(),
            name: contact.name ?? '',
            attention: contact.attention ?? '',
            email: contact.email ?? '',
            web: '',
            phone1: contact.phone1 ?? '',
            phone2: '',
            fax: '',
          },
  };
}

const originalOf = (input: OrderInput): SalesOrder['originalOrder'] =>
  input.originalOrderType === null || input.originalOrderId === null
    ? null
    : { type: input.originalOrderType, orderId: input.originalOrderId };

const refused = (problems: readonly OrderProblem[], request: SimulatorRequest) => ({
  refusal: invalid(problems, request.path),
});

/** Reads a plain JSON body. */
function readBody<T>(
  request: SimulatorRequest,
  quirks: Quirks,
  read: (reader: ModelReader) => T,
): { readonly input: T } | { readonly refusal: SimulatorResponse } {
  const type = request.headers['content-type'] ?? '';
  if (!/^(application|text)\/(.*\+)?json/i.test(type)) return { refusal: problem(415, null, request.path) };
  let body: unknown;
  try {
    body = JSON.parse(request.body.toString('utf8')) as unknown;
  } catch {
    body = null;
  }
  if (!isObject(body)) {
    return refused([{ code: '0003-InvalidValue', property: '$', message: 'The body is not a JSON object.' }], request);
  }
  const state: ModelState = {};
  const reader = new ModelReader(body, ROOT, state, quirks.unknownProperties === 'refuse');
  const input = read(reader);
  reader.noteUnknown();
  const problems = Object.entries(state).flatMap(([path, texts]) =>
    texts.map((message): OrderProblem => ({
      code: '0003-InvalidValue',
      property: path.slice(ROOT.length + 1),
      message,
    })),
  );
  return problems.length > 0 ? refused(problems, request) : { input };
}
