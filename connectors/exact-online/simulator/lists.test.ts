import { describe, expect, it } from 'vitest';
import { refusalOf, startHarness, type Json } from './simulator-harness';

interface Page {
  readonly d: { readonly results: Json[]; readonly __next?: string; readonly __count?: string };
}
const names = (rows: readonly Json[]): unknown[] => rows.map((row) => row.Name);

describe('pages', () => {
  it('hold 60 rows and an address that is followed unchanged, until all rows came once', async () => {
    const { simulator, client } = await startHarness({ books: 'practice' });
    const first = await client.get<Page>('crm/Accounts', { $select: 'ID,Name' });
    expect(first.json.d.results).toHaveLength(60);
    const last = first.json.d.results.at(-1)?.ID as string;
    expect(decodeURIComponent(first.json.d.__next ?? '')).toBe(
      `${simulator.endpoints.api}/api/v1/${client.division}/crm/Accounts?$select=ID,Name&$skiptoken=guid'${last}'`,
    );
    const all = await client.all('crm/Accounts', { $select: 'ID,Name' });
    expect(all).toHaveLength(290);
    expect(new Set(all.map((row) => row.ID)).size).toBe(290);
  });

  it('hold 1000 rows at the bulk and sync addresses', async () => {
    const { client } = await startHarness({ books: { customers: 1100, articles: 0 } });
    const bulk = await client.get<Page>('bulk/CRM/Accounts', { $select: 'ID' });
    const sync = await client.get<Page>('sync/CRM/Accounts', { $filter: 'Timestamp gt 0L', $select: 'ID' });
    expect([bulk.json.d.results.length, sync.json.d.results.length]).toEqual([1000, 1000]);
    expect(await client.all('sync/CRM/Accounts', { $filter: 'Timestamp gt 0L', $select: 'ID' })).toHaveLength(1100);
    expect((await client.get('bulk/CRM/Accounts')).status).toBe(400);
  });

  it('of $top=100 go on with the rest in the address', async () => {
    const { client } = await startHarness({ books: 'practice' });
    const first = await client.get<Page>('crm/Accounts', { $top: 100, $select: 'ID' });
    expect(first.json.d.results).toHaveLength(60);
    expect(decodeURIComponent(first.json.d.__next ?? '')).toContain('&$top=40&$skiptoken=');
    const second = await client.get<{ d: Json[] }>(first.json.d.__next ?? '');
    expect(second.json.d).toHaveLength(40);
  });

  it('carry the field of $orderby in the token', async () => {
    const { client } = await startHarness({ books: 'practice' });
    const first = await client.get<Page>('crm/Accounts', { $orderby: 'Modified desc', $select: 'ID,Modified' });
    expect(decodeURIComponent(first.json.d.__next ?? '')).toMatch(/\$skiptoken=datetime'[^']+',guid'[^']+'$/);
    const all = await client.all('crm/Accounts', { $orderby: 'Modified desc', $select: 'ID,Modified' });
    const moments = all.map((row) => Number(/\d+/.exec(String(row.Modified))?.[0]));
    expect(moments).toEqual(moments.toSorted((one, two) => two - one));
    expect(all).toHaveLength(290);
  });

  it('that fit in $top come as a bare array, unless told otherwise', async () => {
    const { client } = await startHarness();
    expect((await client.get<{ d: Json[] }>('crm/Accounts', { $top: 2 })).json.d).toHaveLength(2);
    const wrapped = await startHarness({ quirks: { bareList: 'never' } });
    expect((await wrapped.client.get<Page>('crm/Accounts', { $top: 2 })).json.d.results).toHaveLength(2);
  });

  it('can be counted', async () => {
    const { client } = await startHarness();
    expect((await client.get('crm/Accounts/$count')).text).toBe('19');
    const page = await client.get<Page>('crm/Accounts', { $inlinecount: 'allpages', $top: 1 });
    expect([page.json.d.__count, page.json.d.results.length]).toEqual(['19', 1]);
  });
});

