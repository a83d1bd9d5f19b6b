import { ask } from './bridge';
import { expect, test } from './fixtures';
import { fillCompany } from './many-work-orders';
import { measure, meterOf, paintedMs, typeInto } from './painted';
import { setSize } from './screen-shots';
import { goTo } from './screens/frame';
import { PlanningScreen } from './screens/planning';

const COUNT = 50_000;
const press = (label: string): string => `document.querySelector('button[aria-label="${label}"]').click()`;
/** The heading of the period is another one, and the blocks of that period are there. */
const shows = (before: string): string =>
  `document.querySelector('h2[aria-live]').textContent !== ${JSON.stringify(before)} &&
   document.querySelectorAll('[data-block]').length > 20 &&
   [...document.querySelectorAll('[data-block]')].at(-1).dataset.block !== window.lastBlock`;

// A trace takes pictures of the page meanwhile.
test.use({ trace: 'off' });

test('50,000 work orders: how long board, list and search take until they are painted', async ({
  openApp,
  dataFolder,
}) => {
  test.setTimeout(240_000);
  const first = await openApp(['--data', dataFolder]);
  const { company } = await ask(first.window, 'app:state');
  await first.app.close();
  fillCompany(dataFolder, company.id, COUNT);
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app);
  const session = await meterOf(window);
  const screen = new PlanningScreen(window);
  await screen.open();
  await expect(screen.unplanned.getByText('4.000')).toBeVisible();

  for (const [mode, next] of [
    ['Dag', 'Volgende dag'],
    ['Week', 'Volgende week'],
  ] as const) {
    await window.getByRole('radio', { name: mode }).click();
    await expect.poll(() => window.locator('[data-block]').count()).toBeGreaterThan(20);
    await measure(session, `board, next ${mode === 'Dag' ? 'day' : 'week'}`, async () => {
      const before = await window.locator('h2[aria-live]').textContent();
      await window.evaluate(`window.lastBlock = [...document.querySelectorAll('[data-block]')].at(-1).dataset.block`);
      return paintedMs(window, press(next), shows(before ?? ''));
    });
    console.log(`  ${await window.locator('[data-block]').count()} blocks`);
    await measure(session, `board of a ${mode === 'Dag' ? 'day' : 'week'}, pick up and put back`, () =>
      paintedMs(
        window,
        `const block = document.querySelector('[data-block]'); block.focus();
         block.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }))`,
        `document.querySelector('[data-ghost]') !== null &&
         (document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })), true)`,
      ),
    );
    await measure(session, `board of a ${mode === 'Dag' ? 'day' : 'week'}, move and save`, (round) => {
      const key = round % 2 === 0 ? 'ArrowDown' : 'ArrowUp';
      return paintedMs(
        window,
        `window.moved = document.querySelectorAll('[data-block]')[20]; window.text = moved.textContent; window.name = moved.dataset.workOrder;
         moved.focus();
         for (const pressed of [' ', ${JSON.stringify(mode === 'Dag' ? key : 'Shift+ArrowDown')}, 'Enter']) {
           document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {
             key: pressed.replace('Shift+', ''), shiftKey: pressed.startsWith('Shift+'), bubbles: true, cancelable: true }));
         }`,
        `document.querySelector('[data-work-order="' + window.name + '"]')?.textContent !== window.text`,
      );
    });
  }

  await measure(session, 'unplanned list, search', (round) =>
    paintedMs(
      window,
      typeInto('section input', `ketel 46${round}`),
      `[...document.querySelectorAll('[data-index]')].length > 0 &&
       [...document.querySelectorAll('[data-index]')].every((item) => item.textContent.includes('46${round}'))`,
    ),
  );

  await goTo(window, 'Werkbonnen');
  await expect(window.getByRole('grid', { name: 'Werkbonnen' }).getByRole('row').nth(5)).toBeVisible();
  await measure(session, 'list of work orders, search', (round) =>
    paintedMs(
      window,
      typeInto('main input', `ketel 12${round}`),
      `[...document.querySelectorAll('[role="row"][aria-rowindex]')].slice(1).length > 0 &&
       [...document.querySelectorAll('[role="row"][aria-rowindex]')].slice(1).every((row) => row.textContent.includes('12${round}'))`,
    ),
  );
});
