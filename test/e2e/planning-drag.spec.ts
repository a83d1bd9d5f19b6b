import { ask } from './bridge';
import { expect, test } from './fixtures';
import { momentOf, PlannedWork } from './planned-work';
import { setSize } from './screen-shots';
import { middleOf, PlanningScreen } from './screens/planning';
import { swipe } from './screens/pointers';

/** As far (px) as a hand goes in the week for a quarter of an hour. */
const PX_PER_QUARTER = 8;

test('both ends are dragged in day and week, with a warning before work overlaps', async ({ openApp, dataFolder }) => {
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app);
  const work = new PlannedWork(window);
  const screen = new PlanningScreen(window);
  const employee = 'Henk de Monteur';
  const henk = await work.employee(employee);
  const { id, number } = await work.add({ customer: 'Café Zoë', employee, from: '12:00', until: '13:00' });
  const other = await work.add({ employee, from: '14:00', until: '15:00' });
  const planOf = async () => {
    const { employeeId, plannedStartAtMs, plannedEndAtMs } = (await ask(window, 'work-orders:get', id)) ?? {};
    return { employeeId, from: plannedStartAtMs, until: plannedEndAtMs };
  };
  // Away from the edges of the board, near which it scrolls while something is held.
  await screen.open();

  await screen.drag(
    await middleOf(screen.block(number).locator('[data-end="start"]')),
    await screen.placeOf(employee, '11:16'),
  );
  await expect.poll(planOf).toEqual({ employeeId: henk, from: momentOf('11:15'), until: momentOf('13:00') });

  // Told while it is held, before anything is kept.
  const end = await middleOf(screen.block(number).locator('[data-end="end"]'));
  const over = await screen.placeOf(employee, '14:29');
  await window.mouse.move(end.x, end.y);
  await window.mouse.down();
  await window.mouse.move(over.x, over.y, { steps: 8 });
  await expect(window.getByText(`overlapt met ${other.number}`, { exact: true })).toBeVisible();
  await window.keyboard.press('Escape');
  await window.mouse.up();
  expect(await planOf()).toMatchObject({ until: momentOf('13:00') });

  await window.getByRole('radio', { name: 'Week' }).click();
  const card = screen.block(number);
  const handle = await middleOf(card.locator('[data-end="end"]'));
  await screen.drag(handle, { x: handle.x, y: handle.y + 3 * PX_PER_QUARTER });
  await expect.poll(planOf).toMatchObject({ from: momentOf('11:15'), until: momentOf('13:45') });
  const top = await middleOf(card.locator('[data-end="start"]'));
  await screen.drag(top, { x: top.x, y: top.y - PX_PER_QUARTER });
  await expect.poll(planOf).toMatchObject({ employeeId: henk, from: momentOf('11:00'), until: momentOf('13:45') });
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect.poll(planOf).toMatchObject({ from: momentOf('11:15'), until: momentOf('13:00') });
});

test('a finger that rests drags, one that moves at once scrolls', async ({ openApp, dataFolder }) => {
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app);
  const work = new PlannedWork(window);
  const screen = new PlanningScreen(window);
  const employee = 'Henk de Monteur';
  await work.employee(employee);
  const { id, number } = await work.add({ customer: 'Café Zoë', employee, from: '12:00', until: '13:00' });
  const startOf = async () => (await ask(window, 'work-orders:get', id))?.plannedStartAtMs;
  await screen.open();
  await swipe(window, await screen.placeOf(employee, '12:30'), await screen.placeOf(employee, '14:30'), 400);
  await expect.poll(startOf).toBe(momentOf('14:00'));
  await expect(screen.block(number)).toContainText('14:00–15:00');

  const scrolled = () => window.locator('[data-board]').evaluate((board) => (board as HTMLElement).scrollTop);
  const before = await scrolled();
  await swipe(window, await screen.placeOf(employee, '14:30'), await screen.placeOf(employee, '11:30'), 0);
  await expect.poll(scrolled).toBeGreaterThan(before);
  expect(await startOf()).toBe(momentOf('14:00'));
});

test('the nights in which the clock changes have the hours that they have', async ({ openApp, dataFolder }) => {
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app);
  const work = new PlannedWork(window);
  const screen = new PlanningScreen(window);
  const employee = 'Henk de Monteur';
  await work.employee(employee);
  const daysFromToday = (day: string) => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
  await screen.open();
  for (const [day, hours, worked] of [
    ['2026-03-29', 23, 3],
    ['2026-10-25', 25, 5],
  ] as const) {
    const { number } = await work.add({ employee, from: '01:00', until: '05:00', inDays: daysFromToday(day) });
    await window.getByRole('button', { name: 'Vandaag' }).click();
    await screen.showDay(day);
    const block = screen.block(number, employee);
    await expect(block).toBeAttached();
    const share = async () => {
      const [part, whole] = [await block.boundingBox(), await screen.lane(employee).boundingBox()];
      return ((part?.height ?? 0) / (whole?.height ?? 1)) * hours;
    };
    expect(await share()).toBeCloseTo(worked, 1);
    await expect(window.getByText('wintertijd')).toHaveCount(day === '2026-10-25' ? 1 : 0);
  }
});

test('a weekend is hidden, stays hidden, and what is planned in it is told', async ({ openApp, dataFolder }) => {
  const first = await openApp(['--data', dataFolder]);
  await setSize(first.app);
  const work = new PlannedWork(first.window);
  const employee = 'Henk de Monteur';
  await work.employee(employee);
  const weekday = (new Date().getDay() + 6) % 7;
  await work.add({ employee, from: '09:00', until: '10:00', inDays: 5 - weekday });
  const screen = new PlanningScreen(first.window);
  await screen.open();
  await first.window.getByRole('radio', { name: 'Week' }).click();
  await first.window.getByText('Weekend', { exact: true }).click();
  await expect(screen.lane(/zaterdag/)).toHaveCount(0);
  await expect(first.window.getByText('1 werkbon in het weekend is verborgen')).toBeVisible();
  await first.app.close();

  const { window } = await openApp(['--data', dataFolder]);
  const again = new PlanningScreen(window);
  await again.open();
  await window.getByRole('radio', { name: 'Week' }).click();
  await expect(again.lane(/vrijdag/).first()).toBeVisible();
  await expect(again.lane(/zaterdag/)).toHaveCount(0);
  await window.getByRole('button', { name: 'Weekend tonen' }).click();
  await expect(again.lane(/zaterdag/).first()).toBeVisible();
});
