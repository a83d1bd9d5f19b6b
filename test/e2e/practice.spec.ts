import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PICTURE_CLOCK, setPictureTime } from './committed-pictures';
import { expect, test } from './fixtures';
import { startApp } from './koppel-process';
import { guidePicture, setSize } from './screen-shots';
import { goTo, rowWith, search } from './screens/frame';

test('the practice administration opens linked, filled and with work to try', async ({ openApp, dataFolder }) => {
  test.setTimeout(120_000);
  const { app, window } = await openApp(['--practice', '--data', dataFolder], PICTURE_CLOCK);
  await setPictureTime(window);
  await expect(window.getByRole('banner')).toContainText('Oefenadministratie');
  await expect(window.getByRole('link', { name: /^8\s*Gepland/ })).toBeVisible({ timeout: 30_000 });
  await setSize(app);
  await expect(window.getByRole('region', { name: 'Eerste stappen' })).toContainText('1 van 8 gedaan');
  await guidePicture(window, 'eerste-stappen');
  await goTo(window, 'Klanten');
  await expect(window.getByText('262 regels').first()).toBeVisible();
  await search(window, 'Café Zoë');
  await rowWith(window, 'Klanten', 'Café Zoë').getByRole('gridcell').first().click();
  await expect(window.getByRole('complementary')).toContainText('Café Zoë');
  await guidePicture(window, 'klanten');
  await goTo(window, 'Artikelen');
  await expect(window.getByText('420 regels').first()).toBeVisible();

  await goTo(window, 'Werkbonnen');
  await window.getByRole('tab', { name: /^Gereed gemeld/ }).click();
  const maintenance = rowWith(window, 'Werkbonnen', 'Jaarlijkse onderhoudsbeurt cv-ketel');
  await maintenance.getByRole('gridcell').first().click();
  await window.getByRole('button', { name: '1 werkbon archiveren' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Archiveren' }).click();
  await goTo(window, 'Archiefwachtrij');
  await expect(rowWith(window, 'Archiefwachtrij', 'Geboekt')).toHaveCount(1);
  await guidePicture(window, 'wachtrij');

  const opening = app.waitForEvent('window');
  await window.getByRole('button', { name: 'Oefenboekhouding bekijken' }).click();
  const books = await opening;
  await expect(books.getByText('Jaarlijkse onderhoudsbeurt cv-ketel').first()).toBeVisible();
  await rowWith(window, 'Archiefwachtrij', 'Geboekt').getByText('Geboekt').click();
  await window.getByRole('button', { name: 'Openen in SnelStart' }).click();
  await expect(books.locator('h2:target')).toBeInViewport();

  // Linked, looked at a customer, archived and saw the document: by what became of it.
  await goTo(window, 'Overzicht');
  await expect(window.getByRole('region', { name: 'Eerste stappen' })).toContainText('4 van 8 gedaan');
  await expect(window.locator('.recharts-bar-rectangle').first()).toBeVisible();
  await guidePicture(window, 'overzicht');
  await goTo(window, 'Integraties');
  await guidePicture(window, 'integraties');
  await window.getByRole('button', { name: 'Bekijken', exact: true }).click();
  await expect(window.getByRole('button', { name: 'Wijzig' })).toBeVisible();
  await guidePicture(window, 'koppeling');
  await window.getByRole('button', { name: 'Wijzig' }).click();
  await expect(window.getByRole('heading', { level: 1, name: /SnelStart/ })).toBeVisible();
  await goTo(window, 'Logging');
  await guidePicture(window, 'logging');
  await goTo(window, 'Instellingen');
  await guidePicture(window, 'instellingen');
});

test('without a window it does the whole job and reports it', async ({ scratch }) => {
  const file = join(scratch, 'report.json');
  const { exitCode, stdout, stderr } = await startApp(['--practice', '--headless', '--report', file]).finished;
  expect(exitCode, stderr).toBe(0);
  expect(stdout.trim().split('\n').length, 'a dozen lines').toBeLessThan(20);

  const report = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const line = (articleCode: string, quantity: string, unitPrice: string, total: string) =>
    expect.objectContaining({ articleCode, quantity, unitPrice, total }) as unknown;
  const text = (description: string) => expect.objectContaining({ articleCode: null, description }) as unknown;
  const number = expect.stringMatching(/^\d{8}$/) as unknown;
  expect(report).toEqual({
    package: 'snelstart',
    customers: 262,
    articles: 420,
    workOrders: 4,
    documents: [
      {
        workOrder: '1001',
        number,
        lines: [
          text('Jaarlijkse onderhoudsbeurt cv-ketel en waterdruk bijvullen'),
          line('ARBEID', '2', '62.5', '125'),
          line('REISTIJD', '0.25', '47.5', '11.88'),
          line('ONDERHOUD-CV', '1', '94.21488', '94.21'),
          line('000123', '4', '0.10331', '0.41'),
          line('VOORRIJ', '1', '35', '35'),
        ],
        totalExclVat: '266.5',
        totalInclVat: '322.47',
      },
      {
        workOrder: '1002',
        number,
        lines: [
          text('Lekkage onder het aanrecht verholpen'),
          line('ARBEID', '0.83', '62.5', '51.88'),
          line('007', '0.5', '4.25', '2.13'),
          line('VOORRIJ', '1', '35', '35'),
        ],
        totalExclVat: '89.01',
        totalInclVat: '107.7',
      },
      {
        workOrder: '1003',
        number,
        lines: [
          text('Rookmelders geplaatst op drie verdiepingen'),
          line('REISTIJD', '0.67', '47.5', '31.83'),
          line('ROOKM-3', '2', '96.69421', '193.39'),
          line('VOORRIJ', '1', '35', '35'),
        ],
        totalExclVat: '260.22',
        totalInclVat: '314.87',
      },
    ],
    durationMs: expect.any(Number) as unknown,
  });
});

for (const name of ['exact-online', 'visma-net', 'billit', 'e-boekhouden']) {
  test(`without a window it does the whole job with ${name}, logging in where that is asked`, async ({ scratch }) => {
    const file = join(scratch, 'report.json');
    const args = ['--practice', '--headless', '--package', name, '--report', file];
    const { exitCode, stdout, stderr } = await startApp(args).finished;
    expect(exitCode, stdout + stderr).toBe(0);
    const report = JSON.parse(readFileSync(file, 'utf8')) as { readonly documents: readonly unknown[] };
    expect(report).toMatchObject({ package: name, workOrders: 4 });
    expect(report.documents.length).toBeGreaterThan(2);
  });
}
