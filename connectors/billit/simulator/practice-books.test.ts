import { describe, expect, it } from 'vitest';
import type { AccountContent, CompanyContent } from './model';
import { practiceContent } from './practice/content';
import { startHarness } from './simulator-harness';

const firstOf = (account: AccountContent): CompanyContent => {
  const [company] = account.companies;
  if (company === undefined) throw new Error('no company');
  return company;
};
const one = { companies: 'one' } as const;
const practice = firstOf(practiceContent(1, 'practice', one));
const customers = practice.parties.filter(({ type }) => type === 'Customer');
const references = practice.products.map(({ reference }) => reference);

describe('practice books look like those of an installer', () => {
  it.each<[string, number, number]>([
    ['active customers', customers.filter(({ inactive }) => !inactive).length, 250],
    ['customers that are not active', customers.filter(({ inactive }) => inactive).length, 5],
    ['customers without number', customers.filter(({ number }) => number === '').length, 5],
    ['customers without zipcode', customers.filter(({ address }) => address.zipcode === '').length, 5],
    ['Belgian customers', customers.filter(({ address }) => address.countryCode === 'BE').length, 8],
    ['addresses with a box', customers.filter(({ address }) => address.box !== '').length, 3],
    ['names with diacritics', customers.filter(({ name }) => /[^\x20-\x7e]/.test(name)).length, 20],
    ['customers with several e-mail addresses', customers.filter(({ email }) => email.includes(';')).length, 5],
    ['suppliers', practice.parties.filter(({ type }) => type === 'Supplier').length, 15],
    ['active articles', practice.products.filter(({ inactive }) => !inactive).length, 400],
    ['articles that are not active', practice.products.filter(({ inactive }) => inactive).length, 5],
    [
      'references that occur twice',
      references.filter((text, index) => text !== '' && references.indexOf(text) < index).length,
      2,
    ],
    ['articles without reference', references.filter((text) => text === '').length, 2],
    ['prices of five decimals', practice.products.filter(({ salesPrice }) => /\.\d{5}$/.test(salesPrice)).length, 30],
    [
      'approved offers',
      practice.orders.filter(({ type, status }) => type === 'Offer' && status === 'ToInvoice').length,
      3,
    ],
    [
      'other offers',
      practice.orders.filter(({ type, status }) => type === 'Offer' && status !== 'ToInvoice').length,
      4,
    ],
    ['invoices', practice.orders.filter(({ type }) => type === 'Invoice').length, 3],
  ])('%s: %i, at least %i', (_what, found, wanted) => {
    // prettier-ignore
    expect(found).toBeGreaterThanOrEqual(wanted);
  });

  it('have numbers and files that exist, and only VAT that the country knows', () => {
    const files = new Set(practice.files.map(({ id }) => id));
    for (const order of practice.orders) {
      expect(files).toContain(order.pdf.fileId);
      expect(customers.map(({ id }) => id)).toContain(order.customerId);
    }
    expect(new Set(practice.orders.map(({ number }) => number)).size).toBe(practice.orders.length);
    expect(new Set(practice.products.map(({ vatPercentage }) => vatPercentage))).toEqual(new Set(['0', '9', '21']));
    const belgian = practiceContent(1, 'practice', { companies: 'several' }).companies[1];
    expect(new Set(belgian?.products.map(({ vatPercentage }) => vatPercentage))).not.toContain('9');
  });
});

describe('the seed', () => {
  it('decides every row, id, moment and credential', async () => {
    expect(firstOf(practiceContent(1, 'practice', one))).toEqual(practice);
    expect(firstOf(practiceContent(2, 'practice', one)).parties).not.toEqual(practice.parties);
    const [first, second, other] = [await startHarness({ seed: 5 }), await startHarness({ seed: 5 }), await startHarness({ seed: 6 })]; // prettier-ignore
    expect([second.simulator.registration, second.client.token]).toEqual([
      first.simulator.registration,
      first.client.token,
    ]);
    expect(other.simulator.registration).not.toEqual(first.simulator.registration);
    const text = async ({ client }: typeof first): Promise<string> => (await client.get('/orders')).text;
    expect(await text(second)).toBe(await text(first));
  });

  it('does not matter to the size asked: exactly that many, all with a reference of their own', () => {
    const { parties, products } = firstOf(practiceContent(3, { customers: 1000, articles: 1500 }, one));
    expect([parties.length, products.length]).toEqual([1000, 1500]);
    expect(new Set(products.map(({ reference }) => reference)).size).toBe(1500);
  });

  it('makes small books a cut of the practice books, without loose ends', () => {
    const small = firstOf(practiceContent(1, 'small', one));
    const partyIds = new Set(small.parties.map(({ id }) => id));
    const productIds = new Set(small.products.map(({ id }) => id));
    expect(small.orders.length).toBeGreaterThanOrEqual(5);
    for (const order of small.orders) {
      expect(partyIds).toContain(order.customerId);
      for (const { productId } of order.lines) if (productId !== null) expect(productIds).toContain(productId);
    }
    expect(small.products.length).toBeLessThan(70);
  });
});
