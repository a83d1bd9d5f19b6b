import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import { pressAt, tabTo, typeAt } from './keys';
import { picture, setSize } from './screen-shots';
import { ActivationWizard } from './screens/activation-wizard';
import { LinkSettingsForm } from './screens/link-settings';

// Each stop of Tab is looked at.
test.setTimeout(180_000);

test('the activation wizard by keyboard alone, step by step', async ({ openApp, snelstart }) => {
  const { app, window } = await openApp();
  await setSize(app);
  const wizard = new ActivationWizard(window);
  const press = (target: Locator, key?: string): Promise<void> => pressAt(window, target, key);
  const button = (name: string): Locator => window.getByRole('button', { name, exact: true });

  await press(window.getByRole('navigation').getByRole('link', { name: /^Integraties/ }));
  const tile = window.getByRole('listitem').filter({ has: window.getByRole('heading', { name: 'SnelStart' }) });
  await press(tile.getByRole('button', { name: 'Activeer Integratie' }));
  await tabTo(window, wizard.terms);
  await picture(window, 'nl-wizard-1-explain');
  await window.keyboard.press('Space');
  await press(wizard.start);
  await wizard.isAtStep('Wissen Simon data');
  await expect(window.getByRole('table')).toBeVisible();
  await picture(window, 'nl-wizard-2-wipe');
  await press(button('Wissen'));
  await picture(window, 'nl-wizard-2-wipe-question');
  await press(window.getByRole('alertdialog').getByRole('button', { name: 'Wissen' }));
  await wizard.isAtStep('Koppel');
  await picture(window, 'nl-wizard-3-link');
  await typeAt(window, wizard.key, 'geen-sleutel');
  await press(wizard.check);
  await expect(window.getByRole('alert')).toContainText('Het veld ‘Abonnementssleutel’ is leeg.');
  await picture(window, 'nl-wizard-3-link-refused');
  await typeAt(window, wizard.key, snelstart.credentials.koppelsleutel ?? '');
  await typeAt(window, wizard.subscription, snelstart.registration.subscriptionKey ?? '');
  await press(wizard.check);
  await wizard.isAtStep('Instellingen');
  const form = new LinkSettingsForm(window);
  await typeAt(window, form.text('Artikel voor reistijd'), 'reistijd');
  await typeAt(window, form.text('Artikel voor werktijd'), 'ARBEID');
  await press(form.checkAll);
  await form.rightAre(12, 13);
  await picture(window, 'nl-wizard-4-settings');
  await typeAt(window, form.text('Artikel voor reistijd'), 'REISTIJD');
  await press(form.checkAll);
  await form.rightAre(13, 13);
  await press(form.save);
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Actief');
});
