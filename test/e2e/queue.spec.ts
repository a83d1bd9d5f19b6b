import { expect, test } from './fixtures';
import { archive, archiveUntil, queueRow, readyWorkOrder } from './office';
import { choose, factOf, goTo, panelBeside, rowWith } from './screens/frame';
import { QueueScreen } from './screens/queue';
import { WorkOrderScreen } from './screens/work-order';

const SETTINGS = { workArticle: 'ARBEID', exclusionWord: 'garantie' };
const CREATE = { method: 'POST', path: '/v2/verkooporders' } as const;
const LOOK_UP = { method: 'GET', path: /\/verkooporders$/ } as const;

test.beforeEach(async ({ activate }) => {
  const linked = await activate(SETTINGS);
  expect(linked.exitCode, linked.stderr).toBe(0);
});

test('without a customer: blocked with what to do; taken back, mended and sent', async ({ openApp, snelstart }) => {
  const { window } = await openApp();
  const screen = new WorkOrderScreen(window);
  const queue = new QueueScreen(window);
  await screen.startNew();
  await screen.description.fill('Kraan lekt');
  await screen.bookTime('Werktijd', '45');
  const number = await screen.saved();
  await screen.reportReady();
  await screen.archive({ anyway: true });

  await queue.stands(number, 'Geblokkeerd');
  await expect(window.getByTitle('1 werkbon wacht op uw actie')).toBeVisible();
  const panel = await queue.open(number);
  await expect(panel.getByRole('alert')).toContainText('Er staat geen klant op de werkbon.');
  await expect(panel.getByRole('alert')).toContainText('Open de werkbon in de Archiefwachtrij en kies een klant.');
  await goTo(window, 'Logging');
  const message = rowWith(window, 'Logging', 'Er staat geen klant op de werkbon.');
  await expect(message).toContainText('Foutmelding');
  await expect(message).toContainText('Open de werkbon in de Archiefwachtrij en kies een klant.');
  expect(snelstart.control.documents()).toEqual([]);

  await (await queue.open(number)).getByRole('button', { name: 'Terughalen' }).click();
  await queue.stands(number, 'Teruggehaald');
  await panel.getByRole('button', { name: 'Werkbon openen' }).click();
  await screen.chooseCustomer('hoekje', "'t Hoekje");
  await screen.archive();
  await goTo(window, 'Archiefwachtrij');
  await queue.stands(number, 'Geboekt');
  expect(snelstart.control.documents()).toMatchObject([{ customerName: "'t Hoekje" }]);
});

