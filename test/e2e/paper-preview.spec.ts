import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeApp } from './app-settings';
import { ask, right } from './bridge';
import { expect as expectAt, test } from './fixtures';
import { EMPTY_WORK_ORDER } from './office';
import { choosing, saveLogo } from './paper-office';
import { readPdf } from './read-pdf';
import { picture, setSize } from './screen-shots';
import { photoFile } from './screens/drawing';

/** A paper is made anew for each change, on a machine that does a lot besides. */
const expect = expectAt.configure({ timeout: 60_000 });

test('a paper is looked at, page by page, and what is seen is what is kept', async ({ activate, openApp, scratch }) => {
  test.setTimeout(240_000);
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const { app, window } = await openApp();
  await setSize(app, 720);
  const [customer] = (await ask(window, 'customers:list', { offset: 0, limit: 1 })).rows;
  const articles = (await ask(window, 'articles:list', { offset: 0, limit: 100 })).rows.map(({ id: articleId }) => ({
    articleId,
    quantity: '2',
    unitPrice: null,
    description: null,
  }));
  const { id, number } = right(
    await ask(window, 'work-orders:create', {
      ...EMPTY_WORK_ORDER,
      customerId: customer?.id ?? null,
      description: 'Renovatie badkamer',
      articles: [...articles, ...articles, ...articles, ...articles].slice(0, 130),
    }),
  );
  await window.evaluate((hash) => void (location.hash = hash), `#/work-orders/${id}`);
  await expect(window.getByRole('heading', { level: 1, name: `Werkbon ${number}` })).toBeVisible();
  await window.getByRole('button', { name: 'PDF’s' }).click();

  const dialog = window.getByRole('dialog', { name: `PDF’s van werkbon ${number}` });
  const first = dialog.getByRole('article', { name: 'Bladzijde 1 van 5' });
  await expect(first).toContainText(`Werkbon ${number}`);
  await expect(first.locator('canvas')).toBeVisible();
  await picture(window, 'paper-preview');
  await changeApp(window, { theme: 'dark' });
  await picture(window, 'nl-dark-paper-preview');
  await changeApp(window, { theme: 'light' });

  const pages = dialog.getByRole('region', { name: `Bladzijden van Werkbon ${number}.pdf` });
  await pages.focus();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await expect(dialog.getByText('Bladzijde 3 van 5', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Vorige bladzijde' }).click();
  await expect(dialog.getByText('Bladzijde 2 van 5', { exact: true })).toBeVisible();
  const width = async () => (await first.boundingBox())?.width ?? 0;
  const fitting = await width();
  await pages.focus();
  await window.keyboard.press('-');
  await expect.poll(width).toBeLessThan(fitting);
  await window.keyboard.press('0');
  await expect.poll(width).toBe(fitting);

  await dialog.getByText('Met prijzen').click();
  await expect(dialog.getByRole('article').last()).toContainText('Totaal incl. btw');
  await dialog.getByRole('button', { name: 'Taal' }).click();
  await window.getByRole('option', { name: 'Engels' }).click();
  await expect(dialog.getByRole('article').last()).toContainText('Total incl. VAT');

  // Changed behind the dialog: what is kept is still what is seen.
  const { version, ...draft } = (await ask(window, 'work-orders:get', id)) ?? { version: 0 };
  expect(version).toBeGreaterThan(0);
  right(
    await ask(window, 'work-orders:save', {
      id,
      version,
      draft: { ...EMPTY_WORK_ORDER, ...draft, description: 'Iets heel anders' } as typeof EMPTY_WORK_ORDER,
    }),
  );
  const file = join(scratch, 'bon.pdf');
  await choosing(app, file);
  await dialog.getByRole('button', { name: 'Bewaren…' }).click();
  await expect(window.getByText(`Bewaard als ${file}.`)).toBeVisible();
  // Kept with the results, for eyes: five pages, with prices.
  await test.info().attach('bon.pdf', { path: file, contentType: 'application/pdf' });
  const { pages: kept } = await readPdf(file);
  expect(kept.join(' ')).toContain('Renovatie badkamer');

  await app.evaluate(({ BrowserWindow, shell }) => {
    shell.openPath = (path) => {
      (globalThis as { openedPaper?: string }).openedPaper = path;
      return Promise.resolve('');
    };
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.getPrintersAsync = () => Promise.resolve([]);
  });
  await dialog.getByRole('button', { name: 'Openen in ander programma' }).click();
  const opened = () => app.evaluate(() => (globalThis as { openedPaper?: string }).openedPaper ?? '');
  await expect.poll(opened).toContain(`Werkbon ${number}.pdf`);
  expect(readFileSync(await opened()).equals(readFileSync(file)), 'the copy is the paper that is seen').toBe(true);

  await dialog.getByRole('button', { name: 'Afdrukken…' }).click();
  await expect(dialog.getByText('Op deze computer is geen printer ingesteld.')).toBeVisible({ timeout: 60_000 });
});

test('the details of the company show on a paper while they are typed', async ({ activate, openApp, scratch }) => {
  test.setTimeout(240_000);
  expect((await activate()).exitCode).toBe(0);
  const { app, window } = await openApp();
  await setSize(app, 720);
  await saveLogo(window);
  await window.evaluate(() => void (location.hash = '#/settings/company'));
  const panel = window.getByRole('region', { name: 'Bedrijfsgegevens' });
  const paper = panel.getByRole('article', { name: 'Bladzijde 1 van 1' });
  await expect(paper).toContainText('Bakkerij De Korenaar');
  await expect(panel.getByRole('img', { name: 'Het logo van uw bedrijf' })).toBeVisible();
  await panel.getByLabel('Naam van het bedrijf').fill('Installatiebedrijf De Vries B.V.');
  await panel.getByLabel('Straat en huisnummer').fill('Nijverheidsweg 12');
  await panel.getByLabel('Postcode').fill('3512 AB');
  await panel.getByLabel('Plaats').fill('Utrecht');
  await panel.getByLabel('Telefoon').fill('030 – 123 45 67');
  await panel.getByLabel('Btw-nummer').fill('NL123456789B01');
  await panel.getByLabel('IBAN').fill('NL92 ABNA 0417 1643 00');
  await expect(panel.getByText('De controlecijfers van deze IBAN kloppen niet.')).toBeVisible();
  await expect(paper).toContainText('Nijverheidsweg 12');
  await picture(window, 'company-profile');
  await changeApp(window, { theme: 'dark' });
  await picture(window, 'nl-dark-company-profile');
  await changeApp(window, { theme: 'light' });

  await panel.getByRole('button', { name: 'Opslaan' }).click();
  await expect(window.getByText('Bedrijfsgegevens opgeslagen.')).toBeVisible();
  expect((await ask(window, 'company-settings:get')).profile).toMatchObject({
    city: 'Utrecht',
    iban: 'NL92 ABNA 0417 1643 00',
  });

  const large = await photoFile(window, join(scratch, 'groot.png'), '#1f5c46');
  await panel.locator('input[type=file]').setInputFiles(large);
  const logo = panel.getByRole('img', { name: 'Het logo van uw bedrijf' });
  const widthOf = () => logo.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
  await expect.poll(widthOf, 'as large as is kept').toBe(1_200);
  const text = join(scratch, 'logo.png');
  writeFileSync(text, 'no picture');
  await panel.locator('input[type=file]').setInputFiles(text);
  await expect(panel.getByText('logo.png is geen afbeelding die Simon kan lezen.')).toBeVisible();

  await panel.getByRole('button', { name: 'Logo weghalen' }).click();
  await expect(panel.getByText('Nog geen logo')).toBeVisible();
  await window.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(panel.getByRole('img', { name: 'Het logo van uw bedrijf' })).toBeVisible();
});
