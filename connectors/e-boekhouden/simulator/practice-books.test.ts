import { describe, expect, it } from 'vitest';
import { isDecimalString } from '../../_kit/decimal';
import { typeNamed } from './description';
import { practiceContent } from './practice/content';
import { relationRow } from './rows';
import { startHarness } from './simulator-harness';
import { salesVatPercentage } from './vat-codes';

const practice = practiceContent(1, 'practice');

describe('practice books look like those of a Dutch installer', () => {
  const { relations, articles, invoices } = practice;
  it.each<[string, number, number]>([
    ['relations that are active', relations.filter((row) => !row.inactive).length, 270],
    ['relations that are not active', relations.filter((row) => row.inactive).length, 5],
    ['relations without code', relations.filter((row) => row.code === '').length, 1],
    ['codes that are no number', relations.filter((row) => /[a-z]/i.test(row.code)).length, 2],
    ['relations with a postal address', relations.filter((row) => row.postalAddress.street !== '').length, 10],
    ['relations abroad', relations.filter((row) => !['', 'Nederland'].includes(row.address.country)).length, 8],
    ['relations without country', relations.filter((row) => row.address.country === '').length, 50],
    ['private persons', relations.filter((row) => row.kind === 'P').length, 80],
    ['active articles', articles.filter((row) => row.active).length, 400],
    ['articles that are not active', articles.filter((row) => !row.active).length, 5],
    ['articles without group', articles.filter((row) => row.groupCode === null).length, 2],
    ['invoices', invoices.length, 5],
    ['invoices that are booked', invoices.filter((row) => row.booking !== null).length, 3],
    ['templates', practice.administration.templates.length, 4],
  ])('%s: %i, at least %i', (_what, found, wanted) => {
    expect(found).toBeGreaterThanOrEqual(wanted);
  });

  it('fit the lengths of the manual, and name what exists', () => {
    for (const relation of relations) {
      const row = relationRow(relation);
      for (const element of typeNamed('cRelatie')) {
        if (element.kind !== 'scalar' || element.maximum === null) continue;
        const value = row[element.name];
        expect(typeof value, element.name).toBe('string');
        expect((value as string).length, element.name).toBeLessThanOrEqual(element.maximum);
      }
    }
    const groups = new Set(practice.groups.map((group) => group.code));
    const accounts = new Set(practice.ledgerAccounts.map((account) => account.code));
    for (const article of articles) {
      expect(article.code.length).toBeLessThanOrEqual(20);
      expect(article.groupCode === null || groups.has(article.groupCode)).toBe(true);
      expect(accounts).toContain(article.ledgerCode);
      expect(salesVatPercentage(article.vatCode, '2025-06-12')).not.toBeNull();
      expect(isDecimalString(article.salesPrice)).toBe(true);
    }
    expect(new Set(practice.groups.map((group) => group.description)).size).toBe(groups.size);
  });

  it('have ids and codes that occur once', () => {
    const ids = [...relations, ...articles, ...invoices, ...practice.ledgerAccounts, ...practice.costCentres];
    expect(new Set(ids.map((row) => row.id)).size).toBe(ids.length);
    expect(new Set(articles.map((row) => row.code)).size).toBe(articles.length);
    expect(new Set(relations.map((row) => row.code)).size).toBe(relations.length);
  });
});

describe('the seed', () => {
  it('decides every row and credential', async () => {
    expect(practiceContent(1, 'practice')).toEqual(practice);
    expect(practiceContent(2, 'practice').relations).not.toEqual(practice.relations);
    const [one, same, other] = [await startHarness({ seed: 5 }), await startHarness({ seed: 5 }), await startHarness({ seed: 6 })]; // prettier-ignore
    expect([same.simulator.credentials, same.client.sessionId]).toEqual([
      one.simulator.credentials,
      one.client.sessionId,
    ]);
    expect(other.simulator.credentials).not.toEqual(one.simulator.credentials);
    expect((await same.client.call('GetRelaties')).text).toBe((await one.client.call('GetRelaties')).text);
  });

  it('does not matter to the size asked', () => {
    const content = practiceContent(3, { customers: 1000, articles: 1500 });
    expect([content.relations.length, content.articles.length]).toEqual([1000, 1500]);
    expect(content.relations.every((relation) => !relation.inactive)).toBe(true);
  });

  it('makes small books a cut in which everything occurs', () => {
    const small = practiceContent(1, 'small');
    const codes = new Set(small.relations.map((relation) => relation.code));
    expect(small.invoices.length).toBe(practice.invoices.length);
    for (const invoice of small.invoices) expect(codes).toContain(invoice.relationCode);
    expect([codes.has(''), codes.has('60001')]).toEqual([true, true]);
    expect(small.relations.some((relation) => relation.inactive)).toBe(true);
    expect(small.articles.length).toBeLessThan(60);
  });
});
