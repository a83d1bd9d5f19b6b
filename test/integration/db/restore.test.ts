import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { backupFiles } from '../../../main/db/backups/backup-folder';
import { makeDailyBackup } from '../../../main/db/backups/daily-backup';
import { readBackup } from '../../../main/db/backups/read-backup';
import { restoreBackup } from '../../../main/db/backups/restore-backup';
import { openStore } from '../../../main/db/open-store';
import type { Store } from '../../../main/db/store';
import { backUpNow } from './back-up-now';
import { NOON, tempFolder } from './open-temp-store';
import { customer, draft, everything, frozen, order, pull, value } from './records';

const DAY_MS = 86_400_000;

/** A company folder with a database that is open. */
function openOffice() {
  const root = tempFolder();
  const database = join(root, 'simon.sqlite');
  const folder = join(root, 'backups');
  let store: Store | null = openStore({ file: database, now: () => NOON });
  onTestFinished(() => store?.close());
  return {
    database,
    folder,
    store: () => {
      if (store === null) throw new Error('It is closed');
      return store;
    },
    daily: (nowMs = NOON, mayGoOn?: () => boolean) => makeDailyBackup({ database, folder, nowMs }, mayGoOn),
    backUp: (nowMs = NOON) => backUpNow(database, nowMs),
    close: () => {
      store?.close();
      store = null;
    },
    restore: (file: string, nowMs = NOON + DAY_MS) => restoreBackup({ database, folder, file, nowMs }),
    open: () => (store = openStore({ file: database, now: () => NOON + DAY_MS })),
  };
}

const numbers = (store: Store) => store.workOrders.list(everything).rows.map(({ number }) => number);

describe('the backup of the day', () => {
  test('is made while the database is written, can be opened by itself, and tells what is in it', async () => {
    const office = openOffice();
    office.store().workOrders.create(draft(), NOON);
    const made = office.daily();
    office.store().workOrders.create(draft(), NOON);
    await made;
    const rows = backupFiles(office.folder).map((file) => readBackup(office.folder, file));
    expect(rows).toMatchObject([
      { name: '2026-03-02 13.00.00 dagelijks.sqlite', counts: { workOrders: 1, customers: 0 } },
    ]);
    expect(rows[0]?.sizeBytes).toBeGreaterThan(10_000);
  });

  test('is refused for a database that is not sound; the earlier ones stay', async () => {
    const office = openOffice();
    for (let n = 0; n < 200; n += 1) office.store().workOrders.create(draft({ description: 'x'.repeat(2_000) }), NOON);
    await office.daily();
    office.close();
    damage(office.database);
    await expect(office.daily(NOON + DAY_MS)).rejects.toMatchObject({ name: 'StorageError', code: 'damaged' });
    expect(readdirSync(office.folder)).toEqual(['2026-03-02 13.00.00 dagelijks.sqlite']);
  });

  test('leaves nothing behind when it is told to stop, at whichever step', async () => {
    const office = openOffice();
    for (let n = 0; n < 200; n += 1) office.store().workOrders.create(draft({ description: 'x'.repeat(2_000) }), NOON);
    let steps = 0;
    for (let last = 1; ; last += 1) {
      steps = 0;
      await office.daily(NOON, () => (steps += 1) < last);
      if (steps < last) break;
      expect(readdirSync(office.folder)).toEqual([]);
    }
    expect(steps).toBeGreaterThan(10);
    expect(readdirSync(office.folder)).toEqual(['2026-03-02 13.00.00 dagelijks.sqlite']);
  });

  test('can be read where nothing can be written, and holds what still stood in the log beside the database', async () => {
    const office = openOffice();
    office.store().workOrders.create(draft(), NOON);
    expect(statSync(`${office.database}-wal`).size).toBeGreaterThan(0);
    await office.daily();
    const [name = ''] = readdirSync(office.folder);
    // Bytes 18 and 19 are 1 when it needs no second file: https://www.sqlite.org/fileformat.html
    expect([...readFileSync(join(office.folder, name)).subarray(18, 20)]).toEqual([1, 1]);
    expect(readdirSync(office.folder)).toHaveLength(1);
  });
});

