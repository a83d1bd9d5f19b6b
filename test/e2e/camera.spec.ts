import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { EMPTY_WORK_ORDER } from './office';
import { picture } from './screen-shots';

test('a photo is taken with the camera of the computer, and nothing else is allowed', async ({
  openApp,
  dataFolder,
}) => {
  const { window } = await openApp(['--data', dataFolder, '--use-fake-device-for-media-stream']);
  const made = right(await ask(window, 'work-orders:create', { ...EMPTY_WORK_ORDER, description: 'Dak nakijken' }));
  await window.evaluate((hash) => void (location.hash = hash), `#/work-orders/${made.id}`);
  const panel = window.getByRole('region', { name: 'Foto’s en bijlagen' });
  await panel.getByRole('button', { name: 'Foto maken' }).click();
  const dialog = window.getByRole('dialog', { name: 'Foto maken' });
  const take = dialog.getByRole('button', { name: 'Foto maken' });
  await expect(take).toBeEnabled();
  await picture(window, 'nl-camera');
  await take.click();
  await expect(panel.getByRole('listitem').locator('img')).toBeVisible();
  expect(await ask(window, 'work-order-files:list', made.id)).toMatchObject([{ kind: 'photo', name: 'Foto.png' }]);

  const refused = (constraints: string) =>
    window.evaluate<string>(
      `navigator.mediaDevices.getUserMedia(${constraints}).then(() => 'allowed', ({ name }) => name)`,
    );
  expect(await refused('{ audio: true }')).toBe('NotAllowedError');
  expect(await refused('{ audio: true, video: true }')).toBe('NotAllowedError');
});
