import { describe, expect, it } from 'vitest';
import { startHarness, wrapped, type Row, type VismaClient } from './simulator-harness';

type Paged = Row & { readonly metadata: { readonly totalCount: number; readonly maxPageSize: number } };

const numbers = (rows: readonly Row[]): unknown[] => rows.map((row) => row.number ?? row.inventoryNumber);
const since = (dateTime: string, condition: string) => ({
  lastModifiedDateTime: dateTime,
  lastModifiedDateTimeCondition: condition,
});

describe('customers', () => {
  it('have three addresses, contacts, status and class, in plain values', async () => {
    const { simulator, client } = await startHarness();
    const customer = simulator.control.books.customer('Gemeente Amersfoort');
    const row = (await client.get<Row>(`/v1/customer/${customer.number}`)).json;
    expect(row).toMatchObject({
      internalId: customer.internalId,
      name: 'Gemeente Amersfoort',
      status: 'Active',
      mainAddress: { addressLine1: customer.main.address.line1, country: { id: 'NL', name: 'Netherlands' } },
      mainContact: { attention: 'Vakgroep Gebouwen, t.a.v. dhr. Ten Brinke' },
      invoiceAddress: { addressId: customer.invoice?.address.id },
      deliveryAddress: { addressId: (customer.delivery ?? customer.main).address.id },
      creditTerms: { id: '60' },
      location: { id: 'MAIN' },
    });
    expect((await client.get<Row>(`/v1/customer/internal/${customer.internalId}`)).json).toEqual(row);
    const unknown = await client.get<Row>('/v1/customer/99999');
    expect([unknown.status, Object.keys(unknown.json)]).toEqual([404, ['message']]);
  });

  it('keep their internal id when their number changes', async () => {
    const { simulator, client } = await startHarness();
    const { internalId } = simulator.control.books.customer('10003');
    simulator.control.books.renumberCustomer('10003', 'K10003');
    expect((await client.get('/v1/customer/10003')).status).toBe(404);
    expect((await client.get<Row>(`/v1/customer/internal/${internalId}`)).json.number).toBe('K10003');
  });

  it('are found by status, name, chamber of commerce and VAT number, and mail address', async () => {
    const { simulator, client } = await startHarness();
    const inactive = (await client.get('/v1/customer', { status: 'Inactive' })).json;
    expect(inactive.length).toBeGreaterThan(2);
    expect(new Set(inactive.map((row) => row.status))).toEqual(new Set(['Inactive']));
    expect(numbers((await client.get('/v1/customer', { name: 'café zoë' })).json)).toEqual(['10003']);
    const firm = simulator.control.books.customers().find((row) => row.vatRegistrationId !== '');
    const byVat = await client.get('/v1/customer', { vatRegistrationId: firm?.vatRegistrationId ?? '' });
    expect(numbers(byVat.json)).toEqual([firm?.number]);
    expect((await client.get('/v1/customer', { status: 'Weg' })).status).toBe(400);
  });

  it('show who is gone by absence only', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.deactivateCustomer('10001');
    simulator.control.books.deleteCustomer('10002');
    const rows = (await client.get('/v1/customer')).json;
    expect(rows.find((row) => row.number === '10001')?.status).toBe('Inactive');
    expect(numbers(rows)).not.toContain('10002');
    expect((await client.get('/v1/customer/10002')).status).toBe(404);
  });

  it('are created with wrapped values: 201, no body, the number at the end of Location', async () => {
    const { client } = await startHarness();
    const created = await client.finance('POST', '/v1/customer', wrapped({
      name: 'Nieuwe klant',
      mainAddress: { addressLine1: 'Dorpsstraat 1', postalCode: '3811 AA', city: 'Amersfoort', countryId: 'NL' },
      mainContact: { email: 'nieuw@klant.example' },
    })); // prettier-ignore
    expect([created.status, created.text]).toEqual([201, '']);
    const path = new URL(created.headers.get('location') ?? '').pathname;
    expect((await client.get<Row>(path)).json).toMatchObject({
      name: 'Nieuwe klant',
      mainAddress: { city: 'Amersfoort' },
      mainContact: { email: 'nieuw@klant.example' },
    });
  });

  it('change with PUT: 204; what is left out stays, null clears, what is not wrapped is not seen', async () => {
    const { simulator, client } = await startHarness();
    const before = simulator.control.books.customer('10003');
    const path = '/v1/customer/10003';
    const answer = await client.finance('PUT', path, {
      corporateId: { value: '12345678' },
      mainContact: { value: { attention: { value: null } } },
      name: 'Niet ingepakt',
    });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await client.get<Row>(path)).json).toMatchObject({
      name: before.name,
      corporateId: '12345678',
      mainContact: { attention: null, email: before.main.contact.email },
    });
    expect((await client.finance('PUT', path, wrapped({ creditTermsId: '99' }))).status).toBe(400);
  });

  it('have delivery locations of their own', async () => {
    const { simulator, client } = await startHarness();
    const { number } = simulator.control.books.customer('Gemeente Amersfoort');
    const locations = (await client.get(`/v1/location/${number}`)).json;
    expect(locations.map((row) => [row.locationId, row.active])).toEqual([
      ['MAIN', true],
      ['STADHUIS', true],
      ['GYMZAAL', true],
      ['OUDSCHOOL', false],
    ]);
    expect((await client.get('/v1/location', { locationId: 'GYMZAAL' })).json).toHaveLength(1);
  });
});

