import { describe, expect, it } from 'vitest';
import { createOrder, smallOrder, startHarness, type Harness, type Row, type VismaClient } from './simulator-harness';

const ORDERS = '/api/v3/SalesOrders';

interface Refusal {
  readonly status: number;
  readonly errors: Record<string, string[]>;
  readonly details: { readonly code: string; readonly parameters: { readonly property: string } }[];
}
interface Page {
  readonly value: Row[];
  readonly nextPage: string | null;
  readonly totalCount: number | null;
}

const post = (client: VismaClient, more: Row = {}, line: Row = {}) =>
  client.orders<Refusal>('POST', ORDERS, smallOrder(more, line));
const linesOf = async (client: VismaClient, path: string): Promise<Row[]> =>
  (await client.orders<Page>('GET', `${path}/lines`)).json.value;
const list = (client: VismaClient, path = ORDERS, query: Record<string, string | number> = {}) =>
  client.orders<Page>('GET', path, undefined, query);

/** An article that is kept in stock. */
function stockArticle({ simulator }: Harness): string {
  const article = simulator.control.books.articles().find((row) => row.stockItem && row.status === 'Active');
  return article?.number ?? '';
}

describe('POST /api/v3/SalesOrders', () => {
  it('answers 201 without body; Location holds type and number of six digits', async () => {
    const harness = await startHarness();
    const { client } = harness;
    const stock = stockArticle(harness);
    const created = await post(client, {
      description: 'Werkbon WB-2025-0123',
      note: 'Dorpsstraat 1',
      customer: { id: '10003', refNo: 'WB-2025-0123', order: 'PO 7' },
      shipping: { preferredWarehouseId: 'BUS1' },
      orderLines: [
        { inventoryId: 'ARBEID', quantity: 2.5, unitPrice: 48, hasManualPrice: true, note: 'ma 2u' },
        { inventoryId: stock, quantity: 3, description: 'Uit de bus' },
        { inventoryId: stock, quantity: 1, warehouseId: 'BUS2', discountPercent: 10, unitPrice: 10 },
      ],
    });
    expect([created.status, created.text]).toEqual([201, '']);
    const path = new URL(created.headers.get('location') ?? '').pathname;
    expect(path).toMatch(/^\/api\/v3\/SalesOrders\/SO\/\d{6}$/);
    const order = await client.orders('GET', path, undefined, { expand: 'customer,totals,shipping' });
    expect(order.headers.get('etag')).toBe(`"${String(order.json.version)}"`);
    expect(order.json).toMatchObject({
      type: 'SO',
      status: { description: 'Hold', hold: true, cancelled: false },
      date: '2025-06-12T00:00:00+00:00',
      note: 'Dorpsstraat 1',
      customer: { id: '10003', name: 'Café Zoë', refNo: 'WB-2025-0123', order: 'PO 7' },
      shipping: { preferredWarehouse: { id: 'BUS1' } },
    });
    const lines = await linesOf(client, path);
    expect(lines).toMatchObject([
      { lineId: 1, warehouseId: null, extendedPrice: 120, note: 'ma 2u', hasManualPrice: true },
      { lineId: 2, warehouseId: 'BUS1', description: 'Uit de bus' },
      { lineId: 3, warehouseId: 'BUS2', extendedPrice: 9, discountPercent: 10 },
    ]);
    const net = lines.reduce((sum, line) => sum + Number(line.extendedPrice), 0);
    expect((order.json.totals as Row).taxableTotal).toBeCloseTo(net, 2);
  });

  it('takes the price of the company when a price is not called manual', async () => {
    const { client } = await startHarness();
    const { path } = await createOrder(client, {}, { unitPrice: 1, hasManualPrice: false });
    expect((await linesOf(client, path))[0]).toMatchObject({ unitPrice: 62.5, hasManualPrice: false });
  });

  it('reads days in UTC, so that an offset may bring the day before', async () => {
    const { client } = await startHarness();
    const { path } = await createOrder(client, { date: '2025-06-12T00:00:00+02:00', requestOn: '2025-06-12' });
    expect((await client.orders('GET', path)).json).toMatchObject({
      date: '2025-06-11T00:00:00+00:00',
      requestOn: '2025-06-12T00:00:00+00:00',
    });
  });

  it('takes an address of its own whole, with nothing from the customer', async () => {
    const { client } = await startHarness();
    const address = { line1: 'Kerkstraat 3 bus 2', postalCode: '2300', city: 'Turnhout', countryId: 'BE' };
    const { path } = await createOrder(client, { shipping: { address } });
    const { shipping } = (await client.orders('GET', path, undefined, { expand: 'Shipping' })).json;
    expect(shipping).toMatchObject({ address: { line1: 'Kerkstraat 3 bus 2', line2: null, country: { id: 'BE' }, overridesDefault: true } }); // prettier-ignore
  });

  it('lets the client number orders of a type that is made so, each number once', async () => {
    const { client } = await startHarness();
    const own = { type: 'WB', orderId: 'WB-2025-0123' };
    expect((await createOrder(client, own)).path).toBe(`${ORDERS}/WB/WB-2025-0123`);
    expect((await post(client, own)).json).toMatchObject({ status: 409, title: 'Conflict' });
    expect((await post(client, { type: 'WB' })).json.details[0]?.code).toBe('0001-NullNotAllowed');
  });

  it.each<[string, Row, Row, string, string]>([
    ['no type', { type: null }, {}, '0001-NullNotAllowed', 'type'],
    ['a type that is not active', { type: 'CM' }, {}, '1900-OrderNumberSequenceNotFound', 'type'],
    ['an own number', { orderId: 'X1' }, {}, '0004-ValueNotAllowed', 'orderId'],
    ['no customer', { customer: null }, {}, '0001-NullNotAllowed', 'customer'],
    ['an unknown customer', { customer: { id: '99999' } }, {}, '1400-CustomerLookupException', 'customer.id'],
    ['a status of its own', { status: 'Completed' }, {}, '0003-InvalidValue', 'status'],
    ['a reference of 41 characters', { customer: { id: '10003', refNo: 'x'.repeat(41) } }, {}, '0002-InvalidLength', 'customer.refNo'], // prettier-ignore
    ['a description of 256 characters', { description: 'x'.repeat(256) }, {}, '0002-InvalidLength', 'description'],
    ['a note of 2049 characters', { note: 'x'.repeat(2049) }, {}, '0002-InvalidLength', 'note'],
    ['a closed period', { date: '2023-12-31' }, {}, '1601-FinancialPeriodClosed', 'date'],
    ['an unknown branch', { branchId: '9' }, {}, '0003-InvalidValue', 'branchId'],
    ['an unknown project', { projectId: 'P1' }, {}, '1904-ProjectNotFound', 'projectId'],
    ['a warehouse that is closed', { shipping: { preferredWarehouseId: 'OUD' } }, {}, '1802-InvalidWarehouseId', 'shipping.preferredWarehouseId'], // prettier-ignore
    ['a street of 51 characters', { shipping: { address: { line1: 'x'.repeat(51) } } }, {}, '0002-InvalidLength', 'shipping.address.line1'], // prettier-ignore
    ['a location of another customer', { customer: { id: '10003', locationId: 'GYMZAAL' } }, {}, '0003-InvalidValue', 'customer.locationId'], // prettier-ignore
    ['no article', {}, { inventoryId: null }, '0001-NullNotAllowed', 'orderLines[0].inventoryId'],
    ['an unknown article', {}, { inventoryId: 'WEG' }, '1804-InventoryIdNotFound', 'orderLines[0].inventoryId'],
    ['an article that is not sold', {}, { inventoryId: 'TL-58' }, '0004-ValueNotAllowed', 'orderLines[0].inventoryId'],
    ['another unit', {}, { unitOfMeasure: 'DOOS' }, '1808-InvalidUnitOfMeasure', 'orderLines[0].unitOfMeasure'],
    ['an unknown warehouse', {}, { warehouseId: 'WEG' }, '1802-InvalidWarehouseId', 'orderLines[0].warehouseId'],
    ['an unknown tax category', {}, { taxCategoryId: '9' }, '1805-InvalidTaxCategoryId', 'orderLines[0].taxCategoryId'],
    ['a discount over 100', {}, { discountPercent: 101 }, '0100-OutsideValidRange', 'orderLines[0].discountPercent'],
    ['a text of 257 characters', {}, { description: 'x'.repeat(257) }, '0002-InvalidLength', 'orderLines[0].description'], // prettier-ignore
    ['another operation', {}, { operation: 'Give' }, '1800-InvalidLineOperation', 'orderLines[0].operation'],
    ['a text for a number', {}, { quantity: 'veel' }, '0003-InvalidValue', 'orderLines[0].quantity'],
    ['wrapped values', { description: { value: 'x' } }, {}, '0003-InvalidValue', 'description'],
  ])('refuses %s, with code and field', async (_what, more, line, code, property) => {
    const { simulator, client } = await startHarness();
    const answer = await post(client, more, line);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.json.details.map((detail) => [detail.code, detail.parameters.property])).toEqual([[code, property]]);
    expect(Object.keys(answer.json.errors)).toEqual([property]);
    expect(simulator.control.documents()).toEqual([]);
  });

  it.each(['Inactive', 'OnHold', 'CreditHold'] as const)('refuses a customer that is %s', async (status) => {
    const { simulator, client } = await startHarness();
    simulator.control.books.changeCustomer('10003', { status });
    expect((await post(client)).json.details[0]?.code).toBe('1407-InvalidCustomerStatus');
  });

  it('refuses what is no JSON', async () => {
    const { client } = await startHarness();
    expect((await client.orders('POST', ORDERS, '{"type":')).status).toBe(400);
    expect((await client.orders('POST', ORDERS, 'x', {}, { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('lists', () => {
  it('give one type or all, by customer, status and moment, newest first when asked', async () => {
    const { simulator, client } = await startHarness();
    const ids = async (path: string, query: Record<string, string> = {}): Promise<unknown[]> =>
      (await list(client, path, query)).json.value.map((row) => `${String(row.type)} ${String(row.orderId)}`);
    const quotes = await ids(`${ORDERS}/QT`);
    expect(quotes.length).toBeGreaterThanOrEqual(2);
    expect(quotes.every((id) => String(id).startsWith('QT '))).toBe(true);
    expect((await ids(ORDERS)).length).toBe(quotes.length + (await ids(`${ORDERS}/SO`)).length);
    const quote = simulator.control.books.addQuote({ customer: '10003', description: 'WB Ketel vervangen' });
    expect(await ids(`${ORDERS}/QT`, { modifiedSince: '2025-06-12T08:00:00Z' })).toEqual([`QT ${quote.orderId}`]);
    expect((await ids(`${ORDERS}/QT`, { orderBy: 'created desc' }))[0]).toBe(`QT ${quote.orderId}`);
    expect(await ids(ORDERS, { customerId: '10003', status: 'Hold' })).toEqual(await ids(`${ORDERS}/QT`, { status: 'Hold' })); // prettier-ignore
    expect(await ids(ORDERS, { filter: quote.orderId, customerId: '10003' })).toContain(`QT ${quote.orderId}`);
  });

  it('show the reference of the customer, but cannot search it', async () => {
    const { client } = await startHarness();
    await createOrder(client, { customer: { id: '10003', refNo: 'WB-1' } });
    const newest = { customerId: '10003', orderBy: 'created desc', pageSize: 1 };
    expect((await list(client, `${ORDERS}/SO`, newest)).json.value[0]?.customerRefNo).toBe('WB-1');
    expect((await list(client, `${ORDERS}/SO`, { filter: 'WB-1' })).json.value).toEqual([]);
  });

  it('come in pages from index 0, with the address of the next', async () => {
    const { client } = await startHarness();
    const all = (await list(client)).json;
    expect([all.nextPage, all.totalCount]).toEqual([null, all.value.length]);
    const rows: Row[] = [];
    for (let next: string | null = `${ORDERS}?pageSize=3&orderBy=orderId`; next !== null;) {
      const page: Page = (await list(client, next)).json;
      rows.push(...page.value);
      next = page.nextPage;
    }
    expect(rows.map((row) => row.orderId)).toEqual(all.value.map((row) => row.orderId));
    expect((await list(client, ORDERS, { pageSize: 0 })).status).toBe(400);
  });

  it('refuse an order they do not know', async () => {
    const { client } = await startHarness();
    expect((await list(client, ORDERS, { orderBy: 'customerRefNo' })).status).toBe(400);
    expect((await list(client, ORDERS, { modifiedSince: 'gisteren' })).status).toBe(400);
  });

  it('look customers up by a part of their name', async () => {
    const { client } = await startHarness();
    const found = (await list(client, '/api/v3/Customers', { filter: 'gemeente' })).json.value;
    expect(found.map((row) => row.name)).toEqual(['Gemeente Amersfoort']);
    const locations = await client.orders<Row[]>('GET', `/api/v3/Customers/${String(found[0]?.id)}/locations`);
    expect(locations.json.map((row) => row.id)).toContain('GYMZAAL');
  });
});

describe('an order', () => {
  it('has the sections that were asked for, and nothing in the others', async () => {
    const { client } = await startHarness();
    const { path } = await createOrder(client);
    expect((await client.orders('GET', path)).json).toMatchObject({ customer: null, totals: null, shipping: null });
    const asked = (await client.orders('GET', path, undefined, { expand: 'customer,payment' })).json;
    expect([asked.customer, asked.totals]).toMatchObject([{ id: '10003' }, null]);
    expect((await client.orders('GET', path, undefined, { expand: 'alles' })).status).toBe(400);
    expect((await client.orders('GET', `${ORDERS}/SO/999999`)).status).toBe(404);
  });

  it('changes with PATCH and its version: 202 with the next version', async () => {
    const { client } = await startHarness();
    const { path, etag } = await createOrder(client, { description: 'Blijft staan' });
    const patch = (headers: Row) => client.orders<Row>('PATCH', path, { status: 'Open', note: 'erbij' }, {}, headers);
    expect((await patch({})).json).toMatchObject({ status: 428, title: 'Precondition Required' });
    const changed = await patch({ 'if-match': etag });
    expect([changed.status, changed.text]).toEqual([202, '']);
    expect((await patch({ 'if-match': etag })).json).toMatchObject({ status: 412 });
    expect((await client.orders('GET', path)).headers.get('etag')).toBe(changed.headers.get('etag'));
    expect((await client.orders('GET', path)).json).toMatchObject({
      status: { description: 'Open' },
      note: 'erbij',
      description: 'Blijft staan',
    });
  });

  it('gets, changes and loses lines, its totals following', async () => {
    const { client } = await startHarness();
    let { path, etag } = await createOrder(client);
    const write = async (method: string, body?: unknown, query = {}): Promise<void> => {
      const answer = await client.orders(method, `${path}/lines`, body, query, { 'if-match': etag });
      expect(answer.status, answer.text).toBe(202);
      etag = answer.headers.get('etag') ?? '';
    };
    await write('POST', { lines: [{ inventoryId: 'VOORRIJ', quantity: 1 }] });
    await write('PATCH', { lines: [{ lineId: 1, quantity: 3 }] });
    expect(await linesOf(client, path)).toMatchObject([
      { lineId: 1, extendedPrice: 144 },
      { lineId: 2, unitPrice: 35 },
    ]);
    const { totals } = (await client.orders('GET', path, undefined, { expand: 'totals' })).json;
    expect(totals).toMatchObject({ taxableTotal: 179, taxTotal: 37.59, orderTotal: 216.59 });
    await write('DELETE', undefined, { ids: '1' });
    expect((await linesOf(client, path)).map((line) => line.lineId)).toEqual([2]);
    const wrong = await client.orders<Refusal>(
      'PATCH',
      `${path}/lines`,
      { lines: [{ lineId: 9 }] },
      {},
      { 'if-match': etag },
    );
    expect(wrong.json.details[0]?.code).toBe('0200-LineIdDoesNotExist');
    ({ path } = await createOrder(client));
    expect((await client.orders('POST', `${path}/lines`, { lines: [] })).status).toBe(428);
  });

  it('is deleted with its version, and then 404', async () => {
    const { client } = await startHarness();
    const { path, etag } = await createOrder(client);
    expect((await client.orders('DELETE', path)).status).toBe(428);
    expect((await client.orders('DELETE', path, undefined, {}, { 'if-match': etag })).status).toBe(202);
    expect((await client.orders('GET', path)).status).toBe(404);
  });

  it('that is done takes no changes', async () => {
    const { simulator, client } = await startHarness();
    const { path } = await createOrder(client);
    const [, , , , type, number] = path.split('/');
    simulator.control.books.changeOrder(`${type ?? ''} ${number ?? ''}`, { status: 'Cancelled' });
    const etag = (await client.orders('GET', path)).headers.get('etag') ?? '';
    const answer = await client.orders<Refusal>('PATCH', path, { note: 'te laat' }, {}, { 'if-match': etag });
    expect(answer.json.details[0]?.code).toBe('0005-InvalidState');
  });

  it('knows no other methods', async () => {
    const { client } = await startHarness();
    expect((await client.orders('DELETE', ORDERS)).status).toBe(405);
    expect((await client.orders('GET', '/api/v3/Onbekend')).status).toBe(404);
  });
});

describe('attachments of orders', () => {
  it('go through the finance API, and make no new version', async () => {
    const { client } = await startHarness();
    const { path, etag } = await createOrder(client);
    const number = path.split('/').at(-1) ?? '';
    const address = `/v2/salesorder/orderType/SO/${number}/attachment`;
    expect((await client.upload(address, 'Werkbon.pdf', '%PDF een')).status).toBe(201);
    expect((await client.upload(address.replace('/v2', '/v1'), 'Werkbon.pdf', '%PDF twee')).status).toBe(201);
    const order = await client.orders<{ attachments: Row[] }>('GET', path, undefined, { expand: 'attachments' });
    expect(order.json.attachments).toMatchObject([{ name: 'Werkbon.pdf', revision: 2 }]);
    expect(order.headers.get('etag')).toBe(etag);
    const file = `/v1/salesorder/SO/${number}/attachment/${String(order.json.attachments[0]?.id)}`;
    expect((await client.finance('DELETE', file)).status).toBe(200);
    expect((await client.finance('DELETE', file)).status).toBe(404);
  });

  it('are refused for an order that the finance API does not know yet', async () => {
    const { client, clock } = await startHarness({ orderVisibleAfterSeconds: '2' });
    const number = (await createOrder(client)).path.split('/').at(-1) ?? '';
    const address = `/v2/salesorder/orderType/SO/${number}/attachment`;
    expect((await client.upload(address, 'Werkbon.pdf', 'x')).status).toBe(404);
    clock.advanceSeconds(2);
    expect((await client.upload(address, 'Werkbon.pdf', 'x')).status).toBe(201);
  });
});

it('tells of invoices and orders under documents, in the order in which they came', async () => {
  const { simulator, client, clock } = await startHarness();
  await createOrder(client, { description: 'Werkbon 1', customer: { id: '10003', refNo: 'WB-1' } });
  clock.advanceSeconds(1);
  await createOrder(client, { type: 'QT' });
  expect(simulator.control.documents()).toMatchObject([
    {
      number: expect.stringMatching(/^SO \d{6}$/) as string,
      kind: 'verkooporder (Hold)',
      customerName: 'Café Zoë',
      reference: 'WB-1',
      totalExclVat: '96',
      totalInclVat: '116.16',
      lines: [{ articleCode: 'ARBEID', quantity: '2', unitPrice: '48', total: '96' }],
    },
    { kind: 'offerte (Hold)' },
  ]);
});
