import { expect, test } from 'vitest';
import { openTempStore } from './open-temp-store';
import { article, customer, everything, frozen, order, pull, queued, value } from './records';

const line = { articleExternalId: '1', articleCode: '', description: '', quantity: '2.5', unitPrice: '9.95' };

test('an order becomes a planned work order with its customer, address, texts and lines', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  pull(store, 'articles', [article('1')]);
  const outcome = pull(store, 'orders', [
    order('5', {
      lines: [
        line,
        { ...line, articleExternalId: null, articleCode: 'A1', description: 'Eigen tekst', unitPrice: null },
        { ...line, articleExternalId: null, description: 'Let op de hond', unitPrice: null },
      ],
    }),
  ]);
  expect(outcome.createdWorkOrders).toMatchObject([{ number: '1001', sourceNumber: 'VO5' }]);
  const articleId = store.articles.byCode('A1')!.id;
  expect(store.workOrders.get(outcome.createdWorkOrders[0]!.id)).toMatchObject({
    status: 'planned',
    customer: { number: '10001' },
    workAddress: { kind: 'main' },
    description: 'Ketel nakijken',
    customerReference: 'PO 7',
    sourceNumber: 'VO5',
    notes: 'Let op de hond',
    articles: [
      { articleId, quantity: '2.5', unitPrice: '9.95', description: null },
      { articleId, quantity: '2.5', unitPrice: null, description: 'Eigen tekst' },
    ],
  });
});

test('an order becomes a work order once: not after a change, not after the work order was deleted, not after a wipe', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const made = pull(store, 'orders', [order('5')]).createdWorkOrders[0]!;
  expect(pull(store, 'orders', [order('5', { workDescription: 'Gewijzigd' })])).toMatchObject({
    counts: { written: 0, unchanged: 1 },
    createdWorkOrders: [],
  });
  value(store.workOrders.remove(made.id));
  expect(pull(store, 'orders', [order('5')]).createdWorkOrders).toEqual([]);
  store.wipe.run(['workOrders']);
  expect(pull(store, 'orders', [order('5')]).createdWorkOrders).toEqual([]);
});

test('an order of an unknown customer waits, is reported, and becomes a work order when the customer is there', () => {
  const { store } = openTempStore();
  const waiting = pull(store, 'orders', [order('5')]);
  expect(waiting).toMatchObject({
    counts: { parked: 1, written: 0 },
    createdWorkOrders: [],
    refused: [
      { table: 'workOrder', record: 'VO5', problem: { code: 'order-customer-unknown', params: { order: 'VO5' } } },
    ],
  });
  pull(store, 'customers', [customer('1')]);
  // The mark is past the order: the package does not give it again.
  expect(pull(store, 'orders', []).createdWorkOrders).toMatchObject([{ sourceNumber: 'VO5' }]);
  expect(pull(store, 'orders', [order('5')]).createdWorkOrders).toEqual([]);
});

test('an order that is gone before its customer came is forgotten', () => {
  const { store } = openTempStore();
  pull(store, 'orders', [order('5')]);
  pull(store, 'orders', [], { gone: ['5'] });
  pull(store, 'customers', [customer('1')]);
  expect(pull(store, 'orders', []).createdWorkOrders).toEqual([]);
});

test('a line with an unknown article is reported and kept in the notes; the work order is made', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const unknown = { ...line, articleExternalId: '404', articleCode: 'ZZZ', description: 'Weg artikel', quantity: '3' };
  const outcome = pull(store, 'orders', [order('5', { lines: [unknown] })]);
  expect(outcome.refused).toMatchObject([
    {
      record: '1001',
      problem: { code: 'order-article-unknown', params: { order: 'VO5', article: 'ZZZ Weg artikel' } },
    },
  ]);
  expect(store.workOrders.get(outcome.createdWorkOrders[0]!.id)).toMatchObject({
    notes: '3 x ZZZ Weg artikel',
    articles: [],
  });
});

test.each([
  ['charges something is reported', '7', '3', '3 x Los materiaal', ['Los materiaal']],
  ['takes something off is reported', '-7', '1', '1 x Los materiaal', ['Los materiaal']],
  ['has no price is a text', null, '3', 'Los materiaal', []],
  ['is free is a text', '0', '3', 'Los materiaal', []],
  ['counts nothing is a text', '7', '0', 'Los materiaal', []],
])('a line without article that %s', (_, unitPrice, quantity, notes, reported) => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const free = { ...line, articleExternalId: null, description: 'Los materiaal', unitPrice, quantity };
  const outcome = pull(store, 'orders', [order('5', { lines: [free] })]);
  expect(outcome.refused.map(({ problem }) => problem.params.article)).toEqual(reported);
  expect(store.workOrders.get(outcome.createdWorkOrders[0]!.id)).toMatchObject({ notes, articles: [] });
});

test('a document that Simon made itself is not pulled back, also not after a wipe', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const { entryId, workOrderId } = queued(store);
  expect(frozen(store, workOrderId).document.revision).toBe(1);
  store.queue.sending(entryId, 1);
  const remote = {
    externalId: 'ours',
    number: 'VO77',
    marker: 'm',
    customerExternalId: '1',
    totalExclVat: null,
    totalInclVat: null,
  };
  store.queue.booked(entryId, remote, 'booked', 2);
  expect(pull(store, 'orders', [order('ours', { number: 'VO77' })]).createdWorkOrders).toEqual([]);
  store.wipe.run(['workOrders']);
  expect(pull(store, 'orders', [order('ours', { number: 'VO77' })]).createdWorkOrders).toEqual([]);
  expect(store.workOrders.list(everything).total).toBe(0);
});
