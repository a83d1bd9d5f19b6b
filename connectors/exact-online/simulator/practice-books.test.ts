import { describe, expect, it } from 'vitest';
import type { Row } from './model';
import { practiceContent } from './practice/content';
import { resources } from './resources';
import { startHarness } from './simulator-harness';

const practice = practiceContent(1, 'practice');
const main = practice.divisions[0]!.tables;
const customers = main.accounts.filter(({ values }) => values.Status === 'C');
const isActive = ({ values }: Row): boolean => values.Blocked !== true && values.EndDate === null;

describe('practice books look like those of a Dutch installer', () => {
  it.each<[string, number, number]>([
    ['active customers', customers.filter(isActive).length, 250],
    ['customers with an end date', customers.filter(({ values }) => values.EndDate !== null).length, 2],
    ['blocked customers', customers.filter(({ values }) => values.Blocked).length, 2],
    ['relations without status', main.accounts.filter(({ values }) => values.Status === 'A').length, 1],
    ['prospects', main.accounts.filter(({ values }) => values.Status === 'P').length, 3],
    ['suppliers', main.accounts.filter(({ values }) => values.IsSupplier).length, 15],
    ['customers without postcode', customers.filter(({ values }) => values.Postcode === null).length, 5],
    ['Belgian customers', customers.filter(({ values }) => values.Country === 'BE ').length, 8],
    [
      'customers whose invoice goes elsewhere',
      customers.filter(({ values }) => values.InvoiceAccount !== null).length,
      1,
    ],
    ['delivery addresses', main.addresses.filter(({ values }) => values.Type === 4).length, 20],
    ['postal addresses', main.addresses.filter(({ values }) => values.Type === 2).length, 5],
    ['contacts', main.contacts.length, 50],
    ['active items', main.items.filter(({ values }) => values.EndDate === null && values.IsSalesItem).length, 400],
    ['items with an end date', main.items.filter(({ values }) => values.EndDate !== null).length, 2],
    ['items that are not sold', main.items.filter(({ values }) => !values.IsSalesItem).length, 2],
    ['items that are counted whole', main.items.filter(({ values }) => !values.IsFractionAllowedItem).length, 100],
    ['prices of before', main.prices.filter(({ values }) => values.EndDate !== null).length, 5],
    ['open invoices', main.invoices.filter(({ values }) => values.Status === 20).length, 2],
    ['processed invoices', main.invoices.filter(({ values }) => values.InvoiceNumber !== null).length, 2],
    ['orders', main.orders.length, 2],
    ['quotations', main.quotations.length, 2],
  ])('%s: %i, at least %i', (_what, found, wanted) => {
    expect(found).toBeGreaterThanOrEqual(wanted);
  });

  it('hold a company beside the first, an archived one, and journals of every kind', () => {
    expect(practice.divisions.map(({ division }) => [division.values.Hid, division.values.Status])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
    expect(main.journals.filter(({ values }) => values.Type === 20).map(({ values }) => values.Code)).toEqual([
      '70',
      '71',
      '79',
    ]);
  });

  it('fit the vendor: unique codes, ids and versions, lengths, one visiting address each', () => {
    const codes = [main.accounts, main.items].map((rows: readonly Row[]) =>
      rows.map(({ values }) => String(values.Code)),
    );
    for (const list of codes) expect(new Set(list).size).toBe(list.length);
    const rows: readonly Row[] = Object.values(main).flat();
    expect(new Set(rows.map(({ timestamp }) => timestamp)).size).toBe(rows.length);
    const withGuid = rows.filter(({ id }) => id.length === 36);
    expect(new Set(withGuid.map(({ id }) => id)).size).toBe(withGuid.length);
    for (const { values } of main.accounts) expect(values.Code).toHaveLength(18);
    for (const { values } of main.items) expect(values.Description.length).toBeLessThanOrEqual(60);
    const visits = main.addresses.filter(({ values }) => values.Type === 1 && values.Main);
    expect(new Set(visits.map(({ values }) => values.Account)).size).toBe(main.accounts.length);
  });

  it('hold no field that the vendor does not know', () => {
    const known = (resource: { readonly fields: ReadonlyMap<string, unknown> }, rows: readonly Row[]): string[] =>
      [...new Set(rows.flatMap(({ values }) => Object.keys(values)))].filter((name) => !resource.fields.has(name));
    expect([
      ...known(resources.accounts, main.accounts),
      ...known(resources.addresses, main.addresses),
      ...known(resources.contacts, main.contacts),
      ...known(resources.items, main.items),
      ...known(resources.itemGroups, main.itemGroups),
      ...known(resources.units, main.units),
      ...known(resources.prices, main.prices),
      ...known(resources.journals, main.journals),
      ...known(resources.vatCodes, main.vatCodes),
      ...known(resources.paymentConditions, main.paymentConditions),
      ...known(resources.documentTypes, main.documentTypes),
      ...known(resources.invoices, main.invoices),
      ...known(resources.invoiceLines, main.invoiceLines),
      ...known(
        resources.divisions,
        practice.divisions.map(({ division }) => division),
      ),
    ]).toEqual([]);
  });
});

describe('the seed', () => {
  it('decides every row, id, token and registration', async () => {
    expect(practiceContent(1, 'practice')).toEqual(practice);
    const [first, second, other] = [
      await startHarness({ seed: 5 }),
      await startHarness({ seed: 5 }),
      await startHarness({ seed: 6 }),
    ];
    expect([second.simulator.registration, second.client.accessToken]).toEqual([
      first.simulator.registration,
      first.client.accessToken,
    ]);
    expect(other.simulator.registration).not.toEqual(first.simulator.registration);
    const rows = await Promise.all(
      [first, second].map(({ client }) => client.list('crm/Accounts', { $select: 'ID,Name,Modified' })),
    );
    const ids = rows.map((list) => list.map(({ ID, Name, Modified }) => ({ ID, Name, Modified })));
    expect(ids[1]).toEqual(ids[0]);
  });

  it('does not matter to the size asked: exactly that many active customers and items', () => {
    const { tables } = practiceContent(3, { customers: 1000, articles: 1500 }).divisions[0]!;
    expect(tables.accounts.filter(isActive)).toHaveLength(1000);
    expect(tables.items).toHaveLength(1500);
    expect(tables.prices.filter(({ values }) => values.EndDate === null)).toHaveLength(1500);
  });

  it('makes small books a cut of the practice books, without loose ends', () => {
    const { tables } = practiceContent(1, 'small').divisions[0]!;
    const accounts = new Set(tables.accounts.map(({ id }) => id));
    const items = new Set(tables.items.map(({ id }) => id));
    for (const rows of [tables.addresses, tables.contacts] as readonly (readonly Row[])[]) {
      for (const { values } of rows) expect(accounts).toContain(values.Account);
    }
    for (const { values } of [...tables.prices, ...tables.invoiceLines]) expect(items).toContain(values.Item);
    expect(tables.invoices.length).toBeGreaterThanOrEqual(3);
    expect(tables.accounts.length).toBeLessThan(25);
  });
});
