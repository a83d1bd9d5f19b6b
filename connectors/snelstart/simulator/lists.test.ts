import { describe, expect, it } from 'vitest';
import { startHarness } from './simulator-harness';

const ids = (rows: readonly Record<string, unknown>[]): unknown[] => rows.map((row) => row.id);

describe('paging', () => {
  it('gives at most 500 relations a page, and refuses to give more', async () => {
    const { client } = await startHarness({ books: { customers: 620, articles: 30 } });
    const first = await client.get('/relaties');
    const second = await client.get('/relaties', { $skip: 500, $top: 500 });
    expect([first.json.length, second.json.length]).toEqual([500, 121]); // 620 customers and the own relation
    expect(new Set([...ids(first.json), ...ids(second.json)]).size).toBe(621);
    const tooMany = await client.get('/relaties', { $top: 501 });
    expect(tooMany.status).toBe(400);
  });

  it('gives at most 25 articles a page, with the message that clients met', async () => {
    const { client } = await startHarness();
    expect((await client.get('/artikelen')).json).toHaveLength(25);
    const answer = await client.get<{ message: string }>('/artikelen', { $top: 500 });
    expect(answer.status).toBe(400);
    expect(answer.json.message).toContain(
      "The limit of '25' for Top query has been exceeded. The value from the incoming request is '500'.",
    );
  });

  it('ends with a page that is shorter than asked, then with empty ones', async () => {
    const { client, simulator } = await startHarness();
    const total = simulator.control.books.articles().length;
    const last = await client.get('/artikelen', { $skip: total - 3, $top: 25 });
    const beyond = await client.get('/artikelen', { $skip: total + 100, $top: 25 });
    expect([last.json.length, beyond.json]).toEqual([3, []]);
  });

  it.each([
    ['$top', '0'],
    ['$top', '-1'],
    ['$top', 'alles'],
    ['$skip', '-5'],
    ['$orderby', 'Naam'],
    ['$expand', 'Artikel'],
    ['$inlinecount', 'allpages'],
    ['$apply', 'groupby((Naam))'],
  ])('refuses %s=%s', async (option, value) => {
    const { client } = await startHarness();
    const answer = await client.get<{ message: string }>('/relaties', { [option]: value });
    expect(answer.status).toBe(400);
    expect(answer.json.message).toContain('The query specified in the URI is not valid.');
  });

  it('shows the fields of $select only', async () => {
    const { client } = await startHarness();
    const answer = await client.get('/relaties', { $select: 'Id,Naam', $top: 1 });
    expect(Object.keys(answer.json[0] ?? {}).sort()).toEqual(['id', 'naam']);
    expect((await client.get('/relaties', { $select: 'naam' })).status).toBe(400);
  });
});

describe('whole lists', () => {
  it.each([
    ['/artikelomzetgroepen', 14],
    ['/verkoopordersjablonen', 4],
    ['/landen', 5],
    ['/btwtarieven', 6],
  ])('%s comes at once', async (path, count) => {
    const { client } = await startHarness();
    expect((await client.get(path)).json).toHaveLength(count);
  });

  it('tells the Dutch VAT rates of today', async () => {
    const { client } = await startHarness();
    const rates = (await client.get('/btwtarieven')).json;
    const valid = rates.filter((rate) => String(rate.datumTotEnMet) > '2025-01-01');
    expect(Object.fromEntries(valid.map((rate) => [rate.btwSoort, rate.btwPercentage]))).toEqual({
      Geen: 0,
      Laag: 9,
      Hoog: 21,
      Overig: 0,
    });
  });
});

describe('one object', () => {
  it.each(['relaties', 'artikelen', 'artikelomzetgroepen', 'landen', 'verkoopordersjablonen', 'verkooporders'])(
    '/%s/{id} gives what the list gave',
    async (resource) => {
      const { client } = await startHarness();
      const row = (await client.get(`/${resource}`)).json.at(1);
      const answer = await client.get<unknown>(`/${resource}/${String(row?.id)}`);
      expect([answer.status, answer.json]).toEqual([200, row]);
    },
  );

  it('answers 404 for an unknown id, and for a relation that is not active', async () => {
    const { simulator, client } = await startHarness();
    const unknown = await client.get('/relaties/00000000-0000-4000-8000-000000000000');
    expect([unknown.status, unknown.json]).toEqual([404, { Message: expect.any(String) as string }]);
    const customer = simulator.control.books.customer('Café Zoë');
    simulator.control.books.deactivateCustomer('Café Zoë');
    expect((await client.get(`/relaties/${customer.id}`)).status).toBe(404);
    expect(ids((await client.get('/relaties')).json)).toContain(customer.id);
  });

  it('answers 404 of the gateway for a path that the vendor does not have', async () => {
    const { client } = await startHarness();
    const answer = await client.get<unknown>('/klanten');
    expect([answer.status, answer.json]).toEqual([404, { statusCode: 404, message: 'Resource not found' }]);
  });

  it('echoes', async () => {
    const { client } = await startHarness();
    expect((await client.get<string>('/echo/goedemorgen')).json).toBe('goedemorgen');
  });

  it('tells the administration, with the number that the next order gets', async () => {
    const { simulator, client } = await startHarness();
    const info = (await client.get<Record<string, unknown>>('/companyInfo')).json;
    expect(info).toMatchObject({
      administratieNaam: 'Koppelaar Installatietechniek',
      verkoopprijsArtikelbestandExclusiefBtw: true,
      aantalDecimalenArtikelprijzen: 5,
      artikelcodeSoort: 'Alfanumeriek',
    });
    const added = simulator.control.books.addOrder({ customer: 'Café Zoë', description: 'Nieuw' });
    expect(added.number).toBe(info.volgendVerkoopordernummer);
  });

  it('keeps quotes apart: an order is no quote', async () => {
    const { simulator, client } = await startHarness();
    const quote = simulator.control.books.addQuote({ customer: 'Café Zoë', description: 'Offerte terras' });
    const order = simulator.control.books.addOrder({ customer: 'Café Zoë', description: 'Order terras' });
    const quotes = (await client.get('/offertes')).json;
    expect(ids(quotes)).toContain(quote.id);
    expect(ids(quotes)).not.toContain(order.id);
    const answer = await client.get<{ errorCode: string }[]>(`/offertes/${order.id}`);
    expect([answer.status, answer.json[0]?.errorCode]).toEqual([400, 'VOR-0015']);
  });
});
