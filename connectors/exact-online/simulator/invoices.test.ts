import { describe, expect, it } from 'vitest';
import type { Answer } from '../../_kit/simulator/testing/read-answer';
import { line, refusalOf, smallInvoice, startHarness, type Harness, type Json } from './simulator-harness';

type Created = Answer<{ d: Json & { InvoiceID: string } }>;
const post = (harness: Harness, body: unknown): Promise<Created> =>
  harness.client.send('POST', 'salesinvoice/SalesInvoices', body);
const linesOf = (harness: Harness, created: Created): Promise<Json[]> =>
  harness.client.list('salesinvoice/SalesInvoiceLines', {
    $filter: `InvoiceID eq guid'${created.json.d.InvoiceID}'`,
    $orderby: 'LineNumber',
  });

describe('POST SalesInvoices', () => {
  it('answers 201 with an open invoice that has an order number and no invoice number', async () => {
    const harness = await startHarness();
    const created = await post(
      harness,
      smallInvoice(harness, {
        Journal: '70',
        Type: 8020,
        Status: 50,
        InvoiceNumber: 999,
        Description: 'Werkbon WB-12',
        YourRef: 'WB-12',
        Remarks: 'Dorpsstraat 1\r\n3811 AA Amersfoort',
        OrderDate: '2025-06-11',
        SalesInvoiceLines: [
          line(harness.simulator, 'ARBEID', { Quantity: 2, NetPrice: 62.5, Notes: 'ma 2 u' }),
          line(harness.simulator, 'REISTIJD', { Quantity: 0.25 }),
          line(harness.simulator, '007', { Quantity: 3, Description: 'Kit wit' }),
        ],
      }),
    );
    expect(created.status, created.text).toBe(201);
    expect(created.json.d).toMatchObject({
      Status: 20,
      StatusDescription: 'Open',
      InvoiceNumber: null,
      OrderedByName: 'Café Zoë',
      Journal: '70',
      Type: 8020,
      OrderDate: `/Date(${Date.UTC(2025, 5, 11)})/`,
      InvoiceDate: `/Date(${Date.UTC(2025, 5, 11)})/`,
      DueDate: `/Date(${Date.UTC(2025, 6, 11)})/`,
      AmountFCExclVat: 162.91, // 125 + 11.875 -> 11.88 + 26.03307 -> 26.03
      VATAmountFC: 34.21, // 21 % of 162.91 = 34.2111
      AmountFC: 197.12,
    });
    expect(
      (await linesOf(harness, created)).map((row) => [row.Description, row.Quantity, row.NetPrice, row.AmountFC]),
    ).toEqual([
      ['Arbeidsuur monteur', 2, 62.5, 125],
      ['Reistijd monteur', 0.25, 47.5, 11.88],
      ['Kit wit', 3, 8.67769, 26.03],
    ]);
    const found = await harness.client.list('salesinvoice/SalesInvoices', {
      $filter: `YourRef eq 'WB-12' and OrderedBy eq guid'${String(created.json.d.OrderedBy)}' and Created ge datetime'2025-06-12T09:59:00'`,
    });
    expect(found).toEqual([created.json.d]);
  });

  it('fills in journal, payment condition, price and VAT, and sends the invoice where the customer wants it', async () => {
    const harness = await startHarness();
    const { books } = harness.simulator.control;
    const created = await post(harness, {
      OrderedBy: books.customer('VvE Meander III').id,
      SalesInvoiceLines: [line(harness.simulator, 'ARBEID9')],
    });
    expect(created.json.d).toMatchObject({
      Journal: '70',
      PaymentCondition: '30',
      InvoiceTo: books.customer('Vastgoedbeheer Het Gooi B.V.').id,
      DeliverTo: books.customer('VvE Meander III').id,
      AmountFCExclVat: 54.95,
      VATAmountFC: 4.95, // 9 % of 54.95 = 4.9455
    });
    const abroad = await post(harness, {
      OrderedBy: books.customer('Dakwerken Peeters & Zonen BV').id,
      SalesInvoiceLines: [line(harness.simulator, 'ARBEID')],
    });
    expect(abroad.json.d.VATAmountFC).toBe(0);
  });

  it('adds VAT up per code and rounds once; prices may hold it', async () => {
    const harness = await startHarness();
    const small = (VATCode: string, NetPrice: number): Json => line(harness.simulator, 'SPOED', { VATCode, NetPrice });
    // 21 %: 0.09 -> 0.0189 -> 0.02 (per line it would be 0.03); 9 %: 100.05 -> 9.0045; 0 %: 50; incl. 21 %: 12.10 -> 2.10
    const created = await post(
      harness,
      smallInvoice(harness, {
        SalesInvoiceLines: [
          small('4', 0.03),
          small('4', 0.03),
          small('4', 0.03),
          small('3', 100.05),
          small('0', 50),
          small('2', 12.1),
        ],
      }),
    );
    expect(created.json.d).toMatchObject({ AmountFCExclVat: 160.14, VATAmountFC: 11.12, AmountFC: 171.26 });
    const [last] = (await linesOf(harness, created)).slice(-1);
    expect(last).toMatchObject({ NetPrice: 12.1, AmountFC: 10, VATAmountFC: 2.1, VATPercentage: 0.21 });
  });

  it('works out the net price from the price per piece and the discount, a fraction', async () => {
    const harness = await startHarness();
    const created = await post(
      harness,
      smallInvoice(harness, {
        SalesInvoiceLines: [
          line(harness.simulator, 'SPOED', { UnitPrice: 80, Discount: 0.055 }),
          line(harness.simulator, 'SPOED', { Discount: 0.1 }),
          line(harness.simulator, 'SPOED', { AmountFC: 30, Quantity: 4 }),
        ],
      }),
    );
    expect((await linesOf(harness, created)).map((row) => [row.UnitPrice, row.NetPrice, row.AmountFC])).toEqual([
      [80, 75.6, 75.6],
      [85, 76.5, 76.5],
      [7.5, 7.5, 30],
    ]);
  });

  it('counts its numbers up, and takes a number of the client', async () => {
    const harness = await startHarness();
    const first = Number((await post(harness, smallInvoice(harness))).json.d.OrderNumber);
    expect((await post(harness, smallInvoice(harness, { OrderNumber: first + 100 }))).json.d.OrderNumber).toBe(
      first + 100,
    );
    expect((await post(harness, smallInvoice(harness))).json.d.OrderNumber).toBe(first + 101);
  });

  it('answers only what was sent to a client that does not ask for the whole', async () => {
    const harness = await startHarness();
    const created = await harness.client.send<{ d: Json }>(
      'POST',
      'salesinvoice/SalesInvoices',
      smallInvoice(harness, { YourRef: 'WB-1' }),
      {},
      { prefer: '' },
    );
    expect(created.json.d).toMatchObject({
      InvoiceID: expect.any(String) as string,
      YourRef: 'WB-1',
      OrderNumber: null,
      Status: null,
    });
    expect(created.headers.get('location')).toContain(`SalesInvoices(guid'${String(created.json.d.InvoiceID)}')`);
  });
});

