import { expect, test, type OpenApp } from './fixtures';
import { startApp } from './koppel-process';
import { archive, readyWorkOrder } from './office';
import { goTo, rowWith } from './screens/frame';

const CREATE = { method: 'POST', path: '/v2/verkooporders' } as const;

test.beforeEach(async ({ activate }) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
});

test('closing the window stops nothing: what was archived arrives', async ({ openApp, snelstart, heldAnswers }) => {
  const open = await openApp();
  const workOrder = await readyWorkOrder(open.window, { customer: 'Café Zoë', description: 'Kraan', workMinutes: 30 });
  const creating = heldAnswers.before(snelstart.control, CREATE);
  await archive(open.window, workOrder);
  await creating.arrived;
  await closeWindow(open);
  expect(snelstart.control.documents()).toEqual([]);

  creating.letGo();
  await expect.poll(() => snelstart.control.documents().length).toBe(1);
  expect(await isVisible(open)).toBe(false);
});

test('started again: the window of the first one comes back, and there is no second one', async ({
  openApp,
  place,
  snelstart,
}) => {
  const open = await openApp();
  await goTo(open.window, 'Klanten');
  await closeWindow(open);

  const second = await startApp(place).finished;
  expect(second.exitCode, second.stderr).toBe(0);
  await expect.poll(() => isVisible(open)).toBe(true);
  expect(await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  // It is the same app, still working: what changes in SnelStart comes in.
  snelstart.control.books.addCustomer({ name: 'Nieuwe Klant' });
  await open.window.getByRole('button', { name: 'Nu synchroniseren' }).click();
  await expect(rowWith(open.window, 'Klanten', 'Nieuwe Klant')).toBeVisible();
});

test('quitting in the middle of a delivery waits for its answer', async ({
  openApp,
  koppel,
  snelstart,
  heldAnswers,
}) => {
  const open = await openApp();
  const workOrder = await readyWorkOrder(open.window, { customer: 'Café Zoë', description: 'Kraan', workMinutes: 30 });
  const created = heldAnswers.after(snelstart.control, CREATE);
  await archive(open.window, workOrder);
  await created.arrived;
  const closed = open.app.close();
  created.letGo();
  await closed;
  expect(await koppel('queue')).toMatchObject({ json: { rows: [{ state: 'booked', documentNumber: '20240113' }] } });
  expect(snelstart.control.documents()).toHaveLength(1);
});

/** As the user does with the cross of the window. */
async function closeWindow(open: OpenApp): Promise<void> {
  await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => isVisible(open)).toBe(false);
}

const isVisible = ({ app }: OpenApp): Promise<boolean | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
