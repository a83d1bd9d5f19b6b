import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from './fixtures';
import { picture, setSize } from './screen-shots';

const NAME = '2026-02-03 09.00.00 dagelijks.sqlite';

test('a damaged database leads to its backups, and one is put back from the keyboard', async ({
  openApp,
  koppel,
  dataFolder,
}) => {
  await koppel('status');
  const company = join(dataFolder, 'companies', 'main');
  const backups = join(company, 'backups');
  mkdirSync(backups, { recursive: true });
  copyFileSync(join(company, 'simon.sqlite'), join(backups, NAME));
  writeFileSync(join(company, 'simon.sqlite'), 'no database at all, but long enough to be taken for one '.repeat(9));

  const { app, window } = await openApp();
  await setSize(app, 1400);
  await expect(window.getByText('De nieuwste is van 03-02-2026 09:00.')).toBeVisible();
  await window.getByRole('button', { name: 'Naar back-ups' }).press('Enter');
  const row = window.getByRole('row', { name: /3 feb\.? 2026/ });
  await expect(row).toContainText('Dagelijks');
  await picture(window, 'backups');
  await row.getByRole('button', { name: 'Terugzetten' }).press('Enter');
  await expect(window.getByRole('alertdialog')).toBeVisible();
  await picture(window, 'backups-question');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await expect(window.getByText('De back-up is teruggezet')).toBeVisible();
  await picture(window, 'backups-done');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Logging' })).toBeVisible();
  await expect(window.getByText(/Er is een back-up teruggezet/).first()).toBeVisible();
  expect(readdirSync(backups).some((name) => name.endsWith(' beschadigd.sqlite'))).toBe(true);
});

test('a restore by the command line stands in the log at once', async ({ koppel, dataFolder }) => {
  await koppel('status');
  const company = join(dataFolder, 'companies', 'main');
  mkdirSync(join(company, 'backups'), { recursive: true });
  copyFileSync(join(company, 'simon.sqlite'), join(company, 'backups', NAME));
  expect(await koppel('restore', [NAME])).toMatchObject({ exitCode: 0 });
  const database = new Database(join(company, 'simon.sqlite'), { readonly: true });
  const messages = database.prepare('SELECT message_nl FROM log').pluck().all();
  database.close();
  expect(messages).toEqual([expect.stringContaining('Er is een back-up teruggezet.')]);
});
