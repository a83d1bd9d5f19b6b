import { expect, test } from './fixtures';
import { ask } from './bridge';
import { momentOf, PlannedWork } from './planned-work';
import { setSize } from './screen-shots';
import { middleOf, PlanningScreen } from './screens/planning';

test('work is planned, moved and made longer by mouse, and put back', async ({ openApp, dataFolder }) => {
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app);
  const work = new PlannedWork(window);
  const screen = new PlanningScreen(window);
  const henk = await work.employee('Henk de Monteur');
  const fatima = await work.employee('Fatima El Idrissi');
  const { id, number } = await work.add({ customer: 'Café Zoë' });
  const planOf = async () => {
    const { employeeId, plannedStartAtMs, plannedEndAtMs } = (await ask(window, 'work-orders:get', id)) ?? {};
    return { employeeId, from: plannedStartAtMs, until: plannedEndAtMs };
  };
  await screen.open();

  // From the list onto ten o'clock: an hour.
  await screen.drag(await middleOf(screen.waiting(number)), await screen.placeOf('Henk de Monteur', '10:00'));
  await expect(screen.block(number)).toBeVisible();
  await expect(screen.unplanned.getByText('Alle werkbonnen zijn ingepland.')).toBeVisible();
  expect(await planOf()).toEqual({ employeeId: henk, from: momentOf('10:00'), until: momentOf('11:00') });

  // Held ten minutes below its start, it goes to the nearest quarter of somebody else.
  await screen.drag(
    await screen.placeOf('Henk de Monteur', '10:10'),
    await screen.placeOf('Fatima El Idrissi', '13:27'),
  );
  await expect(screen.block(number, 'Fatima El Idrissi')).toBeVisible();
  await expect.poll(planOf).toEqual({ employeeId: fatima, from: momentOf('13:15'), until: momentOf('14:15') });

  // By its lower edge.
  const end = await middleOf(screen.block(number).locator('[data-end="end"]'));
  await screen.drag(end, await screen.placeOf('Fatima El Idrissi', '15:31'));
  await expect.poll(planOf).toEqual({ employeeId: fatima, from: momentOf('13:15'), until: momentOf('15:30') });

  await screen.said(number).getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect.poll(planOf).toEqual({ employeeId: fatima, from: momentOf('13:15'), until: momentOf('14:15') });
  await window.keyboard.press('Control+z');
  await expect.poll(planOf).toEqual({ employeeId: henk, from: momentOf('10:00'), until: momentOf('11:00') });
  await expect(screen.block(number, 'Henk de Monteur')).toBeVisible();

  // Back to what is not planned.
  await screen.drag(await middleOf(screen.block(number)), await middleOf(screen.unplanned));
  await expect(screen.waiting(number)).toBeVisible();
  await expect.poll(planOf).toEqual({ employeeId: henk, from: null, until: null });
});

test('work is moved by keyboard alone, and Escape leaves it where it was', async ({ openApp, dataFolder }) => {
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app);
  const work = new PlannedWork(window);
  const screen = new PlanningScreen(window);
  const henk = await work.employee('Henk de Monteur');
  const fatima = await work.employee('Fatima El Idrissi');
  const { id, number } = await work.add({
    customer: 'Café Zoë',
    employee: 'Fatima El Idrissi',
    from: '09:00',
    until: '10:00',
  });
  const planOf = async () => {
    const { employeeId, plannedStartAtMs, plannedEndAtMs } = (await ask(window, 'work-orders:get', id)) ?? {};
    return { employeeId, from: plannedStartAtMs, until: plannedEndAtMs };
  };
  const before = { employeeId: fatima, from: momentOf('09:00'), until: momentOf('10:00') };
  await screen.open();
  await screen.block(number).focus();
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await window.keyboard.press(key);
  };

  await press('Space', 'ArrowDown', 'ArrowRight', 'Escape');
  await expect(window.getByText(`Werkbon ${number} blijft waar hij was.`)).toBeAttached();
  expect(await planOf()).toEqual(before);

  await press('Space', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Shift+ArrowDown');
  await expect(window.getByText(/^Henk de Monteur, .* 09:30–10:45$/).first()).toBeAttached();
  await press('Enter');
  await expect.poll(planOf).toEqual({ employeeId: henk, from: momentOf('09:30'), until: momentOf('10:45') });
  await expect(screen.block(number)).toBeFocused();

  await press('Control+z');
  await expect.poll(planOf).toEqual(before);
  await screen.block(number).focus();
  await press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: `Werkbon ${number}` })).toBeVisible();
});

test('somebody else was quicker: the board says so, and nothing is lost', async ({ openApp, dataFolder }) => {
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app);
  const work = new PlannedWork(window);
  const screen = new PlanningScreen(window);
  await work.employee('Henk de Monteur');
  const made = await work.add({ employee: 'Henk de Monteur', from: '09:00', until: '10:00' });
  await screen.open();
  await screen.block(made.number).focus();
  await window.keyboard.press('Space');
  await window.keyboard.press('ArrowDown');
  const { id, version, times, articles, customerId, workAddressId, customerReference, notes, employeeId } = made;
  await ask(window, 'work-orders:save', {
    id,
    version,
    draft: {
      customerId,
      workAddressId,
      customerReference,
      notes,
      employeeId,
      description: 'Van een collega',
      times: [...times],
      articles: [...articles],
      forms: [],
      plannedStartAtMs: momentOf('14:00'),
      plannedEndAtMs: momentOf('15:00'),
    },
  });
  await window.keyboard.press('Enter');
  await expect(screen.said('is intussen door iemand anders gewijzigd')).toBeVisible();
  await expect(screen.block(made.number)).toContainText('14:00–15:00');
  expect(await ask(window, 'work-orders:get', id)).toMatchObject({ description: 'Van een collega' });
});
