import { expect, test } from 'vitest';
import type { Resource } from '../../../connectors/_kit/model';
import type { LinkKey, Store } from '../../../main/db/store';
import { openTempStore } from './open-temp-store';
import { article, customer, draft, everything, LINK, OTHER_LINK, pull, readyWorkOrder, value } from './records';

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
  return store.cleanUp.preview(link, resource);
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
  expect(store.cleanUp.preview(LINK, 'customers')).toEqual({
    resource: 'customers',
    present: 10,
    toRemove: 1,
    keptInUse: 0,
    missing: 0,
    needsConfirmation: false,
  });
  expect(store.cleanUp.lastAppliedAtMs(LINK, 'customers')).toBeNull();
  expect(store.cleanUp.apply(LINK, 'customers', 77).counts).toMatchObject({ removed: 1 });
  expect(store.customers.list(everything).total).toBe(9);
  expect(store.customers.byNumber('100010')).toBeNull();
  expect(store.cleanUp.lastAppliedAtMs(LINK, 'customers')).toBe(77);
});

test.each([
  ['nothing was returned', [], 0, true],
  ['rows came, but none is selected', [], 50, true],
  ['three of ten would go', ids(7), 7, true],
  ['two of ten would go', ids(8), 8, false],
])('the guard asks for a confirmation when %s: %#', (_, present, rowsSeen, needsConfirmation) => {
  const { store } = openTempStore();
  pull(
    store,
    'customers',
    ids(10).map((id) => customer(id)),
  );
  expect(listed(store, 'customers', present, rowsSeen).needsConfirmation).toBe(needsConfirmation);
  expect(store.customers.list(everything).total).toBe(10);
});

test('an empty table needs no confirmation', () => {
  const { store } = openTempStore();
  expect(listed(store, 'customers', [], 0)).toMatchObject({ present: 0, needsConfirmation: false });
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
  expect(listed(store, 'customers', ids(10))).toMatchObject({ toRemove: 1, keptInUse: 1, needsConfirmation: false });
  const outcome = store.cleanUp.apply(LINK, 'customers', 0);
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
    expect(store.cleanUp.apply(LINK, resource, 0).keptInUse).toHaveLength(1);
  }
  expect(store.workOrders.forDocument(id)).toMatchObject({
    customer: { active: false },
    articles: [{ active: false }],
  });

  value(store.workOrders.archive(id, version, { state: 'waiting', frozen: null }, 0));
  for (const resource of ['customers', 'articles'] as const) {
    listed(store, resource, ids(9));
    expect(store.cleanUp.apply(LINK, resource, 0).counts.removed).toBe(1);
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
  store.cleanUp.apply(LINK, 'customers', 0);
  store.wipe.run(['workOrders']);
  listed(store, 'customers', ids(9));
  store.cleanUp.apply(LINK, 'customers', 0);
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
    toRemove: 1,
    needsConfirmation: false,
  });
  store.cleanUp.apply(OTHER_LINK, 'customers', 0);
  expect(store.customers.list(everything).total).toBe(5);
});

test('article groups are cleaned up, orders are left alone', () => {
  const { store } = openTempStore();
  pull(
    store,
    'articleGroups',
    ids(10).map((id) => ({ externalId: id, code: id, name: `Groep ${id}` })),
  );
  expect(listed(store, 'articleGroups', ids(9))).toMatchObject({ toRemove: 1, needsConfirmation: false });
  expect(store.cleanUp.apply(LINK, 'articleGroups', 0).counts.removed).toBe(1);
  pull(store, 'customers', [customer('1')]);
  expect(listed(store, 'orders', [])).toMatchObject({ toRemove: 0, needsConfirmation: false });
  expect(store.cleanUp.apply(LINK, 'orders', 0).counts.removed).toBe(0);
});

test('comparing without a list is a bug, also after the list was used or was made for another administration', () => {
  const { store } = openTempStore();
  expect(() => store.cleanUp.preview(LINK, 'customers')).toThrow('begun');
  listed(store, 'customers', []);
  expect(() => store.cleanUp.preview(OTHER_LINK, 'customers')).toThrow('begun');
  store.cleanUp.apply(LINK, 'customers', 0);
  expect(() => store.cleanUp.apply(LINK, 'customers', 0)).toThrow('begun');
});
