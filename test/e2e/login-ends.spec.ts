import type { Page } from '@playwright/test';
import { startSimulator as startExact } from '../../connectors/exact-online/simulator';
import { practiceSettings } from '../../connectors/exact-online/simulator/practice-settings';
import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { lightAndDark } from './light-and-dark';
import { LoginBrowser } from './login-browser';
import { atLinkStep, endpointsFile } from './login-office';
import { archive, readyWorkOrder } from './office';
import { setSize } from './screen-shots';
import { goTo } from './screens/frame';

const DAY_MS = 86_400_000;
/** Of the thirty days after which Exact Online ends a login that nobody uses. */
const DAYS_OFF = 26;
/** A look at the logins comes every five minutes. Nothing is fetched meanwhile. */
const TIMES_AS_FAST = 600;
const ENDS = /^De aanmelding bij Exact Online Premium eindigt op /;

test('a login that ends in four days because nobody uses it: announced once, with the way to keep it', async ({
  openApp,
  scratch,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  let offMs = 0;
  const now = (): number => Date.now() + offMs;
  const quirks = { consent: 'automatic', loopbackRedirect: 'accept', redirectUri: 'http://127.0.0.1/exact' };
  const exact = await startExact({ seed: 7, books: 'small', quirks, now });
  const args = ['--data', dataFolder, '--endpoints', endpointsFile(scratch, { 'exact-online': exact.endpoints })];
  try {
    await test.step('deactivated while a work order waits', async () => {
      const { app, window } = await openApp(args);
      const browser = await LoginBrowser.of(app);
      const wizard = await atLinkStep(window, 'exact-online');
      await window.getByLabel('Client-id').fill(exact.registration.clientId ?? '');
      await window.getByLabel('Client-secret').fill(exact.registration.clientSecret ?? '');
      await window.getByLabel('Terugkeeradres').fill(exact.registration.redirectUri ?? '');
      await window.getByRole('button', { name: 'Koppel' }).click();
      expect((await fetch(await browser.page())).status).toBe(200);
      await wizard.isAtStep('Instellingen');
      const settings = { ...practiceSettings, pdfs: 'none' };
      right(await ask(window, 'integrations:save-settings', { package: 'exact-online', settings }));
      await expect.poll(async () => (await ask(window, 'sync:status')).lastRun?.result).toBe('finished');
      right(await ask(window, 'integrations:deactivate', 'exact-online'));
      const job = { customer: 'Café Zoë', description: 'Boiler nakijken', workMinutes: 60 };
      await archive(window, await readyWorkOrder(window, job));
      await expect(window.getByText(ENDS)).toHaveCount(0);
      await app.close();
    });
    exact.control.clearRequests();
    offMs = DAYS_OFF * DAY_MS;

    await test.step('after weeks in which the app was off, Overzicht says so', async () => {
      const { app, window } = await openApp(args, { startsAtMs: now(), timesAsFast: TIMES_AS_FAST });
      await setSize(app, 720);
      await goTo(window, 'Overzicht');
      await expect(window.getByText(ENDS)).toHaveCount(1);
      await expect.poll(() => told(window)).toBe(1);
      await expect(window.getByText(/De aanmelding .*eindigt op/)).toHaveCount(1);
      await lightAndDark(window, 'login-ends-overview');
      await app.close();
    });

    await test.step('not told again after a restart; the button leads to logging in', async () => {
      const { app, window } = await openApp(args, { startsAtMs: now() + DAY_MS });
      await goTo(window, 'Overzicht');
      await expect(window.getByText(ENDS)).toHaveCount(1);
      expect(await told(window)).toBe(1);
      expect(exact.control.requests()).toEqual([]);
      await window.getByRole('button', { name: 'Opnieuw aanmelden' }).click();
      await expect(
        window.getByRole('heading', { level: 1, name: /^Exact Online Premium.*Gedeactiveerd$/ }),
      ).toBeVisible();
      await expect(window.getByRole('button', { name: 'Opnieuw activeren' })).toBeVisible();
      await setSize(app, 720);
      await lightAndDark(window, 'login-ends-integrations');
    });
  } finally {
    await exact.close();
  }
});

/** How often it stands in the log. */
async function told(window: Page): Promise<number> {
  const { rows } = await ask(window, 'log:list', { filter: { text: 'De aanmelding eindigt op' }, limit: 50 });
  return rows.reduce((count, row) => count + row.count, 0);
}
