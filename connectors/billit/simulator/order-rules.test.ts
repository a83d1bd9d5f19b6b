import { describe, expect, it } from 'vitest';
import { codesOf, create, created, productLine, startHarness, type Row } from './simulator-harness';

const PDF = { FileName: 'werkbon.pdf', FileContent: Buffer.from('%PDF-1.4 werkbon').toString('base64') };

describe('refusals', () => {
  it.each<[string, Row, string[]]>([
    ['no type', { OrderType: undefined }, ['RequiredField_0_']],
    ['an unknown type', { OrderType: 'Factuur' }, ['InvalidValue_0_']],
    ['an unknown direction', { OrderDirection: 'Out' }, ['InvalidValue_0_']],
    ['no date and no expiry date', { OrderDate: null, ExpiryDate: null }, ['RequiredField_0_', 'RequiredField_0_']],
    ['no customer', { CustomerID: undefined }, ['RequiredField_0_']],
    ['no lines', { OrderLines: [] }, ['RequiredField_0_']],
    ['an empty line', { OrderLines: [{ Quantity: 1 }] }, ['RequiredField_0_']],
    ['an unknown product', { OrderLines: [{ ProductID: 12 }] }, ['ProductNotFound_0_']],
    [
      'a Belgian percentage at a Dutch company',
      { OrderLines: [{ Description: 'x', VATPercentage: 6 }] },
      ['InvalidVAtPercentageForTaxCountry_0_'],
    ],
    ['a description of 513 characters', { OrderLines: [{ Description: 'x'.repeat(513) }] }, ['FieldTooLong_0_']],
    [
      'an extended description of 513',
      { OrderLines: [{ Description: 'x', DescriptionExtended: 'y'.repeat(513) }] },
      ['FieldTooLong_0_'],
    ],
    ['a number that exists', { OrderNumber: '20240303' }, ['OrderNumberAlreadyExists_0_']],
    ['a program as attachment', { Attachments: [{ ...PDF, FileName: 'werkbon.exe' }] }, ['Invalid Filename']],
    ['a file without name', { Attachments: [{ FileContent: PDF.FileContent }] }, ['Invalid Filename']],
    ['a file without content', { Attachments: [{ FileName: 'a.pdf', FileContent: '' }] }, ['InvalidFileContent']],
    [
      'content that is no base64',
      { Attachments: [{ FileName: 'a.pdf', FileContent: '%PDF' }] },
      ['InvalidFileContent'],
    ],
    ['a picture as invoice', { OrderPDF: { ...PDF, FileName: 'factuur.png' } }, ['Invalid Filename']],
  ])('%s', async (_what, change, codes) => {
    const harness = await startHarness();
    const answer = await create(harness, change);
    expect([answer.status, codesOf(answer)]).toEqual([400, codes]);
    expect(harness.simulator.control.documents()).toEqual([]);
  });

  it('describe themselves in the language of the user', async () => {
    const answer = await create(await startHarness(), { OrderLines: [{ Description: 'x', VATPercentage: 12 }] });
    expect(answer.json).toEqual({
      errors: [
        {
          Code: 'InvalidVAtPercentageForTaxCountry_0_',
          Description: 'Ongeldig btw-percentage voor landcode NL',
        },
      ],
    });
  });

  it('a customer that is unknown, or of nobody: 401 without body, as page "401" says', async () => {
    const harness = await startHarness();
    const answer = await create(harness, { CustomerID: 12 });
    expect([answer.status, answer.text]).toEqual([401, '']);
    expect((await harness.client.get('/orders')).status).toBe(200);
  });

  it('bodies that are no order', async () => {
    const { client } = await startHarness();
    for (const body of ['geen json', '[]', '"x"', 'null']) {
      const answer = await client.send<{ Message: string }>('POST', '/orders', body);
      expect([answer.status, answer.json.Message]).toEqual([400, 'The request is invalid.']);
    }
    const text = await client.send('POST', '/orders', '{}', {}, { 'content-type': 'text/plain' });
    expect(text.status).toBe(415);
  });

  it('values that do not fit the model, by path', async () => {
    const harness = await startHarness();
    const answer = await create(harness, {
      OrderDate: '12-06-2025',
      CustomerID: 'Café Zoë',
      OrderLines: [{ Quantity: '1,5' }],
    });
    expect(Object.keys((answer.json as unknown as { ModelState: object }).ModelState)).toEqual([
      'order.OrderDate',
      'order.CustomerID',
      'order.OrderLines[0].Quantity',
    ]);
  });
});

it('reads what .NET reads: other capitals, numbers as text, moments with a zone, totals that are not its own', async () => {
  const harness = await startHarness();
  const product = productLine(harness.simulator, 'SPOED').ProductID;
  const order = await created(harness, {
    OrderDate: undefined,
    orderdate: '2025-06-11T23:30:00Z',
    OrderLines: [{ productid: String(product), quantity: '2.5', TotalExcl: 1 }],
    TotalExcl: 1,
  });
  expect(order).toMatchObject({ OrderDate: '2025-06-12T00:00:00', TotalExcl: 212.5 });
});