describe('refusals', () => {
  it.each<[string, Json, number, string]>([
    ['no customer', { OrderedBy: null }, 400, 'Verplicht: Factuur voor\r\nVerplicht: Besteld door'],
    ['no lines', { SalesInvoiceLines: [] }, 400, 'Verplicht: Regels'],
    [
      'an unknown customer',
      { OrderedBy: '11111111-2222-4333-8444-555555555555' },
      500,
      'Ongeldige referentie: Leveren aan\r\nOngeldige referentie: Besteld door\r\nOngeldige referentie: Factuur voor',
    ],
    ['an unknown journal', { Journal: '99' }, 500, 'Ongeldige referentie: Journals'],
    ['the id of a journal', { Journal: '068fc788-8bba-4772-8270-d3d95ddb6910' }, 500, 'Ongeldige referentie: Journals'],
    ['a journal of purchases', { Journal: '60' }, 500, 'Ongeldige referentie: Journals'],
    ['a blocked journal', { Journal: '79' }, 500, 'Geblokkeerd: Dagboek'],
    ['another type', { Type: 20 }, 500, 'Ongeldig: Type'],
    ['a direct invoice without warehouse', { Type: 8023 }, 400, 'Verplicht: Magazijn'],
    ['an unknown payment condition', { PaymentCondition: '99' }, 500, 'Ongeldige referentie: Betalingsconditie'],
    ['lines that are no list', { SalesInvoiceLines: { Item: 'x' } }, 400, 'Error processing request stream. The request should be a valid top-level resource object.'], // prettier-ignore
    ['a property that does not exist', { OrderdBy: 'x' }, 400, "Error processing request stream. The property name 'OrderdBy' specified for type 'Exact.Web.Api.Models.SalesInvoice.SalesInvoice' is not valid."], // prettier-ignore
    [
      'a code for an id',
      { OrderedBy: '10003' },
      500,
      "Error in converting value for property 'OrderedBy' to type 'Guid'",
    ],
  ])('%s', async (_what, change, status, text) => {
    const harness = await startHarness();
    const answer = await post(harness, smallInvoice(harness, change));
    expect([answer.status, refusalOf(answer)]).toEqual([status, text]);
    expect(harness.simulator.control.documents()).toEqual([]);
  });

  it.each<[string, Json, number, string]>([
    ['an unknown item', { Item: '11111111-2222-4333-8444-555555555555' }, 500, 'Ongeldige referentie: Artikel'],
    ['neither item nor ledger account', { Item: null, Description: 'Tekst' }, 400, 'Verplicht: Grootboekrekening'],
    ['an unknown VAT code', { VATCode: '99' }, 500, 'Ongeldige referentie: Btw-code'],
    ['a blocked VAT code', { VATCode: '19' }, 500, 'Ongeldige referentie: Btw-code'],
    ['an unknown unit', { UnitCode: 'doos' }, 500, 'Ongeldige referentie: Eenheid'],
    ['a property of the item', { SalesVatCode: '4' }, 400, "Error processing request stream. The property name 'SalesVatCode' specified for type 'Exact.Web.Api.Models.SalesInvoice.SalesInvoiceLine' is not valid."], // prettier-ignore
  ])('a line with %s', async (_what, change, status, text) => {
    const harness = await startHarness();
    const answer = await post(
      harness,
      smallInvoice(harness, { SalesInvoiceLines: [line(harness.simulator, 'SPOED', change)] }),
    );
    expect([answer.status, refusalOf(answer)]).toEqual([status, text]);
  });

  it('of a supplier, a prospect, and customers and items that are no longer active', async () => {
    const harness = await startHarness();
    const { books } = harness.simulator.control;
    const refusal = async (name: string): Promise<string> =>
      refusalOf(await post(harness, smallInvoice(harness, { OrderedBy: books.customer(name).id })));
    expect(await refusal('Technische Groothandel Midden-Nederland B.V.')).toBe('Ongeldig: Factuur voor (Type)');
    expect(await refusal('Hotel De Veluwe B.V.')).toBe('Ongeldig: Factuur voor (Type)');
    expect(await refusal('Failliet Bouw B.V.')).toBe('Geblokkeerd: Besteld door');
    expect(await refusal('Oud-klant Verhuisd')).toBe('Niet actief: Besteld door');
    const ended = await post(
      harness,
      smallInvoice(harness, { SalesInvoiceLines: [line(harness.simulator, 'CV-20-OUD')] }),
    );
    expect(refusalOf(ended)).toBe('Niet actief: Artikel');
    const unsold = await post(
      harness,
      smallInvoice(harness, { SalesInvoiceLines: [line(harness.simulator, 'TL-58')] }),
    );
    expect(refusalOf(unsold)).toBe('Ongeldig: Artikel');
  });

  it('of ids of another company', async () => {
    const harness = await startHarness();
    harness.client.division = 3141593;
    expect(refusalOf(await post(harness, smallInvoice(harness)))).toContain('Ongeldige referentie: Besteld door');
  });

  it('of a body that is no JSON, or is not called so', async () => {
    const harness = await startHarness();
    expect(refusalOf(await post(harness, '{"OrderedBy"'))).toContain('Error processing request stream.');
    expect(refusalOf(await post(harness, '[]'))).toContain('valid top-level resource object');
    const text = await harness.client.send(
      'POST',
      'salesinvoice/SalesInvoices',
      '{}',
      {},
      { 'content-type': 'text/plain' },
    );
    expect(text.status).toBe(415);
  });

  it('come in English for a user who works in English', async () => {
    const harness = await startHarness({ quirks: { language: 'en' } });
    expect(refusalOf(await post(harness, smallInvoice(harness, { Journal: '99' })))).toBe(
      'Invalid reference: Journals',
    );
  });
});

