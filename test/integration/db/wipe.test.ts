import { expect, test } from 'vitest';
import { openTempStore, NOON } from './open-temp-store';
import { article, customer, draft, everything, LINK, order, OTHER_LINK, pull, queued, value } from './records';

function filled() {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1'), customer('2')]);
  pull(store, 'articleGroups', [{ externalId: 'g', code: '1', name: 'Groep' }]);
  pull(store, 'articles', [article('1'), article('2')]);
  pull(store, 'orders', [order('5')]);
  queued(store, { customerId: store.customers.byNumber('10002')!.id });
  store.log.add([
    {
      atMs: NOON,
      level: 'info',
      table: 'link',
      recordId: null,
      record: '',
      message: { nl: 'a', en: 'a' },
      action: null,
      runId: null,
      fold: null,
    },
  ]);
  return store;
}

test('everything: the counts are told before and after, and every table is read from the start again', () => {
  const store = filled();
  const counts = { customers: 2, articles: 2, workOrders: 2, log: 1 };
  expect(store.wipe.counts()).toEqual(counts);
  expect(store.wipe.run(['log', 'customers', 'articles', 'workOrders'])).toEqual(counts);
  expect(store.wipe.counts()).toEqual({ customers: 0, articles: 0, workOrders: 0, log: 0 });
  expect(store.queue.list(everything).total).toBe(0);
  expect(store.log.list({ filter: { levels: ['info'] }, limit: 9 }).rows).toEqual([]);
  expect(store.pull.marks(LINK)).toEqual([]);
  expect(store.info.integrityCheck()).toEqual({ ok: true, detail: 'ok' });
});

test('parts that hold nothing are read from the start again; parts that hold something stay as they are', () => {
  const store = filled();
  expect(store.wipe.runOnNothing(['customers', 'articles'])).toBe(false);
  expect(store.wipe.counts()).toMatchObject({ customers: 2, articles: 2 });
  expect(store.pull.marks(LINK).map((mark) => mark.resource)).toContain('customers');

  const { store: empty } = openTempStore();
  pull(empty, 'customers', []);
  expect(empty.wipe.runOnNothing(['customers', 'articles', 'workOrders'])).toBe(true);
  expect(empty.pull.marks(LINK)).toEqual([]);
});

test('one part leaves the others and their marks alone', () => {
  const store = filled();
  expect(store.wipe.run(['articles'])).toEqual({ customers: 0, articles: 2, workOrders: 0, log: 0 });
  expect(store.wipe.counts()).toMatchObject({ customers: 2, articles: 0, workOrders: 2 });
  expect(store.pull.marks(LINK).map((mark) => mark.resource)).toEqual(['customers', 'orders']);
});

test('work orders that stay keep their customer and articles until these are pulled again', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  pull(store, 'articles', [article('1')]);
  const customerId = store.customers.byNumber('10001')!.id;
  const line = { articleId: store.articles.byCode('A1')!.id, quantity: '1', unitPrice: null, description: null };
  const workAddressId = store.customers.get(customerId)!.workAddresses[0]!.id;
  const kept = value(store.workOrders.create(draft({ customerId, workAddressId, articles: [line] }), 0));
  store.wipe.run(['customers', 'articles']);
  expect(store.wipe.counts()).toMatchObject({ customers: 0, articles: 0, workOrders: 1 });
  expect(store.workOrders.get(kept.id)).toMatchObject({
    customer: { name: 'Klant 1', active: false },
    workAddress: { city: 'Utrecht' },
  });

  pull(store, 'customers', [customer('1')]);
  pull(store, 'articles', [article('1')]);
  expect(store.workOrders.get(kept.id)).toMatchObject({
    customer: { id: customerId, active: true },
    articleRows: [{ id: line.articleId, active: true }],
  });
  expect(store.customers.get(customerId)?.workAddresses.map((address) => address.id)).toEqual([workAddressId]);
});

test('a wipe forgets the records that wait to be taken over, of every administration', () => {
  const { store } = openTempStore();
  pull(store, 'orders', [order('5')], { link: OTHER_LINK });
  pull(store, 'orders', [order('6')]);
  store.wipe.run(['workOrders']);
  pull(store, 'customers', [customer('1')]);
  expect(pull(store, 'orders', []).createdWorkOrders).toEqual([]);
  expect(pull(store, 'orders', [order('6')]).createdWorkOrders).toHaveLength(1);
});
