import { describe, expect, it } from 'vitest';
import { codesOf, created, startHarness, type Row } from './simulator-harness';

const ids = (rows: readonly Row[], name: string): number[] => rows.map((row) => Number(row[name]));

describe('pages', () => {
  it('hold 120 rows; NextPageLink leads to the rest without a row missing or twice', async () => {
    const { client } = await startHarness({ books: { customers: 300, articles: 5 } });
    const first = (await client.get('/parties')).json;
    expect([first.Items.length, first.Count]).toEqual([120, undefined]);
    expect(first.NextPageLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\/parties\?/);
    const all = ids(await client.all('/parties', { $filter: "PartyType eq 'Customer'" }), 'PartyID');
    expect([all.length, new Set(all).size]).toEqual([300, 300]);
    expect(all).toEqual(all.toSorted((one, two) => one - two));
    expect((await client.get('/parties', { $skip: 240 })).json).toMatchObject({ Items: { length: 60 } });
    expect((await client.get('/parties', { $skip: 240 })).json.NextPageLink).toBeUndefined();
  });

  it('take a $top above 120 as 120 and a link to the others of that top', async () => {
    const { client } = await startHarness({ books: { customers: 300, articles: 5 } });
    const page = (await client.get('/parties', { $top: 200 })).json;
    expect(page.Items).toHaveLength(120);
    const next = new URL(page.NextPageLink ?? '');
    expect([next.searchParams.get('$top'), next.searchParams.get('$skip')]).toEqual(['80', '120']);
    expect(await client.all('/parties', { $top: 200 })).toHaveLength(200);
    expect((await client.get('/parties', { $top: 3 })).json).toMatchObject({ Items: { length: 3 } });
    const refused = await startHarness({ quirks: { topAboveMaximum: 'refuse' } });
    expect(codesOf(await refused.client.get('/parties', { $top: 121 }))).toEqual(['GenericError']);
  });

  it('count on request, or always', async () => {
    const { client } = await startHarness({ books: { customers: 130, articles: 5 } });
    expect((await client.get('/parties', { $top: 1, $inlinecount: 'allpages' })).json.Count).toBe(130);
    const always = await startHarness({ quirks: { count: 'always' } });
    expect((await always.client.get('/products', { $top: 1 })).json.Count).toBeGreaterThan(40);
  });
});

describe('$filter', () => {
  it('knows the documented examples, in any capitals of DateTime and with double quotes', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.renameCustomer('Café Zoë', 'Café Zoë & Zn.');
    const names = async (filter: string): Promise<unknown[]> =>
      (await client.get('/parties', { $filter: filter, $orderby: 'LastModified asc' })).json.Items.map(
        (row) => row.Name,
      );
    for (const filter of [
      "PartyType eq 'Customer' and LastModified ge DateTime'2025-01-01'",
      "PartyType eq 'Customer' and LastModified ge datetime'2025-06-12T10:00:00'",
      `PartyType eq "Customer" and Name eq "Café Zoë & Zn."`,
    ]) {
      expect(await names(filter)).toEqual(['Café Zoë & Zn.']);
    }
    expect(await names("LastModified ge DateTime'2025-06-12T10:00:01'")).toEqual([]);
    expect((await client.get('/products', { $filter: "GroupName eq 'Diensten'" })).json.Items.length).toBeGreaterThan(
      3,
    );
    const between = "OrderDate ge datetime'2024-05-16' and OrderDate le datetime'2024-05-21'";
    expect((await client.get('/orders', { $filter: between })).json.Items).toHaveLength(2);
  });

  it.each([
    'OrderID gt 1',
    'CounterParty/PartyID gt 1',
    'CompanyID gt 1',
    "OrderDirection eq 'Income'",
    "OrderType ne 'Cost'",
    "OrderDate ge DateTime'2020-01-01'",
    "OrderNumber ne 'x'",
    "ExpiryDate ge DateTime'2020-01-01'",
    'ExportedToConnector eq false',
    'AccountantVerificationNeeded eq false',
    'TotalExcl ge -1',
    'TotalVAT ge -1',
    'TotalIncl ge -1',
    'FXRateToForeign eq 1',
    'Paid eq false',
    "OrderStatus ne 'x'",
    'ExternalProviderID eq null',
    "Currency eq 'EUR'",
    "startswith(PaymentReference,'+++')",
    "LastModified ge DateTime'2020-01-01'",
    "Created ge DateTime'2020-01-01'",
    'ApprovalStatus eq null',
    'PaidDate eq null',
    'PaymentMethod eq null',
    "Reference ne 'x'",
    'RemindersSent eq 0',
    'ExternalProvider eq null',
    'IsSent eq true or IsSent eq false',
  ])('of orders knows %s', async (filter) => {
    const { client } = await startHarness();
    const answer = await client.get('/orders', { $filter: filter });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.json.Items.length).toBeGreaterThan(0);
  });

  it.each(['VATNumber', 'OrderTitle', 'Comments', 'Customer/PartyID', 'CounterParty/Name', 'ToPay'])(
    'of orders does not know %s since March 2026',
    async (path) => {
      const { client } = await startHarness();
      const [name = ''] = path.startsWith('CounterParty/') ? ['Name'] : path.split('/');
      const queries: Record<string, string>[] = [{ $filter: `${path} eq 'x'` }, { $orderby: path }];
      for (const query of queries) {
        const answer = await client.get<{ errors: { Code: string; Description: string }[] }>('/orders', query);
        expect([answer.status, codesOf(answer)]).toEqual([400, ['GenericError']]);
        expect(answer.json.errors[0]?.Description).toContain(`Could not find a property named '`);
        expect(answer.json.errors[0]?.Description).toContain(name);
        expect(answer.json.errors[0]?.Description).toContain("type 'Domain.Order.OrderPartyPerformanceSafeColumns'");
      }
    },
  );

  it('answers GenericError to what it cannot read', async () => {
    const { client } = await startHarness();
    const queries: Record<string, string>[] = [
      { $filter: 'PartyType eq' },
      { $filter: "contains(Name,'a')" },
      { $filter: "PartyID eq 'x'" },
      { $orderby: 'Name upwards' },
      { $skip: 'veel' },
      { $select: 'Name' },
    ];
    for (const query of queries) {
      const answer = await client.get('/parties', query);
      expect([answer.status, codesOf(answer)]).toEqual([400, ['GenericError']]);
    }
  });
});

