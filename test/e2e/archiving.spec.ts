import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { lightAndDark } from './light-and-dark';
import { queueRow, readyWorkOrder } from './office';
import { picture, setSize } from './screen-shots';
import { factOf, goTo, rowWith } from './screens/frame';
import { WorkOrderScreen } from './screens/work-order';

const ZOE = 'Café Zoë';
const SETTINGS = { workArticle: 'ARBEID', exclusionWord: 'garantie' };

// Many pictures.
test.setTimeout(180_000);

test.beforeEach(async ({ activate }) => {
  const linked = await activate(SETTINGS);
  expect(linked.exitCode, linked.stderr).toBe(0);
});

test('what stands in the way shows on the work order, with the way to it', async ({ openApp }) => {
  const { app, window } = await openApp();
  await setSize(app, 720);
  const { id } = await readyWorkOrder(window, { description: '', workMinutes: 30 });
  await goTo(window, 'Werkbonnen');
  await window.evaluate((workOrderId) => void (location.hash = `#/work-orders/${workOrderId}`), id);

  const panel = window.getByRole('region', { name: 'Voor het archiveren' });
  await expect(panel.getByRole('listitem')).toContainText(['Er staat geen klant op de werkbon.']);
  await lightAndDark(window, 'archiving-check');
  await panel.getByRole('listitem').first().getByRole('button', { name: 'Ga naar het veld' }).click();
  const screen = new WorkOrderScreen(window);
  await expect(screen.customer).toBeFocused();

  await screen.chooseCustomer('zoe', ZOE);
  await expect(panel.getByRole('listitem')).toContainText(['De werkzaamheden zijn niet ingevuld.']);
  await panel.getByRole('button', { name: 'Ga naar het veld' }).click();
  await expect(screen.description).toBeFocused();
  await screen.description.fill('Kraan vervangen');
  await screen.description.blur();
  await expect(panel).toContainText('Deze werkbon kan zo gearchiveerd worden.');
});

test('all that is ready: the dialog tells what happens, leaves out what is not right, and opens it', async ({
  openApp,
  snelstart,
}) => {
  const { app, window } = await openApp();
  await setSize(app, 720);
  const wrong = await readyWorkOrder(window, { description: 'Zonder klant', workMinutes: 30 });
  const warned = await readyWorkOrder(window, { customer: ZOE, description: 'Garantie kraan', workMinutes: 30 });
  const right1 = await readyWorkOrder(window, { customer: ZOE, description: 'Kraan', workMinutes: 30 });

  await goTo(window, 'Werkbonnen');
  await window.getByRole('tab', { name: /^Gereed gemeld/ }).click();
  await window.getByRole('button', { name: 'Alles archiveren' }).click();
  const dialog = window.getByRole('alertdialog', { name: '3 werkbonnen archiveren?' });
  await expect(dialog).toContainText('1 werkbon wordt niet gearchiveerd');
  await expect(dialog).toContainText(wrong.number);
  await expect(factOf(dialog, 'Boekstukken')).toHaveText('1');
  await expect(factOf(dialog, 'Totaal excl. btw')).toHaveText('€ 31,25');
  await expect(dialog).toContainText('staat in de werkzaamheden');
  await lightAndDark(window, 'archiving-dialog');

  // Twice, as an impatient hand does.
  await dialog.getByRole('button', { name: 'Archiveren' }).dblclick();
  await expect(window.getByRole('alertdialog', { name: 'Gearchiveerd' })).toContainText('1 werkbon is onderweg');
  await picture(window, 'nl-archiving-result');
  await expect.poll(async () => (await queueRow(window, right1))?.state).toBe('booked');
  expect((await queueRow(window, warned))?.state).toBe('skipped');
  expect(await queueRow(window, wrong)).toBeUndefined();
  expect(snelstart.control.documents()).toHaveLength(1);

  // The way from the result to the work order.
  await window.getByRole('button', { name: `Werkbon ${warned.number} openen` }).click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText(warned.number);
});

