import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openConnection } from '../../../main/db/connection';
import { openStore } from '../../../main/db/open-store';
import { NewerDatabaseError, StorageError } from '../../../main/db/storage-error';
import { storeOn } from '../../../main/db/store-on';
import { NOON, openTempStore, tempFolder } from './open-temp-store';
import { customer, everything, LINK, pull, queued } from './records';

const open = (file: string) => {
  const store = openStore({ file });
  onTestFinished(() => store.close());
  return store;
};
const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

test('an empty file becomes a database with an identity that stays the same', () => {
  const { store, file } = openTempStore();
  const identity = store.info.identity();
  expect(identity.markerTag).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(identity.databaseId).toHaveLength(36);
  store.close();
  expect(open(file).info.identity()).toEqual(identity);
});

test('two databases have different identities', () => {
  const tags = [openTempStore(), openTempStore()].map(({ store }) => store.info.identity());
  expect(tags[0]!.databaseId).not.toBe(tags[1]!.databaseId);
  expect(tags[0]!.markerTag).not.toBe(tags[1]!.markerTag);
});

test('nothing is lost by closing and opening again', () => {
  const { store, file } = openTempStore();
  pull(store, 'customers', [customer('1')], { highWater: 'here' });
  const { entryId } = queued(store);
  const detail = store.queue.get(entryId);
  store.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
  const again = open(file);
  expect(again.customers.list(everything).total).toBe(1);
  expect(again.pull.mark(LINK, 'customers')?.mark.highWater).toBe('here');
  expect(again.queue.get(entryId)).toEqual(detail);
});

test('every commit is written through to the disk, and references are kept', () => {
  const { handle, close } = openConnection(join(tempFolder(), 'simon.sqlite'));
  onTestFinished(close);
  const pragma = (name: string) => handle.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
});

test('a database of a newer app is refused and left as it was', () => {
  const { store, file } = openTempStore();
  store.close();
  const db = new Database(file);
  db.pragma('user_version = 9990');
  db.close();
  const before = readFileSync(file);
  const error = thrownBy(() => openStore({ file }));
  expect(error).toBeInstanceOf(NewerDatabaseError);
  expect(error).toMatchObject({ found: 9990 });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file that is no database is told apart from a bug', () => {
  const file = join(tempFolder(), 'simon.sqlite');
  writeFileSync(file, 'Dit is een brief en geen database. '.repeat(200));
  expect(thrownBy(() => openStore({ file }))).toMatchObject({ name: 'StorageError', code: 'damaged' });
  expect(thrownBy(() => openStore({ file: join(file, 'no-folder', 'simon.sqlite') }))).toMatchObject({
    name: 'StorageError',
    code: 'io',
  });
});

test('a full disk is a storage error; nothing of the step is stored, and work goes on when there is room again', () => {
  const { store, file } = openTempStore();
  pull(store, 'customers', [customer('1')], { highWater: 'before' });
  store.close();
  const connection = openConnection(file);
  const pages = connection.handle.pragma('page_count', { simple: true }) as number;
  connection.handle.pragma(`max_page_count = ${pages + 4}`);
  const tight = storeOn(connection, () => NOON);
  const many = Array.from({ length: 500 }, (_, n) => customer(String(n + 100)));
  const error = thrownBy(() => pull(tight, 'customers', many, { highWater: 'after' }));
  expect(error).toBeInstanceOf(StorageError);
  expect(error).toMatchObject({ code: 'full' });
  expect(tight.customers.list(everything).total).toBe(1);
  expect(tight.pull.mark(LINK, 'customers')?.mark.highWater).toBe('before');
  expect(tight.info.integrityCheck()).toEqual({ ok: true, detail: 'ok' });
  tight.close();
  const roomy = open(file);
  expect(pull(roomy, 'customers', many).counts.written).toBe(500);
});

test('a file that another program holds is a storage error, not a bug', () => {
  const { store, file } = openTempStore();
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  const error = thrownBy(() => store.employees.add('Bram'));
  other.exec('ROLLBACK');
  other.close();
  expect(error).toMatchObject({ name: 'StorageError', code: 'busy' });
  expect(store.employees.list()).toEqual([]);
}, 15_000);

test('a backup can be opened by itself and holds everything; a failed one leaves no file', () => {
  const { store, file } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const copy = join(file, '..', 'copy.sqlite');
  const { bytes } = store.info.backup(copy);
  expect(bytes).toBeGreaterThan(10_000);
  pull(store, 'customers', [customer('2')]);
  store.info.backup(copy);
  const restored = open(copy);
  expect(restored.customers.list(everything).total).toBe(2);
  expect(restored.info.identity()).toEqual(store.info.identity());

  const nowhere = join(file, '..', 'missing', 'copy.sqlite');
  expect(thrownBy(() => store.info.backup(nowhere))).toMatchObject({ name: 'StorageError', code: 'io' });
  expect(readdirSync(join(file, '..')).filter((name) => name.includes('partial'))).toEqual([]);
});

test('a killed process leaves whole pages only: every stored row has its mark, and the file is sound', async () => {
  const file = join(tempFolder(), 'simon.sqlite');
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'pull-until-killed.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let pages = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    pages += chunk.toString().split('\n').length - 1;
    if (pages >= 5) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');

  const store = open(file);
  const page = Number(store.pull.mark(LINK, 'customers')?.mark.highWater);
  expect(page).toBeGreaterThanOrEqual(5);
  expect(store.customers.list(everything).total).toBe(page * 200);
  expect(store.info.integrityCheck()).toEqual({ ok: true, detail: 'ok' });
  expect(store.runs.last()?.resources).toMatchObject([{ counts: { written: page * 200 } }]);
});

test('a damaged page is noticed after a crash', () => {
  const { store, file } = openTempStore();
  pull(
    store,
    'customers',
    Array.from({ length: 300 }, (_, n) => customer(String(n))),
  );
  store.close();
  const bytes = readFileSync(file);
  bytes.fill(0xab, 8 * 4096, 40 * 4096);
  writeFileSync(file, bytes);
  // What a process that did not close leaves behind.
  writeFileSync(`${file}-wal`, Buffer.alloc(32));
  expect(thrownBy(() => openStore({ file }))).toMatchObject({ name: 'StorageError', code: 'damaged' });
});