describe('$orderby', () => {
  it('sorts on several properties, also of the counter party, up or down', async () => {
    const { client } = await startHarness();
    const rows = (await client.get('/orders', { $orderby: 'CounterParty/PartyID desc,OrderNumber asc' })).json.Items;
    const keys = rows.map((row) => [Number((row.CounterParty as Row).PartyID), String(row.OrderNumber)] as const);
    const sorted = keys.toSorted(([one, number], [two, other]) => two - one || (number < other ? -1 : 1));
    expect(keys).toEqual(sorted);
    expect(rows.length).toBeGreaterThan(4);
  });

  it('leaves more rows than a page with one LastModified: the office imported its catalogue', async () => {
    const { client } = await startHarness({ books: 'practice' });
    const rows = await client.all('/products', { $orderby: 'LastModified' });
    const counts = new Map<unknown, number>();
    for (const { LastModified } of rows) counts.set(LastModified, (counts.get(LastModified) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeGreaterThan(120);
  });
});

it('fullTextSearch works on parties, orders and documents, and is passed over on products', async () => {
  const harness = await startHarness();
  const { client } = harness;
  await created(harness, { Reference: 'PO-77' });
  const found = async (path: string, words: string): Promise<number> =>
    (await client.get(path, { fullTextSearch: words })).json.Items.length;
  expect(await found('/parties', 'zoë café')).toBe(1);
  expect(await found('/orders', 'po-77')).toBe(1);
  expect(await found('/parties', 'bestaat niet')).toBe(0);
  expect(await found('/products', 'bestaat niet')).toBeGreaterThan(0);
});

describe('rows', () => {
  it('leave out what is not filled in, and write decimals and moments as SQL Server and .NET do', async () => {
    const { client } = await startHarness();
    const answer = await client.get('/products', { $filter: "Reference eq '000123'" });
    expect(answer.text).toContain('"AmountExcl":0.10331');
    expect(answer.text).toContain('"VAT":21.00');
    expect(answer.text).toContain('"MinimumBilledQuantity":0.0000');
    const parties = (await client.get('/parties')).json.Items;
    expect(JSON.stringify(parties)).not.toContain('null');
    for (const { LastModified } of parties) {
      expect(LastModified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,2}[1-9])?$/);
      expect(String(LastModified).split('.')[1]?.padEnd(3, '0') ?? '000').toMatch(/[037]$/);
    }
  });

  it('hold street, number and box apart', async () => {
    const { client } = await startHarness();
    const [row] = (await client.get('/parties', { $filter: `Name eq 'Brasserie "De Gouden Leeuw"'` })).json.Items;
    expect(row).toMatchObject({ Street: 'Grote Markt', StreetNumber: '4', Box: '12', CountryCode: 'BE' });
  });

  it('never show what is not active: only a comparison of all ids tells, as with what was deleted', async () => {
    const { simulator, client } = await startHarness();
    const books = simulator.control.books;
    const before = ids(await client.all('/parties'), 'PartyID');
    const zoe = books.customer('Café Zoë').id;
    books.deactivateCustomer('Café Zoë');
    books.deleteCustomer("'t Hoekje");
    const after = ids(await client.all('/parties'), 'PartyID');
    expect(before.filter((id) => !after.includes(id))).toHaveLength(2);
    expect((await client.get('/parties', { $filter: "LastModified ge DateTime'2025-01-01'" })).json.Items).toEqual([]);
    expect((await client.get<Row>(`/parties/${zoe}`)).json.Name).toBe('Café Zoë');
    const shown = await startHarness({ quirks: { inactiveRows: 'show' } });
    expect(ids(await shown.client.all('/parties'), 'PartyID').length).toBeGreaterThan(before.length);
  });

  it('of orders are summaries; the order itself has lines, texts and files', async () => {
    const { client } = await startHarness();
    const [row] = (await client.get('/orders', { $filter: "OrderStatus eq 'ToInvoice' and OrderType eq 'Offer'" })).json
      .Items;
    expect(Object.keys(row ?? {})).not.toContain('OrderLines');
    expect(Object.keys(row ?? {})).not.toContain('Comments');
    expect(row?.OrderPDF).toEqual({ FileID: expect.any(String) as string });
    const order = (await client.get<Row>(`/orders/${String(row?.OrderID)}`)).json;
    expect(order.OrderTitle).toBe('WB Vervangen hydrofoor');
    expect(order.Comments).toBe('Sleutel bij de beheerder.\nNa 17:00 uur geen geluid.');
    expect(order.OrderLines).toMatchObject([{ Reference: 'POMP-8' }, { Reference: 'ARBEID', Quantity: 6 }]);
  });

  it('answer 401 for a party or product that is not there', async () => {
    const { client } = await startHarness();
    expect((await client.get('/parties/1')).status).toBe(401);
    expect((await client.get('/products/1')).status).toBe(401);
    expect((await client.get('/onbekend')).status).toBe(404);
  });
});

