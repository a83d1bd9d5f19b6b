import { PICTURE_CLOCK, setPictureTime } from './committed-pictures';
import { expect, test } from './fixtures';
import { openPractice } from './practice-office';
import { picture } from './screen-shots';
import { goTo, rowWith, search } from './screens/frame';
import { QueueScreen } from './screens/queue';

test('screens with the practice books', async ({ openApp, dataFolder }) => {
  test.setTimeout(120_000);
  const { window, booked } = await openPractice(() => openApp(['--practice', '--data', dataFolder], PICTURE_CLOCK));
  await setPictureTime(window);
  const queue = new QueueScreen(window);

  await goTo(window, 'Overzicht');
  await expect(window.locator('.recharts-bar-rectangle').first()).toBeVisible();
  await picture(window, 'nl-overview', { committedAs: 'docs/images/overview.png' });
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
  await picture(window, 'nl-queue');
  await entry.getByRole('button', { name: 'Document bekijken' }).click();
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
  await picture(window, 'nl-integration-settings');
  await goTo(window, 'Logging');
  await rowWith(window, 'Logging', 'Er staat geen klant op de werkbon.').click();
  await picture(window, 'nl-log');
  await goTo(window, 'Instellingen');
  await picture(window, 'nl-settings');
});
