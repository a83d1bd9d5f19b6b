import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Snelstart } from './fixtures';
import { expect, test } from './fixtures';
import { startApp } from './koppel-process';
import { importFile, readyRecord } from './work-order-file';

test.setTimeout(400_000);

const numbers = (snelstart: Snelstart) => snelstart.control.documents().map(({ number }) => number);
const messages = (json: Readonly<Record<string, unknown>>) => JSON.stringify(json);

test('an older file that IT puts back by hand makes no second document', async ({
  activate,
  koppel,
  scratch,
  dataFolder,
  snelstart,
}) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  expect((await koppel('import', [importFile(scratch, [readyRecord('Kraan')])])).exitCode).toBe(0);
  const database = join(dataFolder, 'companies', 'main', 'simon.sqlite');
  const copy = join(scratch, 'gisteren.sqlite');
  copyFileSync(database, copy);
  expect(await koppel('archive', ['--all'])).toMatchObject({ exitCode: 0, json: { open: 0 } });
  const sent = numbers(snelstart);
  expect(sent).toHaveLength(1);

  copyFileSync(copy, database);
  const again = await koppel('archive', ['--all']);
  expect(again.exitCode, again.stderr).toBe(0);
  expect(numbers(snelstart)).toEqual(sent);
  expect((await koppel('queue')).json.rows).toMatchObject([{ state: 'booked', documentNumber: sent[0] }]);
  expect(messages((await koppel('log', ['--limit', '20'])).json)).toContain('vervangen door een oudere kopie');
});

test('a copy on a second computer looks first, and says once where to work', async ({
  activate,
  activation,
  koppel,
  place,
  scratch,
  dataFolder,
  snelstart,
}) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  expect((await koppel('import', [importFile(scratch, [readyRecord('Kraan')])])).exitCode).toBe(0);
  const there = join(scratch, 'there');
  cpSync(dataFolder, there, { recursive: true });
  // No entry in the keychain belongs to it, as on another computer.
  const file = join(there, 'settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...settings, installationId: randomUUID() }));
  expect(await koppel('archive', ['--all'])).toMatchObject({ exitCode: 0, json: { open: 0 } });

  const [, , ...endpoints] = place;
  const onOther = (command: string, args: readonly string[] = [], stdin?: unknown) =>
    startApp(['koppel', command, ...args, '--data', there, ...endpoints, '--json'], stdin).finished;
  expect((await onOther('activate', [], activation({ workArticle: 'ARBEID' }))).exitCode).toBe(0);
  const archived = await onOther('archive', ['--all']);
  expect(archived.exitCode, archived.stderr).toBe(0);
  expect(numbers(snelstart)).toHaveLength(1);
  const told = messages((await onOther('log', ['--limit', '30'])).json);
  expect(told.split('Werk op één computer met deze gegevens.')).toHaveLength(2);
});