test('by keyboard: the customer is chosen in the queue itself, and what must not be sent stays here', async ({
  openApp,
  snelstart,
}) => {
  const { window } = await openApp();
  const number = (await archiveUntil(window, { description: 'Zonder klant', workMinutes: 30 }, 'blocked')).number;
  await goTo(window, 'Archiefwachtrij');
  const queue = new QueueScreen(window);
  await window.getByRole('tab', { name: /^Geblokkeerd/ }).focus();
  await window.keyboard.press('Enter');
  await expect(queue.row(number)).toContainText('Klant kiezen…');
  await window.getByRole('grid', { name: 'Archiefwachtrij' }).focus();
  await window.keyboard.press('a');
  const dialog = window.getByRole('dialog', { name: 'Klant kiezen' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await window.keyboard.type('hoekje');
  await window.getByRole('option', { name: "'t Hoekje" }).click();
  await dialog.getByRole('button', { name: 'Vervangen en 1 opnieuw proberen' }).press('Enter');
  await window.getByRole('tab', { name: /^Geboekt/ }).click();
  await expect(queue.row(number)).toContainText("'t Hoekje");
  expect(snelstart.control.documents()).toMatchObject([{ customerName: "'t Hoekje" }]);
  const panel = await queue.open(number);
  await expect(panel).toContainText('Gewijzigd in de Archiefwachtrij');
});

test('archived together: one blocked and one skipped hold up nobody', async ({ openApp, snelstart }) => {
  const { window } = await openApp();
  const blocked = await readyWorkOrder(window, { description: 'Zonder klant', workMinutes: 30 });
  const skipped = await readyWorkOrder(window, {
    customer: 'Café Zoë',
    description: 'Garantie kraan',
    workMinutes: 30,
  });
  const sent = await readyWorkOrder(window, { customer: 'Café Zoë', description: 'Kraan', workMinutes: 30 });

  await goTo(window, 'Werkbonnen');
  await window.getByRole('tab', { name: /^Gereed gemeld/ }).click();
  for (const { number } of [blocked, skipped, sent]) {
    await rowWith(window, 'Werkbonnen', number).getByRole('gridcell').first().click();
  }
  await window.getByRole('button', { name: '3 werkbonnen archiveren' }).click();
  const question = window.getByRole('alertdialog', { name: '3 werkbonnen archiveren?' });
  await question.getByText(`Werkbon ${blocked.number} toch archiveren`).click();
  await question.getByRole('button', { name: 'Archiveren' }).click();
  await window.getByRole('alertdialog', { name: 'Gearchiveerd' }).getByRole('button', { name: 'Sluiten' }).click();

  const queue = new QueueScreen(window);
  await goTo(window, 'Archiefwachtrij');
  await queue.stands(blocked.number, 'Geblokkeerd');
  await queue.stands(sent.number, 'Geboekt');
  await queue.stands(skipped.number, 'Overgeslagen');
  await expect(queue.row(skipped.number)).toContainText('Het filterwoord ‘garantie’ staat in de werkzaamheden');
  expect(snelstart.control.documents()).toMatchObject([{ description: 'Kraan' }]);
});

test('refused by SnelStart: the cause is told, mended there, and tried again', async ({ openApp, snelstart }) => {
  const { window } = await openApp();
  snelstart.control.books.deactivateCustomer('Café Zoë');
  const { number } = await archiveUntil(
    window,
    { customer: 'Café Zoë', description: 'Kraan', workMinutes: 30 },
    'blocked',
  );
  const panel = await new QueueScreen(window).open(number);
  await expect(panel.getByRole('alert')).toContainText('staat in SnelStart op non-actief');
  await expect(panel.getByRole('alert')).toContainText('Zet het in SnelStart weer actief');

  snelstart.control.books.activateCustomer('Café Zoë');
  await panel.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await expect(factOf(panel, 'Boekstuk')).toHaveText('20240113');
  expect(snelstart.control.documents()).toHaveLength(1);
});

test('an answer that got lost: the order is found, not sent again', async ({ openApp, snelstart }) => {
  const { window } = await openApp();
  snelstart.control.fault({ kind: 'reset-after-commit', match: CREATE });
  const { number } = await archiveUntil(
    window,
    { customer: 'Café Zoë', description: 'Kraan', workMinutes: 30 },
    'booked',
  );
  const panel = await new QueueScreen(window).open(number);
  await expect(panel.getByRole('listitem').last()).toContainText('Gevonden in het boekhoudpakket');
  await expect(panel).toContainText('Geen zeker antwoord ontvangen');
  expect(snelstart.control.documents()).toMatchObject([{ number: '20240113' }]);
});

test('found twice: held until the office says which one it is', async ({ openApp, snelstart, heldAnswers }) => {
  const { window } = await openApp();
  const workOrder = await readyWorkOrder(window, { customer: 'Café Zoë', description: 'Kraan', workMinutes: 30 });
  snelstart.control.fault({ kind: 'reset-after-commit', match: CREATE });
  const lookUp = heldAnswers.before(snelstart.control, LOOK_UP);
  await archive(window, workOrder);
  await lookUp.arrived;
  // Somebody copies the order in SnelStart before Simon has looked.
  const [order] = snelstart.control.documents();
  snelstart.control.books.addOrder({
    customer: 'Café Zoë',
    description: 'Kraan (kopie)',
    orderReference: order?.reference ?? '',
    lines: [],
  });
  lookUp.letGo();
  await expect.poll(async () => (await queueRow(window, workOrder))?.held).toBe(true);

  await goTo(window, 'Archiefwachtrij');
  const queue = new QueueScreen(window);
  await queue.stands(workOrder.number, 'Onzeker: kijk zelf na');
  await queue.row(workOrder.number).click();
  const panel = panelBeside(window, `Werkbon ${workOrder.number}`);
  await expect(panel).toContainText('Staat deze werkbon al in SnelStart?');
  await expect(panel).toContainText(order?.reference ?? '');
  await expect(panel.getByRole('button', { name: 'Dit boekstuk koppelen' })).toBeDisabled();
  await choose(window, panel.getByRole('button', { name: 'Welk boekstuk is het?' }), '20240113');
  await panel.getByRole('button', { name: 'Dit boekstuk koppelen' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Dit boekstuk koppelen' }).click();
  await queue.stands(workOrder.number, 'Geboekt');
  await expect(factOf(panel, 'Boekstuk')).toHaveText('20240113');
  expect(
    snelstart.control.requests().filter(({ method, path }) => method === 'POST' && path === CREATE.path),
  ).toHaveLength(1);
});
