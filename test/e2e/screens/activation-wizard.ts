import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './frame';

/** Activeer Integratie, as far as SnelStart asks. */
export class ActivationWizard {
  readonly terms: Locator;
  readonly start: Locator;
  readonly key: Locator;
  readonly subscription: Locator;
  readonly check: Locator;

  constructor(private readonly window: Page) {
    this.terms = window.getByRole('checkbox', { name: /^Ik ga akkoord met de voorwaarden/ });
    this.start = window.getByRole('button', { name: 'Start activatie' });
    this.key = window.getByLabel('Koppel-sleutel');
    this.subscription = window.getByLabel('Abonnementssleutel');
    this.check = window.getByRole('button', { name: 'Check in SnelStart' });
  }

  /** From the tile of a package, one that was active before too. */
  async open(label = 'SnelStart'): Promise<void> {
    await goTo(this.window, 'Integraties');
    const tile = this.window.getByRole('listitem').filter({ has: this.window.getByRole('heading', { name: label }) });
    await expect(tile.getByText('Inzetbaar')).toBeVisible();
    await tile.getByRole('button', { name: /^(Activeer Integratie|Opnieuw activeren)$/ }).click();
    const heading = this.window.getByRole('heading', { name: `${label} activeren` });
    const allSteps = this.window.getByRole('button', { name: 'Stappen doorlopen' });
    await expect(heading.or(allSteps)).toBeVisible();
    if (await allSteps.isVisible()) await allSteps.click();
    await expect(heading).toBeVisible();
  }

  async isAtStep(name: string): Promise<void> {
    const step = this.window.getByRole('list', { name: 'Stappen' }).locator('[aria-current="step"]');
    await expect(step).toContainText(name);
  }

  async acceptTerms(): Promise<void> {
    await this.terms.focus();
    await this.window.keyboard.press('Space');
    await this.start.click();
    await this.isAtStep('Wissen Simon data');
  }

  /** At a later activation the office chooses; the first one empties everything without asking. */
  async tickParts(): Promise<void> {
    for (const part of await this.window.getByRole('checkbox', { name: /^(Klanten|Artikelen|Werkbonnen) / }).all()) {
      await part.focus();
      await this.window.keyboard.press('Space');
    }
  }

  /** Wissen, for a company that holds something: with the confirmation, up to the next step. Returns the backup file. */
  async wipe(): Promise<string> {
    await this.window.getByRole('button', { name: 'Wissen', exact: true }).click();
    const question = this.window.getByRole('alertdialog', { name: 'Weet u zeker dat u wilt wissen?' });
    await question.getByRole('button', { name: 'Wissen' }).click();
    await expect(this.window.getByText('Simon is gewist')).toBeVisible();
    const told = await this.window.getByText(/^De back-up staat in /).textContent();
    await this.window.getByRole('button', { name: 'Verder', exact: true }).click();
    await this.isAtStep('Koppel');
    return (told ?? '').replace('De back-up staat in ', '').replace(/\.$/, '');
  }
}
