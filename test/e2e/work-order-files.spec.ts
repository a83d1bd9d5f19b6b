import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { changeApp } from './app-settings';
import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { EMPTY_WORK_ORDER } from './office';
import { picture, setSize } from './screen-shots';
import { goTo, rowWith } from './screens/frame';

/** A photo as a camera makes it, drawn in the page: larger than what is kept. */
async function drawPhoto(window: Page, file: string): Promise<void> {
  const base64 = await window.evaluate(async () => {
    const canvas = new OffscreenCanvas(3000, 2000);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas');
    const ground = context.createLinearGradient(0, 0, 3000, 2000);
    ground.addColorStop(0, '#3b6ea5');
    ground.addColorStop(1, '#d9b26f');
    context.fillStyle = ground;
    context.fillRect(0, 0, 3000, 2000);
    context.fillStyle = '#ffffff';
    context.fillRect(900, 500, 1200, 1000);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  });
  writeFileSync(file, Buffer.from(base64, 'base64'));
}

test('photos are made smaller, shown, described, taken away and brought back', async ({
  openApp,
  dataFolder,
  scratch,
}) => {
  test.setTimeout(240_000);
  const { app, window } = await openApp(['--practice', '--data', dataFolder]);
  await setSize(app);
  const made = right(await ask(window, 'work-orders:create', { ...EMPTY_WORK_ORDER, description: 'Dak nakijken' }));
  await goTo(window, 'Werkbonnen');
  await rowWith(window, 'Werkbonnen', made.number).click();
  const panel = window.getByRole('region', { name: "Foto's en bijlagen" });
  await expect(panel.getByText("Nog geen foto's of bijlagen.")).toBeVisible();

  const photo = join(scratch, 'Een foto met een heel erg lange naam van het dak aan de achterzijde.png');
  await drawPhoto(window, photo);
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
    .toBe(2000);

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
  await window.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(panel.getByRole('button', { name: 'keuring.pdf openen' })).toBeVisible();
});
