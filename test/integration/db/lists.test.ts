import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openTempStore } from './open-temp-store';
import { article, customer, everything, pull } from './records';

const place = (postcode: string, city: string) => ({ name: '', street: 'Straat 1', postcode, city, country: 'NL' });

function books() {
  const opened = openTempStore();
  pull(opened.store, 'customers', [
    customer('1', { number: '9', name: 'Özgür Installatie', address: place('3512 AB', 'Utrecht') }),
    customer('2', { number: '10', name: 'Bakkerij Jansen', address: place('', 'Den Haag') }),
    customer('3', { number: '100', name: 'Ĳsselmeer & Zn.', address: place('1011AA', 'Amsterdam') }),
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
  const customers = (key: string, descending = false) =>
    store.customers.list({ ...everything, sort: { key, descending } }).rows.map((row) => row.number);
  const articles = (key: string, descending = false) =>
    store.articles.list({ ...everything, sort: { key, descending } }).rows.map((row) => row.code);
  expect(customers('name')).toEqual(['10', '100', '9']);
  expect(customers('number')).toEqual(['9', '10', '100']);
  expect(customers('number', true)).toEqual(['100', '10', '9']);
  expect(customers('city')).toEqual(['100', '10', '9']);
  expect(articles('code')).toEqual(['A1', 'B2', 'B10']);
  expect(articles('description')).toEqual(['B10', 'B2', 'A1']);
  expect(articles('unitPrice', true)).toEqual(['B10', 'B2', 'A1']);
  expect(articles('groupName', true)[0]).toBe('B2');
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

test('the lists of the screens are read from indexes, in order, without sorting', () => {
  const { file } = books();
  const db = new Database(file, { readonly: true });
  const planOf = (query: string) =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`)
      .all()
      .map((row) => row.detail)
      .join('; ');
  const plans = {
    'customers by name': planOf(`SELECT c.id FROM customer AS c WHERE c.removed_at_ms IS NULL
      ORDER BY c.name_key ASC, c.id ASC LIMIT 50 OFFSET 100`),
    'customers, searched': planOf(`SELECT c.id FROM customer AS c WHERE c.removed_at_ms IS NULL
      AND instr(c.search_text, 'x') ORDER BY c.name_key ASC, c.id ASC`),
    'customers by number': planOf(`SELECT c.id FROM customer AS c WHERE c.removed_at_ms IS NULL
      ORDER BY c.number_key DESC, c.id DESC LIMIT 50`),
    'articles, searched': planOf(`SELECT a.id FROM article AS a WHERE a.removed_at_ms IS NULL
      AND instr(a.search_text, 'x') ORDER BY a.code_key ASC, a.id ASC`),
    'work orders of a status': planOf(`SELECT w.id FROM work_order AS w WHERE w.status = 'ready'
      AND instr(w.search_text, 'x') ORDER BY w.id DESC, w.id DESC`),
    'queue to send': planOf(`SELECT o.id FROM outbox AS o WHERE o.state = 'waiting'`),
    'article by code': planOf(
      `SELECT a.id FROM article AS a WHERE a.code = 'x' AND a.active = 1 AND a.link_id IS NOT NULL`,
    ),
  };
  db.close();
  expect(plans).toEqual({
    'customers by name': 'SCAN c USING INDEX customer_by_name',
    'customers, searched': 'SCAN c USING INDEX customer_by_name',
    'customers by number': 'SCAN c USING INDEX customer_by_number',
    'articles, searched': 'SCAN a USING INDEX article_by_code',
    'work orders of a status': 'SEARCH w USING COVERING INDEX work_order_by_status (status=?)',
    'queue to send': 'SEARCH o USING COVERING INDEX outbox_by_state (state=?)',
    'article by code': 'SEARCH a USING COVERING INDEX article_code (code=? AND link_id>?)',
  });
});
