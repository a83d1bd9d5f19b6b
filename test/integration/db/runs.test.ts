import { expect, test } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import type { RunFilter } from '../../../preload/contract/listing';
import type { RunResult } from '../../../preload/contract/views';
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
    package: null,
    trigger: 'manual',
    occasion: null,
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

test('a run tells for which package it was, and why it came when it did', () => {
  const { store } = openTempStore();
  store.runs.start('schedule', 1, { package: 'billit', occasion: 'wake' });
  expect(store.runs.last()).toMatchObject({ package: 'billit', trigger: 'schedule', occasion: 'wake' });
});

test('the history can hold only what ended some way, and only what changed something', () => {
  const { store } = openTempStore();
  const nothing = { read: 9, written: 0, unchanged: 9, removed: 0, parked: 1 };
  const none = { booked: 0, skipped: 0, blocked: 0, unsure: 0 };
  const ended = (result: RunResult, of: Partial<typeof counts>, documentsOf: Partial<typeof none> = {}): number => {
    const id = store.runs.start('schedule', 1);
    store.runs.record(id, { resource: 'customers', counts: { ...nothing, ...of }, problem: null });
    store.runs.finish(id, { atMs: 2, result, calls: 1, documents: { ...none, ...documentsOf }, problem: null });
    return id;
  };
  const idle = ended('finished', {});
  const wrote = ended('finished', { written: 1 });
  const removed = ended('partial', { removed: 1 });
  const booked = ended('failed', {}, { blocked: 1 });
  const ids = (filter: RunFilter) => store.runs.list({ ...everything, ...filter }).rows.map(({ id }) => id);
  expect(ids({})).toEqual([booked, removed, wrote, idle]);
  expect(ids({ changed: true })).toEqual([booked, removed, wrote]);
  expect(ids({ results: ['failed', 'partial'] })).toEqual([booked, removed]);
  expect(ids({ results: ['finished'], changed: true })).toEqual([wrote]);
  expect(store.wholeLists.runIds({ results: ['finished'] })).toEqual([wrote, idle]);
});
