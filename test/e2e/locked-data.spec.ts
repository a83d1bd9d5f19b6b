import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from './fixtures';
import { startApp } from './koppel-process';
import { importFile, readyRecord } from './work-order-file';

test.setTimeout(240_000);

test('another program that holds the file is waited for a moment, then told; nothing is sent meanwhile', async ({
  activate,
  koppel,
  start,
  scratch,
  dataFolder,
  snelstart,
}) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  expect((await koppel('import', [importFile(scratch, [readyRecord('Kraan')])])).exitCode).toBe(0);
  const scanner = new Database(join(dataFolder, 'companies', 'main', 'simon.sqlite'));
  scanner.exec('BEGIN IMMEDIATE');
  const refused = await koppel('archive', ['--all']);
  expect(refused).toMatchObject({ exitCode: 7, json: { error: { code: 'storage-busy' } } });
  expect(refused.stderr).toContain('Een ander programma houdt de gegevens van Simon bezet.');
  expect(snelstart.control.documents()).toEqual([]);

  const waiting = start('archive', ['--all']);
  // It opens its own files before it comes to the database.
  await expect.poll(() => waiting.process.exitCode, { timeout: 2_000 }).toBeNull();
  scanner.exec('ROLLBACK');
  scanner.close();
  expect(await waiting.finished).toMatchObject({ exitCode: 0, json: { open: 0 } });
  expect(snelstart.control.documents()).toHaveLength(1);
});

test('a window that stands still keeps a command out, and one that was killed does not', async ({
  openApp,
  koppel,
  dataFolder,
}) => {
  const { app } = await openApp();
  const window = app.process();
  window.kill('SIGSTOP');
  const second = await koppel('status');
  expect(second).toMatchObject({ exitCode: 4, json: { error: { code: 'data-folder-in-use' } } });
  expect(second.stderr).toContain(`De gegevens in ${dataFolder} zijn al in gebruik (Simon Koppel)`);
  const gone = new Promise((resolve) => window.once('exit', resolve));
  window.kill('SIGKILL');
  await gone;
  expect(await koppel('status')).toMatchObject({ exitCode: 0 });
});

test('a second window of the same data brings the first one to the front and ends', async ({ openApp, place }) => {
  const { app, window } = await openApp();
  const second = startApp(place);
  expect((await second.finished).exitCode).toBe(0);
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  expect(app.process().exitCode).toBeNull();
});
