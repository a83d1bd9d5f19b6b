import { changeApp } from './app-settings';
import { ask } from './bridge';
import { expect, test } from './fixtures';
import { picture, setSize } from './screen-shots';
import { goTo } from './screens/frame';
import { PlanningScreen } from './screens/planning';

test('an empty board adds an employee on the spot; the settings name, order and retire them', async ({
  openApp,
  dataFolder,
}) => {
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app, 720);
  const screen = new PlanningScreen(window);
  await screen.open();
  await expect(window.getByText('Nog geen medewerkers', { exact: true })).toBeVisible();
  for (const name of ['Henk', 'Anna']) {
    await (name === 'Henk'
      ? window.getByRole('button', { name: 'Medewerker toevoegen' }).click()
      : ask(window, 'employees:add', { name }));
    if (name === 'Anna') continue;
    await window.getByRole('textbox', { name: /Naam/ }).fill(name);
    await window.getByRole('button', { name: 'Toevoegen', exact: true }).click();
    await expect(screen.lane('Henk')).toBeVisible();
  }
  await expect(window.getByText('Nog geen medewerkers', { exact: true })).toBeHidden();

  await goTo(window, 'Instellingen');
  await window.getByRole('radio', { name: 'Bedrijf' }).click();
  const list = window.getByRole('list', { name: 'Medewerkers' });
  const names = () =>
    list
      .getByRole('textbox')
      .evaluateAll((fields) => fields.map((field) => (field as unknown as { value: string }).value));
  await expect.poll(names).toEqual(['Anna', 'Henk']);
  await window.getByRole('button', { name: 'Henk omhoog' }).click();
  await expect.poll(names).toEqual(['Henk', 'Anna']);
  const henk = list.getByRole('textbox', { name: 'Naam van Henk' });
  await henk.fill('Henk de Monteur');
  await window.keyboard.press('Tab');
  await expect(list.getByRole('textbox', { name: 'Naam van Henk de Monteur' })).toBeVisible();
  await list.getByRole('textbox', { name: 'Naam van Anna' }).fill('henk de monteur');
  await window.keyboard.press('Tab');
  await expect(window.getByText('Er is al een medewerker henk de monteur.')).toBeVisible();
  await expect.poll(names).toEqual(['Henk de Monteur', 'Anna']);
  await list.getByText('Werkt hier').last().click();
  await expect
    .poll(async () => (await ask(window, 'employees:list')).map(({ active }) => active))
    .toEqual([true, false]);
  await list.scrollIntoViewIfNeeded();
  await picture(window, 'nl-employees');
  await changeApp(window, { theme: 'dark' });
  await picture(window, 'nl-dark-employees');
  await screen.open();
  await expect(screen.lane('Henk de Monteur')).toBeVisible();
  await expect(screen.lane('Anna')).toHaveCount(0);
});
