import { PICTURE_CLOCK, setPictureTime } from './committed-pictures';
import { expect, test } from './fixtures';
import { openPractice } from './practice-office';
import { picture } from './screen-shots';
import { choose, goTo, rowWith, search, type ScreenName } from './screens/frame';
import { QueueScreen } from './screens/queue';

const DARK: readonly (readonly [ScreenName, string])[] = [
  ['Overzicht', 'overview'],
  ['Werkbonnen', 'work-orders'],
  ['Planbord', 'planning'],
  ['Instellingen', 'settings'],
];

test('screens with the practice books', async ({ openApp, dataFolder }) => {
  test.setTimeout(180_000);
  const { window, booked } = await openPractice(() => openApp(['--practice', '--data', dataFolder], PICTURE_CLOCK));
  await setPictureTime(window);
  const queue = new QueueScreen(window);

  await goTo(window, 'Overzicht');
  await expect(window.locator('.recharts-bar-rectangle').first()).toBeVisible();
  await picture(window, 'nl-overview', { committedAs: 'docs/images/overview.png' });
  await goTo(window, 'Werkbonnen');
  await picture(window, 'nl-work-orders', { isCompared: true });
  await rowWith(window, 'Werkbonnen', 'Lekkende kraan keuken').click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Gereed gemeld');
  await picture(window, 'nl-work-order', { isCompared: true });
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
  await picture(window, 'nl-queue');
  await entry.getByRole('button', { name: 'Boekstuk bekijken' }).click();
  await expect(window.getByRole('dialog').getByRole('table')).toBeVisible();
  await picture(window, 'nl-queue-document', { committedAs: 'docs/images/queue.png' });
  await window.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click();

  await goTo(window, 'Integraties');
  await picture(window, 'nl-integrations');
  await window.getByRole('button', { name: 'Bekijken', exact: true }).click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Actief');
  await picture(window, 'nl-integration-active');
  await window.getByRole('button', { name: 'Wijzig' }).click();
  await expect(window.getByRole('button', { name: 'Controleer alles' })).toBeVisible();
  await picture(window, 'nl-integration-settings', { isCompared: true });
  await goTo(window, 'Logging');
  await rowWith(window, 'Logging', 'Er staat geen klant op de werkbon.').click();
  await picture(window, 'nl-log');
  await goTo(window, 'Planbord');
  await picture(window, 'nl-planning', { isCompared: true });
  await goTo(window, 'Instellingen');
  await picture(window, 'nl-settings');

  await test.step('what is wrong, switched on, ticked and in use', async () => {
    await window.getByRole('link', { name: 'Netwerk' }).click();
    await choose(window, window.getByRole('button', { name: /Proxyserver/ }), 'Eigen adres');
    await window.getByRole('textbox', { name: /^Adres/ }).fill('proxy');
    await window.keyboard.press('Enter');
    await expect(window.getByText('Typ een naam met een poort')).toBeVisible();
    await window
      .getByRole('heading', { name: 'Meldingen van de computer' })
      .evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
    await picture(window, 'nl-settings-states', { isCompared: true });
  });

  await test.step('in the dark', async () => {
    await window.emulateMedia({ colorScheme: 'dark' });
    for (const [name, file] of DARK) {
      await goTo(window, name);
      if (name === 'Overzicht') await expect(window.locator('.recharts-bar-rectangle').first()).toBeVisible();
      await picture(window, `nl-dark-${file}`, { isCompared: true, rules: 'colours' });
    }
    await (await queue.open(booked)).getByRole('button', { name: 'Boekstuk bekijken' }).click();
    await expect(window.getByRole('dialog').getByRole('table')).toBeVisible();
    await picture(window, 'nl-dark-queue-document', { isCompared: true, rules: 'colours' });
  });
});
