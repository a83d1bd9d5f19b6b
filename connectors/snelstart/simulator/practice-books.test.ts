import { describe, expect, it } from 'vitest';
import { practiceContent } from './practice/content';
import { startHarness } from './simulator-harness';

const practice = practiceContent(1, 'practice');
const customers = practice.relations.filter((relation) => relation.kinds.includes('Klant'));
const countryOf = (id: string | null): string | undefined =>
  practice.countries.find((country) => country.id === id)?.isoCode;

describe('practice books look like those of a Dutch installer', () => {
  it.each<[string, number, number]>([
    ['active customers', customers.filter((row) => !row.inactive).length, 250],
    ['customers that are not active', customers.filter((row) => row.inactive).length, 5],
    ['customers without postcode', customers.filter((row) => row.address.postcode === '').length, 5],
    ['customers without street', customers.filter((row) => row.address.street === '').length, 3],
    ['Belgian customers', customers.filter((row) => countryOf(row.address.countryId) === 'BE').length, 8],
    ['names with diacritics', customers.filter((row) => /[^\x20-\x7e]/.test(row.name)).length, 20],
    ['names with an apostrophe', customers.filter((row) => /['’]/.test(row.name)).length, 3],
    ['characters in the longest name', Math.max(...customers.map((row) => row.name.length)), 50],
    ['customers with several e-mail addresses', customers.filter((row) => row.email.includes(';')).length, 5],
    ['customers whose invoice goes elsewhere', customers.filter((row) => row.invoiceRelationId !== null).length, 1],
    ['suppliers', practice.relations.filter((row) => row.kinds[0] === 'Leverancier').length, 15],
    ['active articles', practice.articles.filter((row) => !row.inactive).length, 400],
    ['articles that are not active', practice.articles.filter((row) => row.inactive).length, 5],
    ['prices of five decimals', practice.articles.filter((row) => /\.\d{5}$/.test(row.salesPrice)).length, 30],
    ['codes with a leading zero', practice.articles.filter((row) => /^0\d+$/.test(row.code)).length, 3],
    ['characters in the longest description', Math.max(...practice.articles.map((row) => row.description.length)), 250],
    ['orders for Simon', practice.orders.filter((row) => /wb/i.test(row.description)).length, 8],
    ['quotes', practice.orders.filter((row) => row.processStatus === 'Offerte').length, 2],
    ['invoiced orders', practice.orders.filter((row) => row.invoiceId !== null).length, 1],
  ])('%s: %i, at least %i', (_what, found, wanted) => {
    expect(found).toBeGreaterThanOrEqual(wanted);
  });

  it('hold the articles that time and call-out are booked on', () => {
    const unitOf = (code: string): string | undefined => practice.articles.find((row) => row.code === code)?.unit;
    expect([unitOf('ARBEID'), unitOf('REISTIJD'), unitOf('VOORRIJ')]).toEqual(['uur', 'uur', 'st']);
  });

  it('hold two groups that differ in a capital only, and groups of every VAT kind', () => {
    const names = practice.groups.map((group) => group.name);
    expect(names).toEqual(expect.arrayContaining(['Diensten', 'Sanitair', 'sanitair', 'Cv-ketels', 'Dakbedekking']));
    expect(new Set(practice.groups.map((group) => group.vatKind))).toEqual(new Set(['Hoog', 'Laag', 'Geen']));
    const groupIds = new Set(practice.articles.map((article) => article.groupId));
    expect(groupIds.size).toBe(practice.groups.length);
  });

  it('fit the vendor: unique codes and ids, lengths, Dutch and Belgian postcodes', () => {
    expect(new Set(practice.articles.map((article) => article.code)).size).toBe(practice.articles.length);
    expect(new Set(practice.relations.map((relation) => relation.code)).size).toBe(practice.relations.length);
    const ids = [...practice.relations, ...practice.articles, ...practice.orders, ...practice.groups].map(
      (row) => row.id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, address } of practice.relations) {
      expect(name.length).toBeLessThanOrEqual(50);
      expect(address.street.length).toBeLessThanOrEqual(50);
      const pattern = { NL: /^(\d{4} [A-Z]{2})?$/, BE: /^\d{4}$/, DE: /^\d{5}$/ }[countryOf(address.countryId) ?? ''];
      expect(address.postcode).toMatch(pattern ?? /^$/);
    }
    for (const article of practice.articles) {
      expect(article.code.length).toBeLessThanOrEqual(20);
      expect(article.salesPrice).toMatch(/^-?\d+(\.\d{1,5})?$/);
    }
    for (const group of practice.groups) expect(group.name.length).toBeLessThanOrEqual(50);
  });

  it('have two templates in use and one that is not active', () => {
    expect(practice.templates.filter((template) => !template.inactive).length).toBeGreaterThanOrEqual(2);
    expect(practice.templates.filter((template) => template.inactive)).toHaveLength(1);
  });
});

describe('the seed', () => {
  it('decides every row, id, moment and credential', async () => {
    expect(practiceContent(1, 'practice')).toEqual(practice);
    const one = practiceContent(2, 'practice');
    expect(one.relations.map((row) => row.id)).not.toEqual(practice.relations.map((row) => row.id));
    const [first, second, other] = [await startHarness({ seed: 5 }), await startHarness({ seed: 5 }), await startHarness({ seed: 6 })]; // prettier-ignore
    expect([second.simulator.credentials, second.simulator.registration, second.client.token]).toEqual([
      first.simulator.credentials,
      first.simulator.registration,
      first.client.token,
    ]);
    expect(other.simulator.credentials).not.toEqual(first.simulator.credentials);
    expect((await second.client.get('/relaties')).text).toBe((await first.client.get('/relaties')).text);
  });

  it('does not matter to the size asked: exactly that many active customers and articles', () => {
    const content = practiceContent(3, { customers: 1000, articles: 1500 });
    expect(content.relations.filter((relation) => relation.kinds.includes('Klant') && !relation.inactive)).toHaveLength(1000); // prettier-ignore
    expect(content.articles).toHaveLength(1500);
    expect(new Set(content.articles.map((article) => article.code)).size).toBe(1500);
  });

  it('makes small books a cut of the practice books, without loose ends', () => {
    const small = practiceContent(1, 'small');
    const relationIds = new Set(small.relations.map((relation) => relation.id));
    const articleIds = new Set(small.articles.map((article) => article.id));
    expect(small.orders.length).toBeGreaterThanOrEqual(5);
    for (const order of small.orders) {
      expect(relationIds).toContain(order.relationId);
      for (const line of order.lines) if (line.articleId !== null) expect(articleIds).toContain(line.articleId);
    }
    for (const article of small.articles)
      if (article.supplierId !== null) expect(relationIds).toContain(article.supplierId);
    expect(small.articles.length).toBeLessThan(60);
  });
});
