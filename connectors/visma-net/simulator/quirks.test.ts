import { describe, expect, it } from 'vitest';
import { SimulatorStartError } from '../../_kit/simulator/contract';
import { startSimulator } from './index';
import {
  createOrder,
  FINANCE_SCOPE,
  LOGIN_SCOPE,
  ORDER_SCOPE,
  sentBack,
  smallInvoice,
  smallOrder,
  startHarness,
  wrapped,
  type Row,
  type VismaClient,
} from './simulator-harness';

const start = async (quirks: Record<string, string>): Promise<VismaClient> => (await startHarness(quirks)).client;
const postInvoice = (client: VismaClient, more: Row = {}, line: Row = {}) =>
  client.finance<Row>('POST', '/v2/customerinvoice', smallInvoice(more, line));
const postOrder = (client: VismaClient, more: Row = {}, line: Row = {}) =>
  client.orders<Row>('POST', '/api/v3/SalesOrders', smallOrder(more, line));

describe('what the documents leave open can be chosen', () => {
  it('appTypes: an app for each way of working, or one for both', async () => {
    const { simulator, client } = await startHarness({ appTypes: 'one' });
    const { clientId = '', clientSecret = '' } = simulator.registration;
    const own = { client_id: clientId, client_secret: clientSecret };
    expect((await client.serviceToken(FINANCE_SCOPE, own)).status).toBe(200);
  });

  it('loopback and redirectUri: where a login may go back to', async () => {
    const local = { redirect_uri: 'http://127.0.0.1:4711/terug' };
    const client = await start({ consent: 'automatic', loopback: 'accept' });
    expect(sentBack(await client.authorize(local), 'code')).not.toBeNull();
    const own = 'https://app.local:4711/terug';
    const { simulator, client: other } = await startHarness({ consent: 'automatic', redirectUri: own });
    expect(simulator.registration.redirectUri).toBe(own);
    expect((await other.exchange(await other.authorize())).status).toBe(200);
  });

  it('refreshTokens: one for each use, the same again, or none', async () => {
    const refreshToken = async (value: string): Promise<[string | undefined, string | undefined]> => {
      const client = await start({ consent: 'automatic', refreshTokens: value });
      const first = (await client.exchange(await client.authorize())).json.refresh_token;
      return [first, (await client.refresh(first)).json.refresh_token];
    };
    const [first, second] = await refreshToken('reuse');
    expect(second).toBe(first);
    expect(await refreshToken('none')).toEqual([undefined, undefined]);
  });

  it('refreshTokenLife: 30 days from the login, or from the last use', async () => {
    const lives = async (value: string): Promise<number> => {
      const { client, clock } = await startHarness({ consent: 'automatic', refreshTokenLife: value });
      const first = (await client.exchange(await client.authorize())).json;
      clock.advanceSeconds(20 * 86_400);
      const second = (await client.refresh(first.refresh_token)).json;
      clock.advanceSeconds(20 * 86_400);
      return (await client.refresh(second.refresh_token)).status;
    };
    expect([await lives('absolute'), await lives('sliding')]).toEqual([400, 200]);
  });

  it('interactiveOnV3: whether a login reaches the sales orders', async () => {
    const client = await start({ consent: 'automatic', interactiveOnV3: 'accept' });
    const back = await client.authorize({ scope: `${LOGIN_SCOPE} ${ORDER_SCOPE}` });
    client.orderToken = (await client.exchange(back)).json.access_token;
    expect((await client.orders('GET', '/api/v3/SalesOrders')).status).toBe(200);
  });

  it('interactiveOnV3: a login may be refused as if its token were no good', async () => {
    const client = await start({ consent: 'automatic', interactiveOnV3: 'refuse-401' });
    client.orderToken = (await client.exchange(await client.authorize())).json.access_token;
    expect((await client.orders('GET', '/api/v3/SalesOrders')).status).toBe(401);
  });

  it('mixedScopes: one service token for both services', async () => {
    const client = await start({ mixedScopes: 'accept' });
    const token = (await client.serviceToken(`${FINANCE_SCOPE} ${ORDER_SCOPE}`)).json.access_token;
    client.financeToken = client.orderToken = token;
    expect([(await client.get('/v1/branch')).status, (await client.orders('GET', '/api/v3/Customers')).status]).toEqual([200, 200]); // prettier-ignore
  });

  it('monolithTime and v3Time: the clocks of the two services', async () => {
    const times = async (quirks: Record<string, string>): Promise<unknown[]> => {
      const { simulator, client } = await startHarness(quirks);
      simulator.control.books.renameCustomer('10003', 'Nieuw');
      const { path } = await createOrder(client);
      const customer = (await client.get<Row>('/v1/customer/10003')).json.lastModifiedDateTime;
      const since = { lastModifiedDateTime: String(customer), lastModifiedDateTimeCondition: '>=' };
      const found = (await client.get('/v1/customer', since)).json.length;
      return [customer, found, (await client.orders('GET', path)).json.date];
    };
    expect(await times({})).toEqual(['2025-06-12T10:00:00', 1, '2025-06-12T00:00:00+00:00']);
    expect(await times({ monolithTime: 'utc', v3Time: 'plain' })).toEqual(['2025-06-12T08:00:00', 1, '2025-06-12T00:00:00']); // prettier-ignore
  });

  it('pageOrder: as entered, or with the last changed at the end', async () => {
    const { simulator, client } = await startHarness({ pageOrder: 'modified' });
    simulator.control.books.renameCustomer('10003', 'Nieuw');
    expect((await client.get('/v1/customer')).json.at(-1)?.number).toBe('10003');
  });

  it('expandDefault: lists without expanded parts, as announced', async () => {
    const client = await start({ expandDefault: 'none' });
    const [row] = (await client.get('/v1/inventory', { inventoryTypes: 'FinishedGoodItem' })).json;
    expect([row?.warehouseDetails, row?.attributes]).toEqual([[], null]);
  });

  it('loneDateTime: a moment without condition is passed over', async () => {
    const client = await start({ loneDateTime: 'ignore' });
    expect((await client.get('/v1/customer', { lastModifiedDateTime: '2099-01-01' })).json.length).toBeGreaterThan(5);
  });

  it('textCompare: whether filters compare capitals', async () => {
    const find = async (value: string): Promise<number> =>
      (await (await start({ textCompare: value })).get('/v1/customer', { name: 'CAFÉ ZOË' })).json.length;
    expect([await find('ignore-case'), await find('exact')]).toEqual([1, 0]);
  });

  it('validationStatus and messageKey: how a refusal looks', async () => {
    const client = await start({ validationStatus: '500', messageKey: 'Message' });
    const refused = await postInvoice(client, { customerNumber: '99999' });
    expect([refused.status, Object.keys(refused.json)]).toEqual([500, ['Message']]);
    expect((await client.get('/v1/customer/99999')).status).toBe(404);
  });

  it('unwrapped and unknownProperties: passed over, or refused to find mistakes', async () => {
    const bare = { ...(smallInvoice() as Row), invoiceText: 'niet ingepakt' };
    const misspelt = { ...(smallInvoice() as Row), ...(wrapped({ invoiceTekst: 'x' }) as Row) };
    const strict = await start({ unwrapped: 'refuse', unknownProperties: 'refuse' });
    const lenient = await start({});
    for (const body of [bare, misspelt]) {
      expect((await lenient.finance('POST', '/v2/customerinvoice', body)).status).toBe(201);
      expect((await strict.finance('POST', '/v2/customerinvoice', body)).status).toBe(400);
    }
    expect((await postOrder(strict, { omschrijving: 'x' })).status).toBe(400);
  });

  it('nullClears: what a wrapped null does', async () => {
    const client = await start({ nullClears: 'no' });
    await client.finance('PUT', '/v1/customer/10003', { mainContact: { value: { email: { value: null } } } });
    expect((await client.get<Row>('/v1/customer/10003')).json.mainContact).toMatchObject({ email: expect.stringContaining('@') as string }); // prettier-ignore
  });

  it('textTooLong: refused, cut or kept', async () => {
    const length = async (value: string): Promise<number> => {
      const client = await start({ textTooLong: value });
      await postInvoice(client, { customerRefNumber: 'x'.repeat(60) });
      return String((await client.get('/v1/customerinvoice')).json[0]?.customerRefNumber).length;
    };
    expect([await length('cut'), await length('accept')]).toEqual([40, 60]);
  });

  it('sameAddress: an address that is not filled in repeats the general one, or is null', async () => {
    const client = await start({ sameAddress: 'null' });
    expect((await client.get<Row>('/v1/customer/10003')).json).toMatchObject({ invoiceAddress: null });
  });

  it('ownNumber: whether invoices take a number of the client', async () => {
    const client = await start({ ownNumber: 'refuse' });
    expect((await postInvoice(client, { overrideNumberSeries: true, referenceNumber: 'A1' })).status).toBe(400);
  });

  it('orderAttachments: the address may be gone with the old sales orders', async () => {
    const client = await start({ orderAttachments: 'gone' });
    const number = (await createOrder(client)).path.split('/').at(-1) ?? '';
    expect((await client.upload(`/v2/salesorder/orderType/SO/${number}/attachment`, 'a.pdf', 'x')).status).toBe(404);
  });

  it('creditHold: whether a customer on credit hold gets orders', async () => {
    const { simulator, client } = await startHarness({ creditHold: 'accept' });
    simulator.control.books.changeCustomer('10003', { status: 'CreditHold' });
    expect((await postOrder(client)).status).toBe(201);
  });

  it('priceWithoutManual: a price without hasManualPrice is kept, or the company calculates its own', async () => {
    const price = async (value: string): Promise<unknown> => {
      const client = await start({ priceWithoutManual: value });
      const { path } = await createOrder(client, {}, { unitPrice: 1, hasManualPrice: null });
      return (await client.orders<{ value: Row[] }>('GET', `${path}/lines`)).json.value[0]?.unitPrice;
    };
    expect([await price('keep'), await price('recalculate')]).toEqual([1, 62.5]);
  });

  it('orderSections and expandLines: what a single order shows', async () => {
    const client = await start({ orderSections: 'all', expandLines: 'refuse' });
    const { path } = await createOrder(client);
    expect((await client.orders('GET', path)).json).toMatchObject({ customer: { id: '10003' }, orderLines: null });
    expect((await client.orders('GET', path, undefined, { expand: 'Lines' })).status).toBe(400);
    const open = await start({});
    const order = (await createOrder(open)).path;
    expect((await open.orders('GET', order, undefined, { expand: 'Lines' })).json.orderLines).toHaveLength(1);
  });

  it('staleVersion: 412 or 409', async () => {
    const client = await start({ staleVersion: '409' });
    const { path } = await createOrder(client);
    expect((await client.orders('PATCH', path, {}, {}, { 'if-match': '"AAAA"' })).status).toBe(409);
  });

  it('totalCount: lists may not tell it', async () => {
    const client = await start({ totalCount: 'null' });
    expect((await client.orders('GET', '/api/v3/SalesOrders')).json.totalCount).toBeNull();
  });

  it('hourlyLimit and v3Limits: no limits, no headers', async () => {
    const client = await start({ hourlyLimit: 'off', v3Limits: 'none' });
    expect((await client.get('/v1/branch')).headers.get('x-ratelimit-limit')).toBeNull();
    expect((await client.orders('GET', '/api/v3/Customers')).headers.get('x-ratelimit-limit')).toBeNull();
  });

  it('oldAddress: gone', async () => {
    const client = await start({ oldAddress: 'gone' });
    expect((await client.get('/API/controller/api/v1/branch')).status).toBe(410);
  });

  it('locationHost: Location may still hold the old address', async () => {
    const client = await start({ locationHost: 'old' });
    expect((await postInvoice(client)).headers.get('location')).toBe(
      'https://integration.visma.net/API/controller/api/v1/customerinvoice/200001',
    );
  });
});

it.each([
  [{ consents: 'page' }, 'Unknown quirk consents'],
  [{ consent: 'maybe' }, 'page or automatic'],
  [{ hourlyLimit: 'veel' }, 'a whole number or off'],
  [{ redirectUri: 'terug' }, 'a whole address'],
])('does not start with %o', async (quirks, message) => {
  await expect(startSimulator({ quirks })).rejects.toThrow(SimulatorStartError);
  await expect(startSimulator({ quirks })).rejects.toThrow(message);
});
