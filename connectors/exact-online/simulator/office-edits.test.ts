import { describe, expect, it } from 'vitest';
import { startHarness } from './simulator-harness';

describe('what the office does', () => {
  it('shows a customer that ends in each of the three ways', async () => {
    const { client, simulator } = await startHarness();
    const { books } = simulator.control;
    const shown = async (): Promise<unknown[]> => {
      const [row] = await client.list('crm/Accounts', { $filter: "Name eq 'Café Zoë'" });
      return [row?.Status, row?.Blocked, row?.EndDate];
    };
    books.deactivateCustomer('Café Zoë');
    expect(await shown()).toEqual(['C', false, `/Date(${Date.UTC(2025, 5, 11)})/`]);
    books.activateCustomer(10003);
    books.deactivateCustomer('Café Zoë', 'blocked');
    expect(await shown()).toEqual(['C', true, null]);
    books.activateCustomer('Café Zoë');
    books.deactivateCustomer('Café Zoë', 'status');
    expect(await shown()).toEqual(['A', false, null]);
  });

  it('adds and moves articles, and renames groups', async () => {
    const { client, simulator } = await startHarness();
    const { books } = simulator.control;
    books.addArticle({ code: 'NIEUW', description: 'Nieuw', group: 'Diensten', salesPrice: '12.5' });
    books.renameGroup('Sanitair', 'Sanitair en tegels');
    books.addGroup('Zonwering');
    books.moveArticle('ARBEID', 'Zonwering');
    const items = await client.list('logistics/Items', {
      $filter: "Code eq 'NIEUW' or Code eq 'ARBEID' or Code eq '007'",
    });
    expect(items.map((row) => [row.Code, row.StandardSalesPrice, row.ItemGroupDescription]).toSorted()).toEqual([
      ['007', 8.67769, 'Sanitair en tegels'],
      ['ARBEID', 62.5, 'Zonwering'],
      ['NIEUW', 12.5, 'Diensten'],
    ]);
  });

  it('enters orders and quotations, and changes what a client made', async () => {
    const { client, simulator } = await startHarness();
    const { books } = simulator.control;
    const sale = { customer: 'Café Zoë', description: 'Terras', lines: [{ article: 'SPOED', quantity: '1' }] };
    books.addOrder(sale);
    books.addQuote(sale);
    const invoice = books.addInvoice({ ...sale, yourRef: 'WB-3' });
    books.changeInvoice(Number(invoice.values.OrderNumber), { YourRef: '' });
    expect(await client.list('salesinvoice/SalesInvoices', { $filter: "YourRef eq 'WB-3'" })).toEqual([]);
    expect(await client.list('crm/Quotations', { $filter: "Description eq 'Terras'" })).toHaveLength(1);
    expect(simulator.control.documents()).toEqual([]);
    books.deleteInvoice(Number(invoice.values.OrderNumber));
    expect(() => books.invoice(Number(invoice.values.OrderNumber))).toThrow('These books have no');
  });

  it('works in the company that it opened', async () => {
    const { client, simulator } = await startHarness();
    simulator.control.books.openCompany(3141593);
    simulator.control.books.addCustomer({ name: 'Huurder' });
    expect(await client.list('crm/Accounts', { $filter: "Name eq 'Huurder'" })).toEqual([]);
    expect(await client.list('/api/v1/3141593/crm/Accounts', { $filter: "Name eq 'Huurder'" })).toHaveLength(1);
  });

  it('may make an answer unreadable', async () => {
    const { client, simulator } = await startHarness();
    simulator.control.books.distort(simulator.control.books.article('ARBEID').id, {
      Code: 12,
      StandardSalesPrice: 'duur',
    });
    const items = await client.list('logistics/Items', { $filter: "Code eq 'ARBEID'" });
    expect(items).toMatchObject([{ Code: 12, StandardSalesPrice: 'duur' }]);
  });
});
