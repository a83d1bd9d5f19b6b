import { describe, expect, it } from 'vitest';
import { codesOf, create, created, productLine, smallInvoice, startHarness, type Row } from './simulator-harness';

describe('an invoice', () => {
  it('is created with 200 and its bare id', async () => {
    const harness = await startHarness();
    const answer = await create(harness);
    expect([answer.status, answer.text]).toEqual([200, String(answer.json)]);
    expect(harness.simulator.control.documents()).toMatchObject([
      { id: answer.text, kind: 'factuur', customerName: 'Café Zoë', totalExclVat: '85', totalInclVat: '102.85' },
    ]);
  });

  it('gets what Billit fills in: number, status, reference for the payment, provider, delivery date', async () => {
    const harness = await startHarness();
    const { client, clock } = harness;
    const id = (await create(harness)).json;
    clock.advanceSeconds(3);
    const order = (await client.get<Row>(`/orders/${id}`)).json;
    expect(order).toMatchObject({
      OrderID: id,
      OrderNumber: '20240304',
      OrderStatus: 'ToSend',
      IsSent: false,
      Paid: false,
      ExternalProvider: 'APIFeed',
      Currency: 'EUR',
      OrderDate: '2025-06-12T00:00:00',
      DeliveryDate: '2025-06-12T00:00:00',
      TotalExcl: 85,
      TotalVAT: 17.85,
      TotalIncl: 102.85,
      ToPay: 102.85,
      OrderPDF: { FileName: 'Invoice_20240304_Koppelaar Installatietechniek.pdf' },
      Attachments: [{ FileName: '20240304__12_06_2025 10_00_00.json' }],
      Customer: { Name: 'Café Zoë', PartyType: 'Customer' },
      Supplier: { Name: 'Koppelaar Installatietechniek B.V.' },
    });
    const [, digits = '', remainder = ''] = /^\+\+\+(\d{3}\/\d{4}\/\d{3})(\d{2})\+\+\+$/.exec(String(order.PaymentReference)) ?? []; // prettier-ignore
    expect(Number(digits.replaceAll('/', '')) % 97 || 97).toBe(Number(remainder));
    expect((await created(harness)).OrderNumber).toBe('20240305');
  });

  it('keeps what was sent', async () => {
    const harness = await startHarness();
    const sent = {
      OrderNumber: 'WB-2025-12',
      Reference: 'PO 4500187733',
      OrderTitle: 'Kenmerk klant',
      Comments: 'Werkadres: Dorpsstraat 1\nLekkage verholpen',
      InternalInfo: 'Intern',
      ExternalProvider: 'SimonKoppel',
      ExternalProviderID: 'db1-12',
      PaymentReference: 'WB12',
      PaymentTerms: '30 dagen',
    };
    expect(
      await created(harness, { ...sent, PeriodFrom: '2025-06-01T00:00:00', DeliveryDate: '2025-06-11' }),
    ).toMatchObject({
      ...sent,
      PeriodFrom: '2025-06-01T00:00:00',
      DeliveryDate: '2025-06-11T00:00:00',
    });
    const found = await harness.client.get('/orders', { $filter: "ExternalProviderID eq 'db1-12'" });
    expect(found.json.Items).toMatchObject([{ OrderNumber: 'WB-2025-12', ExternalProvider: 'SimonKoppel' }]);
  });

  it('takes from the product what a line leaves out, and a line of text only', async () => {
    const harness = await startHarness();
    const order = await created(harness, {
      OrderLines: [
        { Description: 'Lekkage verholpen' },
        productLine(harness.simulator, 'ARBEID'),
        productLine(harness.simulator, 'ARBEID', { Quantity: 0.25, UnitPriceExcl: 50, Description: 'Reistijd' }),
      ],
    });
    expect(order.OrderLines).toMatchObject([
      { Description: 'Lekkage verholpen', Quantity: 0, TotalExcl: 0, VATPercentage: 0 },
      { Description: 'Arbeidsuur monteur', Quantity: 1, UnitPriceExcl: 62.5, Unit: 'HUR', VATPercentage: 21 },
      { Description: 'Reistijd', Reference: 'ARBEID', Quantity: 0.25, UnitPriceExcl: 50, TotalExcl: 12.5 },
    ]);
  });
});

