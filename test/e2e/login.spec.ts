import type { ElectronApplication, Page } from '@playwright/test';
import { startSimulator as startBillit } from '../../connectors/billit/simulator';
import { startSimulator as startExact } from '../../connectors/exact-online/simulator';
import { ask } from './bridge';
import { expect, test } from './fixtures';
import { APP_FOLDER, startApp } from './koppel-process';
import { answerLoginPage, comeBack, LoginBrowser } from './login-browser';
import { goTo } from './screens/frame';
import { atLinkStep, endpointsFile } from './login-office';
import { LinkSettingsForm } from './screens/link-settings';
import { LoginScreen } from './screens/login';

const LOG_IN = 'Koppel';

test('Exact Online is linked by logging in in the browser, and its administration comes first', async ({
  openApp,
  dataFolder,
}) => {
  const { app, window } = await openApp(['--practice', '--data', dataFolder]);
  const browser = await LoginBrowser.of(app);
  await leaveSnelstart(window);
  const wizard = await atLinkStep(window, 'exact-online');
  const login = new LoginScreen(window);
  const logIn = window.getByRole('button', { name: LOG_IN });
  await window.getByRole('button', { name: 'Oefengegevens invullen' }).click();

  await test.step('the address can be copied to another browser, and opened again', async () => {
    await logIn.click();
    const page = await browser.page();
    await expect(login.waiting).toBeFocused();
    await expect(login.address).toHaveValue(page);
    await login.copy.click();
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(page);
    await login.openAgain.click();
    const again = await browser.page(2);
    await expect(login.address).toHaveValue(again);
    expect(stateOf(again), 'a new login').not.toBe(stateOf(page));
    await expect(
      fetch(`${redirectOf(page)}?code=a&state=${stateOf(page)}`),
      'the old one waits no more',
    ).rejects.toThrow();
  });

  await test.step('who refuses is told so, and can try again', async () => {
    expect(await comeBack(await browser.page(2), 'deny')).toContain('Er is geen toestemming gegeven.');
    await expect(window.getByRole('alert')).toContainText('De aanmelding is geweigerd of gestopt');
    await expect(logIn).toBeFocused();
  });

  await test.step('cancelling goes back without a message', async () => {
    await logIn.click();
    await login.cancel.click();
    await expect(logIn).toBeVisible();
    await expect(window.getByRole('alert')).toHaveCount(0);
  });

  await test.step('an answer to another login changes nothing; the right one links', async () => {
    await logIn.click();
    const page = await browser.page(4);
    const stranger = await fetch(`${redirectOf(page)}?code=a&state=stranger`);
    expect(stranger.status).toBe(200);
    await expect(login.waiting).toBeVisible();
    expect(await comeBack(page)).toContain('U kunt dit venster sluiten');
    await wizard.isAtStep('Instellingen');
  });

  const form = new LinkSettingsForm(window);
  await test.step('the other settings show once the administration is right', async () => {
    await expect(form.row('Dagboeknummer')).toHaveCount(0);
    await expect(window.getByText('Zodra deze instelling klopt, ziet u de andere instellingen.')).toBeVisible();
    await form.choose('Administratienummer', /3141592/);
    await expect(form.row('Dagboeknummer')).toHaveCount(0);
    await form.check('Administratienummer');
    await expect(form.row('Dagboeknummer')).toBeVisible();
    await form.choose('Dagboeknummer', /^70 /);
    await form.text('Artikel voor werktijd').fill('ARBEID');
    await form.checkAll.click();
    await form.rightAre(9, 9);
  });

  await test.step('saving pulls its customers and articles', async () => {
    await form.save.click();
    await expect(window.getByRole('heading', { level: 1 })).toContainText('Actief');
    await goTo(window, 'Klanten');
    await expect(window.getByText('262 regels').first()).toBeVisible({ timeout: 30_000 });
  });
});

