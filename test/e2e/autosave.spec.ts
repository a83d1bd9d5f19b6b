import type { Page } from '@playwright/test';
import type { Input } from '../../preload/contract/calls';
import { ask, right } from './bridge';
import { expect, test, type OpenApp } from './fixtures';
import { EMPTY_WORK_ORDER } from './office';
import { picture, setSize } from './screen-shots';
import { WorkOrderScreen } from './screens/work-order';

const made = async ({ window }: OpenApp, description: string) =>
  right(await ask(window, 'work-orders:create', { ...EMPTY_WORK_ORDER, description }));
const openEditor = async ({ window }: OpenApp, id: number) => {
  await window.evaluate((workOrder) => void (location.hash = `#/work-orders/${workOrder}`), id);
  const { description } = new WorkOrderScreen(window);
  await expect(description).toBeVisible();
  return description;
};
/** Types in the field that has the focus and, in the same moment, saves as somebody else. */
const typeWhileElsewhere = (window: Page, typed: string, input: Input<'work-orders:save'>) =>
  window.evaluate(
    ([text, given]) => {
      document.execCommand('insertText', false, text);
      const { app } = globalThis as unknown as { app: { workOrders: { save: (input: unknown) => Promise<unknown> } } };
      return app.workOrders.save(given);
    },
    [typed, input] as const,
  );

test.setTimeout(180_000);

test('what was typed a moment before the app ends is there when it starts again', async ({ openApp }) => {
  const first = await openApp();
  const { id } = await made(first, 'Kraan');
  const field = await openEditor(first, id);
  await field.fill('Kraan vervangen, en de sifon');
  await first.app.close();

  const { window } = await openApp();
  expect((await ask(window, 'work-orders:get', id))?.description).toBe('Kraan vervangen, en de sifon');
});

test('what was typed a moment before the page breaks is taken up by the page after it', async ({ openApp }) => {
  const office = await openApp();
  const { app } = office;
  const { id } = await made(office, 'Kraan');
  const field = await openEditor(office, id);
  await field.fill('Kraan vervangen, en de sifon');
  // A letter later, so that nothing of it can have been saved.
  await field.press('!');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await app.close();

  const again = await openApp();
  await expect
    .poll(async () => (await ask(again.window, 'work-orders:get', id))?.description, { timeout: 30_000 })
    .toBe('Kraan vervangen, en de sifon!');
});

test('a work order that is changed elsewhere meanwhile: the other part comes in, the same part is asked about', async ({
  openApp,
}) => {
  const office = await openApp();
  const { app, window } = office;
  await setSize(app, 720);
  const { id, version } = await made(office, 'Kraan');
  const field = await openEditor(office, id);
  await field.press('End');
  const elsewhere = { ...EMPTY_WORK_ORDER, description: 'Kraan', notes: 'Sleutel bij de buren' };
  await typeWhileElsewhere(window, ' vervangen', { id, version, draft: elsewhere });
  await expect(window.getByRole('textbox', { name: 'Notities' })).toHaveValue('Sleutel bij de buren');
  await expect.poll(async () => (await ask(window, 'work-orders:get', id))?.description).toBe('Kraan vervangen');

  const now = await ask(window, 'work-orders:get', id);
  const draft = { ...EMPTY_WORK_ORDER, description: 'Kraan daar', notes: 'Sleutel bij de buren' };
  await field.press('End');
  await typeWhileElsewhere(window, ' hier', { id, version: now?.version ?? 0, draft });
  const banner = window.getByText('Intussen ook ergens anders gewijzigd: werkzaamheden');
  await expect(banner).toBeVisible();
  await picture(window, 'nl-changed-elsewhere');
  await window.getByRole('button', { name: 'De andere versie nemen' }).click();
  await expect(field).toHaveValue('Kraan daar');
  await window.keyboard.press('ControlOrMeta+Z');
  await expect(field).toHaveValue('Kraan vervangen hier');
  await expect.poll(async () => (await ask(window, 'work-orders:get', id))?.description).toBe('Kraan vervangen hier');
});

test('the keys of the app, in a list behind F1', async ({ openApp }) => {
  const { app, window } = await openApp();
  await setSize(app, 720);
  await window.keyboard.press('F1');
  await expect(window.getByRole('dialog', { name: 'Sneltoetsen' })).toContainText('Ctrl+N');
  await picture(window, 'nl-shortcuts');
});
