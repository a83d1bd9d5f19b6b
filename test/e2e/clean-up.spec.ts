import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { changeApp } from './app-settings';
import { ask } from './bridge';
import { expect, test, type Snelstart } from './fixtures';
import { readyWorkOrder } from './office';
import { picture, setSize } from './screen-shots';
import { goTo, rowWith } from './screens/frame';

const KEPT = 'Café Zoë';

test.beforeEach(async ({ activate }) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
});

test('a package that suddenly lacks a third of the customers: the office sees which, and agrees', async ({
  openApp,
  snelstart,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  const { app, window } = await openApp();
  await setSize(app, 720);
  const before = await rowsOf(window, 'customers:list');
  const workOrder = await readyWorkOrder(window, { customer: KEPT, description: 'Kraan', workMinutes: 30 });
  const gone = loseCustomers(snelstart, 0.3, [KEPT]);
  const question = `De schoonmaak zou ${gone.length - 1} klanten verwijderen`;

  await cleanUpNow(window);
  await expect(window.getByText(question)).toBeVisible();
  await picture(window, 'clean-up-question');
  await goTo(window, 'Overzicht');
  await expect(window.getByText(question)).toBeVisible();
  await goTo(window, 'Logging');
  await expect(window.getByText(`${gone.length} van de ${before} zouden verdwijnen`)).toBeVisible();
  expect(await rowsOf(window, 'customers:list')).toBe(before);

  await goTo(window, 'Overzicht');
  await window.getByRole('button', { name: 'Bekijken' }).click();
  const dialog = window.getByRole('dialog', { name: question });
  await expect(dialog.getByRole('row', { name: KEPT })).toContainText(`Blijft: ${workOrder.number}`);
  await picture(window, 'clean-up-preview');
  await changeApp(window, { theme: 'dark' });
  await picture(window, 'nl-dark-clean-up-preview');
  await changeApp(window, { theme: 'light' });
  await dialog.getByRole('searchbox').fill('bestaat niet');
  await expect(dialog.getByText('Niets gevonden')).toBeVisible();
  await picture(window, 'clean-up-preview-nothing-found');
  await dialog.getByRole('searchbox').fill('');

  await dialog.getByRole('button', { name: `${gone.length - 1} klanten verwijderen` }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => rowsOf(window, 'customers:list')).toBe(before - gone.length + 1);
  expect(readdirSync(backupsOf(dataFolder)).join()).toContain('voor schoonmaak klanten');
  await goTo(window, 'Klanten');
  await expect(rowWith(window, 'Klanten', KEPT)).toContainText('Niet actief');
});

test('a question outlives a restart, and is not asked again once the office kept everything', async ({
  openApp,
  snelstart,
}) => {
  const first = await openApp();
  const before = await rowsOf(first.window, 'customers:list');
  const gone = loseCustomers(snelstart, 0.3, []);
  const question = `De schoonmaak zou ${gone.length} klanten verwijderen`;
  await cleanUpNow(first.window);
  await expect(first.window.getByText(question)).toBeVisible();
  await first.app.close();

  const second = await openApp();
  await second.window.getByRole('button', { name: 'Bekijken' }).click();
  await second.window.getByRole('button', { name: 'Niet verwijderen' }).click();
  await expect(second.window.getByText(question)).toBeHidden();
  await second.app.close();

  const third = await openApp();
  expect(await ask(third.window, 'sync:status')).toMatchObject({ cleanUps: [] });
  expect(await rowsOf(third.window, 'customers:list')).toBe(before);
});

test('a package that returns nothing: nothing goes, and the office is asked', async ({ openApp, snelstart }) => {
  const { window } = await openApp();
  const before = await rowsOf(window, 'articles:list');
  const { books } = snelstart.control;
  for (const { code } of books.articles()) books.deleteArticle(code);
  await cleanUpNow(window, 'Artikelen');
  await expect(window.getByText('Het boekhoudpakket gaf een lege lijst.')).toBeVisible();
  await goTo(window, 'Logging');
  await expect(window.getByText('het boekhoudpakket gaf niets terug')).toBeVisible();
  expect(await rowsOf(window, 'articles:list')).toBe(before);
});

test('the command line shows what would go, and removes it only when told so', async ({ koppel, snelstart }) => {
  const gone = loseCustomers(snelstart, 0.3, []);
  const looked = await koppel('sync', ['--only', 'customers', '--clean-up']);
  expect(looked).toMatchObject({
    exitCode: 3,
    json: { cleanUps: [{ resource: 'customers', toRemove: gone.length, reason: 'too-much', removed: null }] },
  });
  const removed = await koppel('sync', ['--only', 'customers', '--confirm-clean-up']);
  expect(removed).toMatchObject({ exitCode: 0, json: { cleanUps: [{ removed: gone.length, problem: null }] } });
  expect((await koppel('sync', ['--only', 'customers', '--clean-up'])).json).toMatchObject({ cleanUps: [] });
});

/** Deletes a part of the customers in SnelStart, those with these names first; their names. */
function loseCustomers({ control }: Snelstart, part: number, first: readonly string[]): readonly string[] {
  const customers = control.books.customers();
  const count = Math.ceil(customers.length * part);
  const names = customers.map(({ name }) => name).filter((name) => !first.includes(name));
  const gone = [...first, ...names].slice(0, count);
  for (const name of gone) control.books.deleteCustomer(name);
  return gone;
}

/** Nu synchroniseren with schoonmaak, of one table only. */
async function cleanUpNow(window: Page, table: 'Klanten' | 'Artikelen' = 'Klanten'): Promise<void> {
  await window.evaluate(() => void (location.hash = '#/integrations/snelstart'));
  await window.getByRole('button', { name: 'Nu synchroniseren…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Nu synchroniseren' });
  for (const other of ['Klanten', 'Artikelgroepen', 'Artikelen', 'Orders en offertes']) {
    if (other !== table) await dialog.getByRole('checkbox', { name: other }).click({ force: true });
  }
  await dialog.getByRole('checkbox', { name: 'Schoonmaak' }).click({ force: true });
  await dialog.getByRole('button', { name: 'Nu synchroniseren' }).click();
}

const rowsOf = async (window: Page, list: 'customers:list' | 'articles:list'): Promise<number> =>
  (await ask(window, list, { search: '', offset: 0, limit: 1 })).total;

function backupsOf(dataFolder: string): string {
  const companies = join(dataFolder, 'companies');
  return join(companies, readdirSync(companies)[0] ?? '', 'backups');
}
