import { join } from 'node:path';
import Database from 'better-sqlite3';
import { build } from 'vite';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { asRemote } from '../../../main/db/as-remote';
import { openRemoteStore } from '../../../main/db/remote-store';
import { NewerDatabaseError, StorageError } from '../../../main/db/storage-error';
import { storageProblem } from '../../../main/db/storage-problem';
import { openTempStore, tempFolder } from './open-temp-store';
import { draft, everything } from './records';

const root = join(import.meta.dirname, '../../..');
// Inside the project, so that the worker finds the addon.
const outDir = join(root, 'out/test-db-worker');
const workerFile = join(outDir, 'worker.js');

beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { ssr: join(root, 'main/db/worker.ts'), outDir, emptyOutDir: true, target: 'node20.18', minify: false },
  });
}, 60_000);

async function openWorker(file = join(tempFolder(), 'simon.sqlite')) {
  const store = await openRemoteStore({ workerFile, file });
  onTestFinished(() => store.close());
  return { store, file };
}

test('calls cross the thread and back, in order, and a closed store can be opened again', async () => {
  const { store, file } = await openWorker();
  const made = await Promise.all([1, 2, 3].map((n) => store.workOrders.create(draft({ description: `Bon ${n}` }), n)));
  expect(made.map((result) => result.ok && result.value.number)).toEqual(['1001', '1002', '1003']);
  expect((await store.workOrders.list(everything)).total).toBe(3);
  const identity = await store.info.identity();
  await store.close();
  await expect(store.info.identity()).rejects.toMatchObject({ name: 'StorageError', code: 'stopped' });
  await store.close();
  const again = await openWorker(file);
  expect(await again.store.info.identity()).toEqual(identity);
});

test('a bug in the thread is an error with its own stack; the thread goes on', async () => {
  const { store } = await openWorker();
  const error: unknown = await store.queue.sending(99, 0).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(StorageError);
  expect(error).toMatchObject({ message: expect.stringContaining('Queue entry 99 is gone') as string });
  expect((error as Error).stack).toContain('worker.js');
  expect(storageProblem(error)).toBeNull();
  expect(await store.employees.list()).toEqual([]);
});

test('a call with something that cannot cross rejects by itself', async () => {
  const { store } = await openWorker();
  const wrong = { ...everything, search: (() => '') as unknown as string };
  await expect(store.customers.list(wrong)).rejects.toThrow('could not be cloned');
  expect(await store.employees.list()).toEqual([]);
});

test('what the disk refuses keeps its code across the thread', async () => {
  const { store, file } = await openWorker();
  const error: unknown = await store.info
    .backup(join(file, '..', 'missing', 'copy.sqlite'))
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StorageError);
  expect(storageProblem(error)).toEqual({ kind: 'storage', code: 'storage-io', params: {} });
});

test('opening rejects with the reason: a newer database, no folder', async () => {
  const { store, file } = openTempStore();
  store.close();
  const db = new Database(file);
  db.pragma('user_version = 7000');
  db.close();
  const error: unknown = await openRemoteStore({ workerFile, file }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(NewerDatabaseError);
  expect(error).toMatchObject({ found: 7000 });
  await expect(openRemoteStore({ workerFile, file: join(tempFolder(), 'no', 'x.sqlite') })).rejects.toMatchObject({
    name: 'StorageError',
    code: 'io',
  });
  await expect(openRemoteStore({ workerFile: join(outDir, 'none.js'), file })).rejects.toMatchObject({
    code: 'stopped',
  });
});

test('when the thread dies, calls under way and later ones reject and nobody waits for ever', async () => {
  const crashing = join(import.meta.dirname, 'crashing-worker.mjs');
  const store = await openRemoteStore({ workerFile: crashing, file: '' });
  const calls = [store.employees.list(), store.employees.list()];
  for (const call of calls) await expect(call).rejects.toMatchObject({ name: 'StorageError', code: 'stopped' });
  await expect(store.employees.list()).rejects.toMatchObject({ code: 'stopped' });
  await store.close();
});

test('the store without a thread answers alike: copies, promises, errors', async () => {
  const { store } = openTempStore();
  const remote = asRemote(store);
  expect(await remote.employees.add('Bram')).toEqual({ id: 1, name: 'Bram', active: true });
  await expect(remote.queue.sending(9, 0)).rejects.toThrow('Queue entry 9');
  await expect(remote.customers.list({ ...everything, search: (() => '') as unknown as string })).rejects.toThrow();
  await remote.close();
});
