import { describe, expect, it } from 'vitest';
import { refusalOf, smallInvoice, startHarness, type Harness, type Json } from './simulator-harness';

const since = async ({ client }: Harness, path: string, timestamp: string, select = ''): Promise<Json[]> =>
  client.all(path, { $filter: `Timestamp gt ${timestamp}L`, ...(select === '' ? {} : { $select: select }) });

const newest = (rows: readonly Json[]): string =>
  String(rows.reduce((found, row) => Math.max(found, Number(row.Timestamp)), 0));

describe('sync addresses', () => {
  it('give every row once, oldest change first, and afterwards only what changed', async () => {
    const harness = await startHarness();
    const rows = await since(harness, 'sync/CRM/Accounts', '0');
    const timestamps = rows.map((row) => Number(row.Timestamp));
    expect(timestamps).toEqual(timestamps.toSorted((one, two) => one - two));
    expect(typeof rows[0]?.Timestamp).toBe('string');
    expect(timestamps[0]).toBeGreaterThan(2 ** 31);
    expect(await since(harness, 'sync/CRM/Accounts', newest(rows))).toEqual([]);
    harness.simulator.control.books.renameCustomer('Café Zoë', 'Zoë');
    harness.simulator.control.books.deactivateCustomer("'t Hoekje", 'blocked');
    const changed = await since(harness, 'sync/CRM/Accounts', newest(rows));
    expect(changed.map((row) => [row.Name, row.Blocked])).toEqual([
      ['Zoë', false],
      ["'t Hoekje", true],
    ]);
  });

  it('hold the same fields as the list, without the price of an item, which has its own address', async () => {
    const harness = await startHarness();
    const refused = await harness.client.get('sync/Logistics/Items', {
      $filter: 'Timestamp gt 0L',
      $select: 'ID,StandardSalesPrice',
    });
    expect(refused.status).toBe(400);
    const items = await since(harness, 'sync/Logistics/Items', '0', 'ID,Code,ItemGroupDescription,Timestamp');
    const prices = await since(harness, 'sync/Logistics/SalesItemPrices', '0', 'Item,Price,EndDate,Timestamp');
    harness.simulator.control.books.changePrice('ARBEID', '64');
    expect(await since(harness, 'sync/Logistics/Items', newest(items), 'ID')).toEqual([]);
    const changed = await since(harness, 'sync/Logistics/SalesItemPrices', newest(prices), 'ItemCode,Price');
    expect(changed).toMatchObject([{ ItemCode: 'ARBEID', Price: 64 }]);
  });

  it('show a changed address at the addresses only, while the relation itself has it too', async () => {
    const harness = await startHarness();
    const [accounts, addresses] = [
      newest(await since(harness, 'sync/CRM/Accounts', '0')),
      newest(await since(harness, 'sync/CRM/Addresses', '0')),
    ];
    harness.simulator.control.books.changeAddress('Café Zoë', { AddressLine1: 'Hogewal 9' });
    expect(await since(harness, 'sync/CRM/Accounts', accounts)).toEqual([]);
    expect(await since(harness, 'sync/CRM/Addresses', addresses)).toMatchObject([
      { AddressLine1: 'Hogewal 9', AccountName: 'Café Zoë', Type: 1, Main: true },
    ]);
    const [account] = await harness.client.list('crm/Accounts', { $filter: "Name eq 'Café Zoë'" });
    expect(account?.AddressLine1).toBe('Hogewal 9');
  });

  it('ask for a filter on Timestamp, as an Int64, and for no order', async () => {
    const { client } = await startHarness();
    const refusal = async (query: Record<string, string>): Promise<string> => {
      const answer = await client.get('sync/CRM/Accounts', query);
      expect(answer.status).toBe(400);
      return refusalOf(answer);
    };
    expect(await refusal({})).toContain('mandatory filtering');
    expect(await refusal({ $filter: "Timestamp gt 0L and Name eq 'x'" })).toBe(
      'Filtering on these fields is not supported: Name',
    );
    expect(await refusal({ $filter: 'Timestamp gt 0' })).toContain('Edm.Int64');
    expect(await refusal({ $filter: 'Timestamp gt 0L', $orderby: 'Name' })).toContain('$orderby');
  });

  it('show invoices as their lines, with the head beside each', async () => {
    const harness = await startHarness();
    const before = newest(await since(harness, 'sync/SalesInvoice/SalesInvoices', '0'));
    const created = await harness.client.send(
      'POST',
      'salesinvoice/SalesInvoices',
      smallInvoice(harness, { YourRef: 'WB-1' }),
    );
    const rows = await since(harness, 'sync/SalesInvoice/SalesInvoices', before);
    expect(rows).toMatchObject([
      { InvoiceID: created.json.d.InvoiceID, YourRef: 'WB-1', ItemCode: 'SPOED', Status: 20, AmountFCExclVat: 85 },
    ]);
  });

  it('syncDoubles: the same row may come twice, the newest version last', async () => {
    const harness = await startHarness({ quirks: { syncDoubles: 'yes' } });
    const rows = await since(harness, 'sync/CRM/Accounts', '0', 'ID,Timestamp');
    expect(rows.length).toBe(2 * new Set(rows.map((row) => row.ID)).size);
  });

  it('are numbered anew when the vendor moves the company', async () => {
    const harness = await startHarness();
    const rows = await since(harness, 'sync/CRM/Accounts', '0', 'ID,Timestamp');
    harness.simulator.control.books.moveCompany();
    expect(await since(harness, 'sync/CRM/Accounts', newest(rows), 'ID')).toHaveLength(rows.length);
    const [division] = await harness.client.list('system/Divisions', { $filter: `Code eq ${harness.client.division}` });
    expect(division?.DivisionMoveDate).toBe(`/Date(${Date.UTC(2025, 5, 12, 10)})/`);
  });

  it('begin at a date by its row version', async () => {
    const harness = await startHarness();
    harness.clock.advanceSeconds(60);
    harness.simulator.control.books.renameCustomer('Café Zoë', 'Zoë');
    const answer = await harness.client.get<{ d: { results: Json[] } }>('read/sync/Sync/SyncTimestamp', {
      modified: "datetime'2025-06-12T10:00:30'",
      endPoint: "'Accounts'",
    });
    const start = String(answer.json.d.results[0]?.TimeStampAsBigInt);
    expect((await since(harness, 'sync/CRM/Accounts', start)).map((row) => row.Name)).toEqual(['Zoë']);
  });
});

