import { describe, expect, it } from 'vitest';
import { articleLine, smallOrder, startHarness } from './simulator-harness';

type Order = Record<string, unknown> & { id: string; nummer: number; regels: Record<string, unknown>[] };

describe('POST /verkooporders', () => {
  it('answers 201 with the whole order, which the list and the id give as well', async () => {
    const { simulator, client } = await startHarness();
    const info = (await client.get<Record<string, unknown>>('/companyInfo')).json;
    const created = await client.send<Order>('POST', '/verkooporders', {
      ...smallOrder(simulator),
      procesStatus: 'Werkbon',
      omschrijving: 'Lekkage toilet XXX',
      betalingskenmerk: '2025-0012',
      memo: 'Dorpsstraat 1\r\n3811 AA Amersfoort',
      orderreferentie: 'WB-12',
      verkooporderBtwIngaveModel: 'Exclusief',
      regels: [
        { omschrijving: 'Toilet lekvrij gemaakt' },
        articleLine(simulator, 'ARBEID', { aantal: 2, stuksprijs: 62.5 }),
        articleLine(simulator, 'REISTIJD', { aantal: 0.25, stuksprijs: 47.5 }),
        articleLine(simulator, '007', { aantal: 3, stuksprijs: 8.67769, omschrijving: 'Kit wit' }),
      ],
    });
    expect(created.status, created.text).toBe(201);
    expect(created.json).toMatchObject({
      nummer: info.volgendVerkoopordernummer,
      uri: `/verkooporders/${created.json.id}`,
      procesStatus: 'Werkbon',
      verkoopOrderStatus: 'InBehandeling',
      krediettermijn: 30,
      geblokkeerd: false,
      omschrijving: 'Lekkage toilet XXX',
      verkoopfactuur: null,
      totaalExclusiefBtw: 162.91, // 125 + 11.875 -> 11.88 + 26.03307 -> 26.03
      totaalInclusiefBtw: 197.12, // 162.91 x 21 % = 34.2111 -> 34.21
      modifiedOn: '2025-06-12T10:00:00',
    });
    expect(created.json.regels.map((line) => [line.omschrijving, line.aantal, line.totaal])).toEqual([
      ['Toilet lekvrij gemaakt', 0, 0],
      ['Arbeidsuur monteur', 2, 125],
      ['Reistijd monteur', 0.25, 11.88],
      ['Kit wit', 3, 26.03],
    ]);
    expect((await client.get<unknown>(`/verkooporders/${created.json.id}`)).json).toEqual(created.json);
    const found = await client.get('/verkooporders', { $filter: "Orderreferentie eq 'WB-12'" });
    expect(found.json).toEqual([created.json]);
  });

  it('adds VAT up per rate and rounds once', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.addArticle({ code: 'LAAG', description: 'Laag', group: 'Diensten woning ouder dan 2 jaar', salesPrice: '1' }); // prettier-ignore
    simulator.control.books.addArticle({ code: 'NUL', description: 'Nul', group: 'Zonnepanelen', salesPrice: '1' });
    const line = (code: string, stuksprijs: number) => articleLine(simulator, code, { stuksprijs });
    const created = await client.send<Order>('POST', '/verkooporders', {
      ...smallOrder(simulator),
      verkooporderBtwIngaveModel: 'Exclusief',
      // 21 %: 0.03 x 3 = 0.09 -> 0.0189 -> 0.02 (per line it would be 0.01 x 3); 9 %: 100.05 -> 9.0045 -> 9.00
      regels: [line('SPOED', 0.03), line('SPOED', 0.03), line('SPOED', 0.03), line('LAAG', 100.05), line('NUL', 50)],
    });
    expect(created.json).toMatchObject({ totaalExclusiefBtw: 150.14, totaalInclusiefBtw: 159.16 });
  });

  it('takes prices including VAT when the order says so', async () => {
    const { simulator, client } = await startHarness();
    const created = await client.send<Order>('POST', '/verkooporders', {
      ...smallOrder(simulator),
      verkooporderBtwIngaveModel: 'Inclusief',
      regels: [articleLine(simulator, 'SPOED', { stuksprijs: 121 })],
    });
    expect(created.json).toMatchObject({ totaalExclusiefBtw: 100, totaalInclusiefBtw: 121 });
  });

  it('takes discounts off lines and off the order, and takes no totals from the client', async () => {
    const { simulator, client } = await startHarness();
    const created = await client.send<Order>('POST', '/verkooporders', {
      ...smallOrder(simulator),
      factuurkorting: 10,
      totaalExclusiefBtw: 1,
      totaalInclusiefBtw: 1,
      regels: [articleLine(simulator, 'SPOED', { stuksprijs: 80, aantal: 2, kortingsPercentage: 25, totaal: 1 })],
    });
    expect(created.json.regels[0]?.totaal).toBe(120);
    expect(created.json).toMatchObject({ totaalExclusiefBtw: 108, totaalInclusiefBtw: 130.68 });
  });

  it('fills what is left out from article, customer and template', async () => {
    const { simulator, client } = await startHarness();
    const templates = (await client.get('/verkoopordersjablonen')).json;
    const template = templates.find((row) => row.omschrijving === 'Particulier (prijzen incl. btw)');
    const created = await client.send<Order>('POST', '/verkooporders', {
      ...smallOrder(simulator),
      verkoopordersjabloon: { id: template?.id },
      regels: [articleLine(simulator, 'ARBEID', { stuksprijs: null, omschrijving: '' })],
    });
    const customer = simulator.control.books.customer('Café Zoë');
    expect(created.json).toMatchObject({
      geblokkeerd: true,
      verkooporderBtwIngaveModel: 'Inclusief',
      afleveradres: { straat: customer.address.street, contactpersoon: 'Zoë Désirée van Wijk' },
      regels: [{ omschrijving: 'Arbeidsuur monteur', stuksprijs: 62.5 }],
    });
  });

  it('keeps an own delivery address, with its country', async () => {
    const { simulator, client } = await startHarness();
    const belgium = (await client.get('/landen')).json.find((row) => row.landcodeISO === 'BE');
    const created = await client.send<Order>('POST', '/verkooporders', {
      ...smallOrder(simulator),
      afleveradres: { straat: 'Kerkstraat 3 bus 2', postcode: '2300', plaats: 'Turnhout', land: { id: belgium?.id } },
    });
    expect(created.json.afleveradres).toEqual({
      contactpersoon: null,
      straat: 'Kerkstraat 3 bus 2',
      postcode: '2300',
      plaats: 'Turnhout',
      land: { id: belgium?.id, uri: `/landen/${String(belgium?.id)}` },
    });
  });

  it('keeps extra fields of the template', async () => {
    const { simulator, client } = await startHarness();
    const template = (await client.get('/verkoopordersjablonen')).json.find((row) => row.omschrijving === 'Werkbon met monteur'); // prettier-ignore
    const body = (waarde: string, veldNummer = 1): unknown => ({
      ...smallOrder(simulator),
      verkoopordersjabloon: { id: template?.id },
      extraHoofdVelden: [{ veldNummer, waarde }],
    });
    const created = await client.send<Order>('POST', '/verkooporders', body('Bram'));
    expect(created.json.extraHoofdVelden).toEqual([{ veldNummer: 1, omschrijving: 'Monteur', waarde: 'Bram' }]);
    const codes = async (order: unknown): Promise<unknown> =>
      (await client.send<{ errorCode: string }[]>('POST', '/verkooporders', order)).json.map((item) => item.errorCode);
    expect(await codes(body('x'.repeat(31)))).toEqual(['VOR-0035']);
    expect(await codes(body('Bram', 9))).toEqual(['VOR-0036']);
  });

  it('numbers on, and tells of each order once under documents', async () => {
    const { simulator, client } = await startHarness();
    const first = await client.send<Order>('POST', '/verkooporders', smallOrder(simulator));
    const second = await client.send<Order>('POST', '/verkooporders', {
      ...smallOrder(simulator),
      procesStatus: 'Werkbon',
      orderreferentie: 'WB-13',
      regels: [articleLine(simulator, 'SPOED'), { omschrijving: 'Let op', aantal: 0 }],
    });
    expect(second.json.nummer).toBe(first.json.nummer + 1);
    expect(simulator.control.documents()).toMatchObject([
      { number: String(first.json.nummer), kind: 'verkooporder', lines: [] },
      {
        number: String(second.json.nummer),
        kind: 'verkooporder (Werkbon)',
        customerName: 'Café Zoë',
        customerNumber: '10003',
        reference: 'WB-13',
        totalExclVat: '85',
        totalInclVat: '102.85',
        lines: [
          { articleCode: 'SPOED', quantity: '1', unitPrice: '85', total: '85' },
          { articleCode: null, description: 'Let op' },
        ],
        fields: second.json,
      },
    ]);
  });
});

