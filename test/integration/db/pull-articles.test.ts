import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openTempStore } from './open-temp-store';
import { article, draft, everything, LINK, pull, value } from './records';

test('a pulled article shows its group, and its price to the last decimal', () => {
  const { store } = openTempStore();
  pull(store, 'articles', [article('1', { groupExternalId: 'g1', unitPrice: '0.00001' })]);
  pull(store, 'articleGroups', [{ externalId: 'g1', code: '10', name: 'Diensten' }]);
  expect(store.articles.list(everything).rows).toMatchObject([
    { code: 'A1', groupName: 'Diensten', unitPrice: '0.00001', vatRate: '21', origin: 'package', active: true },
  ]);
});

test('groups follow the package', () => {
  const { store } = openTempStore();
  const groups = [
    { externalId: 'g1', code: '10', name: 'Diensten' },
    { externalId: 'g2', code: '20', name: 'Materiaal' },
  ];
  expect(pull(store, 'articleGroups', groups).counts).toMatchObject({ written: 2 });
  expect(pull(store, 'articleGroups', groups, { gone: ['g2'] }).counts).toMatchObject({ unchanged: 2, removed: 1 });
});

test('of two articles with one code the first stays, the second is reported until the code is free', () => {
  const { store } = openTempStore();
  const outcome = pull(store, 'articles', [
    article('1', { code: 'BUIS' }),
    article('2', { code: 'BUIS', description: 'Andere buis' }),
  ]);
  expect(outcome.counts).toMatchObject({ read: 2, written: 1, parked: 1 });
  expect(outcome.refused).toMatchObject([
    {
      table: 'article',
      record: 'BUIS Andere buis',
      problem: { code: 'article-code-double', params: { code: 'BUIS', article: 'Andere buis', kept: 'Artikel 1' } },
    },
  ]);
  expect(store.articles.byCode('BUIS')?.externalId).toBe('1');

  // The package does not give the second one again, yet it is not lost.
  expect(pull(store, 'articles', []).refused).toHaveLength(1);
  const freed = pull(store, 'articles', [article('1', { code: 'BUIS-1' })]);
  expect(freed.refused).toEqual([]);
  expect(store.articles.byCode('BUIS')?.externalId).toBe('2');
  expect(pull(store, 'articles', []).refused).toEqual([]);
});

test('two articles that swap their codes are both right after the pull', () => {
  const { store } = openTempStore();
  pull(store, 'articles', [article('1', { code: 'X' }), article('2', { code: 'Y' })]);
  const outcome = pull(store, 'articles', [article('1', { code: 'Y' }), article('2', { code: 'X' })]);
  expect(outcome.refused).toEqual([]);
  expect([store.articles.byCode('X')?.externalId, store.articles.byCode('Y')?.externalId]).toEqual(['2', '1']);
});

test('an article that takes a code in use is no longer offered under its former code', () => {
  const { store } = openTempStore();
  pull(store, 'articles', [article('1', { code: 'X' }), article('2', { code: 'Y' })]);
  const second = store.articles.byCode('Y')!;
  value(
    store.workOrders.create(
      draft({ articles: [{ articleId: second.id, quantity: '1', unitPrice: null, description: null }] }),
      0,
    ),
  );
  const outcome = pull(store, 'articles', [article('2', { code: 'X' })]);
  expect(outcome.keptInUse).toEqual([{ table: 'article', recordId: second.id, record: 'Y Artikel 2' }]);
  expect(store.articles.byCode('Y')).toBeNull();
  expect(store.articles.list(everything).rows.map(({ code, active }) => [code, active])).toEqual([
    ['X', true],
    ['Y', false],
  ]);
});

test('an article that is gone leaves, or stays unselectable on an open work order; an archived one keeps showing it', () => {
  const { store } = openTempStore();
  pull(store, 'articles', [article('1'), article('2')]);
  const first = store.articles.byCode('A1')!;
  const line = { articleId: first.id, quantity: '2', unitPrice: null, description: null };
  const order = value(store.workOrders.create(draft({ articles: [line] }), 0));

  expect(pull(store, 'articles', [], { gone: ['1', '2'] }).keptInUse).toMatchObject([{ record: 'A1 Artikel 1' }]);
  expect(store.articles.list(everything).rows).toMatchObject([{ code: 'A1', active: false }]);
  expect(store.articles.byCode('A1')).toBeNull();

  const ready = value(store.workOrders.reportReady(order.id, 0));
  value(store.workOrders.archive(order.id, ready.version, { state: 'waiting', frozen: null }, 0));
  expect(pull(store, 'articles', [], { gone: ['1'] }).counts).toMatchObject({ removed: 1 });
  expect(store.articles.list(everything).total).toBe(0);
  expect(store.info.overviewCounts().articles).toBe(0);
  expect(store.workOrders.get(order.id)?.articleRows).toMatchObject([{ code: 'A1', description: 'Artikel 1' }]);
  // It comes back as the same article.
  pull(store, 'articles', [article('1')]);
  expect(store.articles.byCode('A1')?.id).toBe(first.id);
});

test('an unreadable record is set aside and cleared when the package gives it again', () => {
  const { store } = openTempStore();
  const runId = store.runs.start('manual', 0);
  const page = {
    records: [],
    parked: [
      { externalId: '9', label: 'A9', problem: { kind: 'bad-response', code: 'unreadable', params: {} } as const },
    ],
    mark: { highWater: null, state: null },
    total: null,
  };
  const outcome = store.pull.applyPage({ link: LINK, resource: 'articles', page, last: true, runId, atMs: 0 });
  expect(outcome).toMatchObject({ counts: { read: 1, parked: 1 }, refused: [] });
  expect(pull(store, 'articles', [article('9')]).counts).toMatchObject({ written: 1 });
  expect(store.articles.byCode('A9')?.externalId).toBe('9');
});

test('what has no id of its own is reported each time, and nothing waits for it', () => {
  const { store, file } = openTempStore();
  const runId = store.runs.start('manual', 0);
  const page = {
    records: [],
    parked: [{ externalId: '', label: '', problem: { kind: 'blocked', code: 'list-cut-off', params: {} } as const }],
    mark: { highWater: null, state: null },
    total: null,
  };
  const outcome = store.pull.applyPage({ link: LINK, resource: 'articles', page, last: true, runId, atMs: 0 });
  expect(outcome.counts).toMatchObject({ read: 1, parked: 1 });
  store.close();
  const db = new Database(file, { readonly: true });
  onTestFinished(() => void db.close());
  expect(db.prepare('SELECT * FROM parked').all()).toEqual([]);
});