describe('a backup that is put back', () => {
  test('gives the state of then; that of now is a backup itself and can be put back again', () => {
    const office = openOffice();
    office.store().workOrders.create(draft(), NOON);
    const file = office.backUp();
    office.store().workOrders.create(draft(), NOON + 1);
    office.close();
    const restored = office.restore(file);
    expect(restored).toMatchObject({ kind: 'restored', keptAs: '2026-03-03 13.00.00 voor terugzetten.sqlite' });
    expect(numbers(office.open())).toEqual(['1001']);
    office.close();
    office.restore(join(office.folder, '2026-03-03 13.00.00 voor terugzetten.sqlite'));
    expect(numbers(office.open()).sort()).toEqual(['1001', '1002']);
  });

  test('changes nothing about what a package asked for, nor about how long a login lasts', () => {
    const office = openOffice();
    const dayLimit = problem('rate-limited', 'day-limit');
    const before = { askedAtMs: NOON - DAY_MS, untilMs: NOON - DAY_MS + 1, problem: dayLimit };
    const now = { askedAtMs: NOON + 1, untilMs: NOON + 2 * DAY_MS, problem: dayLimit };
    office.store().limits.keepPause('snelstart', before);
    office.store().limits.keepPause('billit', before);
    office.store().limits.loggedIn('exact-online', NOON - 25 * DAY_MS);
    const file = office.backUp();
    office.store().limits.keepPause('snelstart', now);
    office.store().limits.loginRenewed('exact-online', NOON);
    office.store().limits.loggedIn('visma-net', NOON);
    office.store().limits.loginEndTold('visma-net', NOON + 1);
    office.close();
    office.restore(file);

    const { limits } = office.open();
    expect(limits.pauseOf('snelstart')).toEqual(now);
    expect(limits.loginOf('exact-online')).toEqual({
      sinceMs: NOON - 25 * DAY_MS,
      renewedAtMs: NOON,
      endToldAtMs: null,
    });
    expect(limits.loginOf('visma-net')).toEqual({ sinceMs: NOON, renewedAtMs: NOON, endToldAtMs: NOON + 1 });
    expect(limits.pauseOf('billit')).toEqual(before);
  });

  test('never gives a number again that was given after it was made', () => {
    const office = openOffice();
    const file = office.backUp();
    office.store().workOrders.create(draft(), NOON);
    office.close();
    office.restore(file);
    expect(office.open().workOrders.create(draft(), NOON)).toMatchObject({ ok: true, value: { number: '1002' } });
  });

  test('takes orders in again that are lost with their work orders, and none that was sent or thrown away since', () => {
    const office = openOffice();
    pull(office.store(), 'customers', [customer('1')]);
    const file = office.backUp();
    const made = pull(office.store(), 'orders', [order('5'), order('6'), order('7')]).createdWorkOrders;
    const [sent, thrownAway] = made.map(({ id }) => id);
    if (sent === undefined || thrownAway === undefined) throw new Error('No work orders were made');
    const ready = value(office.store().workOrders.reportReady(sent, NOON));
    const start = { state: 'waiting', frozen: frozen(office.store(), sent) } as const;
    const entry = value(office.store().workOrders.archive(sent, ready.version, start, NOON));
    office.store().queue.sending(entry, NOON);
    value(office.store().workOrders.remove(thrownAway));
    office.close();
    office.restore(file);

    const store = office.open();
    expect(numbers(store)).toEqual([]);
    const again = pull(store, 'orders', [order('5'), order('6'), order('7')]);
    expect(again.createdWorkOrders).toMatchObject([{ number: '1004', sourceNumber: 'VO7' }]);
    expect(pull(store, 'orders', [order('5'), order('6'), order('7')]).createdWorkOrders).toEqual([]);
  });

  test('takes the place of a database that cannot be read, which is kept as it lay there', () => {
    const office = openOffice();
    const file = office.backUp();
    office.close();
    writeFileSync(office.database, 'nothing like a database at all, and long enough to be looked at');
    expect(office.restore(file)).toMatchObject({ kind: 'restored', keptAs: '2026-03-03 13.00.00 beschadigd.sqlite' });
    const store = office.open();
    expect(store.info.untoldRestore()).toMatchObject({ sentSince: null });
    // Numbers that may have been given meanwhile are passed over.
    expect(store.workOrders.create(draft(), NOON)).toMatchObject({ ok: true, value: { number: '2001' } });
  });

  test('passes numbers over on a new computer, whose own database knows nothing of those that were given', () => {
    const office = openOffice();
    const file = office.backUp();
    const other = openOffice();
    other.close();
    expect(other.restore(file)).toMatchObject({ kind: 'restored' });
    expect(other.open().workOrders.create(draft(), NOON)).toMatchObject({ ok: true, value: { number: '2001' } });
  });

  test('takes the place of a database that has gone', () => {
    const office = openOffice();
    office.store().workOrders.create(draft(), NOON);
    const file = office.backUp();
    office.close();
    const elsewhere = join(tempFolder(), 'simon.sqlite');
    expect(
      restoreBackup({ database: elsewhere, folder: join(elsewhere, '..', 'backups'), file, nowMs: NOON }),
    ).toMatchObject({ kind: 'restored', keptAs: null });
  });

  test('is not taken from another company, nor from a file that is something else', () => {
    const office = openOffice();
    const other = openOffice();
    office.store().workOrders.create(draft(), NOON);
    const file = other.backUp();
    office.close();
    const before = readFileSync(office.database);
    expect(office.restore(file)).toEqual({ kind: 'of-other-company' });
    const strange = join(tempFolder(), 'strange.sqlite');
    new Database(strange).exec('CREATE TABLE a (x)').close();
    expect(office.restore(strange)).toEqual({ kind: 'not-a-backup' });
    expect(readFileSync(office.database).equals(before)).toBe(true);
    expect(existsSync(office.folder)).toBe(false);
  });

  test('is refused when it is damaged or of a newer app; nothing changes', () => {
    const office = openOffice();
    for (let n = 0; n < 200; n += 1) office.store().workOrders.create(draft({ description: 'x'.repeat(2_000) }), NOON);
    const file = office.backUp();
    office.close();
    const newer = join(tempFolder(), 'newer.sqlite');
    writeFileSync(newer, readFileSync(file));
    const db = new Database(newer);
    db.pragma('user_version = 7000');
    db.close();
    damage(file);
    const before = readFileSync(office.database);
    expect(() => office.restore(file)).toThrow(expect.objectContaining({ name: 'StorageError', code: 'damaged' }));
    expect(() => office.restore(newer)).toThrow(expect.objectContaining({ name: 'NewerDatabaseError', found: 7000 }));
    expect(readFileSync(office.database).equals(before)).toBe(true);
    expect(readdirSync(join(office.database, '..')).sort()).toEqual(['backups', 'simon.sqlite']);
  });

  test('is refused when the present state cannot be kept', () => {
    const office = openOffice();
    const file = office.backUp();
    const elsewhere = join(tempFolder(), 'copy.sqlite');
    writeFileSync(elsewhere, readFileSync(file));
    office.close();
    const before = readFileSync(office.database);
    const blocked = join(tempFolder(), 'backups');
    // A file where the folder should be: no copy can be made there, whoever runs the test.
    writeFileSync(blocked, '');
    expect(() => restoreBackup({ database: office.database, folder: blocked, file: elsewhere, nowMs: NOON })).toThrow(
      expect.objectContaining({ name: 'StorageError', code: 'io' }),
    );
    expect(readFileSync(office.database).equals(before)).toBe(true);
  });
});

/** Overwrites the middle of the file. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2 / 4_096) * 4_096;
  bytes.fill(0xa5, middle, middle + 8_192);
  writeFileSync(file, bytes);
}
