import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { changeApp } from './app-settings';
import { expect, test } from './fixtures';
import { archiveUntil } from './office';
import { readPdf } from './read-pdf';
import { factOf, goTo, rowWith } from './screens/frame';
import { QueueScreen } from './screens/queue';
import { picture, setSize } from './screen-shots';

const JOB = { customer: 'Café Zoë', description: 'Kraan in de keuken vervangen', workMinutes: 30 };

test.beforeEach(async ({ activate }) => {
  const linked = await activate({ workArticle: 'ARBEID' });
  expect(linked.exitCode, linked.stderr).toBe(0);
});

/** The office chooses this file in every dialog that asks where to save. */
const savesAt = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog, shell }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    shell.openPath = () => Promise.resolve('');
  }, path);

test('refused, mended and booked: the work order shows every attempt, and they can be kept', async ({
  openApp,
  snelstart,
  scratch,
  koppel,
}) => {
  const { app, window } = await openApp();
  await setSize(app, 1_400);
  snelstart.control.books.deactivateCustomer('Café Zoë');
  const { number } = await archiveUntil(window, JOB, 'blocked');
  snelstart.control.books.activateCustomer('Café Zoë');
  const queue = new QueueScreen(window);
  await (await queue.open(number)).getByRole('button', { name: 'Opnieuw proberen' }).click();
  await queue.stands(number, 'Geboekt');

  await goTo(window, 'Werkbonnen');
  await rowWith(window, 'Werkbonnen', number).dblclick();
  const sent = window.getByRole('region', { name: 'Wat is er verzonden' });
  await expect(factOf(sent, 'Boekstuk')).toHaveText('20240113');
  // SnelStart got the document in two forms before it counted as refused.
  await expect(factOf(sent, 'Verzonden')).toHaveText('3 keer verzonden');
  const steps = sent.getByRole('listitem');
  await expect(steps.filter({ hasText: 'Geweigerd door het boekhoudpakket' })).toContainText('non-actief');
  await expect(steps.filter({ hasText: 'Geweigerd in deze vorm' })).toHaveCount(1);
  await expect(steps.filter({ hasText: 'Geboekt in het boekhoudpakket' })).toContainText('Nummer 20240113.');
  await steps.filter({ hasText: 'Geboekt in het boekhoudpakket' }).getByText('Technische gegevens').click();
  await expect(sent).toContainText(/POST \S+\/v2\/verkooporders: antwoord 201 na \d+ ms/);
  await expect(window.getByText('1 werkbon wordt opnieuw geprobeerd.')).toHaveCount(0, { timeout: 20_000 });
  await picture(window, 'nl-work-order-sent');
  await sent.getByRole('button', { name: 'Boekstuk bekijken' }).click();
  await expect(window.getByRole('dialog')).toContainText('ARBEID');
  await window.keyboard.press('Escape');

  const json = join(scratch, 'verzending.json');
  await savesAt(app, json);
  await sent.getByRole('button', { name: 'Bewaren als JSON' }).click();
  await expect(window.getByText(`Bewaard in ${json}`)).toBeVisible();
  const record = readFileSync(json, 'utf8');
  expect(JSON.parse(record)).toMatchObject({ workOrderNumber: number, state: 'booked', documentNumber: '20240113' });
  for (const secret of [...Object.values(snelstart.credentials), ...Object.values(snelstart.registration)]) {
    expect(record.includes(secret), 'no key in the file').toBe(false);
  }

  const pdf = join(scratch, 'verzending.pdf');
  await savesAt(app, pdf);
  await sent.getByRole('button', { name: 'Bewaren als PDF' }).click();
  await expect(window.getByText(`Bewaard in ${pdf}`)).toBeVisible();
  const text = (await readPdf(pdf)).pages.join(' ');
  expect(text).toContain(`Wat is er verzonden: werkbon ${number}`);
  expect(text).toContain('Geweigerd door het boekhoudpakket');

  const csv = join(scratch, 'verzendingen.csv');
  await savesAt(app, csv);
  await goTo(window, 'Archiefwachtrij');
  await window.getByRole('button', { name: 'Bewaren als', exact: true }).click();
  await window.getByRole('menuitem', { name: 'CSV (elke spreadsheet)' }).click();
  await expect(window.getByText(`1 regel bewaard in ${csv}`)).toBeVisible();
  expect(readFileSync(csv, 'utf8')).toMatch(
    new RegExp(`${number};10003;Café Zoë;.*;Geboekt;snelstart;20240113;31,25;37,81;3;`),
  );

  await app.close();
  const shown = await koppel('queue', ['show', number]);
  expect(shown.json).toMatchObject({ workOrderNumber: number, steps: expect.arrayContaining([]) });
});

test('the guide about sending opens in the queue', async ({ openApp }) => {
  const { window } = await openApp();
  await goTo(window, 'Archiefwachtrij');
  await window.getByRole('button', { name: 'Hulp bij dit scherm' }).click();
  await window.getByRole('button', { name: 'Verder in de handleiding' }).click();
  const guide = window.getByRole('dialog', { name: 'Werkbonnen verzenden' });
  await expect(guide.getByRole('heading', { name: 'Wat Simon Koppel niet kan beloven' })).toBeAttached();
  await expect(guide.getByRole('row').filter({ hasText: 'Geblokkeerd' })).toContainText('Los het op');
  await picture(window, 'nl-guide');
  await window.keyboard.press('Escape');
  await changeApp(window, { theme: 'dark', language: 'en' });
  await window.getByRole('button', { name: 'Guide' }).click();
  await expect(window.getByRole('dialog')).toContainText('The guide is in Dutch.');
  await picture(window, 'en-dark-guide');
});
