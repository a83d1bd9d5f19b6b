import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeApp } from './app-settings';
import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { EMPTY_WORK_ORDER } from './office';
import { openExamples } from './practice-office';
import { picture } from './screen-shots';
import { photoFile } from './screens/drawing';

test('photos are made smaller, shown, described, taken away and brought back', async ({
  openApp,
  dataFolder,
  scratch,
}) => {
  test.setTimeout(240_000);
  const { window } = await openExamples(() => openApp(['--practice', '--data', dataFolder]));
  const made = right(await ask(window, 'work-orders:create', { ...EMPTY_WORK_ORDER, description: 'Dak nakijken' }));
  await window.evaluate((hash) => void (location.hash = hash), `#/work-orders/${made.id}`);
  await expect(window.getByRole('heading', { level: 1, name: `Werkbon ${made.number}` })).toBeVisible();
  const panel = window.getByRole('region', { name: 'Foto’s en bijlagen' });
  await expect(panel.getByText('Nog geen foto’s of bijlagen.')).toBeVisible();

  const longName = 'Een foto met een heel erg lange naam van het dak aan de achterzijde.png';
  const photo = await photoFile(window, join(scratch, longName), '#3b6ea5');
  const report = join(scratch, 'keuring.pdf');
  writeFileSync(report, '%PDF-1.4\n%%EOF\n');
  const program = join(scratch, 'offerte.pdf');
  writeFileSync(program, 'MZ: no PDF at all');
  await panel.locator('input[type=file]').setInputFiles([photo, report, program]);

  await expect(panel.getByRole('button', { name: 'keuring.pdf openen' })).toBeVisible();
  await expect(panel.getByText('offerte.pdf is geen foto of PDF die Simon kan lezen.')).toBeVisible();
  const [kept] = await ask(window, 'work-order-files:list', made.id);
  expect(kept).toMatchObject({ kind: 'photo', width: 2000, height: 1333 });
  const shown = panel.getByRole('listitem').first().locator('img');
  await expect
    .poll(() => shown.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
    // Shown small; in full once it is opened.
    .toBe(320);

  await panel.getByRole('textbox', { name: 'Bijschrift' }).first().fill('Achterzijde');
  await window.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: 'Achterzijde openen' })).toBeVisible();
  await panel.scrollIntoViewIfNeeded();
  await picture(window, 'files');
  await changeApp(window, { theme: 'dark' });
  await picture(window, 'files-dark');
  await changeApp(window, { theme: 'light' });

  await panel.getByRole('button', { name: 'Achterzijde openen' }).click();
  await expect(window.getByRole('dialog', { name: 'Achterzijde' }).locator('img')).toBeVisible();
  await window.keyboard.press('Escape');

  await panel.getByRole('button', { name: 'keuring.pdf weghalen' }).click();
  await expect(panel.getByRole('button', { name: 'keuring.pdf openen' })).toBeHidden();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(panel.getByRole('button', { name: 'keuring.pdf openen' })).toBeVisible();
});
