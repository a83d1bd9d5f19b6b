import { describe, expect, it } from 'vitest';
import { startSimulator } from './index';
import type { Answer } from '../../_kit/simulator/testing/read-answer';
import { line, refusalOf, smallInvoice, startHarness, type Harness, type Json } from './simulator-harness';

const start = (quirks: Record<string, string>): Promise<Harness> => startHarness({ quirks });
const post = (harness: Harness, change: Json = {}): Promise<Answer<{ d: Json }>> =>
  harness.client.send('POST', 'salesinvoice/SalesInvoices', smallInvoice(harness, change));
const postLine = (harness: Harness, change: Json): Promise<Answer<{ d: Json }>> =>
  post(harness, { SalesInvoiceLines: [line(harness.simulator, 'SPOED', change)] });

describe('what the vendor does not document can be chosen', () => {
  it('textLines: a line without item', async () => {
    const text = { Item: null, Description: 'Alleen tekst' };
    expect((await postLine(await start({ textLines: 'accept' }), text)).status).toBe(201);
    expect((await postLine(await start({}), text)).status).toBe(400);
  });

  it('fractions: half a piece of an item that is counted whole', async () => {
    expect((await postLine(await start({}), { Quantity: 0.5 })).status).toBe(201);
    expect(refusalOf(await postLine(await start({ fractions: 'refuse' }), { Quantity: 0.5 }))).toBe('Ongeldig: Aantal');
  });

  it('textLimits and textTooLong: how long, and what happens then', async () => {
    const texts = { YourRef: 'x'.repeat(31), Description: 'kort' };
    expect((await post(await start({}), texts)).status).toBe(201);
    const refused = await post(await start({ textLimits: '30/60/none/60/none' }), texts);
    expect([refused.status, refusalOf(refused)]).toEqual([400, 'Te lang: Uw ref.']);
    const cut = await post(await start({ textLimits: '30/60/none/60/none', textTooLong: 'cut' }), texts);
    expect(cut.json.d.YourRef).toBe('x'.repeat(30));
  });

  it('duplicateOrderNumber: the same number twice', async () => {
    for (const [value, status] of [
      ['accept', 201],
      ['refuse', 400],
    ] as const) {
      const harness = await start({ duplicateOrderNumber: value });
      await post(harness, { OrderNumber: 4711 });
      expect((await post(harness, { OrderNumber: 4711 })).status).toBe(status);
    }
  });

  it('blockedCustomer: an invoice for a customer that is blocked', async () => {
    const harness = await start({ blockedCustomer: 'accept' });
    const { id } = harness.simulator.control.books.customer('Failliet Bouw B.V.');
    expect((await post(harness, { OrderedBy: id })).status).toBe(201);
  });

  it('headerDiscount: a percentage or a fraction', async () => {
    expect((await post(await start({}), { Discount: 10 })).json.d.AmountFCExclVat).toBe(76.5);
    expect((await post(await start({ headerDiscount: 'fraction' }), { Discount: 0.1 })).json.d.AmountFCExclVat).toBe(
      76.5,
    );
  });

  it('mandatoryStatus and referenceStatus: the status of a broken rule', async () => {
    const harness = await start({ mandatoryStatus: '500', referenceStatus: '400' });
    expect((await post(harness, { OrderedBy: null })).status).toBe(500);
    expect((await post(harness, { Journal: '99' })).status).toBe(400);
  });

  it('createdStatus and updatedStatus: what a write answers', async () => {
    const harness = await start({ createdStatus: '200', updatedStatus: '200' });
    const created = await post(harness);
    expect(created.status).toBe(200);
    const path = `salesinvoice/SalesInvoices(guid'${String(created.json.d.InvoiceID)}')`;
    const changed = await harness.client.send<{ d: Json }>('PUT', path, { YourRef: 'WB-2' });
    expect([changed.status, changed.json.d.YourRef]).toEqual([200, 'WB-2']);
  });

  it('yourRefFilter and subjectFilter: fields that cannot be searched', async () => {
    const harness = await start({ yourRefFilter: '400', subjectFilter: '400' });
    const answer = await harness.client.get('salesinvoice/SalesInvoices', { $filter: "YourRef eq 'WB-1'" });
    expect([answer.status, refusalOf(answer)]).toEqual([400, 'Filtering on these fields is not supported: YourRef']);
    expect((await harness.client.get('documents/Documents', { $filter: "Subject eq 'x'" })).status).toBe(400);
    expect((await harness.client.get('salesinvoice/SalesInvoices', { $filter: 'Status eq 20' })).status).toBe(200);
  });

  it('int64Suffix and textCompare: how filters compare', async () => {
    const { client } = await start({ int64Suffix: 'optional', textCompare: 'ignore-case' });
    expect((await client.get('sync/CRM/Accounts', { $filter: 'Timestamp gt 0' })).status).toBe(200);
    expect(await client.list('crm/Accounts', { $filter: "Name eq 'café zoë'" })).toHaveLength(1);
  });

  it('forbiddenBody and notFoundBody: refusals without a body', async () => {
    const { client, simulator } = await start({ forbiddenBody: 'empty', notFoundBody: 'empty' });
    simulator.control.books.withdrawRights('Financial generalledgers');
    const forbidden = await client.get('financial/Journals');
    expect([forbidden.status, forbidden.text]).toEqual([403, '']);
    const missing = await client.get('financial/Dagboeken');
    expect([missing.status, missing.text]).toEqual([404, '']);
  });

  it('salesOrders: a licence without them', async () => {
    const { client } = await start({ salesOrders: 'absent' });
    expect((await client.get('salesorder/SalesOrders')).status).toBe(403);
    expect((await client.get('salesinvoice/SalesInvoices')).status).toBe(200);
  });

  it('selectRequired: never, or always', async () => {
    const all = await start({ selectRequired: 'all' });
    expect((await all.client.get('financial/Journals')).status).toBe(400);
    expect((await all.client.get('financial/Journals', { $select: 'Code' })).status).toBe(200);
    const none = await start({ selectRequired: 'none' });
    expect((await none.client.get('logistics/SalesItemPrices')).status).toBe(200);
  });

  it.each([
    ['textLines', 'soms'],
    ['onbekend', 'x'],
    ['textLimits', '30/60'],
    ['redirectUri', 'terug'],
    ['attachmentMegabytes', 'veel'],
  ])('%s=%s is refused with the choices there are', async (name, value) => {
    await expect(startSimulator({ quirks: { [name]: value } })).rejects.toMatchObject({ reason: 'unknown-quirk' });
  });
});
