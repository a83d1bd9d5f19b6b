import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../../main/db/migrations';
import { openStore } from '../../../main/db/open-store';
import type { Store } from '../../../main/db/store';
import { NOON, openTempStore, tempFolder } from './open-temp-store';
import { customer, draft, everything, pull, value } from './records';

const at = (street: string, postcode: string, city: string) => ({ name: '', street, postcode, city, country: 'NL' });

const OFFICE = [
  customer('1', { number: '1001', name: 'Jansen', address: at('Kerkweg 3', '3581 CK', 'Utrecht') }),
  customer('2', { number: '1002', name: 'Jansen Installatietechniek', address: at('Dam 1', '1012 JS', 'Amsterdam') }),
  customer('3', { number: '1003', name: 'Fam. Janssen', address: at('Lange Nieuwstraat 12', '3512PB', 'Utrecht') }),
  customer('4', { number: '1004', name: 'Müller & Zn.', address: at('Markt 8', '6211 CJ', 'Maastricht') }),
  customer('5', { number: '1005', name: 'Café De Ëend', address: at('Gracht 2', '8011 AA', 'Zwolle') }),
  customer('6', { number: '1006', name: 'Bouw 100% "Goed" B_V', address: at("'t Hof 1", '7511 ZZ', 'Enschede') }),
  customer('7', { number: '1007', name: 'Utrecht Beheer', address: at('Laan 4', '2011 AB', 'Haarlem') }),
].map((record) => ({ ...record, workAddresses: [{ ...record.address, kind: 'main' as const, key: '' }] }));

function withCustomers(): Store {
  const { store } = openTempStore();
  pull(store, 'customers', OFFICE);
  return store;
}
const numbers = (store: Store, search: string) =>
  store.customers.list({ ...everything, search }).rows.map((row) => row.number);

test.each([
  ['part of the name', 'installatie', ['1002']],
  ['several words in any order', 'utr jansen', ['1001', '1003']],
  ['without diacritics', 'muller', ['1004']],
  ['without diacritics, in capitals', 'CAFE DE EEND', ['1005']],
  ['with diacritics that are not there', 'jänsen dam', ['1002']],
  ['number', '1005', ['1005']],
  ['postcode with a space', '3512 pb', ['1003']],
  ['postcode without a space', '6211cj', ['1004']],
  ['street and house number', 'lange nieuw 12', ['1003']],
  ['town', 'zwolle', ['1005']],
  ['a percent sign', '100%', ['1006']],
  ['an underscore', 'b_v', ['1006']],
  ['quotes', '"goed" \'t hof', ['1006']],
  ['a percent sign by itself is no wildcard', '%', ['1006']],
  ['an underscore by itself is no wildcard', '_', ['1006']],
  ['a quote that would end a text', `'; DROP TABLE customer; --`, []],
  ['something that is nowhere', 'fietsenmaker', []],
])('%s: %s', (_, search, expected) => {
  expect(numbers(withCustomers(), search)).toEqual(expected);
});

test.each([
  ['two letters that changed places', 'muedler', []],
  ['a letter too few', 'muler', ['1004']],
  ['a letter too many', 'mulller', ['1004']],
  ['a wrong letter', 'maastrigt', ['1004']],
  ['two letters that changed places in a town', 'utrehct jansen', ['1001', '1003']],
  ['two errors in a long word', 'instalatitechniek', ['1002']],
  ['an error and the number beside it', 'janzen 1002', ['1002']],
  ['another figure is another number', '1009', []],
])('with typing errors, %s: %s', (_, search, expected) => {
  expect(numbers(withCustomers(), search)).toEqual(expected);
});

test('the very name first, then what begins with it, then what holds it, then what resembles it', () => {
  const store = withCustomers();
  expect(numbers(store, 'jansen')).toEqual(['1001', '1002', '1003']);
  expect(numbers(store, 'utrecht')).toEqual(['1007', '1003', '1001']);
  expect(numbers(store, '1003')[0]).toBe('1003');
  const backwards = store.customers.list({ ...everything, search: 'utrecht', sort: { key: 'name', descending: true } });
  expect(backwards.rows.map((row) => row.number)).toEqual(['1007', '1001', '1003']);
});

test('a window of what was found is one part of the whole', () => {
  const store = withCustomers();
  const window = (offset: number) => store.customers.list({ search: 'jansen', offset, limit: 1 });
  expect([0, 1, 2, 3].map((offset) => window(offset).rows[0]?.number)).toEqual(['1001', '1002', '1003', undefined]);
  expect([0, 1, 2, 3].map((offset) => window(offset).total)).toEqual([3, 3, 3, 3]);
});

test('with enough that hold what was typed, nothing that only resembles it is added', () => {
  const { store } = openTempStore();
  pull(
    store,
    'customers',
    Array.from({ length: 12 }, (_, i) => customer(String(i), { name: i < 10 ? `Bakker ${i}` : `Bekker ${i}` })),
  );
  expect(store.customers.list({ ...everything, search: 'bakker' }).total).toBe(10);
});

