import { expect, type Locator, type Page } from '@playwright/test';
import { goTo, panelBeside, rowWith } from './frame';

type State =
  'Wacht' | 'Geboekt' | 'Geblokkeerd' | 'Overgeslagen' | 'Onzeker' | 'Onzeker: kijk zelf na' | 'Teruggehaald';

/** Archiefwachtrij, and one entry beside it. */
export class QueueScreen {
  constructor(private readonly window: Page) {}

  row(number: string): Locator {
    return rowWith(this.window, 'Archiefwachtrij', number);
  }

  async stands(number: string, state: State): Promise<void> {
    await expect(this.row(number)).toContainText(state);
  }

  /** Opens the entry of a work order; returns its details. */
  async open(number: string): Promise<Locator> {
    await goTo(this.window, 'Archiefwachtrij');
    await this.row(number).click();
    const panel = panelBeside(this.window, `Werkbon ${number}`);
    await expect(panel).toBeVisible();
    return panel;
  }
}