describe('changing an order', () => {
  it('PUT replaces the whole order: what is not sent is gone', async () => {
    const { simulator, client, clock } = await startHarness();
    const created = await client.send<Order>('POST', '/verkooporders', {
      ...smallOrder(simulator),
      memo: 'Blijft dit staan?',
      regels: [articleLine(simulator, 'SPOED')],
    });
    clock.advanceSeconds(60);
    const replaced = await client.send<Order>('PUT', `/verkooporders/${created.json.id}`, {
      ...smallOrder(simulator),
      id: created.json.id,
      nummer: created.json.nummer,
      omschrijving: 'Alleen dit',
    });
    expect(replaced.status, replaced.text).toBe(200);
    expect(replaced.json).toMatchObject({
      id: created.json.id,
      nummer: created.json.nummer,
      omschrijving: 'Alleen dit',
      memo: null,
      regels: [],
      totaalExclusiefBtw: 0,
      modifiedOn: '2025-06-12T10:01:00',
    });
  });

  it('PUT with another id in the body is ALG-0101, of an unknown order 404', async () => {
    const { simulator, client } = await startHarness();
    const created = await client.send<Order>('POST', '/verkooporders', smallOrder(simulator));
    const other = '11111111-1111-4111-8111-111111111111';
    const mixed = await client.send<{ errorCode: string }[]>('PUT', `/verkooporders/${created.json.id}`, {
      ...smallOrder(simulator),
      id: other,
    });
    expect(mixed.json[0]?.errorCode).toBe('ALG-0101');
    expect((await client.send('PUT', `/verkooporders/${other}`, smallOrder(simulator))).status).toBe(404);
  });

  it('PUT ProcesStatus changes that only', async () => {
    const { simulator, client } = await startHarness();
    const created = await client.send<Order>('POST', '/verkooporders', smallOrder(simulator));
    const path = `/verkooporders/${created.json.id}`;
    const body = { id: created.json.id, procesStatus: 'Werkbon' };
    expect((await client.send('PUT', `${path}/ProcesStatus`, body)).status).toBe(200);
    expect((await client.get<Order>(path)).json).toMatchObject({
      procesStatus: 'Werkbon',
      nummer: created.json.nummer,
    });
    const refused = await client.send('PUT', `${path}/ProcesStatus`, { ...body, procesStatus: 'Factuur' });
    expect(refused.status).toBe(400);
  });

  it('DELETE removes it, and then it is VOR-0001', async () => {
    const { simulator, client } = await startHarness();
    const created = await client.send<Order>('POST', '/verkooporders', smallOrder(simulator));
    const path = `/verkooporders/${created.json.id}`;
    const deleted = await client.send('DELETE', path);
    expect([deleted.status, deleted.text]).toEqual([200, '']);
    expect((await client.get(path)).status).toBe(404);
    expect((await client.send<{ errorCode: string }[]>('DELETE', path)).json[0]?.errorCode).toBe('VOR-0001');
    expect(simulator.control.documents()).toEqual([]);
  });
});
