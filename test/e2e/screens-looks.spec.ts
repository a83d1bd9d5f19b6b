import { changeApp } from './app-settings';
import { expect, test } from './fixtures';
import { openPractice } from './practice-office';
import { picture } from './screen-shots';

const MAIN_SCREENS: readonly (readonly [string, string])[] = [
  ['overview', '#/overview'],
  ['work-orders', '#/work-orders'],
  ['work-order', '#/work-orders/1'],
  ['customers', '#/customers/3'],
  ['articles', '#/articles'],
  ['queue', '#/queue'],
  ['integrations', '#/integrations/snelstart'],
  ['log', '#/log'],
  ['settings', '#/settings'],
];

test('the main screens in English, and in the dark', async ({ openApp, dataFolder }) => {
  test.setTimeout(240_000);
  const { window } = await openPractice(() => openApp(['--practice', '--data', dataFolder]));
  for (const [prefix, settings, rules] of [
    ['en', { language: 'en' }, 'all'],
    ['nl-dark', { theme: 'dark' }, 'colours'],
  ] as const) {
    await changeApp(window, settings);
    for (const [name, address] of MAIN_SCREENS) {
      await window.evaluate((hash) => void (location.hash = hash), address);
      await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
      await picture(window, `${prefix}-${name}`, { rules });
    }
  }
});
