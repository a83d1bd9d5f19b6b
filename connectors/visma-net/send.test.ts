import { describe, expect, it } from 'vitest';
import type { HttpCall, HttpResponse } from '../_kit/http';
import { ok } from '../_kit/result';
import { postInvoice } from './finance-api';
import { postOrder } from './sales-orders-api';
import type { CallContext } from './send';

const endpoints = { auth: 'https://a.example', api: 'https://b.example', salesOrders: 'https://c.example' };

/** A service that answers every call the same; `calls` tells what it was asked. */
function service(answer: Partial<HttpResponse>): { readonly ctx: CallContext; readonly calls: HttpCall[] } {
  const calls: HttpCall[] = [];
  const ctx: CallContext = {
    endpoints,
    clock: { nowMs: () => 0, monotonicMs: () => 0 },
    signal: new AbortController().signal,
    send: (call) => {
      calls.push(call);
      return Promise.resolve(ok({ status: 201, headers: {}, body: '', ...answer }));
    },
  };
  return { ctx, calls };
}

describe('what was made', () => {
  it.each([
    'https://api.finance.visma.net/v1/customerinvoice/200001',
    'https://integration.visma.net/API/controller/api/v1/customerInvoice/200001',
    '/v2/customerinvoice/200001/',
    'customerinvoice/200001?x=1',
  ])('is the end of the address, whatever its host: %s', async (location) => {
    expect(await postInvoice(service({ headers: { location } }).ctx, {})).toEqual(ok('200001'));
  });

  it.each([
    ['https://salesorder.visma.net/api/v3/SalesOrders/SO/000223', 'SO', '000223'],
    ['/api/v3/salesorders/SO/26%2F223', 'SO', '26/223'],
  ])('is type and number of an order: %s', async (location, type, orderId) => {
    expect(await postOrder(service({ headers: { location } }).ctx, {})).toEqual(ok({ type, orderId }));
  });

  it.each<[string, Partial<HttpResponse>]>([
    ['no address', {}],
    ['an address of something else', { headers: { location: 'https://login.example/aanmelden' } }],
    ['an address that cannot be read', { headers: { location: '/v1/customerinvoice/%E0%A4%A' } }],
    ['a web page', { headers: { location: '/v1/customerinvoice/1' }, body: '<html></html>' }],
    ['a server error', { status: 500, headers: { 'content-type': 'application/json' }, body: '{"message":"Fout"}' }],
    ['a redirect', { status: 302, headers: { location: '/v1/customerinvoice/1' } }],
  ])('is unknown after %s', async (_what, answer) => {
    expect(await postInvoice(service(answer).ctx, {})).toMatchObject({ problem: { kind: 'outcome-unknown' } });
  });
});
