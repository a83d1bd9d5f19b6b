import type { Page } from '@playwright/test';
import type { AppSettings } from '../../preload/contract/views';
import { ask } from './bridge';
import { expect, test } from './fixtures';
import { archiveUntil } from './office';
import { picture, setSize } from './screen-shots';
import { goTo, rowWith, search, type ScreenName } from './screens/frame';
import { QueueScreen } from './screens/queue';

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

test('screens with the practice books', async ({ openApp, dataFolder }) => {
  test.setTimeout(120_000);
  const { app, window } = await openApp(['--practice', '--data', dataFolder]);
  await setSize(app);
  await expect(window.getByRole('link', { name: /^8\s*Gepland/ })).toBeVisible({ timeout: 30_000 });
  const queue = new QueueScreen(window);
  const booked = await fillQueue(window);

  await goTo(window, 'Overzicht');
  await picture(window, 'nl-overview', { inReadme: 'overview.png' });
  await goTo(window, 'Werkbonnen');
  await picture(window, 'nl-work-orders');
  await rowWith(window, 'Werkbonnen', 'Lekkende kraan keuken').click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Gereed gemeld');
  await picture(window, 'nl-work-order');
  await window.getByRole('button', { name: 'Voorbeeld' }).click();
  await expect(window.getByRole('dialog').getByRole('table')).toBeVisible();
  await picture(window, 'nl-work-order-preview');
  await window.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click();

  await goTo(window, 'Klanten');
  await picture(window, 'nl-customers');
  await search(window, 'café');
  await rowWith(window, 'Klanten', 'Café Zoë').click();
  await expect(window.getByRole('complementary', { name: 'Café Zoë' })).toBeVisible();
  await picture(window, 'nl-customer');
  await goTo(window, 'Artikelen');
  await search(window, 'aardlek');
  await rowWith(window, 'Artikelen', 'ALA-B16').click();
  await picture(window, 'nl-articles');

  const entry = await queue.open(booked);
  await picture(window, 'nl-queue', { inReadme: 'queue.png' });
  await entry.getByRole('button', { name: 'Document bekijken' }).click();
  await expect(window.getByRole('dialog').getByRole('table')).toBeVisible();
  await picture(window, 'nl-queue-document');
  await window.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click();

  await goTo(window, 'Integraties');
  await picture(window, 'nl-integrations');
  await window.getByRole('button', { name: 'Bekijken', exact: true }).click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Actief');
  await picture(window, 'nl-integration-active');
  await window.getByRole('button', { name: 'Wijzig' }).click();
  await expect(window.getByRole('button', { name: 'Controleer alles' })).toBeVisible();
  await picture(window, 'nl-integration-settings');
  await goTo(window, 'Logging');
  await rowWith(window, 'Logging', 'Er staat geen klant op de werkbon.').click();
  await picture(window, 'nl-log');
  await goTo(window, 'Instellingen');
  await picture(window, 'nl-settings');

  for (const [prefix, settings] of [
    ['en', { language: 'en' }],
    ['nl-dark', { theme: 'dark' }],
  ] as const) {
    await changeApp(window, settings);
    for (const [name, address] of MAIN_SCREENS) {
      await window.evaluate((hash) => void (location.hash = hash), address);
      await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
      await picture(window, `${prefix}-${name}`);
    }
  }
});

test('screens of a company that has nothing yet', async ({ openApp }) => {
  const { app, window } = await openApp();
  await setSize(app);
  const names: readonly (readonly [ScreenName, string])[] = [
    ['Overzicht', 'overview'],
    ['Werkbonnen', 'work-orders'],
    ['Klanten', 'customers'],
    ['Artikelen', 'articles'],
    ['Archiefwachtrij', 'queue'],
    ['Integraties', 'integrations'],
    ['Logging', 'log'],
    ['Instellingen', 'settings'],
  ];
  for (const [name, file] of names) {
    await goTo(window, name);
    await picture(window, `nl-empty-${file}`);
  }
});

/** One booked, one skipped and one blocked; returns the number of the booked one. */
async function fillQueue(window: Page): Promise<string> {
  const { number } = await archiveUntil(
    window,
    {
      customer: 'Café Zoë',
      description: 'Warmtepomp nakijken, buitenunit maakt lawaai',
      customerReference: 'PO 4711',
      workMinutes: 90,
      travelMinutes: 15,
      articles: [{ code: 'ONDERHOUD-CV', quantity: '1' }],
    },
    'booked',
  );
  await archiveUntil(
    window,
    { customer: "'t Hoekje", description: 'Garantie: kraan lekt', workMinutes: 30 },
    'skipped',
  );
  await archiveUntil(window, { description: 'Dakgoot reinigen', workMinutes: 60 }, 'blocked');
  return number;
}

/** The settings of the app, with these ones changed and the others as they come. */
async function changeApp(window: Page, settings: Partial<AppSettings>): Promise<void> {
  await ask(window, 'app:save-settings', {
    language: 'nl',
    theme: 'light',
    startWithComputer: false,
    notifications: true,
    pullIntervalMinutes: null,
    ...settings,
  });
  await expect(window.locator('html')).toHaveAttribute('lang', settings.language ?? 'nl');
}
