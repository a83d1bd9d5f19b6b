import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import readXlsx from 'read-excel-file/node';
import { lightAndDark } from './light-and-dark';
import { expect, test } from './fixtures';
import { openPractice } from './practice-office';
import { goTo } from './screens/frame';
import { setSize } from './screen-shots';

/** The office chooses this file in every dialog that asks where to save. */
const savesAt = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);

const MONEY = /€\s[\d.]+,\d\d/;

test('the overview tells what work comes to, and leads to it; every list is saved as it shows', async ({
  openApp,
  dataFolder,
  scratch,
}) => {
  test.setTimeout(240_000);
  const { app, window } = await openApp(['--practice', '--data', dataFolder]);
  await openPractice(() => Promise.resolve({ app, window }));

  await test.step('what is done and not invoiced, with its amount', async () => {
    await goTo(window, 'Overzicht');
    const work = window.getByRole('region', { name: 'Werk en facturen' });
    await expect(work.getByRole('row', { name: /Nog te factureren/ })).toContainText(MONEY);
    await expect(work.getByRole('row', { name: /Geboekt deze week/ })).toContainText('3');
    await expect(window.getByRole('table', { name: 'Boekstukken per dag' }).getByRole('row').last()).toContainText('3');
    await lightAndDark(window, 'overview-figures');
    await setSize(app, 1400);
    await window.getByRole('region', { name: 'Boekstukken per dag' }).scrollIntoViewIfNeeded();
    await expect(window.locator('.recharts-bar-rectangle').first()).toBeVisible();
    await lightAndDark(window, 'overview-whole');
    await setSize(app);
    await work.getByRole('link', { name: 'Nog te factureren' }).click();
    await expect(window.getByRole('tab', { name: 'Nog te factureren', selected: true })).toBeVisible();
  });

  await test.step('that list as Excel: the rows that show, with real numbers', async () => {
    const shown = await window.getByRole('grid', { name: 'Werkbonnen' }).getAttribute('aria-rowcount');
    const file = join(scratch, 'werkbonnen.xlsx');
    await savesAt(app, file);
    await window.getByRole('button', { name: 'Bewaren als', exact: true }).click();
    await lightAndDark(window, 'list-save-as');
    await window.getByRole('menuitem', { name: 'Excel' }).click();
    await expect(window.getByText(`bewaard in ${file}`)).toBeVisible();
    const [sheet] = await readXlsx(file);
    expect(sheet?.sheet).toBe('Werkbonnen');
    // With the row of the names, as the grid counts them.
    expect(sheet?.data).toHaveLength(Number(shown));
    const minutes = sheet?.data[0]?.indexOf('Werktijd (minuten)') ?? -1;
    expect(sheet?.data.slice(1).map((row) => typeof row[minutes])).not.toContain('string');
  });

  await test.step('hours for the wages', async () => {
    const file = join(scratch, 'uren.csv');
    await savesAt(app, file);
    await window.getByRole('button', { name: 'Uren bewaren' }).click();
    const dialog = window.getByRole('dialog', { name: 'Uren bewaren' });
    await dialog.getByRole('button', { name: 'Periode' }).click();
    await window.getByRole('option', { name: 'Deze maand' }).click();
    await lightAndDark(window, 'hours-save');
    await dialog.getByRole('button', { name: 'CSV (elke spreadsheet)' }).click();
    await expect(window.getByText(`bewaard in ${file}`)).toBeVisible();
    expect(readFileSync(file, 'utf8').split('\r\n')[0]).toBe(
      '\uFEFFMedewerker;Dag;Werkbon;Soort;Van;Tot;Minuten;Uren;Bedrag excl. btw;Status;Opmerking;Klantnummer;Klant;Werkzaamheden',
    );
  });
});
