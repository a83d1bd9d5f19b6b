import { describe, expect, it } from 'vitest';
import { smallInvoice, startHarness, wrapped, type Row, type VismaClient } from './simulator-harness';

const create = (client: VismaClient, more: Row = {}, line: Row = {}) =>
  client.finance<{ message: string }>('POST', '/v2/customerinvoice', smallInvoice(more, line));

async function createdPath(client: VismaClient, more: Row = {}, line: Row = {}): Promise<string> {
  const created = await create(client, more, line);
  expect(created.status, created.text).toBe(201);
  return new URL(created.headers.get('location') ?? '').pathname;
}

const lineWith = (values: Row): Row => ({ operation: 'Insert', ...values });

describe('POST /v2/customerinvoice', () => {
  it('answers 201 without body; the invoice is in Hold, numbered on, with totals of its own', async () => {
    const { client } = await startHarness();
    const created = await create(client, {
      customerRefNumber: 'WB-2025-0123',
      invoiceText: 'Werkbon WB-2025-0123',
      note: 'Dorpsstraat 1\r\n3811 AA Amersfoort',
      invoiceLines: [
        lineWith({ inventoryNumber: 'ARBEID', quantity: 2.5, unitPriceInCurrency: 48, note: 'ma 2u, di 0,5u' }),
        lineWith({ inventoryNumber: 'ARBEID9', quantity: 3, unitPriceInCurrency: 33.335 }),
        lineWith({ description: 'Parkeren', quantity: 1, unitPriceInCurrency: 4.2, vatCodeId: 'NUL' }),
      ],
    });
    expect([created.status, created.text]).toEqual([201, '']);
    expect(created.headers.get('location')).toMatch(/\/v1\/customerinvoice\/200001$/);
    const invoice = (await client.get<Row>('/v1/customerinvoice/200001')).json;
    expect(invoice).toMatchObject({
      referenceNumber: '200001',
      documentType: 'Invoice',
      status: 'Hold',
      hold: true,
      customer: { number: '10003', name: 'Café Zoë' },
      customerRefNumber: 'WB-2025-0123',
      documentDate: '2025-06-12T00:00:00',
      documentDueDate: '2025-07-12T00:00:00',
      detailTotal: 224.21, // 120 + 100.005 -> 100.01 + 4.20
      vatTotal: 34.2, // 25.20 + 9.0009 -> 9.00
      amount: 258.41,
      note: 'Dorpsstraat 1\r\n3811 AA Amersfoort',
    });
    expect(invoice.invoiceLines).toMatchObject([
      { lineNumber: 1, description: 'Arbeidsuur monteur', uom: 'UUR', amount: 120, note: 'ma 2u, di 0,5u' },
      { lineNumber: 2, amount: 100.01, vatCode: { id: 'LAAG' } },
      { lineNumber: 3, inventoryNumber: null, description: 'Parkeren', amount: 4.2 },
    ]);
    expect(await createdPath(client)).toBe('/v1/customerinvoice/200002');
  });

  it('takes prices from the article, discounts and amounts by hand', async () => {
    const { client } = await startHarness();
    const path = await createdPath(client, {
      invoiceLines: [
        lineWith({ inventoryNumber: 'SPOED', quantity: 2 }),
        lineWith({ inventoryNumber: 'SPOED', quantity: 2, discountPercent: 25 }),
        lineWith({ inventoryNumber: 'SPOED', quantity: 2, manualAmountInCurrency: 99.99 }),
      ],
    });
    const { invoiceLines } = (await client.get<{ invoiceLines: Row[] }>(path)).json;
    expect(invoiceLines.map((line) => line.amount)).toEqual([170, 127.5, 99.99]);
  });

  it('is not in Hold when that is not asked, and still a concept', async () => {
    const { client } = await startHarness();
    const path = await createdPath(client, { hold: false });
    expect((await client.get<Row>(path)).json).toMatchObject({ status: 'Balanced', balance: 0 });
  });

  it.each<[string, Row, Row, string]>([
    ['no customer', { customerNumber: '' }, {}, "'Customer' cannot be empty."],
    ['an unknown customer', { customerNumber: '99999' }, {}, "'Customer' cannot be found in the system."],
    ['an unknown article', {}, { inventoryNumber: 'WEG' }, "'Inventory ID' cannot be found in the system."],
    ['an article that is not sold', {}, { inventoryNumber: 'TL-58' }, 'The inventory item is NoSales.'],
    ['another unit', {}, { uom: 'DOOS' }, "'UOM' cannot be found in the system."],
    ['an unknown VAT code', {}, { vatCodeId: '99' }, "'Tax Category' cannot be found in the system."],
    ['an unknown branch', { branchNumber: '9' }, {}, "'Branch' cannot be found in the system."],
    ['an unknown project', { project: 'P1' }, {}, "'Project' cannot be found in the system."],
    [
      'a date in a closed period',
      { documentDate: '2023-12-31T00:00:00' },
      {},
      'The 12-2023 financial period is closed.',
    ],
    ['a reference of 41 characters', { customerRefNumber: 'x'.repeat(41) }, {}, "The string value provided exceeds the field 'customerRefNumber' length of 40."], // prettier-ignore
    ['a text for a number', {}, { quantity: 'veel' }, "Error converting value \"veel\" to type 'System.Nullable`1[System.Decimal]'. Path 'invoice.invoiceLines[0].quantity'."], // prettier-ignore
  ])('refuses %s', async (_what, more, line, message) => {
    const { simulator, client } = await startHarness();
    const answer = await create(client, more, line);
    expect([answer.status, answer.json]).toEqual([400, { message }]);
    expect(simulator.control.documents()).toEqual([]);
  });

  it('refuses goods from stock: they are sold by sales orders', async () => {
    const { simulator, client } = await startHarness();
    const article = simulator.control.books.articles().find((row) => row.stockItem && row.status === 'Active');
    const answer = await create(client, {}, { inventoryNumber: article?.number });
    expect([answer.status, answer.json.message]).toEqual([400, 'The inventory item is a stock item.']);
  });

  it('refuses a customer that is not active', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.deactivateCustomer('10003');
    expect((await create(client)).json.message).toBe("The customer status is 'Inactive'.");
  });

  it('takes a number of the client once', async () => {
    const { client } = await startHarness();
    const own = { overrideNumberSeries: true, referenceNumber: 'WB-2025-0123' };
    expect(await createdPath(client, own)).toBe('/v1/customerinvoice/WB-2025-0123');
    const again = await create(client, own);
    expect([again.status, again.json.message]).toEqual([400, 'Document number WB-2025-0123 already exists.']);
  });
});

