import type { Page } from '@playwright/test';
import type { Input } from '../../preload/contract/calls';
import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { archiveUntil, readyWorkOrder } from './office';
import { goTo } from './screens/frame';

/** Fourteen hours ahead of UTC: there it is almost always another day than in the office. */
test.use({ clockOf: 'Pacific/Kiritimati' });

/** 00:30 in the office, in the night that has 03:00 an hour early. */
const PLANNED = Date.parse('2026-03-28T23:30:00Z');

test.beforeEach(async ({ activate }) => {
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);
});

test('a computer on the other side of the world shows, keeps and sends the days of the office', async ({
  openApp,
  snelstart,
}) => {
  const { window } = await openApp();
  expect(await window.evaluate(() => new Date(0).getTimezoneOffset())).not.toBe(-60);
  const made = await readyWorkOrder(window, { customer: 'Café Zoë', description: 'Kraan', workMinutes: 30 });
  const { id } = right(await ask(window, 'work-orders:reopen', made.id));
  const { version } = right(await ask(window, 'planning:plan', await planOf(window, id)));
  expect(version).toBeGreaterThan(made.version);

  await window.evaluate((number) => void (location.hash = `#/work-orders/${number}`), id);
  await expect(window.getByRole('heading', { level: 1, name: new RegExp(made.number) })).toBeVisible();
  const planned = window.getByRole('group', { name: 'Dag', exact: true }).first();
  await expect(planned).toContainText(/29.03.2026/u);
  const begin = window.getByRole('group', { name: 'Van', exact: true }).first();
  await expect(begin).toContainText(/00.30/u);

  // Another hour is chosen, as the office reads it.
  await begin.getByRole('spinbutton').first().fill('09');
  await expect
    .poll(async () => (await ask(window, 'work-orders:get', id))?.plannedStartAtMs)
    .toBe(Date.parse('2026-03-29T07:30:00Z'));

  await archiveUntil(window, { customer: 'Café Zoë', description: 'Slang', workMinutes: 15 }, 'booked');
  expect(snelstart.control.documents().at(-1)?.fields.datum).toContain(officeDay(Date.now()));

  await goTo(window, 'Logging');
  const hour = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', timeZone: 'Europe/Amsterdam' }).format(Date.now());
  await expect(window.getByRole('grid', { name: 'Logging' }).getByRole('row').nth(1)).toContainText(` ${hour}:`);
});

/** From half past midnight, an hour long. */
async function planOf(window: Page, id: number): Promise<Input<'planning:plan'>> {
  const workOrder = await ask(window, 'work-orders:get', id);
  if (workOrder === null) throw new Error(`There is no work order ${id}`);
  const { version, employeeId } = workOrder;
  return { id, version, plan: { employeeId, plannedStartAtMs: PLANNED, plannedEndAtMs: PLANNED + 3_600_000 } };
}

const officeDay = (atMs: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(atMs);
