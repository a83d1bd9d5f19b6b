import type { Page } from '@playwright/test';
import { practiceQuirks, startSimulator, type RunningExactOnline } from '../../connectors/exact-online/simulator';
import { practiceSettings } from '../../connectors/exact-online/simulator/practice-settings';
import { changeApp } from './app-settings';
import { ask, right } from './bridge';
import { expect, test } from './fixtures';
import { atLinkStep, endpointsFile } from './login-office';
import { comeBack, LoginBrowser } from './login-browser';
import { archiveUntil } from './office';
import { picture, setSize } from './screen-shots';
import { goTo, rowWith } from './screens/frame';
import { LoginScreen } from './screens/login';

test('a login that was withdrawn: one message, one button, and nothing queued is lost', async ({
  openApp,
  scratch,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  const exact = await startSimulator({ seed: 7, books: 'small', quirks: practiceQuirks });
  try {
    const endpoints = endpointsFile(scratch, { 'exact-online': exact.endpoints });
    const { app, window } = await openApp(['--data', dataFolder, '--endpoints', endpoints]);
    await setSize(app);
    const browser = await LoginBrowser.of(app);
    await test.step('linked, and working', () => linkExact(window, exact, browser));

    await test.step('withdrawn: every screen says so once, and leads to logging in again', async () => {
      exact.control.books.revokeLogin();
      right(await ask(window, 'sync:now', { resources: ['customers'], cleanUp: false }));
      await goTo(window, 'Overzicht');
      await expect(window.getByRole('alert')).toContainText('De aanmelding bij Exact Online geldt niet meer');
      await pictures(window, 'login-ended-overview');
      await window.getByRole('button', { name: 'Opnieuw koppelen' }).click();
      await expect(window.getByRole('heading', { name: 'Opnieuw koppelen' })).toBeVisible();
      await expect(window.getByRole('button', { name: 'Opnieuw koppelen' })).toHaveCount(0);
      await expect(window.getByRole('alert')).toHaveCount(1);
      await pictures(window, 'login-ended-integrations');
    });

    const archived = await test.step('what is archived meanwhile waits', () =>
      archiveUntil(window, { customer: 'Café Zoë', description: 'Boiler nakijken', workMinutes: 60 }, 'waiting'));

    await test.step('logging in again asks nothing else, and sends what waits', async () => {
      await goTo(window, 'Integraties');
      await window.evaluate(() => void (location.hash = '#/integrations/exact-online'));
      await window.getByRole('button', { name: 'Koppel' }).click();
      await expect(new LoginScreen(window).waiting).toBeVisible();
      await pictures(window, 'login-waiting');
      await comeBack(await browser.page(3));
      await expect(window.getByRole('alert')).toHaveCount(0);
      await goTo(window, 'Archiefwachtrij');
      await expect(rowWith(window, 'Archiefwachtrij', archived.number)).toContainText('Geboekt', { timeout: 30_000 });
      expect(exact.control.documents().filter(({ lines }) => lines.length > 0)).toHaveLength(1);
    });
  } finally {
    await exact.close();
  }
});

async function linkExact(window: Page, exact: RunningExactOnline, browser: LoginBrowser): Promise<void> {
  const wizard = await atLinkStep(window, 'exact-online');
  await pictures(window, 'login-form');
  await window.getByLabel('Client-id').fill(exact.registration.clientId ?? '');
  await window.getByLabel('Client-secret').fill(exact.registration.clientSecret ?? '');
  await window.getByLabel('Terugkeeradres').fill(exact.registration.redirectUri ?? '');
  await window.getByRole('button', { name: 'Koppel' }).click();
  await comeBack(await browser.page(), 'deny');
  await expect(window.getByRole('alert')).toBeVisible();
  await pictures(window, 'login-refused');
  await window.getByRole('button', { name: 'Koppel' }).click();
  await comeBack(await browser.page(2));
  await wizard.isAtStep('Instellingen');
  await pictures(window, 'login-administration');
  const saved = right(
    await ask(window, 'integrations:save-settings', {
      package: 'exact-online',
      settings: { ...practiceSettings, pdfs: 'none' },
    }),
  );
  expect(saved.refused).toEqual([]);
  await expect
    .poll(async () => (await ask(window, 'sync:status')).lastRun?.result, { timeout: 30_000 })
    .toBe('finished');
}

/** In Dutch, in English, and in the dark; each held against the rules for accessible pages. */
async function pictures(window: Page, name: string): Promise<void> {
  for (const [prefix, look] of [
    ['nl', {}],
    ['en', { language: 'en' }],
    ['nl-dark', { theme: 'dark' }],
  ] as const) {
    await changeApp(window, look);
    await picture(window, `${prefix}-${name}`);
  }
  await changeApp(window, {});
}