describe('files', () => {
  it('go with the order, and come back by their id', async () => {
    const harness = await startHarness();
    const { client } = harness;
    const order = await created(harness, { Attachments: [PDF, { ...PDF, FileName: 'formulier.PDF' }] });
    const attachments = order.Attachments as Row[];
    expect(attachments.map(({ FileName }) => FileName)).toEqual([
      'werkbon.pdf',
      'formulier.PDF',
      '20240304__12_06_2025 10_00_00.json',
    ]);
    expect(Object.keys(attachments[0] ?? {})).toEqual(['FileID', 'FileName']);
    const file = await client.get(`/files/${String(attachments[0]?.FileID)}`);
    expect(file.json).toEqual({ FileID: attachments[0]?.FileID, MimeType: 'application/pdf', ...PDF });
    const json = await client.get<Row>(`/files/${String(attachments[2]?.FileID)}`);
    expect(Buffer.from(String(json.json.FileContent), 'base64').toString('utf8')).toContain('"OrderType":"Invoice"');
    expect((await client.get('/files/99999999-9999-4999-8999-999999999999')).status).toBe(404);
  });

  it('of the invoice itself are made a little later, or sent along', async () => {
    const harness = await startHarness();
    const { client, clock } = harness;
    const order = await created(harness);
    expect(order.OrderPDF).toBeUndefined();
    clock.advanceSeconds(3);
    const { OrderPDF } = (await client.get<Row>(`/orders/${String(order.OrderID)}`)).json;
    const file = await client.get<Row>(`/files/${String((OrderPDF as Row).FileID)}`);
    const content = Buffer.from(String(file.json.FileContent), 'base64').toString('latin1');
    expect(content).toMatch(/^%PDF-1\.4\n/);
    expect(content).toContain('(Nummer 20240304)');
    expect(content.slice(Number(/startxref\n(\d+)/.exec(content)?.[1])).startsWith('xref\n')).toBe(true);
    const own = await startHarness({ quirks: { orderPdf: 'at-once' } });
    expect((await created(own, { OrderPDF: PDF })).OrderPDF).toMatchObject({ FileName: 'werkbon.pdf' });
  });

  it('may stand loose as documents', async () => {
    const { client } = await startHarness();
    const saved = await client.send('POST', '/documents', { Name: 'Keuring', Tags: ['2025'], File: PDF });
    expect(saved.status).toBe(200);
    expect((await client.get<Row>(`/documents/${saved.text}`)).json).toMatchObject({
      Name: 'Keuring',
      Tags: ['2025'],
      File: { FileName: 'werkbon.pdf' },
    });
    expect((await client.get('/documents', { fullTextSearch: 'keuring' })).json.Items).toHaveLength(1);
    expect(codesOf(await client.send('POST', '/documents', { Name: 'x' }))).toEqual(['RequiredField_0_']);
  });
});

describe('writing parties and products', () => {
  it('POST makes a party, and changes it when PartyID is given; PATCH takes no lists', async () => {
    const { client, simulator } = await startHarness();
    const id = await client.send<number>('POST', '/parties', {
      Name: 'Nieuwe klant',
      PartyType: 'Customer',
      Street: 'Dorpsstraat',
      StreetNumber: '1',
    });
    expect(simulator.control.books.customer('Nieuwe klant').address.street).toBe('Dorpsstraat');
    await client.send('POST', '/parties', { PartyID: id.json, Name: 'Andere naam' });
    expect((await client.send('PATCH', `/parties/${id.json}`, { Email: 'a@klant.example' })).status).toBe(200);
    expect((await client.get<Row>(`/parties/${id.json}`)).json).toMatchObject({
      Name: 'Andere naam',
      Email: 'a@klant.example',
      Street: 'Dorpsstraat',
    });
    expect(codesOf(await client.send('PATCH', `/parties/${id.json}`, { Identifiers: [] }))).toEqual([
      'PropertyNotAllowed_0_',
    ]);
    expect(codesOf(await client.send('POST', '/parties', { Name: 'x' }))).toEqual(['RequiredField_0_']);
  });

  it('POST makes products, by themselves or under Items', async () => {
    const { client } = await startHarness();
    const one = await client.send<number>('POST', '/products', {
      Reference: 'N1',
      Description: 'Nieuw',
      AmountExcl: 0.9,
    });
    const two = await client.send<number>('POST', '/products', {
      Items: [
        { Reference: 'N2', Description: 'Nieuw' },
        { ProductID: one.json, AmountExcl: 1.1 },
      ],
    });
    expect(two.json).toBe(one.json);
    expect((await client.get<Row>(`/products/${one.json}`)).json).toMatchObject({ Reference: 'N1', AmountExcl: 1.1, AmountIncl: 1.331 }); // prettier-ignore
    expect((await client.get('/products', { $filter: "Reference eq 'N2'" })).json.Items).toHaveLength(1);
  });
});