describe('amounts', () => {
  const line = (UnitPriceExcl: number, VATPercentage: number, more: Row = {}): Row => ({
    Description: 'x',
    Quantity: 1,
    UnitPriceExcl,
    VATPercentage,
    ...more,
  });

  it('are taken over the sum of each rate, as the example of page "Calculation Method"', async () => {
    const harness = await startHarness({ quirks: { companies: 'several' } });
    const { simulator, client } = harness;
    const belgian = simulator.control.books.inCompany('Koppelaar België');
    client.partyId = belgian.company().id;
    const id = await client.send<number>(
      'POST',
      '/orders',
      smallInvoice(simulator, {
        CustomerID: Number(belgian.customers()[0]?.id),
        OrderLines: [line(49.99, 6), line(24.95, 21), line(59.99, 21)],
      }),
    );
    const order = (await client.get<Row>(`/orders/${id.json}`)).json;
    expect(order).toMatchObject({ TotalExcl: 134.93, TotalIncl: 155.77, VentilationCode: '4' });
    expect(order.VatGroups).toMatchObject([
      { VATPercentage: 6, TotalExcl: 49.99, TotalIncl: 52.99, VentilationCode: '2' },
      { VATPercentage: 21, TotalExcl: 84.94, TotalIncl: 102.78 },
    ]);
  });

  it('never touch a float: 0.1 + 0.2, half cents, reductions', async () => {
    const harness = await startHarness({ quirks: { lineDecimals: '5' } });
    const order = await created(harness, {
      OrderLines: [
        line(0.1, 0, { Quantity: 3 }),
        line(1.005, 21),
        line(100, 21, { ReductionPercentage: 12.5, Quantity: 2 }),
        line(-25, 9),
      ],
    });
    expect((order.OrderLines as Row[]).map((row) => row.TotalExcl)).toEqual([0.3, 1.01, 175, -25]);
    expect(order).toMatchObject({ TotalExcl: 151.31, TotalVAT: 34.71, TotalIncl: 186.02 });
  });

  it('start from the price with VAT when that leads', async () => {
    const harness = await startHarness();
    const order = await created(harness, {
      OrderLines: [{ Description: 'x', Quantity: 3, UnitPriceIncl: 10, InclLeading: true, VATPercentage: 21 }],
    });
    expect(order).toMatchObject({ TotalIncl: 30, TotalExcl: 24.79, TotalVAT: 5.21 });
    expect(order.OrderLines).toMatchObject([{ InclLeading: true, UnitPriceIncl: 10, UnitPriceExcl: 8.26 }]);
  });
});

describe('a customer object in place of CustomerID', () => {
  it.each<[string, Row]>([
    ['VAT number', { VATNumber: 'nl004495445b01' }],
    ['mail address', { Email: 'WIL@hoekje.example' }],
    ['number', { Nr: '10003' }],
  ])('is matched by %s', async (_what, by) => {
    const harness = await startHarness();
    harness.simulator.control.books.changeCustomer('Café Zoë', { vatNumber: 'NL004495445B01' });
    const before = harness.simulator.control.books.customers().length;
    const order = await created(harness, { CustomerID: undefined, Customer: { Name: 'Iemand anders', ...by } });
    expect((order.Customer as Row).Name).not.toBe('Iemand anders');
    expect(harness.simulator.control.books.customers()).toHaveLength(before);
  });

  it('is matched by address, which merges two debtors at one address', async () => {
    const harness = await startHarness();
    const { street, streetNumber, zipcode } = harness.simulator.control.books.customer("'t Hoekje").address;
    const order = await created(harness, {
      CustomerID: undefined,
      Customer: {
        Name: 'Bovenburen',
        Addresses: [{ AddressType: 'InvoiceAddress', Street: street, StreetNumber: streetNumber, Zipcode: zipcode }],
      },
    });
    expect((order.Customer as Row).Name).toBe("'t Hoekje");
  });

  it('becomes a new customer when nothing matches', async () => {
    const harness = await startHarness();
    const order = await created(harness, {
      CustomerID: undefined,
      Customer: { Name: 'Nieuw', PartyType: 'Customer', Email: 'nieuw@klant.example' },
    });
    expect(harness.simulator.control.books.customer('Nieuw').id).toBe(String((order.Customer as Row).PartyID));
  });
});

