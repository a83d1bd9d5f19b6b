import { expect, test } from 'vitest';
import type { SyncProgress } from '../../../preload/contract/views';
import { withProgress } from '../../../renderer/shell/app-store';

const fact = (change: Partial<SyncProgress>): SyncProgress => ({
  runId: 1,
  trigger: 'first',
  resource: 'customers',
  done: 0,
  total: 250,
  perSecond: 100,
  secondsLeft: 2,
  finished: false,
  ...change,
});

test('each table has one line, and a new run clears the former', () => {
  const customers = withProgress(withProgress([], fact({ done: 100 })), fact({ done: 200 }));
  expect(customers.map(({ resource, done }) => [resource, done])).toEqual([['customers', 200]]);

  const both = withProgress(customers, fact({ resource: 'articles', done: 10 }));
  expect(both.map(({ resource }) => resource)).toEqual(['customers', 'articles']);

  expect(withProgress(both, fact({ runId: 2, done: 1 }))).toHaveLength(1);
});
