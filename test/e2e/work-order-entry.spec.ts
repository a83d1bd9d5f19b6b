import type { Locator, Page } from '@playwright/test';
import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { lightAndDark } from './light-and-dark';
import { EMPTY_WORK_ORDER, archiveUntil } from './office';
import { setSize } from './screen-shots';

const heading = (window: Page) => window.getByRole('heading', { level: 1 });
const customerField = (window: Page) => window.getByRole('combobox', { name: /^Klant/ });
const addressField = (window: Page) => window.getByRole('combobox', { name: 'Werkadres' });

const focusedOption = (window: Page): Promise<string | null> =>
  window.evaluate(() => document.querySelector('[role="option"][data-focused]')?.id ?? null);

/** Types in a field that searches and takes the choice of that name with the arrows. */
async function find(window: Page, field: Locator, typed: string, name: string | RegExp): Promise<void> {
  await field.focus();
  await window.keyboard.press('ControlOrMeta+A');
  await window.keyboard.type(typed);
  const option = window.getByRole('option', { name });
  await expect(option).toBeVisible();
  for (let steps = 0; steps < 20 && (await option.getAttribute('data-focused')) === null; steps += 1) {
    const before = await focusedOption(window);
    await window.keyboard.press('ArrowDown');
    // On a busy computer the next key would come before the list has moved on, and go past it.
    await expect.poll(() => focusedOption(window)).not.toBe(before);
  }
  await window.keyboard.press('Enter');
}