describe('invoices that are there', () => {
  it('are found by reference and customer, as after a create whose answer was lost', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.fault({ kind: 'reset-after-commit', match: { method: 'POST', path: '/customerinvoice' } });
    await expect(create(client, { customerRefNumber: 'WB-1' })).rejects.toThrow();
    await createdPath(client, { customerRefNumber: 'WB-2' });
    const find = async (query: Record<string, string>): Promise<unknown[]> =>
      (await client.get('/v1/customerinvoice', query)).json.map((row) => row.referenceNumber);
    expect(await find({ customerRefNumber: 'WB-1', customer: '10003' })).toEqual(['200001']);
    expect(await find({ customerRefNumber: 'WB-1', customer: '10001' })).toEqual([]);
    expect(await find({ status: 'Hold' })).toEqual(['200001', '200002']);
    expect(await find({ released: '1' })).toEqual([]);
    expect(await find({ documentDate: '2025-06-12', documentDateCondition: '>' })).toEqual([]);
  });

  it('show notes, VAT and addresses in lists only when asked', async () => {
    const { client } = await startHarness();
    await createdPath(client, { note: 'Sleutel bij de buren' });
    const ask = async (query: Record<string, string>): Promise<Row | undefined> =>
      (await client.get('/v1/customerinvoice', query)).json[0];
    expect(await ask({})).toMatchObject({ note: null, taxDetails: null, invoiceAddress: null });
    const expanded = await ask({ expandNote: 'true', expandTaxDetails: 'true', expandInvoiceAddress: 'true' });
    expect(expanded).toMatchObject({ note: 'Sleutel bij de buren', taxDetails: [{ vatRate: 21, vatAmount: 25.2 }] });
  });

  it('change with PUT: lines by their operation, the rest stays', async () => {
    const { client } = await startHarness();
    const path = await createdPath(client, { invoiceText: 'Blijft staan' });
    const changed = await client.finance('PUT', path, wrapped({
      hold: false,
      invoiceLines: [
        { operation: 'Update', lineNumber: 1, quantity: 4 },
        { operation: 'Insert', inventoryNumber: 'VOORRIJ', quantity: 1 },
      ],
    })); // prettier-ignore
    expect(changed.status, changed.text).toBe(204);
    expect((await client.get<Row>(path)).json).toMatchObject({
      status: 'Balanced',
      invoiceText: 'Blijft staan',
      detailTotal: 227,
      invoiceLines: [{ quantity: 4, unitPrice: 48 }, { inventoryNumber: 'VOORRIJ' }],
    });
    await client.finance('PUT', path, wrapped({ invoiceLines: [{ operation: 'Delete', lineNumber: 1 }] }));
    expect((await client.get<Row>(path)).json.invoiceLines).toHaveLength(1);
  });

  it('take If-Match: 412 when somebody changed them', async () => {
    const { client } = await startHarness();
    const path = await createdPath(client);
    const etag = (await client.get(path)).headers.get('etag') ?? '';
    const put = (text: string) => client.finance('PUT', path, wrapped({ invoiceText: text }), {}, { 'if-match': etag });
    expect((await put('een')).status).toBe(204);
    expect((await put('twee')).status).toBe(412);
  });

  it('are booked by release, and then neither changed nor deleted', async () => {
    const { client } = await startHarness();
    const held = await createdPath(client);
    const failed = await client.finance<Row>('POST', `${held}/action/release`, {});
    expect([failed.status, failed.json.actionResult]).toEqual([200, 'Failed']);
    const path = await createdPath(client, { hold: false });
    expect((await client.finance<Row>('POST', `${path}/action/release`, {})).json.actionResult).toBe('Done');
    expect((await client.get<Row>(path)).json).toMatchObject({ status: 'Open', balance: 145.2 });
    expect((await client.finance('PUT', path, wrapped({ invoiceText: 'te laat' }))).status).toBe(400);
    expect((await client.finance('DELETE', path)).status).toBe(400);
    expect((await client.finance('DELETE', held)).status).toBe(204);
    expect((await client.get(held)).status).toBe(404);
  });
});

