import { expect, type Locator, type Page } from '@playwright/test';

export type ScreenName =
  | 'Overzicht'
  | 'Werkbonnen'
  | 'Planbord'
  | 'Klanten'
  | 'Artikelen'
  | 'Formulieren'
  | 'Archiefwachtrij'
  | 'Integraties'
  | 'Logging'
  | 'Instellingen';

/** Goes to a screen by the main menu and waits until it shows. */
export async function goTo(window: Page, name: ScreenName): Promise<void> {
  // A count may stand behind the name.
  await window
    .getByRole('navigation', { name: 'Hoofdmenu' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** The rows of the table of a screen that hold this text. */
export const rowWith = (window: Page, table: ScreenName, text: string): Locator =>
  window.getByRole('grid', { name: table }).getByRole('row').filter({ hasText: text });

/** The details that are open beside a table. */
export const panelBeside = (window: Page, title: string): Locator => window.getByRole('complementary', { name: title });

/** One of the names with values of a description list, e.g. `Boekstuk`. */
export const factOf = (where: Locator, name: string): Locator =>
  where
    .locator('dl > div')
    .filter({ has: where.page().getByRole('term').getByText(name, { exact: true }) })
    .getByRole('definition');

/** Types in the search field above a table. */
export async function search(window: Page, text: string): Promise<void> {
  await window.getByRole('searchbox').fill(text);
}

/** Chooses from a field with a short list. */
export async function choose(window: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await window.getByRole('option', { name: option, exact: true }).click();
}

/** Finds by typing and chooses what was found. */
export async function findAndChoose(window: Page, field: Locator, typed: string, option: string): Promise<void> {
  await field.click();
  await field.pressSequentially(typed);
  await window.getByRole('option', { name: option }).click();
}