describe('$filter', () => {
  it.each([
    ["Name eq 'Café Zoë'", ['Café Zoë']],
    ["Name eq '''t Hoekje'", ["'t Hoekje"]],
    ["Name eq 'café zoë'", []],
    ["Code eq '             10003'", ['Café Zoë']],
    ["Code eq '10003'", []],
    ["trim(Code) eq '10003'", ['Café Zoë']],
    ["substringof('Totaal',Name) eq true", ['Öztürk Totaalbouw']],
    ["startswith(Name,'Café') eq true", ['Café Zoë']],
    ["Status eq 'C' and (Name eq 'Café Zoë' or Name eq 'Jansen') and Email ne null", ['Café Zoë', 'Jansen']],
    ["Country eq 'DE'", []],
    ["ID eq guid'00000000-0000-4000-8000-000000000000'", []],
    ["EndDate lt datetime'2024-01-01T00:00'", ['Oud-klant Verhuisd']],
    ['Blocked eq true', ['Failliet Bouw B.V.']],
  ])('%s', async (filter, expected) => {
    const { client } = await startHarness();
    expect(names(await client.list('crm/Accounts', { $filter: filter })).toSorted()).toEqual(expected.toSorted());
  });

  it('finds a row by its id, in the query and in the path', async () => {
    const { simulator, client } = await startHarness();
    const { id } = simulator.control.books.customer('Café Zoë');
    expect(names(await client.list('crm/Accounts', { $filter: `ID eq guid'${id.toUpperCase()}'` }))).toEqual([
      'Café Zoë',
    ]);
    const one = await client.get<{ d: Json }>(`crm/Accounts(guid'${id}')`, { $select: 'ID,Name' });
    expect(one.json.d).toMatchObject({ ID: id, Name: 'Café Zoë' });
  });

  it.each([
    ["Naam eq 'x'", "Could not find a property named 'Naam'"],
    ['Name', "Expression of type 'System.Boolean' expected at position 0."],
    ['Name eq City', 'This $filter parameter is not supported for this resource'],
    ["ID eq 'abc'", "'Edm.Guid' and 'Edm.String'"],
    ["Modified ge '2024-01-01'", "'Edm.DateTime' and 'Edm.String'"],
    ["contains(Name,'x')", "An unknown function with name 'contains'"],
    ["Name eq 'x", 'Syntax error'],
  ])('%s is refused with 400 in the shape of the vendor', async (filter, text) => {
    const { client } = await startHarness();
    const answer = await client.get('crm/Accounts', { $filter: filter });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ error: { code: '', message: { lang: '' } } });
    expect(refusalOf(answer)).toContain(text);
  });

  it('is demanded by some endpoints when the app is held to it', async () => {
    const { client } = await startHarness({ quirks: { mandatoryFilter: 'on' } });
    const answer = await client.get('crm/Accounts', { $select: 'ID' });
    expect(answer.status).toBe(400);
    expect(refusalOf(answer)).toMatch(/mandatory filtering applied.*:Accountant,.*,VATNumber\.$/);
    expect((await client.get('crm/Accounts', { $filter: "Status eq 'C'" })).status).toBe(200);
    expect((await client.get('financial/Journals')).status).toBe(200);
  });
});

describe('$select and $expand', () => {
  it('keep the fields that are named, and refuse unknown and obsolete ones', async () => {
    const { client } = await startHarness();
    const [row] = await client.list('crm/Accounts', { $select: 'Name, Code', $top: 1 });
    expect(Object.keys(row ?? {})).toEqual(['__metadata', 'Code', 'Name']);
    const refused = await client.get('crm/Accounts', { $select: 'ID,IsPurchase' });
    expect([refused.status, refusalOf(refused)]).toEqual([
      400,
      "No property 'IsPurchase' exists in type 'Exact.Web.Api.Models.CRM.Account' at position 0.",
    ]);
  });

  it('show a collection as an address, or whole', async () => {
    const { client } = await startHarness();
    const [deferred] = await client.list('salesinvoice/SalesInvoices', { $filter: "YourRef eq 'PO-2024/118'" });
    const { uri } = (deferred?.SalesInvoiceLines as { __deferred: { uri: string } }).__deferred;
    const lines = await client.list(uri);
    const [expanded] = await client.list('salesinvoice/SalesInvoices', {
      $filter: "YourRef eq 'PO-2024/118'",
      $expand: 'SalesInvoiceLines',
      $select: 'InvoiceID,SalesInvoiceLines/ItemCode',
    });
    const inside = (expanded?.SalesInvoiceLines as { results: Json[] }).results;
    expect(inside.map((line) => line.ItemCode)).toEqual(['ALA-B16', 'VMVK-3x2,5', 'ARBEID']);
    expect(lines.map((line) => line.ItemCode).toSorted()).toEqual(['ALA-B16', 'ARBEID', 'VMVK-3x2,5']);
  });

  it('are demanded for sales prices', async () => {
    const { client } = await startHarness();
    const answer = await client.get('logistics/SalesItemPrices');
    expect([answer.status, refusalOf(answer)]).toEqual([
      400,
      'Please add a $select or a $top=1 statement to the query string.',
    ]);
    expect((await client.get('logistics/SalesItemPrices', { $top: 1 })).status).toBe(200);
  });
});

