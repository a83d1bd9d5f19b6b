import { expect, test } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { openTempStore } from './open-temp-store';
import { everything } from './records';

const counts = { read: 3, written: 2, unchanged: 1, removed: 0, parked: 0 };
const documents = { booked: 2, skipped: 0, blocked: 1, unsure: 0 };

test('a run tells what it read, wrote and delivered, and what stopped it', () => {
  const { store } = openTempStore();
  const id = store.runs.start('manual', 100);
  expect(store.runs.last()).toMatchObject({ id, trigger: 'manual', startedAtMs: 100, endedAtMs: null, result: null });
  store.runs.record(id, { resource: 'customers', counts, problem: null });
  store.runs.record(id, { resource: 'articles', counts, problem: problem('offline', 'offline') });
  store.runs.finish(id, { atMs: 200, result: 'partial', calls: 7, documents, problem: problem('offline', 'offline') });
  expect(store.runs.last()).toEqual({
    id,
    trigger: 'manual',
    startedAtMs: 100,
    endedAtMs: 200,
    result: 'partial',
    calls: 7,
    resources: [
      { resource: 'customers', counts, problem: null },
      { resource: 'articles', counts, problem: problem('offline', 'offline') },
    ],
    documents,
    problem: problem('offline', 'offline'),
  });
});

test('the history has the newest run first; without runs there is no last one', () => {
  const { store } = openTempStore();
  expect(store.runs.last()).toBeNull();
  const ids = [1, 2, 3].map((atMs) => store.runs.start('schedule', atMs));
  expect(store.runs.list({ ...everything, limit: 2 })).toMatchObject({
    total: 3,
    rows: [{ id: ids[2] }, { id: ids[1] }],
  });
});

test('a run is finished once', () => {
  const { store } = openTempStore();
  const id = store.runs.start('schedule', 1);
  const end = { atMs: 2, result: 'finished', calls: 0, documents, problem: null } as const;
  store.runs.finish(id, end);
  expect(() => store.runs.finish(id, end)).toThrow('not going on');
  store.runs.closeInterrupted(9);
  expect(store.runs.last()).toMatchObject({ result: 'finished', endedAtMs: 2 });
});