describe('quirks of lists', () => {
  it('partyRows: complete, or without address', async () => {
    const keys = async (partyRows: string): Promise<string[]> =>
      Object.keys((await (await startHarness({ quirks: { partyRows } })).client.get('/parties')).json.Items[0] ?? {});
    expect(await keys('complete')).toContain('Street');
    expect(await keys('thin')).not.toContain('Street');
  });

  it('filterableFields: every plain field, or only those of the examples', async () => {
    const status = async (filterableFields: string, query: Record<string, string>): Promise<number> =>
      (await (await startHarness({ quirks: { filterableFields } })).client.get('/products', query)).status;
    expect(await status('all', { $filter: "Reference eq 'KM'" })).toBe(200);
    expect(await status('documented', { $filter: "Reference eq 'KM'" })).toBe(400);
    expect(await status('documented', { $filter: "LastModified ge DateTime'2020-01-01'" })).toBe(200);
  });

  it('ties: by id, or in another order each time', async () => {
    const twice = async (ties: string): Promise<boolean> => {
      const { client } = await startHarness({ quirks: { ties } });
      const ask = async () => ids((await client.get('/products', { $orderby: 'VAT' })).json.Items, 'ProductID').join();
      return (await ask()) === (await ask());
    };
    expect([await twice('by-id'), await twice('unstable')]).toEqual([true, false]);
  });

  it('textCompare: without or with regard to capitals', async () => {
    const found = async (textCompare: string): Promise<number> => {
      const { client } = await startHarness({ quirks: { textCompare } });
      return (await client.get('/parties', { $filter: "Name eq 'CAFÉ ZOË'" })).json.Items.length;
    };
    expect([await found('ignore-case'), await found('exact')]).toEqual([1, 0]);
  });

  it('zone: the clock of Brussels or UTC, in answers and in filters alike', async () => {
    for (const [zone, hour] of [
      ['local', '10'],
      ['utc', '08'],
    ] as const) {
      const { simulator, client } = await startHarness({ quirks: { zone } });
      simulator.control.books.renameCustomer('Café Zoë', 'Zoë');
      const filter = { $filter: `LastModified ge DateTime'2025-06-12T${hour}:00:00'` };
      expect((await client.get('/parties', filter)).json.Items.map((row) => row.LastModified)).toEqual([
        `2025-06-12T${hour}:00:00`,
      ]);
    }
  });

  it('limits: none, or 60 calls a minute with 429', async () => {
    const harness = await startHarness({ quirks: { limits: '60-per-minute' } });
    const statuses: number[] = [];
    for (let call = 0; call < 61; call += 1) statuses.push((await harness.client.get('/documents')).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    expect((await harness.client.get('/documents')).headers.get('retry-after')).toBe('60');
    harness.clock.advanceSeconds(61);
    expect((await harness.client.get('/documents')).status).toBe(200);
    const silent = await startHarness({ quirks: { limits: '60-per-minute', retryAfterHeader: 'no' } });
    for (let call = 0; call < 60; call += 1) await silent.client.get('/documents');
    const refused = await silent.client.get('/documents');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
  });
});
