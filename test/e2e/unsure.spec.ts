import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { changeApp } from './app-settings';
import { expect, test as base } from './fixtures';
import { archive, queueRow, readyWorkOrder } from './office';
import { factOf, goTo, panelBeside } from './screens/frame';
import { QueueScreen } from './screens/queue';
import { picture, setSize } from './screen-shots';
import { unsearchableApp } from './unsearchable-app';

/** A package of which a look-up proves nothing: what is not found may be there all the same. */
const test = base.extend({
  appFolder: async ({ scratch }, use) => {
    const folder = join(scratch, 'app');
    mkdirSync(folder);
    await use(unsearchableApp(folder));
  },
});

const CREATE = { method: 'POST', path: '/v2/verkooporders' } as const;
const LOOK_UP = { method: 'GET', path: /\/verkooporders$/, times: 1_000 } as const;
const JOB = { customer: 'Café Zoë', description: 'Kraan in de keuken vervangen', workMinutes: 30 };

test.beforeEach(async ({ activate }) => {
  const linked = await activate({ workArticle: 'ARBEID' });
  expect(linked.exitCode, linked.stderr).toBe(0);
});

/** Archives a work order and opens the question that Simon asks about it. */
async function asked(window: Page): Promise<{ number: string; panel: Locator }> {
  const workOrder = await readyWorkOrder(window, JOB);
  await archive(window, workOrder);
  await expect.poll(async () => (await queueRow(window, workOrder))?.held).toBe(true);
  const { number } = workOrder;
  await goTo(window, 'Archiefwachtrij');
  await new QueueScreen(window).stands(number, 'Onzeker: kijk zelf na');
  await new QueueScreen(window).row(number).click();
  return { number, panel: panelBeside(window, `Werkbon ${number}`) };
}

test('it is not there: sent again only after the office says that it looked', async ({ openApp, snelstart }) => {
  snelstart.control.fault({ kind: 'reset-before', match: CREATE });
  const { app, window } = await openApp();
  await setSize(app, 1_100);
  const { number, panel } = await asked(window);
  await expect(panel).toContainText('Staat deze werkbon al in SnelStart?');
  await expect(factOf(panel, 'Staat in SnelStart onder')).toHaveText('Orderreferentie');
  await expect(factOf(panel, 'Klant').first()).toContainText('Café Zoë');
  await picture(window, 'nl-unsure');

  await panel.getByRole('button', { name: 'Opnieuw verzenden' }).click();
  const question = window.getByRole('alertdialog', { name: `Werkbon ${number} opnieuw verzenden?` });
  await expect(question).toContainText('dan staat hij er daarna dubbel');
  await expect(question.getByRole('button', { name: 'Opnieuw verzenden' })).toBeDisabled();
  await picture(window, 'nl-unsure-not-there');
  expect(snelstart.control.documents(), 'nothing is sent while nobody answered').toEqual([]);
  await question.getByText('Ik heb in SnelStart gezocht').click();
  await question.getByRole('button', { name: 'Opnieuw verzenden' }).click();

  await new QueueScreen(window).stands(number, 'Geboekt');
  expect(snelstart.control.documents()).toHaveLength(1);
  await expect(panel).toContainText('Het kantoor antwoordde: het staat er niet.');
  await expect(factOf(panel, 'Verzonden')).toHaveText('2 keer verzonden');
});

test('it is there: linked with the number that the office saw, by keyboard alone', async ({ openApp, snelstart }) => {
  snelstart.control.fault({ kind: 'reset-after-commit', match: CREATE });
  // What SnelStart stored, it does not show.
  snelstart.control.fault({ kind: 'status', status: 200, body: '[]', match: LOOK_UP });
  const { app, window } = await openApp();
  await setSize(app, 1_100);
  const { number, panel } = await asked(window);
  const [order] = snelstart.control.documents();
  await expect(factOf(panel, 'Kenmerk').first()).toHaveText(order?.reference ?? '');

  const field = panel.getByRole('textbox', { name: 'Nummer van het boekstuk' });
  await field.focus();
  await window.keyboard.type(order?.number ?? '');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  const question = window.getByRole('alertdialog', { name: `Werkbon ${number} koppelen aan ${order?.number}?` });
  await expect(question).toContainText('Simon verzendt hem nooit meer');
  await expect(question.getByRole('button', { name: 'Annuleren' })).toBeFocused();
  await picture(window, 'nl-unsure-there');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');

  await new QueueScreen(window).stands(number, 'Geboekt');
  await expect(factOf(panel, 'Boekstuk')).toHaveText(order?.number ?? '');
  await expect(panel).toContainText('Dit antwoordde het kantoor.');
  expect(snelstart.control.documents()).toHaveLength(1);
  await changeApp(window, { theme: 'dark' });
  await picture(window, 'nl-dark-sent-record');
});

test('a number that another work order has is refused', async ({ openApp, snelstart }) => {
  const { window } = await openApp();
  const first = await readyWorkOrder(window, JOB);
  await archive(window, first);
  await expect.poll(async () => (await queueRow(window, first))?.state).toBe('booked');
  const taken = (await queueRow(window, first))?.documentNumber ?? '';

  snelstart.control.fault({ kind: 'reset-before', match: CREATE });
  const { number, panel } = await asked(window);
  await panel.getByRole('button', { name: 'Kenmerk kopiëren' }).click();
  await expect(window.getByText('Kenmerk gekopieerd.')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Nummer van het boekstuk' }).fill(taken);
  await panel.getByRole('button', { name: 'Dit boekstuk koppelen' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Dit boekstuk koppelen' }).click();
  await expect(panel).toContainText(`Boekstuk ${taken} hoort al bij werkbon ${first.number}.`);
  await new QueueScreen(window).stands(number, 'Onzeker: kijk zelf na');
});
