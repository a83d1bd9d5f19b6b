import {
  emptyResponse,
  jsonResponse,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../_kit/simulator/http-exchange';
import { isObject, ModelReader, type ModelState } from '../../_kit/simulator/model-reader';
import type { PathParameters } from '../../_kit/simulator/router';
import type { CompanyApi } from './company-api';
import { APPROVAL_STATUSES, PAYMENT_METHODS, type Order } from './model';
import { hasLongText, orderProblems } from './order-checks';
import { enterOrder } from './order-entry';
import { readDay, readOrderInput, type OrderInput } from './order-input';
import { findOrCreateCustomer } from './party-calls';
import { keyUsedBefore, modelProblem, notAllowed, problem, statusResponse } from './problems';
import { orderFields } from './resource-fields';

/** GET /v1/orders/{orderID}. */
export function showOrder(api: CompanyApi, _request: SimulatorRequest, { id = '' }: PathParameters): SimulatorResponse {
  const order = liveOrder(api, id);
  return order === null ? api.missingOrder(id) : api.show(orderFields(api.orderSurroundings), order);
}

/** POST /v1/orders: a new order, or with OrderID an existing one. Answers its id, bare. */
export async function createOrder(api: CompanyApi, request: SimulatorRequest): Promise<SimulatorResponse> {
  const { books, quirks, now, newUuid, saved } = api.options;
  const body = api.readBody(request);
  if ('refusal' in body) return body.refusal;
  const key = api.idempotencyKey(request);
  if (key !== null && books.knowsKey(key)) return keyUsedBefore();
  const read = readOrderInput(body.json, quirks.unknownProperties === 'refuse');
  if ('state' in read) return modelProblem(read.state);
  const { input } = read;
  const existing = input.id === null ? null : liveOrder(api, input.id);
  if (input.id !== null && existing === null) return api.missingOrder(input.id);
  const refusal = refuseOrder(api, input);
  if (refusal !== null) return refusal;
  const order = enterOrder(
    input,
    {
      customerId: input.customerId ?? findOrCreateCustomer(api, input).id,
      existing,
      receivedAtMs: now(),
      requestText: request.body.toString('utf8'),
    },
    books,
    { quirks, newUuid },
  );
  if (existing === null) books.orders.add(order);
  else books.orders.replace(order);
  if (key !== null) books.keepKey(key);
  await saved();
  return jsonResponse(200, Number(order.id));
}

function refuseOrder(api: CompanyApi, input: OrderInput): SimulatorResponse | null {
  const { books, quirks } = api.options;
  // Page "401": a customer that this login may not use is no fault of the order but a lack of rights.
  const isUnknownCustomer = input.customerId !== null && books.parties.byId(input.customerId) === null;
  if (isUnknownCustomer && quirks.unknownCustomer === '401') return notAllowed();
  const problems = orderProblems(input, books, quirks);
  if (problems.length > 0) return api.refused(problems);
  return quirks.textTooLong === '500' && hasLongText(input.lines) ? statusResponse(500, null) : null;
}

const PATCHED_FIELDS: readonly string[] = [
  'Paid',
  'PaidDate',
  'PaymentMethod',
  'IsSent',
  'ApprovalStatus',
  'AccountCode',
  'InternalInfo',
  'Invoiced',
  'AccountantVerificationNeeded',
];

/** PATCH /v1/orders/{orderID}: some fields of the order itself, no lines and no files. */
export async function patchOrder(
  api: CompanyApi,
  request: SimulatorRequest,
  { id = '' }: PathParameters,
): Promise<SimulatorResponse> {
  const { books, saved } = api.options;
  const order = liveOrder(api, id);
  if (order === null) return api.missingOrder(id);
  const body = api.readBody(request);
  if ('refusal' in body) return body.refusal;
  const state: ModelState = {};
  if (!isObject(body.json)) return modelProblem({ delta: ['An object is expected.'] });
  const other = Object.keys(body.json).filter((name) => !PATCHED_FIELDS.includes(name));
  if (other.length > 0) return api.refused(other.map((name) => problem('PropertyNotAllowed_0_', name)));
  const reader = new ModelReader(body.json, 'delta', state, false);
  const paid = reader.flag('Paid');
  const isSent = reader.flag('IsSent');
  const changes = {
    paid: paid ?? order.paid,
    paidDate: readDay(reader, 'PaidDate') ?? order.paidDate,
    paymentMethod: reader.choice('PaymentMethod', PAYMENT_METHODS) ?? order.paymentMethod,
    isSent: isSent ?? order.isSent,
    approvalStatus: reader.choice('ApprovalStatus', APPROVAL_STATUSES) ?? order.approvalStatus,
    internalInfo: reader.text('InternalInfo') ?? order.internalInfo,
    invoiced: reader.flag('Invoiced') ?? order.invoiced,
    accountantVerificationNeeded: reader.flag('AccountantVerificationNeeded') ?? order.accountantVerificationNeeded,
    status: paid === true ? ('Paid' as const) : isSent === true ? sentStatus(order) : order.status,
  };
  if (Object.keys(state).length > 0) return modelProblem(state);
  books.orders.replace({ ...order, ...changes, modifiedAtMs: books.stampMs() });
  await saved();
  return emptyResponse(200);
}

/** DELETE /v1/orders/{orderID}: the order moves to the list of deleted ones. */
export async function deleteOrder(
  api: CompanyApi,
  _request: SimulatorRequest,
  { id = '' }: PathParameters,
): Promise<SimulatorResponse> {
  const { books, saved } = api.options;
  const order = liveOrder(api, id);
  if (order === null) return api.missingOrder(id);
  books.orders.replace({ ...order, deleted: true, modifiedAtMs: books.stampMs() });
  await saved();
  return jsonResponse(200, true);
}

/** POST /v1/orders/commands/send: from here on the customer has the invoice. */
export async function sendOrders(api: CompanyApi, request: SimulatorRequest): Promise<SimulatorResponse> {
  const { books, saved } = api.options;
  const body = api.readBody(request);
  if ('refusal' in body) return body.refusal;
  const state: ModelState = {};
  const given = isObject(body.json) ? body.json : {};
  const reader = new ModelReader(given, 'sendRequest', state, false);
  const transport = reader.text('TransportType');
  const ids = Object.entries(given).find(([name]) => name.toLowerCase() === 'orderids')?.[1];
  if (transport === null || !Array.isArray(ids) || ids.length === 0) {
    return api.refused([problem('RequiredField_0_', transport === null ? 'TransportType' : 'OrderIds')]);
  }
  const orders = ids.map((id) => liveOrder(api, String(id)));
  if (orders.includes(null)) return notAllowed();
  for (const order of orders) {
    if (order === null) continue;
    books.orders.replace({ ...order, isSent: true, status: sentStatus(order), modifiedAtMs: books.stampMs() });
  }
  await saved();
  return emptyResponse(200);
}

const sentStatus = (order: Order): Order['status'] => (order.type === 'Invoice' ? 'ToPay' : 'Sent');

function liveOrder(api: CompanyApi, id: string): Order | null {
  const order = api.options.books.orders.byId(id);
  return order?.deleted === false ? order : null;
}
