import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { excelCsv } from './excel-csv';
import { opening, saving } from './file-dialogs';
import { expect, test } from './fixtures';
import { lightAndDark } from './light-and-dark';
import { setSize } from './screen-shots';
import { choose, goTo, rowWith } from './screens/frame';

const HEAD = [
  'Kenmerk',
  'Klantnummer',
  'Werkzaamheden',
  'Datum',
  'Soort tijd',
  'Van',
  'Tot',
  'Wie',
  'Artikelcode',
  'Aantal',
];

test('a file is looked at first, and then comes in as it was shown', async ({ activate, koppel, openApp, scratch }) => {
  test.setTimeout(240_000);
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const file = join(scratch, 'week 48.csv');
  const rows = [
    HEAD,
    ['W48-1', '10003', 'Dakgoot reinigen, één zijde', '30-11-2026', 'werk', '8:00', '9.30', 'Piet', 'CU-15', '2,5'],
    ['W48-1', '', '', '30-11-2026', 'reis', '9:30', '9:45', 'Piet', '', ''],
    ['W48-2', '99999', 'Bij niemand', '30-11-2026', 'werk', '8:00', '9:00', 'Piet', '', ''],
    ['W48-3', '10003', 'Kraan lekt', '30-11-26', 'werk', '8:00', '9:00', 'Piet', '', ''],
  ];
  writeFileSync(file, excelCsv(rows));

  // Nobody said yet what "Wie" holds.
  const unknown = await koppel('import', [file, '--dry-run']);
  expect(unknown.exitCode).not.toBe(0);
  expect(unknown.stderr).toContain('‘Wie’');

  const { app, window } = await openApp();
  await setSize(app, 720);
  await goTo(window, 'Werkbonnen');
  await window.getByRole('button', { name: 'Inlezen' }).click();
  await lightAndDark(window, 'import-empty');
  await opening(app, file);
  await window.getByRole('button', { name: 'Bestand kiezen' }).click();
  await expect(window.getByText('Simon weet niet wat er in deze kolommen staat: ‘Wie’.')).toBeVisible();
  await lightAndDark(window, 'import-columns');
  await choose(window, window.getByRole('button', { name: /Wat staat er in kolom Wie\?/ }), 'Medewerker');
  await window.getByRole('button', { name: 'Kolommen gebruiken' }).click();

  const grid = window.getByRole('grid', { name: 'Regels van het bestand' });
  await expect(grid.getByText('Klant 99999 bestaat niet in Simon.')).toBeVisible();
  await expect(grid.getByText('Het jaartal in het veld Datum moet uit vier cijfers bestaan.')).toBeVisible();
  await lightAndDark(window, 'import-check-refused');
  await window.getByRole('radio', { name: 'Alles (3)' }).click();
  await expect(grid.getByText(/2 tijden erbij; 1 artikel erbij; nieuwe medewerker: Piet/u)).toBeVisible();
  await lightAndDark(window, 'import-check');

  const list = join(scratch, 'lijst.csv');
  await saving(app, list);
  await window.getByRole('button', { name: 'Lijst bewaren' }).click();
  await window.getByRole('menuitem', { name: 'Als CSV' }).click();
  await expect(window.getByText(`Bewaard als ${list}.`)).toBeVisible();
  expect(readFileSync(list, 'utf8')).toContain('geweigerd');

  await window.getByRole('button', { name: '1 regel inlezen' }).click();
  await expect(window.getByText('1 regel is ingelezen.')).toBeVisible();
  await lightAndDark(window, 'import-done');
  await window.getByRole('button', { name: 'Terug naar werkbonnen' }).click();
  await rowWith(window, 'Werkbonnen', 'Dakgoot reinigen, één zijde').click();
  await expect(window.getByText('1:30').first()).toBeVisible();

  // A second time it is all there, and the column is known now; with another external id it would be another work order.
  await app.close();
  const again = await koppel('import', [file, '--dry-run', '--json']);
  expect(again.exitCode, 'two rows are refused').toBe(1);
  expect(again.json).toMatchObject({ dryRun: true, imported: [], alreadyThere: [{ line: 2 }] });
  expect(again.json.refused).toHaveLength(2);
});

test('the example file comes in as it was saved, as far as its customer is known', async ({
  activate,
  koppel,
  openApp,
  scratch,
}) => {
  expect((await activate()).exitCode).toBe(0);
  const { app, window } = await openApp();
  await goTo(window, 'Werkbonnen');
  await window.getByRole('button', { name: 'Inlezen' }).click();
  const files = { 'Voor Excel (.xlsx)': join(scratch, 'voorbeeld.xlsx'), 'Als CSV': join(scratch, 'voorbeeld.csv') };
  for (const [name, file] of Object.entries(files)) {
    await saving(app, file);
    await window.getByRole('button', { name: 'Voorbeeldbestand' }).click();
    await window.getByRole('menuitem', { name }).click();
    await expect(window.getByText(`Bewaard als ${file}.`)).toBeVisible();
  }
  await app.close();
  for (const file of Object.values(files)) {
    const { json } = await koppel('import', [file, '--dry-run', '--json']);
    expect(json.refused).toMatchObject([
      { line: 2, record: expect.stringContaining('Cv-ketel nakijken') as unknown },
      { line: 4, code: 'import-work-order-unknown' },
    ]);
  }
});
