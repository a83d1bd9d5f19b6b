import { changeApp } from './app-settings';
import { ask, right } from './bridge';
import { asTakenByTelephone, DATUM } from './camera-photo';
import { expect, test, type OpenApp } from './fixtures';
import { EMPTY_WORK_ORDER } from './office';
import { picture, setSize } from './screen-shots';
import { dropOn, pasteInto, type GivenFile } from './screens/giving-files';
import { jpegOf } from './screens/drawing';

const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(16)]);

test('photos are dropped, pasted, kept upright without where they were taken, and put in order', async ({
  openApp,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  const { window, made, panel, zone } = await openRoof(await openApp(['--data', dataFolder]));
  await expect(panel.getByText('Er kunnen nog 50 van de 50 bestanden bij.')).toBeVisible();
  const bytes = await jpegOf(window, 1200, 800);
  const photo = (name: string): GivenFile => ({ name, type: 'image/jpeg', bytes });
  const kept = () => ask(window, 'work-order-files:list', made.id);

  await dropOn(window, zone, [
    { ...photo('telefoon.jpg'), bytes: asTakenByTelephone(bytes) },
    photo('dak.jpg'),
    { name: 'IMG_0042.HEIC', type: '', bytes: HEIC },
  ]);
  await expect(panel.getByText('IMG_0042.HEIC is een HEIC-foto, en die kan Simon niet lezen.')).toBeVisible();
  await expect.poll(async () => (await kept()).map(({ name }) => name)).toEqual(['telefoon.jpg', 'dak.jpg']);
  const [first] = await kept();
  // Turned upright by what the camera said; that and the place are gone.
  expect(first).toMatchObject({ width: 800, height: 1200 });
  const stored = Buffer.from((await ask(window, 'work-order-files:bytes', first?.id ?? 0)) ?? []);
  expect(stored.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect([stored.includes('Exif'), stored.includes(DATUM)]).toEqual([false, false]);

  // Pasted while a text is typed: it goes to the work order, and the text stays.
  const notes = window.getByRole('textbox', { name: /Notities|Opmerkingen/ }).first();
  await notes.focus();
  await pasteInto(window, notes, [{ name: 'image.png', type: 'image/png', bytes: await jpegOf(window, 300, 200) }]);
  await expect.poll(async () => (await kept()).map(({ name }) => name)).toContain('image.png');

  await panel.getByRole('button', { name: 'image.png naar voren' }).click();
  await panel.getByRole('button', { name: 'image.png naar voren' }).press('Enter');
  await expect
    .poll(async () => (await kept()).map(({ name }) => name))
    .toEqual(['image.png', 'telefoon.jpg', 'dak.jpg']);
  await panel.scrollIntoViewIfNeeded();
  await picture(window, 'nl-photos');
  await changeApp(window, { theme: 'dark' });
  await picture(window, 'nl-dark-photos');
});

test('adding many photos shows how far it is and can be stopped; fifty of them show small', async ({
  openApp,
  dataFolder,
}) => {
  test.setTimeout(240_000);
  const { window, made, panel, zone } = await openRoof(await openApp(['--data', dataFolder]));
  const bytes = await jpegOf(window, 3000, 2000);
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `foto ${index + 1}.jpg`, type: 'image/jpeg', bytes }));
  await dropOn(window, zone, many(30));
  const progress = panel.getByRole('progressbar', { name: 'Bestanden toevoegen' });
  await expect(progress).toBeVisible();
  await panel.getByRole('button', { name: 'Stoppen' }).click();
  await expect(progress).toBeHidden();
  const until = (await ask(window, 'work-order-files:list', made.id)).length;
  expect(until).toBeLessThan(30);

  await dropOn(window, zone, many(52 - until));
  await expect(panel.getByText('Op een werkbon kunnen niet meer dan 50 bestanden.').first()).toBeVisible({
    timeout: 120_000,
  });
  await expect(panel.getByText('Er kunnen nog 0 van de 50 bestanden bij.')).toBeVisible();
  await expect(panel.getByRole('listitem').locator('img')).toHaveCount(50);
  const widest = await panel
    .getByRole('listitem')
    .locator('img')
    .evaluateAll((images) =>
      Math.max(...images.map((image) => (image as unknown as { naturalWidth: number }).naturalWidth)),
    );
  expect(widest).toBe(320);
  await panel.scrollIntoViewIfNeeded();
  await picture(window, 'nl-photos-many');
});

/** A new work order on screen, with the place for its photos. */
async function openRoof({ app, window }: OpenApp) {
  await setSize(app, 720);
  const made = right(await ask(window, 'work-orders:create', { ...EMPTY_WORK_ORDER, description: 'Dak nakijken' }));
  await window.evaluate((hash) => void (location.hash = hash), `#/work-orders/${made.id}`);
  const panel = window.getByRole('region', { name: 'Foto’s en bijlagen' });
  const zone = panel.getByRole('group', { name: /hier neerzetten of plakken/ });
  return { window, made, panel, zone };
}