describe('articles', () => {
  it('tell whether they are kept in stock, and their type', async () => {
    const { client } = await startHarness();
    const rows = (await client.get('/v1/inventory')).json;
    expect(rows.find((row) => row.inventoryNumber === 'ARBEID')).toMatchObject({
      type: 'LaborItem',
      stockItem: false,
      baseUnit: 'UUR',
      defaultPrice: 62.5,
      vatCode: { id: 'HOOG' },
      itemClass: { id: 'DIENST', description: 'Diensten' },
    });
    const stock = rows.filter((row) => row.stockItem === true);
    expect(stock.length).toBeGreaterThan(3);
    expect(new Set(stock.map((row) => row.type))).toEqual(new Set(['FinishedGoodItem']));
    expect(stock[0]?.defaultWarehouse).toEqual({ id: 'HOOFD', description: 'Hoofdmagazijn' });
  });

  it('are filtered by types and status', async () => {
    const { client } = await startHarness();
    const rows = (await client.get('/v1/inventory?inventoryTypes=LaborItem&inventoryTypes=ServiceItem')).json;
    expect(new Set(rows.map((row) => row.type))).toEqual(new Set(['LaborItem', 'ServiceItem']));
    const marked = (await client.get('/v1/inventory', { status: 'MarkedForDeletion' })).json;
    expect(numbers(marked)).toEqual(['GLOEI-60']);
    expect(numbers((await client.get('/v1/inventory', { inventoryNumber: 'SPOED' })).json)).toEqual(['SPOED']);
  });

  it('with a slash in their number are reached by b64() only', async () => {
    const { client } = await startHarness();
    const encoded = `b64(${Buffer.from('STV-1/2').toString('base64url')})`;
    expect((await client.get<Row>(`/v1/inventory/${encoded}`)).json.inventoryNumber).toBe('STV-1/2');
    expect((await client.get('/v1/inventory/STV-1%2F2')).status).toBe(404);
  });

  it('give expanded parts as long as they are not switched off', async () => {
    const { client } = await startHarness();
    const ask = async (query: Record<string, string>): Promise<Row | undefined> =>
      (await client.get('/v1/inventory', { inventoryTypes: 'FinishedGoodItem', pageSize: 1, ...query })).json[0];
    expect((await ask({}))?.warehouseDetails).toHaveLength(1);
    expect((await ask({ expandWarehouseDetail: 'false' }))?.warehouseDetails).toEqual([]);
  });

  it('have an ETag each, which stands in lists as timestamp', async () => {
    const { simulator, client } = await startHarness();
    const read = async (): Promise<string> => (await client.get('/v1/inventory/SPOED')).headers.get('etag') ?? '';
    const before = await read();
    const [row] = (await client.get('/v1/inventory', { inventoryNumber: 'SPOED' })).json;
    expect(before).toBe(`"${String(row?.timestamp)}"`);
    simulator.control.books.changeArticle('SPOED', { price: '90' });
    expect(await read()).not.toBe(before);
  });
});

