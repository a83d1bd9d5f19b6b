import { expect, type Locator, type Page } from '@playwright/test';
import { choose, goTo } from './frame';

/** A question as an office designs it. */
export interface AskedQuestion {
  readonly label: string;
  readonly kind: 'Tekst' | 'Getal' | 'Datum' | 'Ja of nee' | 'Keuze uit een lijst' | 'Foto’s' | 'Handtekening';
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** Only with these answers to an earlier question. */
  readonly onlyWith?: { readonly question: string; readonly answers: readonly string[] };
}

/** The screen on which forms are designed. */
export class FormsScreen {
  constructor(private readonly window: Page) {}

  async startNew(title: string): Promise<void> {
    await goTo(this.window, 'Formulieren');
    await this.window.getByRole('button', { name: 'Nieuw formulier' }).click();
    await this.window.getByRole('textbox', { name: /^Titel van het formulier/ }).fill(title);
  }

  question(number: number): Locator {
    return this.window.getByRole('group', { name: `Vraag ${number}`, exact: true });
  }

  async add(number: number, { label, kind, required = false, choices, onlyWith }: AskedQuestion): Promise<void> {
    await this.window.getByRole('button', { name: 'Vraag toevoegen' }).click();
    const question = this.question(number);
    const text = question.getByRole('textbox', { name: 'Vraag' });
    // The text of a new question is typed at once.
    await expect(text).toBeFocused();
    await this.window.keyboard.type(label);
    await choose(this.window, question.getByRole('button', { name: /Soort antwoord/ }), kind);
    if (required) await question.getByText('Verplicht').click();
    if (choices) await question.getByRole('textbox', { name: 'Keuzes' }).fill(choices.join('\n'));
    if (onlyWith === undefined) return;
    const when = `Alleen bij een antwoord op: ${onlyWith.question}`;
    await choose(this.window, question.getByRole('button', { name: /Tonen/ }), when);
    for (const answer of onlyWith.answers) {
      const box = question.getByRole('checkbox', { name: answer });
      if (!(await box.isChecked())) await question.getByText(answer, { exact: true }).click();
    }
  }

  async save(title: string): Promise<void> {
    await this.window.getByRole('button', { name: 'Opslaan' }).click();
    await expect(this.window.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(this.window.getByRole('button', { name: 'Opslaan' })).toBeDisabled();
  }
}
