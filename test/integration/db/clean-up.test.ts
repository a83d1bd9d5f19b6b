import { describe, expect, onTestFinished, test } from 'vitest';
import type { Resource } from '../../../connectors/_kit/model';
import type { LinkKey, Store } from '../../../main/db/store';
import { openStore } from '../../../main/db/open-store';
import { NOON, openTempStore } from './open-temp-store';
import { article, customer, draft, everything, LINK, OTHER_LINK, pull, readyWorkOrder, value } from './records';

const UNASKED = { agreedId: null, atMs: 0 };
const ids = (count: number, from = 1) => Array.from({ length: count }, (_, n) => String(from + n));

function listed(
  store: Store,
  resource: Resource,
  externalIds: readonly string[],
  rowsSeen = externalIds.length,
  link: LinkKey = LINK,
) {
  store.cleanUp.begin(link, resource);
  store.cleanUp.addIds(link, resource, { externalIds, rowsSeen });
  return store.cleanUp.compare(link, resource);
}

test('what the package no longer lists is removed, page by page compared as a whole', () => {
  const { store } = openTempStore();
  pull(
    store,
    'customers',
    ids(10).map((id) => customer(id)),
  );
  store.cleanUp.begin(LINK, 'customers');
  store.cleanUp.addIds(LINK, 'customers', { externalIds: ids(5), rowsSeen: 5 });
  store.cleanUp.addIds(LINK, 'customers', { externalIds: ids(4, 6), rowsSeen: 5 });
  expect(store.cleanUp.compare(LINK, 'customers')).toEqual({
    resource: 'customers',
    rowsSeen: 10,
    present: 10,
    going: 1,
    toRemove: 1,
    keptInUse: 0,
    missing: 0,
    removedBefore: 0,
    standing: null,
  });
  expect(store.cleanUp.lastEndedAtMs(LINK, 'customers')).toBeNull();
  expect(store.cleanUp.apply(LINK, 'customers', { agreedId: null, atMs: 77 }).counts).toMatchObject({ removed: 1 });
  expect(store.customers.list(everything).total).toBe(9);
  expect(store.customers.byNumber('100010')).toBeNull();
  expect(store.cleanUp.lastEndedAtMs(LINK, 'customers')).toBe(77);
});

test('what was made by hand goes, unless an open work order uses it', () => {
  const { store } = openTempStore();
  pull(
    store,
    'customers',
    ids(10).map((id) => customer(id)),
  );
  const { address } = customer('1');
  store.customers.add({ name: 'Los', address }, 0);
  const used = store.customers.add({ name: 'In gebruik', address }, 0);
  value(store.workOrders.create(draft({ customerId: used.id }), 0));
  expect(listed(store, 'customers', ids(10))).toMatchObject({ toRemove: 1, keptInUse: 1 });
  const outcome = store.cleanUp.apply(LINK, 'customers', UNASKED);
  expect(outcome).toMatchObject({
    counts: { removed: 1 },
    keptInUse: [{ table: 'customer', recordId: used.id, record: 'In gebruik' }],
  });
  expect(store.customers.list({ ...everything, search: 'gebruik' }).rows).toMatchObject([{ active: false }]);
  expect(store.customers.list({ ...everything, search: 'Los' }).total).toBe(0);
});

test('a row that an open work order uses is kept until the work order is archived; the archived one keeps showing it', () => {
  const { store } = openTempStore();
  pull(
    store,
    'customers',
    ids(10).map((id) => customer(id)),
  );
  pull(
    store,
    'articles',
    ids(10).map((id) => article(id)),
  );
  const gone = store.customers.byNumber('100010')!;
  const line = { articleId: store.articles.byCode('A10')!.id, quantity: '1', unitPrice: null, description: null };
  const { id, version } = readyWorkOrder(store, { customerId: gone.id, articles: [line] });
  for (const resource of ['customers', 'articles'] as const) {
    expect(listed(store, resource, ids(9))).toMatchObject({ toRemove: 0, keptInUse: 1 });
    expect(store.cleanUp.apply(LINK, resource, UNASKED).keptInUse).toHaveLength(1);
  }
  expect(store.workOrders.forDocument(id)).toMatchObject({
    customer: { active: false },
    articles: [{ active: false }],
  });

  value(store.workOrders.archive(id, version, { state: 'waiting', frozen: null }, 0));
  for (const resource of ['customers', 'articles'] as const) {
    listed(store, resource, ids(9));
    expect(store.cleanUp.apply(LINK, resource, UNASKED).counts.removed).toBe(1);
  }
  expect(store.info.overviewCounts()).toMatchObject({ customers: 9, articles: 9 });
  expect(store.wipe.counts()).toMatchObject({ customers: 9, articles: 9 });
  expect(store.workOrders.get(id)).toMatchObject({
    customer: { name: 'Klant 10' },
    articleRows: [{ code: 'A10' }],
  });
  // Hidden rows do not count as gone again.
  expect(listed(store, 'customers', ids(9))).toMatchObject({ present: 9, toRemove: 0 });
});

