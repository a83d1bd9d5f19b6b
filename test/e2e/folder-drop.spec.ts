import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { excelCsv } from './excel-csv';
import { opening } from './file-dialogs';
import { expect, test } from './fixtures';
import { lightAndDark } from './light-and-dark';
import { setSize } from './screen-shots';
import { goTo } from './screens/frame';

test('files that are put into the folder come in by themselves', async ({ activate, openApp, scratch, place }) => {
  test.setTimeout(240_000);
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
  const folder = join(scratch, 'buitendienst');
  mkdirSync(folder);
  const put = (name: string, description: string, customer = '10003') =>
    writeFileSync(
      join(folder, name),
      excelCsv([
        ['Klantnummer', 'Werkzaamheden', 'Minuten'],
        [customer, description, '90'],
      ]),
    );
  const names = (of: string): readonly string[] => readdirSync(join(folder, of)).sort();
  put('al aanwezig.csv', 'Stond er al');

  const opened = await openApp();
  await setSize(opened.app, 720);
  await goTo(opened.window, 'Instellingen');
  await opened.window.getByRole('radio', { name: 'Bedrijf' }).click();
  await opening(opened.app, folder);
  await opened.window.getByRole('button', { name: 'Map kiezen' }).click();
  await expect(opened.window.getByText(/staat nu 1 bestand/u)).toBeVisible();
  await opened.window.getByRole('button', { name: 'Map gebruiken' }).click();
  await expect(opened.window.getByText('Simon kijkt in deze map.')).toBeVisible();
  await opened.window.getByText('Simon kijkt in deze map.').scrollIntoViewIfNeeded();
  await lightAndDark(opened.window, 'folder-drop');
  await expect.poll(() => names('verwerkt'), { timeout: 60_000 }).toEqual(['al aanwezig.csv', 'al aanwezig.csv.txt']);

  put('bon.csv', 'Kraan lekt');
  await expect.poll(() => names('verwerkt'), { timeout: 60_000 }).toContain('bon.csv.txt');
  await opened.app.close();

  // Put there while the app was off; taken in when it starts, also when nobody sees its window.
  put('nacht.csv', 'Storing in de nacht');
  put('fout.csv', 'Bij niemand', '99999');
  const hidden = await openApp([...place, '--hidden']);
  await expect.poll(() => names('verwerkt'), { timeout: 60_000 }).toContain('nacht.csv');
  await expect.poll(() => names('mislukt'), { timeout: 120_000 }).toEqual(['fout.csv', 'fout.csv.txt']);
  expect(readFileSync(join(folder, 'mislukt', 'fout.csv.txt'), 'utf8')).toContain('Klant 99999 bestaat niet in Simon.');
  await hidden.app.close();
});