describe('a later change', () => {
  it('PUT changes the fields that are sent, answers 204, and leaves the customer alone', async () => {
    const harness = await startHarness();
    const created = await post(harness, smallInvoice(harness, { YourRef: 'WB-1', Description: 'Eerst' }));
    const path = `salesinvoice/SalesInvoices(guid'${created.json.d.InvoiceID}')`;
    const other = harness.simulator.control.books.customer('Jansen').id;
    const changed = await harness.client.send('PUT', path, { Description: 'Daarna', OrderedBy: other });
    expect([changed.status, changed.text]).toEqual([204, '']);
    const now = await harness.client.get<{ d: Json }>(path);
    expect(now.json.d).toMatchObject({
      Description: 'Daarna',
      YourRef: 'WB-1',
      OrderedByName: 'Café Zoë',
      AmountFCExclVat: 85,
    });
    const deep = await harness.client.send('PUT', path, { SalesInvoiceLines: [] });
    expect(refusalOf(deep)).toContain('Deep updates are not supported');
  });

  it('is refused once the invoice is processed, when it has its number', async () => {
    const harness = await startHarness();
    const created = await post(harness, smallInvoice(harness));
    harness.simulator.control.books.processInvoice(Number(created.json.d.OrderNumber));
    const path = `salesinvoice/SalesInvoices(guid'${created.json.d.InvoiceID}')`;
    expect((await harness.client.get<{ d: Json }>(path)).json.d).toMatchObject({ Status: 50, InvoiceNumber: 24700003 });
    expect((await harness.client.send('PUT', path, { Description: 'x' })).status).toBe(400);
    expect((await harness.client.send('DELETE', path)).status).toBe(400);
  });

  it('DELETE removes the invoice with its lines', async () => {
    const harness = await startHarness();
    const created = await post(harness, smallInvoice(harness));
    const path = `salesinvoice/SalesInvoices(guid'${created.json.d.InvoiceID}')`;
    expect((await harness.client.send('DELETE', path)).status).toBe(204);
    expect((await harness.client.get(path)).status).toBe(404);
    expect(await linesOf(harness, created)).toEqual([]);
    const deleted = await harness.client.list('sync/Deleted', { $filter: 'Timestamp gt 0L and EntityType eq 13' });
    expect(deleted.map((row) => row.EntityKey)).toEqual([created.json.d.InvoiceID]);
  });
});