describe('attachments', () => {
  it('hang on the invoice; the same name again is a new revision', async () => {
    const { simulator, client } = await startHarness();
    const path = await createdPath(client);
    expect((await client.upload(`${path}/attachment`, 'Werkbon 1.pdf', '%PDF een')).status).toBe(201);
    expect((await client.upload(`${path}/attachment`, 'Werkbon 1.pdf', '%PDF twee')).status).toBe(201);
    expect((await client.upload(`${path}/1/attachment`, 'Foto.pdf', '%PDF foto')).status).toBe(201);
    const invoice = (await client.get<{ attachments: Row[]; invoiceLines: Row[] }>(path)).json;
    expect(invoice.attachments).toMatchObject([{ name: 'Werkbon 1.pdf', revision: 2 }]);
    expect(invoice.invoiceLines[0]?.attachments).toMatchObject([{ name: 'Foto.pdf', revision: 1 }]);
    const file = await client.get(`/v1/attachment/${String(invoice.attachments[0]?.id)}`);
    expect([file.text, file.headers.get('content-type')]).toEqual(['%PDF twee', 'application/pdf']);
    const [record] = simulator.control.requests().filter((request) => request.path.endsWith('/attachment'));
    expect(record?.body).toEqual([{ field: 'v', fileName: 'Werkbon 1.pdf', contentType: 'application/pdf', bytes: 8 }]);
  });

  it('need a document, a line and a form', async () => {
    const { client } = await startHarness();
    const path = await createdPath(client);
    expect((await client.upload('/v1/customerinvoice/299999/attachment', 'a.pdf', 'x')).status).toBe(404);
    expect((await client.upload(`${path}/9/attachment`, 'a.pdf', 'x')).status).toBe(404);
    expect((await client.finance('POST', `${path}/attachment`, {})).status).toBe(415);
  });
});

it('does a call in the background when the header asks for it', async () => {
  const { client, clock } = await startHarness();
  const header = { 'erp-api-background': 'none' };
  const queued = await client.finance<Row>('GET', '/v1/customer', undefined, { pageSize: 1 }, header);
  expect([queued.status, Object.keys(queued.json)]).toEqual([202, ['id', 'stateLocation']]);
  const state = await client.get<Row>(String(queued.json.stateLocation));
  expect(state.json).toMatchObject({ status: 'Finished', statusCode: 200, hasResponseContent: true });
  expect((await client.get(`${String(queued.json.stateLocation)}/content`)).json).toHaveLength(1);
  clock.advanceSeconds(86_400);
  await client.logIn();
  expect((await client.get(`${String(queued.json.stateLocation)}/content`)).status).toBe(410);
});