test('hidden rows go for good once no work order refers to them', () => {
  const { store } = openTempStore();
  pull(
    store,
    'customers',
    ids(10).map((id) => customer(id)),
  );
  const { id, version } = readyWorkOrder(store, { customerId: store.customers.byNumber('100010')!.id });
  value(store.workOrders.archive(id, version, { state: 'waiting', frozen: null }, 0));
  listed(store, 'customers', ids(9));
  store.cleanUp.apply(LINK, 'customers', UNASKED);
  store.wipe.run(['workOrders']);
  listed(store, 'customers', ids(9));
  store.cleanUp.apply(LINK, 'customers', UNASKED);
  // Had the row been there still, it would have come back with its old id.
  pull(store, 'customers', [customer('10')]);
  expect(store.customers.byNumber('100010')!.id).toBeGreaterThan(10);
});

test('missing counts what the package has and Simon lacks, but not what is known to be waiting', () => {
  const { store } = openTempStore();
  pull(store, 'articles', [article('1', { code: 'X' }), article('2', { code: 'X' }), article('3')]);
  expect(listed(store, 'articles', ['1', '2', '3', '4', '5'])).toMatchObject({ present: 2, missing: 2, toRemove: 0 });
});

test('rows of a former administration are removed as well', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  pull(
    store,
    'customers',
    ids(5, 11).map((id) => customer(id)),
    { link: OTHER_LINK },
  );
  expect(listed(store, 'customers', ids(5, 11), 5, OTHER_LINK)).toMatchObject({
    present: 5,
    going: 0,
    toRemove: 1,
  });
  store.cleanUp.apply(OTHER_LINK, 'customers', UNASKED);
  expect(store.customers.list(everything).total).toBe(5);
});

test('article groups are cleaned up, orders are left alone', () => {
  const { store } = openTempStore();
  pull(
    store,
    'articleGroups',
    ids(10).map((id) => ({ externalId: id, code: id, name: `Groep ${id}` })),
  );
  expect(listed(store, 'articleGroups', ids(9))).toMatchObject({ toRemove: 1 });
  expect(store.cleanUp.apply(LINK, 'articleGroups', UNASKED).counts.removed).toBe(1);
  pull(store, 'customers', [customer('1')]);
  expect(listed(store, 'orders', [])).toMatchObject({ toRemove: 0 });
  expect(store.cleanUp.apply(LINK, 'orders', UNASKED).counts.removed).toBe(0);
});

test('comparing without a list is a bug, also after the list was used or was made for another administration', () => {
  const { store } = openTempStore();
  expect(() => store.cleanUp.compare(LINK, 'customers')).toThrow('begun');
  listed(store, 'customers', []);
  expect(() => store.cleanUp.compare(OTHER_LINK, 'customers')).toThrow('begun');
  store.cleanUp.apply(LINK, 'customers', UNASKED);
  expect(() => store.cleanUp.apply(LINK, 'customers', UNASKED)).toThrow('begun');
});

test('what goes unasked counts for the three clean-ups that follow, until the office agrees to one', () => {
  const { store } = openTempStore();
  pull(
    store,
    'customers',
    ids(100).map((id) => customer(id)),
  );
  const before = [95, 94, 94, 94, 94].map((left) => {
    const { removedBefore } = listed(store, 'customers', ids(left));
    store.cleanUp.apply(LINK, 'customers', UNASKED);
    return removedBefore;
  });
  expect(before).toEqual([0, 5, 6, 6, 1]);

  listed(store, 'customers', ids(50));
  const { questionId } = store.cleanUp.ask(LINK, 'customers', { isGuarded: true, atMs: 0 });
  store.cleanUp.apply(LINK, 'customers', { agreedId: questionId, atMs: 0 });
  expect(listed(store, 'customers', ids(50)).removedBefore).toBe(0);
});

