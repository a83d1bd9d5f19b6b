import { expect, type Locator, type Page } from '@playwright/test';

/** Instellingen of a link: a row per setting with its Controleer. */
export class LinkSettingsForm {
  readonly save: Locator;
  readonly checkAll: Locator;
  private readonly counted: Locator;

  constructor(private readonly window: Page) {
    this.save = window.getByRole('button', { name: 'Opslaan' });
    this.checkAll = window.getByRole('button', { name: 'Controleer alles' });
    this.counted = window.getByText(/^\d+ van \d+ in orde$/);
  }

  /** The row of a setting, by its label. */
  row(label: string): Locator {
    // A setting that is a group itself has a group of the same name inside.
    return this.window.getByRole('group', { name: label, exact: true }).first();
  }

  text(label: string): Locator {
    return this.row(label).getByRole('textbox', { name: label });
  }

  /** Chooses one of the values that the package offers. */
  async choose(label: string, option: RegExp): Promise<void> {
    await this.row(label).getByRole('button', { name: label }).click();
    await this.window.getByRole('option', { name: option }).click();
  }

  /** What Controleer said about a setting. */
  verdict(label: string): Locator {
    // Behind what the box beneath a filter word says.
    return this.row(label).getByRole('status').last();
  }

  async check(label: string): Promise<void> {
    await this.row(label).getByRole('button', { name: 'Controleer' }).click();
  }

  /** Presses Controleer of every setting, one after the other. */
  async checkEach(): Promise<void> {
    const rows = await this.window
      .getByRole('group')
      .filter({ has: this.window.locator('button', { hasText: /^Controleer$/ }) })
      .all();
    for (const row of rows) {
      await row.getByRole('button', { name: 'Controleer' }).click();
      await expect(row.getByRole('status').last()).not.toBeEmpty();
    }
  }

  async addName(label: string, name: string): Promise<void> {
    await this.text(label).fill(name);
    await this.window.keyboard.press('Enter');
    await expect(this.row(label).getByRole('listitem').filter({ hasText: name })).toBeVisible();
  }

  async removeName(label: string, name: string): Promise<void> {
    await this.row(label)
      .getByRole('button', { name: `${name} weghalen` })
      .click();
  }

  async rightAre(right: number, total: number): Promise<void> {
    // One after the other, each asked of the package.
    await expect(this.counted).toHaveText(`${right} van ${total} in orde`, { timeout: 20_000 });
  }
}