describe('orders and quotations', () => {
  it('are created alike, each with its own numbers and status', async () => {
    const harness = await startHarness();
    const customer = harness.simulator.control.books.customer('Café Zoë').id;
    const lines = [line(harness.simulator, 'SPOED', { Quantity: 2 })];
    const order = await harness.client.send<{ d: Json }>('POST', 'salesorder/SalesOrders', {
      OrderedBy: customer,
      SalesOrderLines: lines,
    });
    expect(order.json.d).toMatchObject({
      Status: 12,
      StatusDescription: 'Open',
      AmountFCExclVat: 170,
      AmountFC: 205.7,
    });
    const quote = await harness.client.send<{ d: Json }>('POST', 'crm/Quotations', {
      OrderAccount: customer,
      QuotationLines: lines,
    });
    expect(quote.json.d).toMatchObject({ Status: 25, VersionNumber: 1, OrderAccountName: 'Café Zoë', AmountFC: 205.7 });
    expect(harness.simulator.control.documents().map((document) => document.kind)).toEqual(['verkooporder', 'offerte']);
  });

  it('an order number is taken once', async () => {
    const harness = await startHarness();
    const body = {
      OrderedBy: harness.simulator.control.books.customer('Café Zoë').id,
      OrderNumber: 777,
      SalesOrderLines: [line(harness.simulator, 'SPOED')],
    };
    expect((await harness.client.send('POST', 'salesorder/SalesOrders', body)).status).toBe(201);
    const again = await harness.client.send('POST', 'salesorder/SalesOrders', body);
    expect([again.status, refusalOf(again)]).toEqual([400, 'Verkoopordernummer: Bestaat reeds']);
  });
});
