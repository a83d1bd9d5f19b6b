import type { Locator, Page } from '@playwright/test';

/** The name of the company at the top of the window; behind it the others. */
export const companyButton = (window: Page, name: string): Locator =>
  window.getByRole('banner').getByRole('button', { name: `Bedrijf: ${name}` });

/** Chooses another company, and waits until its page shows. */
export async function chooseCompany(window: Page, from: string, to: string): Promise<void> {
  await companyButton(window, from).click();
  await window.getByRole('menuitemradio', { name: to }).click();
  await companyButton(window, to).waitFor();
}
