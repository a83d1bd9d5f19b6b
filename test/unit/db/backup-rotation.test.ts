import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { freeBackupPath, readBackupName, type BackupFile } from '../../../main/db/backups/backup-name';
import { outdatedBackups } from '../../../main/db/backups/rotation';
import type { BackupKind } from '../../../preload/contract/views';

const DAY_MS = 86_400_000;
const ZONE = 'Europe/Amsterdam';
const at = (iso: string): number => DateTime.fromISO(iso, { zone: ZONE }).toMillis();
const file = (madeAtMs: number, kind: BackupKind = 'daily'): BackupFile => ({
  name: `${DateTime.fromMillis(madeAtMs, { zone: ZONE }).toISO()} ${kind}`,
  kind,
  madeAtMs,
});
const kept = (files: readonly BackupFile[], nowMs: number): readonly BackupFile[] => {
  const outdated = new Set(outdatedBackups(files, nowMs));
  return files.filter((one) => !outdated.has(one));
};
const days = (files: readonly BackupFile[]) =>
  files.map(({ madeAtMs }) => DateTime.fromMillis(madeAtMs, { zone: ZONE }).toISODate());

test('of two years of daily backups seven days, four weeks and twelve months stay', () => {
  const now = at('2026-11-22T02:00');
  const all = Array.from({ length: 730 }, (_, day) => file(now - day * DAY_MS));
  expect(days(kept(all, now))).toEqual([
    '2026-11-22',
    '2026-11-21',
    '2026-11-20',
    '2026-11-19',
    '2026-11-18',
    '2026-11-17',
    '2026-11-16',
    '2026-11-15',
    '2026-11-08',
    '2026-11-01',
    '2026-10-31',
    '2026-09-30',
    '2026-08-31',
    '2026-07-31',
    '2026-06-30',
    '2026-05-31',
    '2026-04-30',
    '2026-03-31',
    '2026-02-28',
    '2026-01-31',
    '2025-12-31',
  ]);
});

test('a computer that was off for two years, or whose clock jumped, keeps what it had', () => {
  const old = Array.from({ length: 7 }, (_, day) => file(at('2024-05-01T10:00') - day * DAY_MS));
  expect(kept(old, at('2026-11-22T10:00'))).toEqual(old);
  expect(kept(old, at('2014-01-01T10:00'))).toEqual(old);
});

test('three of before a new version stay; what was made before a loss stays for ninety days', () => {
  const now = at('2026-11-22T10:00');
  const migrations = [1, 50, 300, 400].map((day) => file(now - day * DAY_MS, 'before-migration'));
  expect(kept(migrations, now)).toEqual(migrations.slice(0, 3));
  for (const kind of ['before-wipe', 'before-restore', 'damaged'] as const) {
    const all = [1, 2, 3, 4, 89, 90, 400].map((day) => file(now - day * DAY_MS, kind));
    expect(days(kept(all, now))).toEqual(days(all.slice(0, 5)));
  }
});

const backups = fc.array(
  fc.record({
    kind: fc.constantFrom<BackupKind>('daily', 'before-migration', 'before-wipe', 'before-restore', 'damaged', 'other'),
    day: fc.integer({ min: -400, max: 800 }),
    minute: fc.integer({ min: 0, max: 1_439 }),
  }),
  { maxLength: 120 },
);

test('whatever lies there: the newest of each kind stays, files of others too, and again is nothing more', () => {
  fc.assert(
    fc.property(backups, fc.integer({ min: -3_000, max: 3_000 }), (given, jumpDays) => {
      const now = at('2026-11-22T10:00');
      const all = given.map(({ kind, day, minute }, index) => ({
        ...file(now - day * DAY_MS + minute * 60_000, kind),
        name: String(index),
      }));
      const clock = now + jumpDays * DAY_MS;
      const left = kept(all, clock);
      const newest = (files: readonly BackupFile[], kind: BackupKind) =>
        Math.max(...files.filter((one) => one.kind === kind).map(({ madeAtMs }) => madeAtMs));
      for (const { kind } of all) expect(newest(left, kind)).toBe(newest(all, kind));
      expect(left.filter(({ kind }) => kind === 'other')).toEqual(all.filter(({ kind }) => kind === 'other'));
      expect(outdatedBackups(left, clock)).toEqual([]);
      const daily = left.filter(({ kind }) => kind === 'daily');
      expect(new Set(days(daily)).size).toBe(daily.length);
      expect(daily.length).toBeLessThanOrEqual(7 + 4 + 12);
    }),
  );
});

test('a backup that is made each day for three years never leaves the office without the last week', () => {
  let files: readonly BackupFile[] = [];
  for (let day = 0; day < 1_100; day += 1) {
    const now = at('2024-01-01T06:00') + day * DAY_MS;
    files = kept([...files, file(now)], now);
    expect(files.length).toBeLessThanOrEqual(23);
    for (let back = 0; back < Math.min(7, day + 1); back += 1) {
      expect(files.some(({ madeAtMs }) => madeAtMs === now - back * DAY_MS)).toBe(true);
    }
  }
  const oldest = Math.min(...files.map(({ madeAtMs }) => madeAtMs));
  expect(Math.round((Math.max(...files.map(({ madeAtMs }) => madeAtMs)) - oldest) / DAY_MS)).toBeGreaterThan(300);
});

test('a name tells when and why, in both hours of the night that comes twice', () => {
  const winter = Date.parse('2026-01-05T01:30:15Z');
  const path = freeBackupPath('/nowhere', 'before-wipe', winter, 'exact-online');
  expect(path.replaceAll('\\', '/')).toBe('/nowhere/2026-01-05 02.30.15 voor wissen exact-online.sqlite');
  expect(readBackupName('2026-01-05 02.30.15 voor wissen exact-online.sqlite')).toEqual({
    kind: 'before-wipe',
    madeAtMs: winter,
  });
  const made = readBackupName('2026-10-25 02.30.00 dagelijks (2).sqlite');
  expect(made?.kind).toBe('daily');
  expect(readBackupName('kopie van Henk.sqlite')).toBeNull();
  expect(readBackupName('2026-13-45 02.30.00 dagelijks.sqlite')).toBeNull();
});

test('the newest right backup outlives a wrong clock, and all of them do once the clock is right again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom('1970-01-02', '2038-01-19'), (wrongDays, wrong) => {
      const now = at('2026-11-22T12:00');
      const right = Array.from({ length: 60 }, (_, day) => file(now - day * DAY_MS));
      const wrongNow = at(wrong);
      const others = Array.from({ length: wrongDays }, (_, day) => file(wrongNow + day * DAY_MS));
      const withoutOthers = kept(right, now);
      const all = [...right, ...others];
      // While the clock is wrong, and after it was put right.
      expect(kept(all, wrongNow + wrongDays * DAY_MS)).toContainEqual(withoutOthers[0]);
      expect(kept(all, now)).toEqual(expect.arrayContaining([...withoutOthers]));
    }),
  );
});