describe('an idempotency key', () => {
  it.each(['Idempotent-Key', 'Idempotency-Key'])(
    '%s makes a second call a 409 that does not tell the order',
    async (header) => {
      const harness = await startHarness();
      const key = { [header]: 'db1-12' };
      expect((await create(harness, {}, key)).status).toBe(200);
      const again = await create(harness, { Reference: 'anders' }, key);
      expect([again.status, again.json]).toEqual([409, { errors: [{ Code: 'Idempotent token already exists' }] }]);
      expect(harness.simulator.control.documents()).toHaveLength(1);
      expect((await create(harness, {}, { [header]: 'db1-13' })).status).toBe(200);
    },
  );

  it('is kept only when the call succeeded, and also when the order was deleted later', async () => {
    const harness = await startHarness();
    const key = { 'Idempotent-Key': 'db1-12' };
    expect((await create(harness, { OrderLines: [] }, key)).status).toBe(400);
    const id = (await create(harness, {}, key)).json;
    await harness.client.send('DELETE', `/orders/${id}`);
    expect((await create(harness, {}, key)).status).toBe(409);
  });

  it('stops two calls at the same time as well', async () => {
    const harness = await startHarness();
    const key = { 'Idempotent-Key': 'db1-12' };
    const answers = await Promise.all([create(harness, {}, key), create(harness, {}, key), create(harness, {}, key)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it('idempotencyHeader: one of the two names, or neither, may be what works', async () => {
    const again = async (idempotencyHeader: string, header: string): Promise<number> => {
      const harness = await startHarness({ quirks: { idempotencyHeader } });
      await create(harness, {}, { [header]: 'db1-12' });
      return (await create(harness, {}, { [header]: 'db1-12' })).status;
    };
    expect([
      await again('Idempotent-Key', 'Idempotent-Key'),
      await again('Idempotent-Key', 'Idempotency-Key'),
      await again('Idempotency-Key', 'Idempotency-Key'),
      await again('neither', 'Idempotent-Key'),
    ]).toEqual([409, 200, 409, 200]);
  });
});

describe('later', () => {
  it('an order can be changed by sending it with its OrderID', async () => {
    const harness = await startHarness();
    const first = await created(harness);
    const id = Number(first.OrderID);
    expect((await create(harness, { OrderID: id, Reference: 'PO-2' })).json).toBe(id);
    const order = (await harness.client.get<Row>(`/orders/${id}`)).json;
    expect(order).toMatchObject({ Reference: 'PO-2', OrderNumber: first.OrderNumber });
    expect(harness.simulator.control.documents()).toHaveLength(1);
    expect((await create(harness, { OrderID: 1 })).status).toBe(404);
  });

  it('PATCH changes some fields, and refuses lines and files', async () => {
    const harness = await startHarness();
    const id = (await create(harness)).json;
    const patch = (body: Row) => harness.client.send('PATCH', `/orders/${id}`, body);
    expect((await patch({ Paid: true, PaidDate: '2025-06-20', InternalInfo: 'Contant' })).status).toBe(200);
    expect((await harness.client.get<Row>(`/orders/${id}`)).json).toMatchObject({
      Paid: true,
      PaidDate: '2025-06-20T00:00:00',
      InternalInfo: 'Contant',
      OrderStatus: 'Paid',
      ToPay: 0,
    });
    expect(codesOf(await patch({ Attachments: [] }))).toEqual(['PropertyNotAllowed_0_']);
  });

  it('DELETE moves an order to the list of deleted ones', async () => {
    const harness = await startHarness();
    const { client } = harness;
    const id = (await create(harness, { ExternalProviderID: 'db1-12' })).json;
    const removed = await client.send('DELETE', `/orders/${id}`);
    expect([removed.status, removed.json]).toEqual([200, true]);
    const filter = { $filter: "ExternalProviderID eq 'db1-12'" };
    expect((await client.get('/orders', filter)).json.Items).toEqual([]);
    expect((await client.get('/orders/deleted', filter)).json.Items).toMatchObject([{ OrderID: id }]);
    expect((await client.get(`/orders/${id}`)).status).toBe(404);
    expect(harness.simulator.control.documents()).toMatchObject([{ kind: 'factuur (verwijderd)' }]);
  });

  it('sending is a call of its own', async () => {
    const harness = await startHarness();
    const id = (await create(harness)).json;
    const send = (body: Row) => harness.client.send('POST', '/orders/commands/send', body);
    expect((await send({ Transporttype: 'SMTP', OrderIDs: [id] })).status).toBe(200);
    expect((await harness.client.get<Row>(`/orders/${id}`)).json).toMatchObject({ IsSent: true, OrderStatus: 'ToPay' });
    expect((await send({ TransportType: 'SMTP', OrderIds: [1] })).status).toBe(401);
  });
});

describe('offers of the office', () => {
  it('are approved, refused and invoiced on screen, and show as changed', async () => {
    const { simulator, client } = await startHarness();
    const books = simulator.control.books;
    const { number } = books.addOffer({
      customer: 'Café Zoë',
      title: 'WB Keukenkraan',
      lines: [
        { article: null, quantity: '0', description: 'Na sluitingstijd' },
        { article: 'SPOED', quantity: '1' },
      ],
    });
    const status = async (): Promise<unknown> =>
      (await client.get('/orders', { $filter: `OrderNumber eq '${number}' and LastModified ge DateTime'2025-06-12'` }))
        .json.Items[0]?.OrderStatus;
    expect(await status()).toBe('Draft');
    books.approveOffer(number);
    expect(await status()).toBe('ToInvoice');
    books.invoiceOffer(number);
    expect(await status()).toBe('Invoiced');
    books.refuseOffer(number);
    expect(await status()).toBe('Refused');
    expect(simulator.control.documents()).toEqual([]);
  });

  it('approvedOffer: ToInvoice, ToDeliver, or the approval status', async () => {
    for (const [approvedOffer, wanted] of [
      ['ToDeliver', { OrderStatus: 'ToDeliver' }],
      ['ApprovalStatus', { OrderStatus: 'Sent', ApprovalStatus: 'Approved' }],
    ] as const) {
      const { simulator, client } = await startHarness({ quirks: { approvedOffer } });
      const { number } = simulator.control.books.addOffer({ customer: 'Café Zoë', title: 'WB' });
      simulator.control.books.approveOffer(number);
      const found = await client.get('/orders', { $filter: `OrderNumber eq '${number}'` });
      expect(found.json.Items).toMatchObject([wanted]);
    }
  });
});