test('what the browser ended at can be pasted', async ({ openApp, scratch, dataFolder }) => {
  const redirectUri = 'https://koppel.example/terug';
  const exact = await startExact({ seed: 7, books: 'small', quirks: { redirectUri } });
  try {
    const endpoints = endpointsFile(scratch, { 'exact-online': exact.endpoints });
    const { app, window } = await openApp(['--data', dataFolder, '--endpoints', endpoints]);
    await recordClaims(app);
    const browser = await LoginBrowser.of(app);
    const wizard = await atLinkStep(window, 'exact-online');
    const login = new LoginScreen(window);
    await window.getByLabel('Client-id').fill(exact.registration.clientId ?? '');
    await window.getByLabel('Client-secret').fill(exact.registration.clientSecret ?? '');
    await window.getByLabel('Terugkeeradres').fill(redirectUri);
    await window.getByRole('button', { name: LOG_IN }).click();
    const page = await browser.page();
    expect(stateOf(page), 'for the return page').toMatch(/\.\d{4,5}$/);
    await login.pasted.fill(page);
    await login.goOn.click();
    await expect(login.waiting.getByRole('alert')).toContainText('Dit adres hoort niet bij deze aanmelding.');
    const ended = await answerLoginPage(page);
    expect(ended).toContain(redirectUri);
    await login.pasted.fill(ended);
    await login.pasted.press('Enter');
    await wizard.isAtStep('Instellingen');
  } finally {
    await exact.close();
  }
});

test('an address of our own scheme is handed over by a second start, which ends', async ({
  openApp,
  scratch,
  dataFolder,
}) => {
  const billit = await startBillit({ seed: 7, books: 'small', quirks: { customScheme: 'accept' } });
  try {
    const endpoints = endpointsFile(scratch, { billit: billit.endpoints });
    const { app, window } = await openApp(['--data', dataFolder, '--endpoints', endpoints]);
    const browser = await LoginBrowser.of(app);
    const claims = await recordClaims(app);
    const wizard = await atLinkStep(window, 'billit');
    await window.getByLabel('Client-id').fill(billit.registration.clientId ?? '');
    await window.getByLabel('Client-secret').fill(billit.registration.clientSecret ?? '');
    await window.getByLabel('Terugkeeradres').fill('simon-koppel://aangemeld');
    await window.getByRole('button', { name: 'Koppel', exact: true }).click();
    const page = await browser.page();
    expect(await claims()).toEqual([{ scheme: 'simon-koppel', args: [APP_FOLDER, '--data', dataFolder, '--'] }]);

    const handOver = async (address: string): Promise<void> => {
      const { exitCode, stderr } = await startApp(['--data', dataFolder, '--', address]).finished;
      expect(exitCode, stderr).toBe(0);
    };
    await handOver('simon-koppel://aangemeld?code=vreemd&state=vreemd');
    await expect(new LoginScreen(window).waiting).toBeVisible();
    await handOver(await answerLoginPage(page));
    await wizard.isAtStep('Instellingen');
    await handOver('simon-koppel://aangemeld?code=laat&state=laat');
    await wizard.isAtStep('Instellingen');
  } finally {
    await billit.close();
  }
});

/** The practice administration links SnelStart by itself. */
async function leaveSnelstart(window: Page): Promise<void> {
  await expect.poll(async () => (await ask(window, 'sync:status')).package, { timeout: 30_000 }).toBe('snelstart');
  await ask(window, 'integrations:deactivate', 'snelstart');
}

const stateOf = (page: string): string => new URL(page).searchParams.get('state') ?? '';
const redirectOf = (page: string): string => new URL(page).searchParams.get('redirect_uri') ?? '';

interface Claim {
  readonly scheme: string;
  readonly args: readonly string[];
}

/** What the app asks of the system for its scheme; a test leaves the system as it was. */
async function recordClaims(app: ElectronApplication): Promise<() => Promise<readonly Claim[]>> {
  await app.evaluate(({ app: electron }) => {
    const claims: Claim[] = [];
    Object.assign(globalThis, { claims });
    electron.setAsDefaultProtocolClient = (scheme, _program, args = []) => {
      claims.push({ scheme, args });
      return true;
    };
  });
  return () => app.evaluate(() => (globalThis as unknown as { readonly claims: readonly Claim[] }).claims);
}