test('a work order is made, copied and kept as a template without anything typed twice', async ({
  activate,
  openApp,
}) => {
  // Many pictures, each looked at twice for whether everybody can use it.
  test.setTimeout(240_000);
  const linked = await activate();
  expect(linked.exitCode, linked.stderr).toBe(0);
  const { app, window } = await openApp();
  await setSize(app, 720);
  await window
    .getByRole('navigation', { name: 'Hoofdmenu' })
    .getByRole('link', { name: /^Werkbonnen/ })
    .click();
  await window.keyboard.press('ControlOrMeta+N');

  await test.step('a customer is found with a typing error and without diacritics', async () => {
    await find(window, customerField(window), 'zoe cfae', /Café Zoë/);
    await expect(customerField(window)).toHaveValue(/Café Zoë/);
  });

  await test.step('a new work address is made on the spot of what was typed', async () => {
    await find(window, addressField(window), 'Havenkade 9', /^Nieuw werkadres ‘Havenkade 9’/);
    const dialog = window.getByRole('dialog', { name: 'Werkadres toevoegen' });
    await expect(dialog.getByRole('textbox', { name: /^Straat/ })).toHaveValue('Havenkade 9');
    await dialog.getByRole('textbox', { name: /^Plaats/ }).fill('Den Helder');
    await dialog.getByRole('button', { name: 'Toevoegen' }).click();
    await expect(addressField(window)).toHaveValue(/Havenkade 9, Den Helder/);
  });

  await window.getByRole('textbox', { name: 'Werkzaamheden' }).fill('Jaarlijkse beurt ketel');
  await find(
    window,
    window.getByRole('combobox', { name: 'Artikel toevoegen' }),
    'kopren buis 15',
    /Koperen buis 15 mm/,
  );
  await expect(heading(window)).toContainText(/^Werkbon \d+/);
  const number = (await heading(window).textContent())?.match(/\d+/)?.[0] ?? '';

  await test.step('the customer is now found by that work address, also with a typing error', async () => {
    const { others } = await ask(window, 'customers:find', { text: 'havnekade helder', limit: 5 });
    expect(others.map(({ name }) => name)).toEqual([expect.stringContaining('Café Zoë')]);
  });

  await test.step('one key makes a copy', async () => {
    await window.keyboard.press('ControlOrMeta+D');
    await expect(window.getByText(`Kopie van werkbon ${number}.`)).toBeVisible();
    await expect(customerField(window)).toHaveValue(/Café Zoë/);
    await expect(addressField(window)).toHaveValue(/Havenkade 9/);
    await expect(window.getByRole('textbox', { name: 'Aantal' })).toHaveCount(1);
    await lightAndDark(window, 'work-order-copy');
  });

  await test.step('kept as a template for any customer', async () => {
    await customerField(window).fill('');
    await window.keyboard.press('Tab');
    await window.getByRole('button', { name: 'Bewaren als sjabloon' }).click();
    const dialog = window.getByRole('dialog', { name: 'Bewaren als sjabloon' });
    await expect(dialog.getByText(/^Deze werkbon heeft geen klant/)).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: /^Naam/ })).toHaveValue('Jaarlijkse beurt ketel');
    await lightAndDark(window, 'keep-template');
    await window.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  });

  await test.step('and a work order comes of it, with the search in the window', async () => {
    await window.keyboard.press('Alt+L');
    await window.keyboard.press('ControlOrMeta+Shift+N');
    const dialog = window.getByRole('dialog', { name: 'Nieuwe werkbon van sjabloon' });
    await lightAndDark(window, 'from-template');
    await dialog.getByRole('combobox', { name: 'Sjabloon' }).focus();
    await window.keyboard.type('ketel');
    await expect(window.getByRole('option', { name: /^Jaarlijkse beurt ketel/ })).toBeVisible();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(window.getByText('Gemaakt van sjabloon Jaarlijkse beurt ketel.')).toBeVisible();
    await expect(customerField(window)).toHaveValue('');
  });

  await test.step('an empty box offers the customers of the last work orders first', async () => {
    await customerField(window).focus();
    await window.keyboard.press('ArrowDown');
    await expect(window.getByRole('group', { name: 'Laatst gebruikt' }).getByRole('option')).toHaveText([/Café Zoë/]);
    await window.keyboard.press('Escape');
  });

  await test.step('templates are listed, renamed and removed', async () => {
    await window.keyboard.press('Alt+L');
    await window.getByRole('button', { name: 'Van sjabloon' }).click();
    await window.getByRole('button', { name: 'Sjablonen beheren' }).click();
    await window.getByRole('gridcell', { name: 'Jaarlijkse beurt ketel' }).first().click();
    await lightAndDark(window, 'templates');
    await window.getByRole('button', { name: 'Naam wijzigen' }).click();
    await window.keyboard.press('ControlOrMeta+A');
    await window.keyboard.type('Ketelbeurt');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('gridcell', { name: 'Ketelbeurt', exact: true })).toBeVisible();
    await window.getByRole('button', { name: 'Verwijderen' }).click();
    await window.getByRole('alertdialog').getByRole('button', { name: 'Verwijderen' }).click();
    await expect(window.getByRole('heading', { name: 'Nog geen sjablonen' })).toBeVisible();
  });
});

test('an archived work order is copied from the list, without what belongs to the job that was done', async ({
  activate,
  openApp,
}) => {
  const linked = await activate({ workArticle: 'ARBEID' });
  expect(linked.exitCode, linked.stderr).toBe(0);
  const { window } = await openApp();
  const { rows } = await ask(window, 'customers:list', { search: 'zoe', offset: 0, limit: 5 });
  const done = await archiveUntil(
    window,
    { customer: rows[0]?.name ?? '', description: 'Lekkage verholpen', workMinutes: 60 },
    'booked',
  );
  right(await ask(window, 'work-orders:create', { ...EMPTY_WORK_ORDER, description: 'Iets anders' }));
  await window
    .getByRole('navigation', { name: 'Hoofdmenu' })
    .getByRole('link', { name: /^Werkbonnen/ })
    .click();
  await window.getByRole('button', { name: `Werkbon ${done.number} dupliceren` }).click();
  await expect(window.getByText(`Kopie van werkbon ${done.number}.`)).toBeVisible();
  await expect(heading(window)).toContainText('Gepland');
  await expect(window.getByText('Nog geen tijd geboekt.')).toBeVisible();
});
