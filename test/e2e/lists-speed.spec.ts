import type { Page } from '@playwright/test';
import { fillOffice } from '../bench/fill-office';
import { ask } from './bridge';
import { expect, test } from './fixtures';
import { measure, meterOf, paintedMs, typeInto } from './painted';
import { setSize } from './screen-shots';
import { goTo } from './screens/frame';

const OFFICE = { workOrders: 50_000, customers: 100_000, articles: 2_000, logRows: 20_000 };

/** Rows of the list that shows. */
const ROWS = `[...document.querySelectorAll('main [role="grid"] [role="row"][aria-rowindex]')].slice(1)`;
const drawn = (condition: string): string =>
  `${ROWS}.length > 5 && ${ROWS}.every((row) => row.getAttribute('aria-busy') === null) && (${condition})`;
const everyRowHolds = (text: string): string =>
  `${ROWS}.length > 0 && ${ROWS}.every((row) => row.textContent.toLowerCase().includes(${JSON.stringify(text)}))`;

const scrolledTo = (window: Page, share: number): Promise<number> =>
  paintedMs(
    window,
    `const list = document.querySelector('main [role="grid"]'); list.scrollTop = list.scrollHeight * ${share}`,
    drawn(`Number(${ROWS}[0].getAttribute('aria-rowindex')) > 50`),
  );

// A trace takes pictures of the page meanwhile.
test.use({ trace: 'off' });

test('50,000 work orders: how long lists, opening and the overview take until they are painted', async ({
  openApp,
  dataFolder,
}) => {
  test.setTimeout(600_000);
  const first = await openApp(['--data', dataFolder]);
  const { company } = await ask(first.window, 'app:state');
  await first.app.close();
  fillOffice(dataFolder, OFFICE, company.id);
  const { app, window } = await openApp(['--data', dataFolder]);
  await setSize(app);
  const session = await meterOf(window);

  await goTo(window, 'Werkbonnen');
  await expect(window.getByText('50.000 regels').first()).toBeVisible();
  await measure(session, 'work orders, scroll', (round) => scrolledTo(window, 0.1 + round / 10));
  await measure(session, 'work orders, search', (round) =>
    paintedMs(window, typeInto('main input', `ketel 12${round}`), everyRowHolds(`12${round}`)),
  );
  await window.getByRole('searchbox').fill('');
  await measure(session, 'work orders, box', (round) =>
    paintedMs(
      window,
      `document.querySelectorAll('[role="tab"]')[${round % 2 === 0 ? 3 : 0}].click()`,
      drawn(`document.querySelectorAll('[role="tab"]')[${round % 2 === 0 ? 3 : 0}].ariaSelected === 'true'`),
    ),
  );
  await measure(session, 'work orders, by customer', async () => {
    await window.evaluate(`window.firstRow = ${ROWS}[0].textContent`);
    return paintedMs(
      window,
      `[...document.querySelectorAll('[role="columnheader"] button')].find((head) => head.textContent === 'Klant').click()`,
      drawn(`${ROWS}[0].textContent !== window.firstRow`),
    );
  });
  // The first screenful, then all of it.
  const parts = { 'work order, open': 'main h1', 'work order, open to its last part': 'main #work-order-files' };
  for (const [name, part] of Object.entries(parts)) {
    await measure(session, name, async (round) => {
      await goTo(window, 'Werkbonnen');
      return paintedMs(
        window,
        `location.hash = '#/work-orders/${20_000 + round}'`,
        `document.querySelector('main h1')?.textContent.includes('${120_000 + round}') &&
         document.querySelector('${part}') !== null`,
      );
    });
  }
  await goTo(window, 'Klanten');
  await measure(session, 'customers, search', (round) =>
    paintedMs(window, typeInto('main input', `techniek 5${round}`), everyRowHolds(`5${round}`)),
  );
  await goTo(window, 'Archiefwachtrij');
  await measure(session, 'queue, scroll', (round) => scrolledTo(window, 0.1 + round / 10));
  await measure(session, 'overview', async () => {
    await goTo(window, 'Logging');
    return paintedMs(
      window,
      `location.hash = '#/overview'`,
      `document.querySelector('table[aria-label="Uren per week"]') !== null`,
    );
  });
});