test('a customer is found by a work address, as long as that is one of its own', () => {
  const store = withCustomers();
  const [jansen] = store.customers.list({ ...everything, search: '1001' }).rows;
  value(store.customers.addWorkAddress(jansen!.id, at('Havenkade 9', '1781AB', 'Den Helder'), NOON));
  expect(numbers(store, 'havenkade 9')).toEqual(['1001']);
  expect(numbers(store, '1781 ab')).toEqual(['1001']);
  expect(numbers(store, 'havnekade')).toEqual(['1001']);

  const moved = {
    ...OFFICE[0]!,
    name: 'Jansen Dak',
    workAddresses: [{ ...at('Singel 5', '', 'Gouda'), kind: 'main' as const, key: '' }],
  };
  pull(store, 'customers', [moved]);
  expect(numbers(store, 'gouda')).toEqual(['1001']);
  expect(numbers(store, 'havenkade dak')).toEqual(['1001']);
  pull(store, 'customers', [{ ...moved, workAddresses: [] }]);
  expect(numbers(store, 'gouda')).toEqual([]);
  expect(numbers(store, 'kerkweg')).toEqual(['1001']);
});

test('what was wiped is found no more, and again when the package gives it again', () => {
  const store = withCustomers();
  store.wipe.run(['customers', 'workOrders', 'articles', 'log']);
  expect([numbers(store, 'jansen'), numbers(store, 'janzen')]).toEqual([[], []]);
  pull(store, 'customers', OFFICE);
  expect(numbers(store, 'janzen utrecht')).toEqual(['1001']);
});

test('a customer made by hand is found by its address', () => {
  const store = withCustomers();
  store.customers.add({ name: 'Nieuwe Klant', address: at('Plein 7', '1234AB', 'Hoorn') }, NOON);
  expect(store.customers.list({ ...everything, search: 'plein 7 1234 ab' }).rows.map((row) => row.name)).toEqual([
    'Nieuwe Klant',
  ]);
});

test('an empty box offers the customers of the last work orders, then the others by name', () => {
  const store = withCustomers();
  expect(store.customers.find(' ', 50).recent).toEqual([]);
  const idOf = (number: string) => store.customers.byNumber(number)!.id;
  for (const number of ['1004', '1007', '1004', '1001']) {
    value(store.workOrders.create(draft({ customerId: idOf(number) }), NOON));
  }
  value(store.workOrders.create(draft(), NOON));
  const { recent, others } = store.customers.find('', 5);
  expect(recent.map((row) => row.number)).toEqual(['1001', '1004', '1007']);
  expect(others.map((row) => row.number)).toEqual(['1006', '1005']);
  expect(store.customers.find('muler', 5)).toMatchObject({ recent: [], others: [{ number: '1004' }] });
  pull(store, 'customers', [], { gone: ['1'] });
  expect(store.customers.find('', 5).recent.map((row) => row.number)).toEqual(['1004', '1007']);
});

test('work addresses: the main one, then by use; a typed place finds those of this customer', () => {
  const store = withCustomers();
  const { id } = store.customers.byNumber('1001')!;
  const [school, hall] = [
    value(
      store.customers.addWorkAddress(id, { ...at('Schoolplein 1', '1781 AB', 'Den Helder'), name: 'School' }, NOON),
    ),
    value(store.customers.addWorkAddress(id, at('Loods 2', '1781 AC', 'Den Helder'), NOON)),
  ];
  value(store.workOrders.create(draft({ customerId: id, workAddressId: hall.id }), NOON));
  const streets = (text: string) => store.customers.findAddresses(id, text).map((address) => address.street);
  expect(streets('')).toEqual(['Kerkweg 3', 'Loods 2', 'Schoolplein 1']);
  expect(streets('helder')).toEqual(['Loods 2', 'Schoolplein 1']);
  expect(streets('hedler school')).toEqual(['Schoolplein 1']);
  expect(streets('1781ac')).toEqual(['Loods 2']);
  expect(streets('maastricht')).toEqual([]);
  expect(school.kind).toBe('own');
});

test('a database of before is found in the same way, also by its work addresses and with typing errors', () => {
  const file = join(tempFolder(), 'simon.sqlite');
  const db = new Database(file);
  onTestFinished(() => void db.close());
  migrate(db, { nowMs: NOON, steps: MIGRATIONS.filter(({ version }) => version < 265) });
  db.exec(`
    INSERT INTO customer (number, name, address_name, street, postcode, city, country, phone, email, vat_number,
      chamber_of_commerce_number, extra, content_hash, active, name_key, number_key, search_text)
    VALUES ('12', 'Dé Wit', '', 'Brink 3', '7411BR', 'Deventer', 'NL', '', '', '', '', 'null', '', 1, 'de wit', '12',
      '12' || char(10) || 'de wit' || char(10) || '7411br' || char(10) || 'deventer');
    INSERT INTO work_address (customer_id, kind, key, name, street, postcode, city, country, active) VALUES
      (1, 'own', 'a', 'Gymzaal', 'Sportlaan 1', '8021 AA', 'Zwolle', 'NL', 1),
      (1, 'postal', 'b', '', 'Postbus 7', '', 'Assen', 'NL', 0);
    INSERT INTO article (code, description, unit, extra, content_hash, active, code_key, description_key, search_text)
    VALUES ('KOP', 'Koppeling', '', 'null', '', 1, 'kop', 'koppeling', 'kop' || char(10) || 'koppeling');
  `);
  migrate(db, { nowMs: NOON });
  db.close();
  const store = openStore({ file, now: () => NOON });
  onTestFinished(() => store.close());
  for (const search of ['brink 3', '7411 br', 'gymzaal', '8021aa', 'zwollle', 'devneter']) {
    expect([search, numbers(store, search)]).toEqual([search, ['12']]);
  }
  expect(numbers(store, 'assen')).toEqual([]);
  expect(store.articles.find('koppleing', 5).map((row) => row.code)).toEqual(['KOP']);
});
