import { changeApp } from './app-settings';
import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { EMPTY_WORK_ORDER } from './office';
import { picture, setSize } from './screen-shots';
import { sign } from './screens/drawing';
import { penStroke } from './screens/pointers';

test('the customer signs with mouse or pen, and a change afterwards shows', async ({ openApp, dataFolder }) => {
  test.setTimeout(180_000);
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app, 720);
  const hours = {
    employeeId: null,
    kind: 'work',
    date: '2026-11-23',
    startMinute: null,
    minutes: 90,
    note: '',
  } as const;
  const made = right(
    await ask(window, 'work-orders:create', { ...EMPTY_WORK_ORDER, description: 'Ketel nakijken', times: [hours] }),
  );
  await window.evaluate((hash) => void (location.hash = hash), `#/work-orders/${made.id}`);
  const panel = window.getByRole('region', { name: 'Handtekening van de klant' });
  await panel.getByRole('button', { name: 'Laten tekenen' }).click();
  const dialog = window.getByRole('dialog', { name: `Werkbon ${made.number} tekenen` });
  await expect(dialog).toContainText('1:30 werktijd');
  await dialog.getByRole('textbox', { name: /Naam van wie tekent/ }).fill('J. Bakker');
  await expect(dialog.getByRole('button', { name: 'Ondertekenen' })).toBeDisabled();
  const sheet = dialog.getByRole('img', { name: 'Vlak om te tekenen' });
  await sign(window, sheet);
  await picture(window, 'nl-sign-work-order');
  await dialog.getByRole('button', { name: 'Ondertekenen' }).click();
  await expect(panel.getByRole('img', { name: 'Handtekening van J. Bakker' })).toBeVisible();
  await expect(panel.getByText(/^Getekend door J\. Bakker op /)).toBeVisible();

  const { version } = (await ask(window, 'work-orders:get', made.id)) ?? { version: 0 };
  const draft = { ...EMPTY_WORK_ORDER, description: 'Ketel nakijken', times: [{ ...hours, minutes: 120 }] };
  right(await ask(window, 'work-orders:save', { id: made.id, version, draft }));
  await expect(panel.getByText('Gewijzigd na ondertekening')).toBeVisible();
  await expect(panel.getByText('Na het tekenen is gewijzigd: uren.')).toBeVisible();
  await panel.scrollIntoViewIfNeeded();
  await picture(window, 'nl-signature-changed');
  await changeApp(window, { theme: 'dark' });
  await picture(window, 'nl-dark-signature-changed');
  await changeApp(window, { theme: 'light' });

  await panel.getByRole('button', { name: 'Opnieuw laten tekenen' }).click();
  const box = await sheet.boundingBox();
  if (box === null) throw new Error('The sheet does not show');
  const at = (x: number) => ({ x: box.x + box.width * x, y: box.y + box.height / 2 + 20 * Math.sin(x * 9) });
  await penStroke(
    window,
    Array.from({ length: 60 }, (_, index) => at(0.1 + index * 0.013)),
  );
  const ink = await sheet.evaluate((element) => {
    const canvas = element as unknown as {
      width: number;
      height: number;
      getContext: (kind: '2d') => {
        getImageData: (x: number, y: number, width: number, height: number) => { data: Uint8ClampedArray };
      };
    };
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, index) => index % 4 === 3 && value > 0).length;
  });
  expect(ink).toBeGreaterThan(500);
  await dialog.getByRole('button', { name: 'Ondertekenen' }).click();
  await expect(panel.getByText('Gewijzigd na ondertekening')).toBeHidden();
  expect((await ask(window, 'work-orders:get', made.id))?.signature?.changedSince).toEqual([]);

  await panel.getByRole('button', { name: 'Handtekening verwijderen' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Handtekening verwijderen' }).click();
  await expect(panel.getByText(/^Nog niet getekend/)).toBeVisible();
});