describe('a question for the office', () => {
  const ask = (store: Store, left: number, isGuarded = true) => {
    listed(store, 'customers', ids(left));
    return store.cleanUp.ask(LINK, 'customers', { isGuarded, atMs: 5 });
  };
  const withCustomers = (count: number) => {
    const opened = openTempStore();
    pull(
      opened.store,
      'customers',
      ids(count).map((id) => customer(id, { name: `Klant ${id.padStart(5, '0')}` })),
    );
    return opened;
  };
  const everyRow = { search: '', offset: 0, limit: 500 };

  test('names every row that would go and the work orders that keep one, and outlives a restart', () => {
    const opened = withCustomers(10);
    const used = opened.store.customers.byNumber('10008')!;
    const order = value(opened.store.workOrders.create(draft({ customerId: used.id }), 0));
    const { address } = customer('1');
    opened.store.customers.add({ name: 'Zelf gemaakt', address }, 0);
    const { questionId } = ask(opened.store, 6);

    opened.store.close();
    const store = openStore({ file: opened.file, now: () => NOON });
    onTestFinished(store.close);
    expect(store.cleanUp.questions(LINK)).toEqual([
      {
        id: questionId,
        resource: 'customers',
        askedAtMs: 5,
        present: 11,
        toRemove: 4,
        keptInUse: 1,
        reason: 'too-much',
      },
    ]);
    expect(store.cleanUp.questions(OTHER_LINK)).toEqual([]);
    const { total, rows } = store.cleanUp.questionRows({ id: questionId, ...everyRow });
    expect(total).toBe(5);
    expect(rows.map(({ number, label, reason, workOrders }) => [number, label, reason, workOrders])).toEqual([
      ['10008', 'Klant 00008', 'gone', [order.number]],
      ['10007', 'Klant 00007', 'gone', []],
      ['10009', 'Klant 00009', 'gone', []],
      ['100010', 'Klant 00010', 'gone', []],
      ['', 'Zelf gemaakt', 'simon', []],
    ]);
    expect(store.cleanUp.questionRows({ id: questionId, ...everyRow, search: 'zelf' }).total).toBe(1);
    expect(store.customers.list(everything).total).toBe(11);
  });

  test('stays the same question until other rows would go', () => {
    const { store } = withCustomers(10);
    const first = ask(store, 5);
    expect(first.isNew).toBe(true);
    expect(ask(store, 5)).toEqual({ questionId: first.questionId, isNew: false });
    const other = ask(store, 4);
    expect(other.isNew).toBe(true);
    expect(store.cleanUp.questions(LINK)).toMatchObject([{ id: other.questionId, toRemove: 6 }]);
    expect(store.cleanUp.question(first.questionId)).toBeNull();
    expect(store.cleanUp.questionRows({ id: first.questionId, ...everyRow })).toEqual({ total: 0, rows: [] });
  });

  test('that was agreed to removes what it named and is gone still, and nothing else', () => {
    const { store } = withCustomers(10);
    const { questionId } = ask(store, 5);
    // The sixth is back, the fifth went since.
    listed(store, 'customers', [...ids(4), '6']);
    expect(store.cleanUp.apply(LINK, 'customers', { agreedId: questionId, atMs: 9 }).counts.removed).toBe(4);
    expect(store.customers.list(everything).rows.map(({ number }) => number)).toEqual(
      ['1', '2', '3', '4', '5', '6'].map((id) => `1000${id}`),
    );
    expect(store.cleanUp.questions(LINK)).toEqual([]);
  });

  test('that was refused is not asked again, and tells when something else would go', () => {
    const { store } = withCustomers(10);
    const { questionId } = ask(store, 5);
    expect(store.cleanUp.refuse(questionId, 7)).toBe(true);
    expect(store.cleanUp.refuse(questionId, 8)).toBe(false);
    expect(store.cleanUp.questions(LINK)).toEqual([]);
    expect(listed(store, 'customers', ids(5)).standing).toEqual({ isGuarded: true, isRefused: true, coversAll: true });
    expect(listed(store, 'customers', ids(6)).standing).toMatchObject({ coversAll: true });
    expect(listed(store, 'customers', ids(4)).standing).toMatchObject({ isRefused: true, coversAll: false });
  });

  test('goes with the table when Simon is emptied', () => {
    const { store } = withCustomers(10);
    ask(store, 5);
    store.wipe.run(['customers']);
    expect(store.cleanUp.questions(LINK)).toEqual([]);
  });

  test('about articles and groups names them by code', () => {
    const { store } = openTempStore();
    const groups = ids(4).map((id) => ({ externalId: id, code: `G${id}`, name: `Groep ${id}` }));
    pull(store, 'articleGroups', groups);
    pull(
      store,
      'articles',
      ids(4).map((id) => article(id)),
    );
    const first = (resource: Resource) => {
      listed(store, resource, ids(3));
      const { questionId } = store.cleanUp.ask(LINK, resource, { isGuarded: true, atMs: 0 });
      return store.cleanUp.questionRows({ id: questionId, ...everyRow, sort: { key: 'number', descending: true } })
        .rows[0];
    };
    expect(first('articles')).toMatchObject({ number: 'A4', label: 'Artikel 4' });
    expect(first('articleGroups')).toMatchObject({ number: 'G4', label: 'Groep 4' });
  });

  test('about 20,000 customers is read in pages, searched, and carried out as a whole', () => {
    const { store } = withCustomers(20_000);
    const { questionId: id } = ask(store, 0);
    const middle = store.cleanUp.questionRows({ id, search: '', offset: 10_000, limit: 100 });
    expect(middle.total).toBe(20_000);
    expect(middle.rows.map(({ label }) => label)).toEqual(
      Array.from({ length: 100 }, (_, n) => `Klant ${String(10_001 + n).padStart(5, '0')}`),
    );
    expect(store.cleanUp.questionRows({ id, search: '19999', offset: 0, limit: 100 }).total).toBe(1);
    listed(store, 'customers', []);
    store.cleanUp.apply(LINK, 'customers', { agreedId: id, atMs: 0 });
    expect(store.customers.list(everything).total).toBe(0);
  });
});