describe('quirks of orders', () => {
  it.each<[string, Record<string, string>, Row, number]>([
    ['unknownCustomer', { unknownCustomer: '400' }, { CustomerID: 12 }, 400],
    ['emptyOrderNumber', { emptyOrderNumber: 'refuse' }, {}, 400],
    ['orderStatusOnPost', { orderStatusOnPost: 'refuse' }, { OrderStatus: 'Draft' }, 400],
    ['textTooLong 500', { textTooLong: '500' }, { OrderLines: [{ Description: 'x'.repeat(513) }] }, 500],
    ['unknownProperties', { unknownProperties: 'refuse' }, { Refrence: 'x' }, 400],
    ['largestBody', { largestBody: '4MB' }, { Comments: 'x'.repeat(4_200_000) }, 413],
  ])('%s', async (_quirk, quirks, change, status) => {
    expect((await create(await startHarness(), change)).status).not.toBe(status);
    expect((await create(await startHarness({ quirks }), change)).status).toBe(status);
  });

  it.each<[string, Record<string, string>, Row, Row]>([
    ['newOrderStatus', { newOrderStatus: 'Draft' }, {}, { OrderStatus: 'Draft' }],
    ['orderStatusOnPost ignore', {}, { OrderStatus: 'Draft' }, { OrderStatus: 'ToSend' }],
    ['orderStatusOnPost accept', { orderStatusOnPost: 'accept' }, { OrderStatus: 'Draft' }, { OrderStatus: 'Draft' }],
    [
      'externalProvider',
      { externalProvider: 'overwritten' },
      { ExternalProvider: 'Simon' },
      { ExternalProvider: 'APIFeed' },
    ],
    [
      'textTooLong cut',
      { textTooLong: 'cut' },
      { OrderLines: [{ Description: 'x'.repeat(600) }] },
      { OrderLines: [{ Description: 'x'.repeat(512) }] },
    ],
    [
      'lineDecimals 2',
      {},
      { OrderLines: [{ Description: 'x', Quantity: 1.005, UnitPriceExcl: 0.125 }] },
      { OrderLines: [{ Quantity: 1.01, UnitPriceExcl: 0.13 }] },
    ],
    [
      'lineDecimals 5',
      { lineDecimals: '5' },
      { OrderLines: [{ Description: 'x', Quantity: 1.005, UnitPriceExcl: 0.125 }] },
      { OrderLines: [{ Quantity: 1.005, UnitPriceExcl: 0.125 }] },
    ],
  ])('%s', async (_quirk, quirks, change, wanted) => {
    // prettier-ignore
    expect(await created(await startHarness({ quirks }), change)).toMatchObject(wanted);
  });

  it('externalProviderID: kept and found, or dropped', async () => {
    for (const [externalProviderID, count] of [
      ['kept', 1],
      ['dropped', 0],
    ] as const) {
      const harness = await startHarness({ quirks: { externalProviderID } });
      await create(harness, { ExternalProviderID: 'db1-12' });
      const found = await harness.client.get('/orders', { $filter: "ExternalProviderID eq 'db1-12'" });
      expect(found.json.Items).toHaveLength(count);
    }
  });

  it('newOrderInLists: at once, or after five seconds while the order itself is there', async () => {
    const harness = await startHarness({ quirks: { newOrderInLists: 'after-5-seconds' } });
    const { client, clock } = harness;
    const id = (await create(harness, { ExternalProviderID: 'db1-12' })).json;
    const found = async () => (await client.get('/orders', { $filter: "ExternalProviderID eq 'db1-12'" })).json.Items;
    expect([await found(), (await client.get(`/orders/${id}`)).status]).toEqual([[], 200]);
    clock.advanceSeconds(5);
    expect(await found()).toMatchObject([{ OrderID: id }]);
  });

  it('lineOverProduct: own price and text win, or those of the product', async () => {
    const lineOf = async (lineOverProduct: string): Promise<unknown> => {
      const harness = await startHarness({ quirks: { lineOverProduct } });
      const own = productLine(harness.simulator, 'SPOED', { UnitPriceExcl: 1, Description: 'Eigen', Quantity: 3 });
      return ((await created(harness, { OrderLines: [own] })).OrderLines as Row[])[0];
    };
    expect(await lineOf('line')).toMatchObject({ UnitPriceExcl: 1, Description: 'Eigen', Quantity: 3 });
    expect(await lineOf('product')).toMatchObject({
      UnitPriceExcl: 85,
      Description: 'Spoedtoeslag buiten kantooruren',
      Quantity: 3,
    });
  });

  it('unknownOrder: 404 or 401', async () => {
    expect((await (await startHarness()).client.get('/orders/1')).status).toBe(404);
    expect((await (await startHarness({ quirks: { unknownOrder: '401' } })).client.get('/orders/1')).status).toBe(401);
  });

  it('errorShape: a list, one object, or a message', async () => {
    const refusal = async (errorShape: string): Promise<unknown> =>
      (await create(await startHarness({ quirks: { errorShape } }), { OrderLines: [] })).json;
    const text = 'Het veld OrderLines is verplicht';
    expect(await refusal('errors')).toEqual({ errors: [{ Code: 'RequiredField_0_', Description: text }] });
    expect(await refusal('single')).toEqual({ Code: 'RequiredField_0_', Description: text });
    expect(await refusal('message')).toEqual({ Message: text });
  });
});