describe('paging', () => {
  it('begins at page 1, and each row tells the count and the biggest page', async () => {
    const { client } = await startHarness();
    const all = numbers((await client.get('/v1/customer')).json);
    const pages: unknown[] = [];
    for (let pageNumber = 1; pages.length < all.length; pageNumber += 1) {
      const rows = (await client.get<Paged[]>('/v1/customer', { pageNumber, pageSize: 5 })).json;
      expect(rows[0]?.metadata).toEqual({ totalCount: all.length, maxPageSize: 1000 });
      pages.push(...numbers(rows));
    }
    expect(pages).toEqual(all);
    expect((await client.get('/v1/customer', { pageNumber: 100, pageSize: 5 })).json).toEqual([]);
  });

  it('cuts a page that is asked too big, and does not know numberToRead', async () => {
    const { client } = await startHarness({ maxPageSize: '100' }, { books: { customers: 250, articles: 1 } });
    const rows = (await client.get<Paged[]>('/v1/customer', { pageNumber: 1, pageSize: 1000, numberToRead: 3 })).json;
    expect(rows).toHaveLength(100);
    expect(rows[0]?.metadata).toEqual({ totalCount: 250, maxPageSize: 100 });
    expect((await client.get('/v1/customer', { pageNumber: 0 })).status).toBe(400);
  });
});

describe('reading what changed', () => {
  const changed = async (client: VismaClient, dateTime: string, condition: string): Promise<unknown[]> =>
    numbers((await client.get('/v1/customer', since(dateTime, condition))).json);

  it('takes each condition and each form of a moment, on the clock of the company', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.renameCustomer('10003', 'Café Zoë & Zn.');
    const row = (await client.get<Row>('/v1/customer/10003')).json;
    expect(row.lastModifiedDateTime).toBe('2025-06-12T10:00:00');
    for (const form of ['2025-06-12', '2025-06-12 10:00:00', '2025-06-12T10:00:00.000']) {
      expect(await changed(client, form, '>=')).toEqual(['10003']);
    }
    expect(await changed(client, '2025-06-12T10:00:00', '>')).toEqual([]);
    expect(await changed(client, '2025-06-12T10:00:00', '<')).not.toContain('10003');
    expect(await changed(client, '2025-06-12T10:00:00', '<=')).toContain('10003');
  });

  it.each([
    ['a moment without condition', { lastModifiedDateTime: '2025-06-12' }],
    ['a condition without moment', { lastModifiedDateTimeCondition: '>' }],
    ['a moment with a zone', since('2025-06-12T10:00:00Z', '>')],
    ['another condition', since('2025-06-12', 'after')],
  ])('refuses %s', async (_what, query) => {
    const { client } = await startHarness();
    expect((await client.get('/v1/inventory', query)).status).toBe(400);
  });

  it('gives every change a later moment than those before it', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.renameCustomer('10001', 'Eerst');
    simulator.control.books.renameCustomer('10002', 'Daarna');
    const moments = (await client.get('/v1/customer', since('2025-06-12', '>='))).json.map(
      (row) => row.lastModifiedDateTime,
    );
    expect(moments).toEqual(['2025-06-12T10:00:00', '2025-06-12T10:00:00.001']);
  });
});

it('lists the settings of the company', async () => {
  const { simulator, client } = await startHarness();
  const [organization] = (await client.get('/v1/organization')).json;
  expect(organization).toMatchObject({
    organizationCd: simulator.credentials.administration,
    name: 'Koppelaar Installatietechniek B.V.',
  });
  expect((await client.get('/v1/branch')).json.map((row) => row.number)).toEqual(['1', '2']);
  const warehouses = (await client.get('/v1/warehouse', { active: 'true' })).json;
  expect(warehouses.map((row) => row.warehouseID)).toEqual(['HOOFD', 'BUS1', 'BUS2']);
  const types = (await client.get('/v1/salesordertype')).json;
  expect(types.map((row) => [row.orderType, row.behavior])).toEqual(
    expect.arrayContaining([
      ['SO', 'SalesOrder'],
      ['QT', 'Quote'],
    ]) as unknown[],
  );
  const terms = (await client.get<{ records: Row[]; totalCount: number }>('/v1/creditTerm')).json;
  expect([terms.totalCount, terms.records.map((row) => row.termsId)]).toEqual([3, ['14', '30', '60']]);
  for (const path of ['/v1/inventory/itemClass', '/v1/unitofmeasure', '/v1/vatCategory', '/v1/country']) {
    expect((await client.get(path)).json.length).toBeGreaterThan(2);
  }
});