test('work orders of one customer go together on one document, and apart where the office unticks them', async ({
  openApp,
  snelstart,
}) => {
  const { app, window } = await openApp();
  await setSize(app, 720);
  await window.evaluate(() => void (location.hash = '#/settings/company'));
  const choice = window.getByRole('region', { name: 'Werkbonnen samen op één boekstuk' });
  await choice.getByRole('button', { name: /Bij archiveren/ }).click();
  await window.getByRole('option', { name: 'Werkbonnen van één klant samen' }).click();
  await expect.poll(async () => (await ask(window, 'company-settings:get')).combine).toBe('per-customer');
  await lightAndDark(window, 'archiving-setting');

  const three = [];
  for (const description of ['Kraan', 'Ketel', 'Afvoer']) {
    three.push(await readyWorkOrder(window, { customer: ZOE, description, workMinutes: 60 }));
  }
  const numbers = three.map(({ number }) => number);
  await goTo(window, 'Werkbonnen');
  await window.getByRole('tab', { name: /^Gereed gemeld/ }).click();
  await window.getByRole('button', { name: 'Alles archiveren' }).click();
  const dialog = window.getByRole('alertdialog', { name: '3 werkbonnen archiveren?' });
  const together = dialog.getByRole('checkbox', { name: `${ZOE}: werkbon ${numbers.join(', ')}` });
  await expect(together).toBeChecked();
  await lightAndDark(window, 'archiving-together');
  await dialog.getByText(`${ZOE}: werkbon ${numbers.join(', ')}`).click();
  await expect(together).not.toBeChecked();
  await dialog.getByText(`${ZOE}: werkbon ${numbers.join(', ')}`).click();
  await dialog.getByRole('button', { name: 'Archiveren' }).click();

  await expect.poll(() => snelstart.control.documents().length).toBe(1);
  const [document] = snelstart.control.documents();
  const headings = (document?.lines ?? []).filter(({ articleCode }) => articleCode === null);
  for (const number of numbers) {
    expect(headings.some(({ description }) => description.startsWith(`Werkbon ${number}, 02-03-2026`))).toBe(true);
  }
  await goTo(window, 'Archiefwachtrij');
  await rowWith(window, 'Archiefwachtrij', numbers[0] ?? '').click();
  const others = window.getByRole('region', { name: 'Samen op één boekstuk' });
  await expect(others.getByRole('button')).toHaveText(numbers.map((number) => `Werkbon ${number}`));
  await lightAndDark(window, 'archiving-queue-together');
  await others.getByRole('button', { name: `Werkbon ${numbers[2]}` }).click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText(numbers[2] ?? '');
  await expect(window.getByText('Deze werkbon is gearchiveerd')).toBeVisible();
});

test('a second document only when it is chosen, with the first one in sight', async ({ openApp, snelstart }) => {
  const { app, window } = await openApp();
  await setSize(app, 720);
  const workOrder = await readyWorkOrder(window, { customer: ZOE, description: 'Kraan', workMinutes: 60 });
  right({ ok: true, value: await ask(window, 'work-orders:archive', [workOrder.id]) });
  await expect.poll(async () => (await queueRow(window, workOrder))?.state).toBe('booked');
  const first = snelstart.control.documents()[0]?.number ?? '';

  await window.evaluate((id) => void (location.hash = `#/work-orders/${id}`), workOrder.id);
  await window.getByRole('button', { name: 'Nog een boekstuk maken' }).click();
  const dialog = window.getByRole('alertdialog', { name: `Nog een boekstuk maken van werkbon ${workOrder.number}?` });
  await expect(dialog).toContainText(first);
  const confirm = dialog.getByRole('button', { name: 'Werkbon openen' });
  await expect(confirm).toBeDisabled();
  await lightAndDark(window, 'archiving-again');
  await dialog.getByText(`Ik wil een tweede boekstuk naast ${first}`).click();
  await confirm.click();
  await expect(window.getByText(`Deze werkbon is al geboekt als ${first}`, { exact: true })).toBeVisible();
  await lightAndDark(window, 'archiving-again-open');

  // Thought better of it, and chosen again.
  await window.getByRole('button', { name: 'Toch geen tweede boekstuk' }).click();
  await expect(window.getByText('Deze werkbon is gearchiveerd')).toBeVisible();
  await window.getByRole('button', { name: 'Nog een boekstuk maken' }).click();
  await dialog.getByText(`Ik wil een tweede boekstuk naast ${first}`).click();
  await confirm.click();
  await new WorkOrderScreen(window).archive();
  await expect.poll(() => snelstart.control.documents().length).toBe(2);
  const [one, other] = snelstart.control.documents();
  expect(other?.reference).not.toBe(one?.reference);
});
