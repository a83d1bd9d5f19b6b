import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../../main/db/migrations';
import type { Migration } from '../../../main/db/migrations/migration';
import { NOON, tempFolder } from './open-temp-store';

const step = (version: number, text: string): Migration => ({ version, up: (db) => db.exec(text) });
const one = step(10, 'CREATE TABLE a (x INTEGER) STRICT');
const two = step(20, 'CREATE TABLE b (y INTEGER) STRICT; INSERT INTO b SELECT x FROM a');

function openFile() {
  const db = new Database(join(tempFolder(), 'simon.sqlite'));
  onTestFinished(() => void db.close());
  return db;
}
const versionOf = (db: Database.Database) => db.pragma('user_version', { simple: true });
const backupsOf = (db: Database.Database) => {
  try {
    return readdirSync(join(dirname(db.name), 'backups'));
  } catch {
    return [];
  }
};

test('a new file goes to the newest version at once, without a backup', () => {
  const db = openFile();
  migrate(db, { nowMs: NOON });
  expect(versionOf(db)).toBe(MIGRATIONS.at(-1)!.version);
  expect(backupsOf(db)).toEqual([]);
});

test('every table of ours is strict', () => {
  const db = openFile();
  migrate(db, { nowMs: NOON });
  const loose = db
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0`)
    .pluck()
    .all();
  expect(loose).toEqual(['sqlite_sequence', 'sqlite_schema']);
});

test('an existing file is copied first, then gets the pending steps only', () => {
  const db = openFile();
  migrate(db, { nowMs: NOON, steps: [one] });
  db.exec('INSERT INTO a VALUES (7)');
  migrate(db, { nowMs: NOON, steps: [one, two] });
  expect(db.prepare('SELECT y FROM b').pluck().all()).toEqual([7]);
  expect(versionOf(db)).toBe(20);
  expect(backupsOf(db)).toEqual(['2026-03-02 13.00.00 voor bijwerken van versie 10.sqlite']);

  const backup = new Database(join(dirname(db.name), 'backups', backupsOf(db)[0]!), { readonly: true });
  onTestFinished(() => void backup.close());
  expect([versionOf(backup), backup.prepare('SELECT x FROM a').pluck().all()]).toEqual([10, [7]]);
  migrate(db, { nowMs: NOON + 1, steps: [one, two] });
  expect(backupsOf(db)).toHaveLength(1);
});

test('when one step fails, none is taken', () => {
  const db = openFile();
  migrate(db, { nowMs: NOON, steps: [one] });
  const broken = step(30, 'CREATE TABLE c (z INTEGER) STRICT; INSERT INTO nowhere VALUES (1)');
  expect(() => migrate(db, { nowMs: NOON, steps: [one, two, broken] })).toThrow('nowhere');
  expect(versionOf(db)).toBe(10);
  expect(db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()).toEqual(['a']);
});

test('steps out of order are a bug that shows at once', () => {
  expect(() => migrate(openFile(), { nowMs: NOON, steps: [two, one] })).toThrow('Migration 10 stands after 20');
});

test('released steps stand in order, each in a file of its number', () => {
  const files = readdirSync(join(import.meta.dirname, '../../../main/db/migrations')).filter((name) =>
    /^\d/.test(name),
  );
  expect(files.sort().map((name) => Number(name.slice(0, 4)))).toEqual(MIGRATIONS.map(({ version }) => version));
});
