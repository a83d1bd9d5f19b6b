import { expect, test } from 'vitest';
import { openConnection, type Reader } from '../../../main/db/connection';
import * as articles from '../../../main/db/repos/articles';
import * as customers from '../../../main/db/repos/customers';
import * as outbox from '../../../main/db/repos/outbox';
import * as workOrders from '../../../main/db/repos/work-orders';
import type { Sql } from '../../../main/db/sql';
import { openTempStore } from './open-temp-store';
import { article, customer, everything, pull } from './records';

const at = (postcode: string, city: string) => ({
  address: { name: '', street: 'Straat 1', postcode, city, country: 'NL' },
  workAddresses: [],
});

function books() {
  const opened = openTempStore();
  pull(opened.store, 'customers', [
    customer('1', { number: '9', name: 'Özgür Installatie', ...at('3512 AB', 'Utrecht') }),
    customer('2', { number: '10', name: 'Bakkerij Jansen', ...at('', 'Den Haag') }),
    customer('3', { number: '100', name: 'Ĳsselmeer & Zn.', ...at('1011AA', 'Amsterdam') }),
  ]);
  pull(opened.store, 'articleGroups', [{ externalId: 'g', code: '1', name: 'Diensten' }]);
  pull(opened.store, 'articles', [
    article('1', { code: 'B2', description: 'Buis', unitPrice: '9.5', groupExternalId: 'g' }),
    article('2', { code: 'B10', description: 'Arbeid', unitPrice: '10' }),
    article('3', { code: 'A1', description: 'CV-ketel', unitPrice: null }),
  ]);
  return opened;
}

test.each([
  ['ozgur', ['9']],
  ['INSTALLATIE özgür', ['9']],
  ['ijssel', ['100']],
  ['3512 ab', ['9']],
  ['3512AB', ['9']],
  ['den haag', ['10']],
  ['10', ['10', '100']],
  ['kerij jan', ['10']],
  ['kerij utrecht', []],
  ['%', []],
])('customers are found by any part of number, name, town or postcode: %s', (search, expected) => {
  const { store } = books();
  const { total, rows } = store.customers.list({ ...everything, search });
  expect(rows.map((row) => row.number)).toEqual(expected);
  expect(total).toBe(expected.length);
});

test('customers and articles sort as people expect, and a window is one part of the whole', () => {
  const { store } = books();
  const customersBy = (key: string, descending = false) =>
    store.customers.list({ ...everything, sort: { key, descending } }).rows.map((row) => row.number);
  const articlesBy = (key: string, descending = false) =>
    store.articles.list({ ...everything, sort: { key, descending } }).rows.map((row) => row.code);
  expect(customersBy('name')).toEqual(['10', '100', '9']);
  expect(customersBy('number')).toEqual(['9', '10', '100']);
  expect(customersBy('number', true)).toEqual(['100', '10', '9']);
  expect(customersBy('city')).toEqual(['100', '10', '9']);
  expect(articlesBy('code')).toEqual(['A1', 'B2', 'B10']);
  expect(articlesBy('description')).toEqual(['B10', 'B2', 'A1']);
  expect(articlesBy('unitPrice', true)).toEqual(['B10', 'B2', 'A1']);
  expect(articlesBy('groupName', true)[0]).toBe('B2');
  expect(store.customers.list({ search: '', offset: 1, limit: 1 })).toMatchObject({
    total: 3,
    rows: [{ number: '100' }],
  });
  expect(store.customers.list({ search: 'a', offset: 1, limit: 1 })).toMatchObject({
    total: 3,
    rows: [{ number: '100' }],
  });
});

test('only named columns can be sorted by', () => {
  const { store } = books();
  for (const key of ['constructor', 'name; DROP TABLE customer', 'search_text']) {
    expect(() => store.customers.list({ ...everything, sort: { key, descending: false } })).toThrow('Cannot sort');
  }
});

test('a customer is found by its exact number', () => {
  const { store } = books();
  expect(store.customers.byNumber('10')?.name).toBe('Bakkerij Jansen');
  expect([store.customers.byNumber('010'), store.customers.byNumber('1')]).toEqual([null, null]);
});

/** How SQLite finds the window of a list: the queries for its ids and its total. */
function plansOf(file: string, list: (db: Reader) => unknown): readonly string[] {
  const { read, handle, close } = openConnection(file);
  const plans: string[] = [];
  const noted = <Value>(db: Reader, query: Sql): Value[] => {
    const steps = handle
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query.text}`)
      .all(...query.values);
    plans.push(steps.map(({ detail }) => detail).join('; '));
    return db.column(query);
  };
  read((db) => list({ ...db, column: (query) => noted(db, query) }));
  close();
  return plans;
}

test.each<[string, string, (db: Reader) => unknown]>([
  ['customers by name', 'customer_by_name', (db) => customers.list(db, everything)],
  [
    'customers by number',
    'customer_by_number',
    (db) => customers.list(db, { ...everything, sort: { key: 'number', descending: true } }),
  ],
  [
    'customers, searched',
    'customer_by_name',
    (db) => customers.list(db, { ...everything, search: 'jan', sort: { key: 'name', descending: false } }),
  ],
  ['articles by code', 'article_by_code', (db) => articles.list(db, everything)],
  ['articles, searched', 'article_by_code', (db) => articles.list(db, { ...everything, search: 'buis' })],
  ['work orders of a status', 'work_order_by_status', (db) => workOrders.list(db, { ...everything, status: 'ready' })],
  [
    'work orders of a status, searched',
    'work_order_by_status',
    (db) => workOrders.list(db, { ...everything, status: 'ready', search: 'x' }),
  ],
  ['the queue', 'outbox_by_archiving', (db) => outbox.list(db, everything)],
  ['a box of the queue', 'outbox_amounts', (db) => outbox.list(db, { ...everything, states: ['booked'] })],
])('%s: read from %s, in its order', (_, index, list) => {
  const { store, file } = books();
  store.close();
  const plans = plansOf(file, list);
  expect(plans.join('\n')).toContain(`INDEX ${index}`);
  expect(plans.filter((plan) => plan.includes('TEMP B-TREE') || /SCAN \w+(;|$)/.test(plan))).toEqual([]);
});

test.each<[string, string, (db: Reader) => unknown]>([
  ['customers', 'customer_by_name', (db) => customers.find(db, 'jan', 10)],
  ['articles', 'article_by_code', (db) => articles.find(db, 'buis', 10)],
])('the best %s for a text are read from %s alone', (_, index, find) => {
  const { store, file } = books();
  store.close();
  const [best] = plansOf(file, find);
  expect(best).toContain(`USING INDEX ${index};`);
});
