import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { shownLines } from './screens/document-table';
import { picture, setSize } from './screen-shots';

/** A day at the office without a mouse: what has the focus gets what is typed. */
class Keyboard {
  constructor(private readonly window: Page) {}

  async press(control: Locator): Promise<void> {
    await control.focus();
    await this.window.keyboard.press('Enter');
  }

  type = (text: string): Promise<void> => this.window.keyboard.type(text);

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.window.keyboard.press(key);
  }

  /** Finds by typing and takes the first that is found. */
  async find(field: Locator, typed: string, name: string | RegExp): Promise<void> {
    await field.focus();
    await this.type(typed);
    await expect(this.window.getByRole('option', { name })).toBeVisible();
    await this.keys('ArrowDown', 'Enter');
  }

  /** Chooses from a short list by the first letters of the choice. */
  async choose(list: Locator, typed: string, name: string): Promise<void> {
    await this.press(list);
    await expect(this.window.getByRole('listbox')).toBeVisible();
    await this.type(typed);
    await this.keys('Enter');
    await expect(list).toContainText(name);
  }
}

test('hours and articles by keyboard: rounded as the company chose, pasted, previewed and sent', async ({
  activate,
  openApp,
  snelstart,
}) => {
  const linked = await activate({ workArticle: 'ARBEID', travelArticle: 'REISTIJD', standardArticle: 'VOORRIJ' });
  expect(linked.exitCode, linked.stderr).toBe(0);
  const { app, window } = await openApp();
  await setSize(app, 720);
  const keyboard = new Keyboard(window);
  const button = (name: string) => window.getByRole('button', { name, exact: true });
  const menu = (name: RegExp) => window.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name });

  await test.step('the hour policy works at once and shows what it does', async () => {
    await keyboard.press(menu(/^Instellingen/));
    await keyboard.press(window.getByRole('radio', { name: 'Bedrijf' }));
    const work = window.getByRole('group', { name: 'Werktijd' });
    await expect(work).toContainText('1 u 10 min wordt 1,17 uur');
    await keyboard.choose(work.getByRole('button', { name: /Afronden op/ }), '15', '15 minuten');
    await expect(work).toContainText('1 u 10 min wordt 1,25 uur');
    await picture(window, 'company-settings');
  });

  await keyboard.press(menu(/^Werkbonnen/));
  await keyboard.press(button('Nieuwe werkbon').first());
  await keyboard.find(window.getByRole('combobox', { name: /^Klant/ }), 'zoe', /Café Zoë/);
  await window.getByRole('textbox', { name: 'Werkzaamheden' }).focus();
  await keyboard.type('Kraan vervangen');

  await test.step('time from when until when, row after row', async () => {
    const times = window.getByRole('region', { name: /^Werktijd en reistijd/ });
    await keyboard.press(times.getByRole('button', { name: 'Reistijd', exact: true }));
    await keyboard.type('7:45');
    await keyboard.keys('Tab');
    await keyboard.type('8');
    await keyboard.press(times.getByRole('button', { name: 'Werktijd', exact: true }));
    await keyboard.type('8');
    await keyboard.keys('Tab');
    await keyboard.type('8:40');
    await keyboard.keys('Enter');
    await keyboard.keys('Tab', 'Tab');
    await keyboard.type('30');
    const totals = times.getByRole('table', { name: 'Totalen van de geboekte tijd' });
    await expect(totals.getByRole('row', { name: /^Geboekt/ })).toContainText('1:10');
    await expect(totals.getByRole('row', { name: /^Op de factuur/ })).toContainText('1,25 uur');
    await expect(totals.getByRole('row', { name: /^Op de factuur/ })).toContainText('0,25 uur');
  });

  await test.step('articles out of a spreadsheet, and one found with a typing error', async () => {
    const articles = window.getByRole('region', { name: 'Artikelen' });
    const find = articles.getByRole('combobox', { name: 'Artikel toevoegen' });
    await app.evaluate(({ clipboard }) =>
      clipboard.writeText('Code\tAantal\tPrijs\nCU-15\t2,5\t12,34567\nCU-99\t1\t3'),
    );
    await find.focus();
    await keyboard.keys('ControlOrMeta+V');
    const dialog = window.getByRole('dialog', { name: 'Artikelen uit een spreadsheet' });
    await expect(dialog.getByRole('row', { name: /^CU-99/ })).toContainText('Onbekende code');
    await picture(window, 'paste-articles');
    await keyboard.press(dialog.getByRole('button', { name: '1 regel toevoegen' }));
    await expect(dialog.getByRole('textbox', { name: 'Geplakte regels' })).toHaveValue('CU-99\t1\t3');
    await keyboard.keys('Escape');
    await expect(articles.getByText(/^Eigen prijs; het artikel kost/)).toBeVisible();

    await keyboard.find(find, 'kopren buis 15', /Koperen buis 15 mm/);
    await expect(articles.getByRole('textbox', { name: 'Aantal' })).toHaveCount(2);
    await keyboard.press(articles.getByRole('button', { name: 'Regel weghalen' }).last());
    await expect(articles.getByText(/^Materiaal: €\s30,86/)).toBeVisible();
  });

  await expect(window.getByRole('heading', { level: 1, name: /^Werkbon \S+/ })).toContainText('Gepland');
  await picture(window, 'work-order-hours');
  await keyboard.press(button('Gereed melden'));
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Gereed gemeld');

  await test.step('the preview tells the minutes behind the hours, and labour and material apart', async () => {
    await keyboard.press(button('Voorbeeld'));
    const preview = window.getByRole('dialog', { name: /^Boekstuk van werkbon/ });
    await expect(preview.getByRole('row', { name: /^Materiaal/ })).toContainText('30,86');
    expect((await shownLines(preview)).map(([code, text, quantity]) => [code, text, quantity])).toEqual([
      ['ARBEID', 'Arbeidsuur monteur 1:10 uur geboekt (1,17), afgerond op 1,25 uur', '1,25'],
      ['REISTIJD', 'Reistijd monteur 0:15 uur', '0,25'],
      ['CU-15', 'Koperen buis 15 mm, hard, lengte 5 m', '2,5'],
      ['VOORRIJ', 'Voorrijkosten', '1'],
    ]);
    await expect(preview.getByRole('row', { name: /^Arbeid \(/ })).toContainText('90,01');
    await expect(preview.getByRole('row', { name: /^Standaard artikel/ })).toContainText('35,00');
    await picture(window, 'preview-hours');
    await keyboard.keys('Escape');
  });

  await keyboard.press(button('Archiveren'));
  await keyboard.press(window.getByRole('alertdialog').getByRole('button', { name: 'Archiveren' }));
  await expect
    .poll(
      () => snelstart.control.documents().map(({ lines }) => lines.map((line) => [line.articleCode, line.quantity])),
      {
        timeout: 30_000,
      },
    )
    .toEqual([
      [
        ['ARBEID', '1.25'],
        ['REISTIJD', '0.25'],
        ['CU-15', '2.5'],
        ['VOORRIJ', '1'],
      ],
    ]);
});
