import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ActivationWizard } from './screens/activation-wizard';
import { goTo, rowWith, search } from './screens/frame';
import { LinkSettingsForm } from './screens/link-settings';

test('an empty company is linked step by step, and fills with what the package has', async ({
  openApp,
  snelstart,
  heldAnswers,
}) => {
  const { window } = await openApp();
  await addOwnCustomer(window, 'Fam. Testers');
  const wizard = new ActivationWizard(window);

  await test.step('explanation and terms, by keyboard', async () => {
    await wizard.open();
    await expect(wizard.start).toBeDisabled();
    await wizard.acceptTerms();
  });

  await test.step('Wissen says how much goes, and leaves a backup that opens', async () => {
    const counts = window.getByRole('row').filter({ hasText: 'Klanten en werkadressen' });
    await expect(counts.getByRole('cell')).toHaveText('1');
    const backup = new Database(await wizard.wipe(), { readonly: true });
    expect(backup.prepare('SELECT name FROM customer').all()).toEqual([{ name: 'Fam. Testers' }]);
    backup.close();
  });

  await test.step('Koppel tells by keyboard where a key is found', async () => {
    const where = window.locator('details').filter({ hasText: 'Kopieer sleutel naar klembord' });
    await wizard.key.focus();
    await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await expect(where.getByText(/Kopieer sleutel naar klembord/)).toBeVisible();
  });

  await test.step('Koppel keeps what was typed until the key is right', async () => {
    await expect(wizard.check).toBeDisabled();
    await wizard.key.fill('   ');
    await expect(wizard.check, 'an empty key cannot be tried').toBeDisabled();
    await wizard.subscription.fill(snelstart.registration.subscriptionKey ?? '');
    await wizard.key.fill('geen-sleutel');
    await wizard.check.click();
    const refusal = window.getByRole('alert');
    await expect(refusal).toContainText('SnelStart herkent deze koppel-sleutel niet.');
    await expect(refusal).toContainText('Kopieer de sleutel opnieuw in SnelStart Web, bij Koppelingen');
    await expect(wizard.key).toHaveValue('geen-sleutel');
    await wizard.key.fill(snelstart.credentials.koppelsleutel ?? '');
    await wizard.check.click();
    await wizard.isAtStep('Instellingen');
  });

  const form = new LinkSettingsForm(window);
  await test.step('Instellingen can be saved only when all are checked and right', async () => {
    await fillSettings(form);
  });

  await test.step('the first pull shows how far it is', async () => {
    // Saving asks for the two articles once more; then come the pages.
    const thirdPage = heldAnswers.after(snelstart.control, { path: '/v2/artikelen', nth: 2 + 3 });
    await form.save.click();
    await expect(window.getByRole('heading', { level: 1 })).toContainText('Actief');
    await thirdPage.arrived;
    // SnelStart has suppliers and its own company in the same list: 16 relations, of which 12 come over.
    await expect(window.getByRole('progressbar', { name: 'Klanten' })).toHaveAttribute('aria-valuetext', '16 van 16');
    // Pages of 25; the second one is stored once the third is there.
    await expect(window.getByRole('region', { name: 'Status' }).getByText(/^\d+ verwerkt$/)).toHaveText('25 verwerkt');
    thirdPage.letGo();
    await expect(window.getByRole('progressbar')).toHaveCount(0);
  });

  await test.step('Actief tells how far each table was read', async () => {
    for (const [table, mark] of [
      ['Klanten', /^Bijgewerkt tot \d{1,2} [a-z]+ \d{4} \d{2}:\d{2}$/],
      ['Artikelen', /^Bijgewerkt tot \d{1,2} [a-z]+ \d{4} \d{2}:\d{2}$/],
    ] as const) {
      const row = window.getByRole('row').filter({ has: window.getByRole('rowheader', { name: table, exact: true }) });
      await expect(row.getByRole('cell').first()).toHaveText(mark);
    }
  });

  await test.step('Klanten and Artikelen hold the rows of the package, and nothing of before', async () => {
    await goTo(window, 'Klanten');
    await expect(window.getByText('12 regels').first()).toBeVisible();
    const { city } = snelstart.control.books.customer('Öztürk Totaalbouw').address;
    await expect(rowWith(window, 'Klanten', 'Öztürk Totaalbouw')).toContainText(city);
    await expect(rowWith(window, 'Klanten', 'Fam. Testers')).toHaveCount(0);
    await goTo(window, 'Artikelen');
    await expect(window.getByText('50 regels').first()).toBeVisible();
    await search(window, 'onderhoudsbeurt');
    await expect(rowWith(window, 'Artikelen', 'ONDERHOUD-CV')).toContainText('94,21488');
  });
});

async function addOwnCustomer(window: Page, name: string): Promise<void> {
  await goTo(window, 'Klanten');
  await window.getByRole('button', { name: 'Klant toevoegen' }).click();
  const dialog = window.getByRole('dialog', { name: 'Klant toevoegen' });
  await dialog.getByRole('textbox', { name: /^Naam/ }).first().fill(name);
  await dialog.getByRole('button', { name: 'Toevoegen' }).click();
  await expect(dialog).toBeHidden();
}

async function fillSettings(form: LinkSettingsForm): Promise<void> {
  const groups = 'Artikelgroepen overhalen';
  const work = 'Artikel voor werktijd';

  await form.text(work).fill('ARBEIDX');
  await form.check(work);
  await expect(form.verdict(work)).toContainText(
    'Artikelcode ‘ARBEIDX’ is niet bekend in SnelStart. Neem de artikelcode over zoals die in SnelStart bij Artikelen staat.',
  );
  await form.text(work).fill('ARBEID');
  await form.check(work);
  await expect(form.verdict(work)).toHaveText(/^Gecontroleerd om \d{2}:\d{2}: ARBEID: Arbeidsuur monteur$/);

  await form.addName(groups, 'ELEKTRA');
  await expect(form.verdict(work), 'a change takes every check back').toHaveText('');
  await form.check(groups);
  await expect(form.verdict(groups)).toContainText(
    'Artikelgroep ‘ELEKTRA’ is niet bekend in SnelStart. Bedoelt u ‘Elektra’? Dit veld is hoofdlettergevoelig.',
  );
  await form.removeName(groups, 'ELEKTRA');

  await form.checkAll.click();
  await form.rightAre(13, 13);
  await expect(form.save).toBeEnabled();
  await form.text('Artikel voor reistijd').fill('REISTIJD');
  await form.rightAre(0, 13);
  await expect(form.save).toBeDisabled();

  await form.checkEach();
  await form.rightAre(13, 13);
}
