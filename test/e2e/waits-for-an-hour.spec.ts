import type { Page } from '@playwright/test';
import type { LogRow } from '../../preload/contract/views';
import { ask, right } from './bridge';
import { expect, test, type OpenApp } from './fixtures';
import { lightAndDark } from './light-and-dark';
import { archive, readyWorkOrder } from './office';
import { setSize } from './screen-shots';
import { goTo, rowWith } from './screens/frame';

const COUNT = 12;
const TOLD = `${COUNT} werkbonnen wachten al langer dan een uur. U hebt de koppeling gepauzeerd.`;
const HOUR_MS = 3_600_000;
/** An hour of the app takes six seconds. Nothing is fetched meanwhile: the office has paused. */
const TIMES_AS_FAST = 600;

test('twelve work orders that wait for over an hour: one message, and none after a restart', async ({
  openApp,
  activate,
}) => {
  test.setTimeout(120_000);
  expect((await activate({ workArticle: 'ARBEID' })).exitCode).toBe(0);

  const archivedAtMs = await test.step('archived while the office paused', async () => {
    const { app, window } = await openApp();
    right(await ask(window, 'sync:pause', { paused: true }));
    const made = [];
    for (let n = 1; n <= COUNT; n += 1) {
      made.push(await readyWorkOrder(window, { customer: 'Café Zoë', description: `Kraan ${n}`, workMinutes: 30 }));
    }
    await archive(window, ...made);
    expect(await told(window)).toEqual([]);
    await app.close();
    return Date.now();
  });

  const { row, atMs } = await test.step('told together, as one thing that asks for the office', async () => {
    const open = await openApp(undefined, { startsAtMs: archivedAtMs + HOUR_MS, timesAsFast: TIMES_AS_FAST });
    const { app, window } = open;
    await setSize(app, 720);
    await goTo(window, 'Overzicht');
    await expect(window.getByText(TOLD)).toBeVisible();
    await expect(window.getByRole('link', { name: '1 bericht vraagt uw aandacht' })).toBeVisible();
    await expect(window.getByRole('link', { name: /^12\s*Wacht/ })).toBeVisible();
    await lightAndDark(window, 'waits-overview');
    const [first, ...others] = await told(window);
    expect(others).toEqual([]);
    const closedAtMs = await nowOf(open);
    await app.close();
    return { row: first, atMs: closedAtMs };
  });

  await test.step('not told again, hours after a restart', async () => {
    const again = await openApp(undefined, { startsAtMs: atMs, timesAsFast: TIMES_AS_FAST });
    await expect.poll(() => nowOf(again), { timeout: 30_000 }).toBeGreaterThan(atMs + 2 * HOUR_MS);
    expect(await told(again.window)).toEqual([row]);
    await setSize(again.app, 720);
    await goTo(again.window, 'Logging');
    await expect(rowWith(again.window, 'Logging', TOLD)).toHaveCount(1);
    await lightAndDark(again.window, 'waits-log');
  });
});

async function told(window: Page): Promise<readonly LogRow[]> {
  return (await ask(window, 'log:list', { filter: { text: 'langer dan een uur' }, limit: 50 })).rows;
}

const nowOf = ({ app }: OpenApp): Promise<number> => app.evaluate(() => Date.now());