describe('sync/Deleted', () => {
  it('tells what is gone, per kind', async () => {
    const harness = await startHarness();
    const { books } = harness.simulator.control;
    const [customer, article] = [books.customer('Jansen').id, books.article('DIVERS').id];
    books.deleteCustomer('Jansen');
    books.deleteArticle('DIVERS');
    const deleted = await since(harness, 'sync/Deleted', '0', 'EntityKey,EntityType,DeletedDate,Timestamp');
    expect(deleted.filter((row) => row.EntityType === 2).map((row) => row.EntityKey)).toEqual([customer]);
    const items = await harness.client.list('sync/Deleted', { $filter: 'Timestamp gt 0L and EntityType eq 9' });
    expect(items.map((row) => row.EntityKey)).toEqual([article]);
    expect(new Set(deleted.map((row) => row.EntityType))).toEqual(new Set([2, 3, 8, 9]));
    expect(await harness.client.list('crm/Accounts', { $filter: `ID eq guid'${customer}'` })).toEqual([]);
    books.forgetDeletions();
    expect(await since(harness, 'sync/Deleted', '0')).toEqual([]);
  });

  it('does not tell of what is only inactive', async () => {
    const harness = await startHarness();
    harness.simulator.control.books.deactivateCustomer('Café Zoë');
    harness.simulator.control.books.deactivateArticle('SPOED');
    expect(await since(harness, 'sync/Deleted', '0')).toEqual([]);
    const items = await harness.client.list('logistics/Items', { $filter: "Code eq 'SPOED'" });
    expect(items[0]?.EndDate).toBe(`/Date(${Date.UTC(2025, 5, 11)})/`);
  });
});
