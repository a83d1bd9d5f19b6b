import type { Page } from '@playwright/test';
import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { pressAt } from './keys';
import { picture, setSize } from './screen-shots';

/** What an office may need besides the words and numbers of the job itself. */
const MOST_PRESSES = 40;

/** A keyboard that counts: each press that is not a letter of a typed text, a chord as one. */
class CountedKeyboard {
  readonly pressed: string[] = [];
  constructor(private readonly window: Page) {}

  type = (text: string): Promise<void> => this.window.keyboard.type(text);

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.pressed.push(key);
      await this.window.keyboard.press(key);
    }
  }
}

test.setTimeout(180_000);

test('a work order by keyboard alone: made, planned, booked, reported ready and archived', async ({
  activate,
  openApp,
  snelstart,
}) => {
  const linked = await activate({ workArticle: 'ARBEID', travelArticle: 'REISTIJD' });
  expect(linked.exitCode, linked.stderr).toBe(0);
  const { app, window } = await openApp();
  await setSize(app, 720);
  for (const name of ['Fatima El Idrissi', 'Henk de Monteur']) right(await ask(window, 'employees:add', { name }));
  await window.reload();
  await window.getByRole('heading', { level: 1 }).waitFor();
  const heading = window.getByRole('heading', { level: 1 });
  const keys = new CountedKeyboard(window);

  // Every wait of this test is for the app, on a machine that may do a lot besides.
  const slowly = { timeout: 30_000 };
  // What was found for the first letters may show for a moment.
  const firstFound = window.getByRole('option').first();

  await test.step('whom it is for, and what', async () => {
    await keys.press('ControlOrMeta+N');
    await expect(window.getByRole('combobox', { name: /^Klant/ })).toBeFocused(slowly);
    await keys.type('cafe zoe');
    await expect(firstFound).toContainText('Café Zoë', slowly);
    await keys.press('ArrowDown', 'Enter', 'Alt+O');
    await keys.type('Kraan vervangen');
  });

  await test.step('planned on a colleague, today', async () => {
    await keys.press('Alt+P');
    await keys.type('henk');
    await expect(window.getByRole('button', { name: /^Henk de Monteur/ }).first()).toBeFocused(slowly);
    await expect(heading).toContainText(/^Werkbon \S+Gepland/, slowly);
  });

  await test.step('work from when until when, travel as a duration, and an article', async () => {
    await keys.press('Alt+W');
    await keys.type('8');
    await keys.press('Tab');
    await keys.type('9:30');
    await keys.press('Alt+R', 'Tab', 'Tab');
    await keys.type('0,5u');
    await keys.press('Alt+A');
    await keys.type('kopren buis 15');
    await expect(firstFound).toContainText('Koperen buis 15 mm', slowly);
    await keys.press('ArrowDown', 'Enter');
    await expect(window.getByRole('textbox', { name: 'Aantal' })).toBeFocused(slowly);
    await keys.type('3');
    await expect(window.getByRole('status').filter({ hasText: /^Bewaard/ })).toBeVisible(slowly);
    await picture(window, 'keyboard-booked');
  });

  await test.step('reported ready, and archived', async () => {
    await keys.press('ControlOrMeta+Enter');
    await expect(heading).toContainText('Gereed gemeld', slowly);
    await keys.press('ControlOrMeta+Enter');
    const question = window.getByRole('alertdialog', { name: 'Deze werkbon archiveren?' });
    await expect(question.getByRole('button', { name: 'Archiveren' })).toBeEnabled(slowly);
    await picture(window, 'keyboard-archive');
    while (
      !(await question.getByRole('button', { name: 'Archiveren' }).evaluate((it) => it === document.activeElement))
    )
      await keys.press('Tab');
    await keys.press('Enter');
    await expect(question).toBeHidden(slowly);
  });

  await expect
    .poll(
      () => snelstart.control.documents().map(({ lines }) => lines.map((line) => [line.articleCode, line.quantity])),
      slowly,
    )
    .toEqual([
      [
        ['ARBEID', '1.5'],
        ['REISTIJD', '0.5'],
        ['CU-15', '3'],
      ],
    ]);
  expect(snelstart.control.documents()[0]?.customerName).toBe('Café Zoë');
  console.log(`${keys.pressed.length} presses besides what was typed: ${keys.pressed.join(' ')}`);
  expect(keys.pressed.length).toBeLessThan(MOST_PRESSES);

  await test.step('the queue: found, opened, its document looked at', async () => {
    await pressAt(window, window.getByRole('navigation').getByRole('link', { name: /^Archiefwachtrij/ }));
    await expect(window.getByRole('heading', { level: 1, name: 'Archiefwachtrij' })).toBeVisible(slowly);
    const entry = window.getByRole('grid').getByRole('row').filter({ hasText: 'Café Zoë' });
    await expect(entry).toContainText('Geboekt', slowly);
    await pressAt(window, window.getByRole('grid'), 'ArrowDown');
    await window.keyboard.press('Enter');
    const panel = window.getByRole('complementary');
    await expect(panel).toBeVisible(slowly);
    await pressAt(window, panel.getByRole('button', { name: 'Boekstuk bekijken' }));
    const document = window.getByRole('dialog');
    await expect(document.getByRole('table')).toContainText('CU-15', slowly);
    await window.keyboard.press('Escape');
    await expect(document).toBeHidden();
    await expect(panel.getByRole('button', { name: 'Boekstuk bekijken' }), 'back where it was').toBeFocused();
  });

  await test.step('the settings: a choice from a list', async () => {
    await pressAt(window, window.getByRole('navigation').getByRole('link', { name: /^Instellingen/ }));
    await expect(window.getByRole('heading', { level: 1, name: 'Instellingen' })).toBeVisible(slowly);
    await pressAt(window, window.getByRole('button', { name: /Taal$/ }));
    await expect(window.getByRole('option', { name: 'English' })).toBeVisible();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Enter');
    await expect(window.locator('html')).toHaveAttribute('lang', 'en');
  });
});