describe('how values are written', () => {
  it('moments stand on the Dutch clock as if it were UTC, in answers and filters alike', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.renameCustomer('Café Zoë', 'Zoë');
    const rows = await client.list('crm/Accounts', { $filter: "Modified ge datetime'2025-06-12T10:00:00'" });
    expect(rows.map((row) => [row.Name, row.Modified])).toEqual([['Zoë', `/Date(${Date.UTC(2025, 5, 12, 10)})/`]]);
    const me = await client.get<Page>('/api/v1/current/Me');
    expect(me.json.d.results[0]).toMatchObject({ ServerUtcOffset: 7200, ServerTime: '2025-06-12T10:00:00' });
  });

  it('Int64 is text, Double a number, codes and countries are padded', async () => {
    const { client } = await startHarness();
    const [division] = await client.list('system/Divisions', { $filter: 'Hid eq 1L' });
    expect(division).toMatchObject({
      Code: 3141592,
      Hid: '1',
      Country: 'NL ',
      Status: 1,
      BlockingStatus: 0,
      Current: true,
    });
    const [item] = await client.list('logistics/Items', { $filter: "Code eq 'ARBEID'" });
    expect(item).toMatchObject({
      StandardSalesPrice: 62.5,
      IsTime: 1,
      ItemGroupDescription: 'Diensten',
      SalesVatCode: '4',
    });
    const [account] = await client.list('crm/Accounts', { $filter: "Name eq 'Café Zoë'" });
    expect([account?.Code, account?.Country]).toEqual(['             10003', 'NL ']);
  });

  it('is an Atom feed for a client that does not accept JSON', async () => {
    const { client } = await startHarness();
    const feed = await client.get('crm/Accounts', { $top: 1, $select: 'Name' }, { accept: '*/*' });
    expect(feed.headers.get('content-type')).toContain('application/atom+xml');
    expect(feed.text).toContain('<d:Name>');
    const json = await startHarness({ quirks: { withoutAccept: 'json' } });
    expect((await json.client.get('crm/Accounts', { $top: 1 }, { accept: '*/*' })).json).toBeDefined();
  });
});

describe('addresses', () => {
  it.each([
    ['crm/Relaties', 404],
    ["crm/Accounts(guid'00000000-0000-4000-8000-000000000000')", 404],
    ['CRM/accounts', 200],
    ['documents/DocumentTypes(55)', 200],
    ['system/AllDivisions', 200],
    ['financial/Journals?$filter=Type eq 20', 200],
    ['salesinvoice/PrintedSalesInvoices', 404],
  ])('%s gives %i', async (path, status) => {
    const { client } = await startHarness();
    expect((await client.get(`/api/v1/${client.division}/${path}`)).status).toBe(status);
  });

  it('CurrentDivision moves when the user opens another company on the site', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.switchCompany(3141593);
    const me = await client.get<Page>('/api/v1/current/Me', { $select: 'CurrentDivision' });
    expect(me.json.d.results[0]?.CurrentDivision).toBe(3141593);
    const other = await client.list('/api/v1/3141593/crm/Accounts', { $select: 'ID' });
    expect(other).toHaveLength(6);
  });
});
