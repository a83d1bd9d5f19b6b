import type { Locator, Page } from '@playwright/test';

/** Waiting for the person at the browser. */
export class LoginScreen {
  readonly waiting: Locator;
  readonly address: Locator;
  readonly copy: Locator;
  readonly openAgain: Locator;
  readonly cancel: Locator;
  readonly pasted: Locator;
  readonly goOn: Locator;

  constructor(window: Page) {
    this.waiting = window.getByRole('region', { name: 'Meld u aan in uw browser' });
    this.address = this.waiting.getByLabel('Adres van de aanmeldpagina');
    this.copy = this.waiting.getByRole('button', { name: 'Kopiëren' });
    this.openAgain = this.waiting.getByRole('button', { name: 'Browser opnieuw openen' });
    this.cancel = this.waiting.getByRole('button', { name: 'Annuleren' });
    this.pasted = this.waiting.getByLabel('Adres waarop uw browser uitkwam');
    this.goOn = this.waiting.getByRole('button', { name: 'Verder' });
  }
}
