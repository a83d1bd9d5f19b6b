import type { ElectronApplication } from '@playwright/test';
import { changeApp } from './app-settings';
import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { PlannedWork } from './planned-work';
import { picture, setSize } from './screen-shots';
import { middleOf, PlanningScreen } from './screens/planning';

const PEOPLE = ['Henk de Monteur', 'Fatima El Idrissi', 'Joris de Boer', 'Łukasz Wiśniewski-van der Meulen'];
const CUSTOMERS = [
  'Café Zoë',
  'Woningstichting Het Gooise Huis, afdeling onderhoud',
  'VvE Prinsenhof',
  'Fam. De Groot',
];

/** As many pixels of the page as the screen has at 125%. */
async function shrink(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 576));
}

/** A week as an office has it: full days, one that is done, work that lasts for days, overlaps and what nobody has. */
async function fillWeek(work: PlannedWork): Promise<void> {
  for (const [index, employee] of PEOPLE.entries()) {
    for (const inDays of [0, 1, 2]) {
      for (const hour of [7, 9, 11, 13, 15]) {
        const from = `${String(hour + (index % 2)).padStart(2, '0')}:${index === 1 ? '15' : '00'}`;
        const until = `${String(hour + (index % 2) + 1).padStart(2, '0')}:30`;
        await work.add({ customer: CUSTOMERS[(hour + index) % 4] ?? '', employee, from, until, inDays });
      }
    }
  }
  await work.add({ customer: 'Café Zoë', employee: 'Henk de Monteur', from: '09:45', until: '11:30' });
  await work.add({
    customer: 'VvE Prinsenhof',
    employee: 'Joris de Boer',
    from: '17:00',
    until: '12:00',
    lastingDays: 2,
  });
  await work.add({ from: '10:00', description: 'Offerte opnemen' });
  for (let n = 1; n <= 60; n += 1)
    await work.add({ customer: CUSTOMERS[n % 4] ?? '', description: `Ketel nakijken ${n}` });
}

test('the planning board, empty, with one work order and full, in each look', async ({ openApp, dataFolder }) => {
  test.setTimeout(180_000);
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app, 720);
  const work = new PlannedWork(window);
  const screen = new PlanningScreen(window);
  await screen.open();
  await picture(window, 'nl-planning-empty');

  for (const name of PEOPLE) await work.employee(name);
  const only = await work.add({ customer: 'Café Zoë', employee: 'Henk de Monteur', from: '08:00', until: '10:00' });
  await expect(screen.block(only.number)).toBeVisible();
  await picture(window, 'nl-planning-one');

  await fillWeek(work);
  right(await ask(window, 'work-orders:report-ready', only.id));
  await expect(screen.block(only.number)).toContainText('Gereed gemeld');
  await expect(window.getByRole('button', { name: /overlapping(en)?$/ })).toBeVisible();
  await screen.block(only.number).click();
  await picture(window, 'nl-planning-day');
  await window.getByRole('radio', { name: 'Week' }).click();
  await picture(window, 'nl-planning-week');

  await screen.waiting('1066').focus();
  await window.keyboard.press('Space');
  await picture(window, 'nl-planning-carried');
  await window.keyboard.press('Escape');

  // Held over other work, with the warning.
  const handle = screen.block(only.number).locator('[data-end="end"]');
  await handle.scrollIntoViewIfNeeded();
  const held = await middleOf(handle);
  await window.mouse.move(held.x, held.y);
  await window.mouse.down();
  await window.mouse.move(held.x, held.y + 60, { steps: 6 });
  await expect(window.getByText(/^overlapt met/)).toBeVisible();
  await picture(window, 'nl-planning-overlapping');
  await window.keyboard.press('Escape');
  await window.mouse.up();

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1920, 1080));
  await picture(window, 'nl-planning-week-1920');
  await setSize(app, 720);

  await shrink(app);
  await picture(window, 'nl-planning-week-125');
  await window.getByRole('radio', { name: 'Dag' }).click();
  await picture(window, 'nl-planning-day-125');
  await setSize(app, 720);

  await changeApp(window, { theme: 'dark' });
  await picture(window, 'nl-dark-planning-day');
  await window.getByRole('radio', { name: 'Week' }).click();
  await picture(window, 'nl-dark-planning-week');
  await window.getByRole('button', { name: 'Daglijst' }).click();
  await picture(window, 'nl-dark-planning-day-list');
  await window.keyboard.press('Escape');
  await screen.unplanned
    .getByRole('button', { name: /inplannen$/ })
    .first()
    .click();
  await picture(window, 'nl-dark-planning-plan');
  await window.keyboard.press('Escape');
});
