import { expect, type Locator, type Page } from '@playwright/test';
import { findAndChoose, goTo } from './frame';

/** The editor of one work order. */
export class WorkOrderScreen {
  readonly archiveButton: Locator;
  readonly description: Locator;
  readonly customer: Locator;

  constructor(private readonly window: Page) {
    this.archiveButton = window.getByRole('button', { name: 'Archiveren' });
    this.description = window.getByRole('textbox', { name: 'Werkzaamheden' });
    this.customer = window.getByRole('combobox', { name: /^Klant/ });
  }

  async startNew(): Promise<void> {
    await goTo(this.window, 'Werkbonnen');
    await this.window.getByRole('button', { name: 'Nieuwe werkbon' }).first().click();
    await expect(this.window.getByRole('heading', { level: 1, name: 'Nieuwe werkbon' })).toBeVisible();
  }

  chooseCustomer(typed: string, name: string): Promise<void> {
    return findAndChoose(this.window, this.customer, typed, name);
  }

  async bookTime(kind: 'Werktijd' | 'Reistijd', typed: string): Promise<void> {
    const panel = this.window.getByRole('region', { name: /^Werktijd en reistijd/ });
    await panel.getByRole('button', { name: kind, exact: true }).click();
    await panel.getByRole('textbox', { name: 'Duur (u:mm)' }).last().fill(typed);
  }

  /** Adds an article as found by `typed`; its line is the last one. */
  async bookArticle(typed: string, name: string, line: { quantity: string; price?: string }): Promise<void> {
    const panel = this.window.getByRole('region', { name: 'Artikelen' });
    await findAndChoose(this.window, panel.getByRole('combobox', { name: 'Artikel toevoegen' }), typed, name);
    await panel.getByRole('textbox', { name: 'Aantal' }).last().fill(line.quantity);
    if (line.price !== undefined) await panel.getByRole('textbox', { name: 'Prijs excl. btw' }).last().fill(line.price);
  }

  /** Waits until it is saved, which it does by itself; returns its number. */
  async saved(): Promise<string> {
    await expect(this.window.getByRole('status').filter({ hasText: /^Bewaard/ })).toBeVisible();
    const heading = this.window.getByRole('heading', { level: 1, name: /^Werkbon \S+/ });
    await expect(heading).toContainText('Gepland');
    return /^Werkbon (\S+?)Gepland/.exec((await heading.textContent()) ?? '')?.[1] ?? '';
  }

  async reportReady(): Promise<void> {
    await this.window.getByRole('button', { name: 'Gereed melden' }).click();
    await expect(this.window.getByRole('heading', { level: 1 })).toContainText('Gereed gemeld');
  }

  /** `anyway`: although something stops it, so that it stands blocked in the queue. */
  async archive({ anyway = false } = {}): Promise<void> {
    await this.archiveButton.click();
    const question = this.window.getByRole('alertdialog', { name: 'Deze werkbon archiveren?' });
    if (anyway) await question.getByText(/toch archiveren$/).click();
    await question.getByRole('button', { name: 'Archiveren' }).click();
    await expect(question).toBeHidden();
  }
}
