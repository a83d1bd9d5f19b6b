import { expect, test } from 'vitest';
import { openTempStore } from './open-temp-store';
import { article, pull } from './records';

function withArticles() {
  const { store } = openTempStore();
  pull(store, 'articles', [
    article('1', { code: 'VAT-18', description: 'Expansievat 18 liter' }),
    article('2', { code: 'VAT-180', description: 'Expansievat 180 liter' }),
    article('3', { code: 'KOP', description: 'Koppeling messing' }),
    article('4', { code: 'A2', description: 'Café-kraan' }),
    article('5', { code: 'A02', description: 'Kraan van de VAT-18' }),
  ]);
  return store;
}
const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);

test('finds by code and by any part of the words, the very code first, then what begins with it', () => {
  const store = withArticles();
  expect(codes(store.articles.find('vat-18', 9))).toEqual(['VAT-18', 'VAT-180', 'A02']);
  expect(codes(store.articles.find('180 expansie', 9))).toEqual(['VAT-180']);
  expect(codes(store.articles.find('cafe', 9))).toEqual(['A2']);
  expect(store.articles.find('', 9)).toHaveLength(5);
  expect(store.articles.find('', 2)).toHaveLength(2);
});

test('finds with typing errors when nothing holds what was typed, fewest errors first', () => {
  const store = withArticles();
  expect(codes(store.articles.find('koppleing', 9))).toEqual(['KOP']);
  expect(codes(store.articles.find('expnasievat liter', 9))).toEqual(['VAT-18', 'VAT-180']);
  expect(codes(store.articles.find('expansiefat 180', 9))).toEqual(['VAT-180']);
  expect(store.articles.find('fiets', 9)).toEqual([]);
});

test('codes out of a spreadsheet are found whatever their case, in their order, and never by half', () => {
  const store = withArticles();
  expect(codes(store.articles.withCodes(['kop', 'A02', 'VAT', 'VAT-18', 'KOP']))).toEqual(['KOP', 'A02', 'VAT-18']);
});

test('what is gone in the package is found no more', () => {
  const store = withArticles();
  store.wipe.run(['articles']);
  expect(store.articles.find('koppleing', 9)).toEqual([]);
  expect(store.articles.withCodes(['KOP'])).toEqual([]);
});
