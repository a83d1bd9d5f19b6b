import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { camel } from '../../preload/contract/bridge';
import { calls } from '../../preload/contract/calls';
import { ask } from './bridge';
import { expect, test } from './fixtures';
import { APP_FOLDER } from './koppel-process';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

test('the page may run its own scripts and nothing else', async ({ openApp }) => {
  const { window } = await openApp();
  const headers = await window.evaluate(async () => Object.fromEntries((await fetch(location.href)).headers));
  expect(headers['content-security-policy']).toBe(POLICY);
  expect(headers['x-content-type-options']).toBe('nosniff');

  const attack = (inject: () => void) =>
    window.evaluate(
      `new Promise((resolve) => {
        addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI), { once: true });
        (${inject.toString()})();
      })`,
    );
  const script = (): void => {
    document.body.append(
      Object.assign(document.createElement('script'), { textContent: 'document.title = "attacked"' }),
    );
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that is the attack
  const text = (): void => void setTimeout('document.title = "attacked"');
  const handler = (): void => {
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="document.title = 1">');
  };
  const request = (): void => void fetch('https://example.com/').catch(() => undefined);
  expect(await attack(script)).toBe('inline');
  expect(await attack(text)).toBe('eval');
  expect(await attack(handler)).toBe('inline');
  expect(await attack(request)).toBe('https://example.com/');
  await expect(window).toHaveTitle('Mijn bedrijf – Simon Koppel');
});

test('window.app has the declared calls and no more; nothing of Electron or Node is there', async ({ openApp }) => {
  const { window } = await openApp();
  const offered = await window.evaluate(() => {
    const { app } = globalThis as unknown as { readonly app: Readonly<Record<string, object>> };
    return Object.entries(app).flatMap(([area, verbs]) =>
      typeof verbs === 'function' ? [area] : Object.keys(verbs).map((verb) => `${area}.${verb}`),
    );
  });
  const declared = Object.keys(calls).map((channel) => channel.split(':').map(camel).join('.'));
  expect(offered.sort()).toEqual([...declared, 'on'].sort());
  expect(
    await window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in globalThis),
    ),
  ).toEqual([]);
  await expect(window.evaluate("app.on('event:app:state', () => {})")).rejects.toThrow('There is no event');
  expect(
    await window.evaluate("app.customers.list({ search: 7, offset: 'x' })"),
    'input that is not what was declared reaches nothing',
  ).toMatchObject({ ok: false, bug: { id: expect.stringMatching(/^[A-Z0-9]{6}$/) as unknown } });
});

test('the window goes nowhere else, opens nothing and embeds nothing', async ({ openApp }) => {
  const { app, window } = await openApp();
  const home = pageOf(window.url());
  await app.evaluate(({ webContents }) => {
    const record = { stopped: [] as string[] };
    webContents.getAllWebContents()[0]?.on('will-frame-navigate', (event) => {
      if (event.defaultPrevented) record.stopped.push(event.url);
    });
    Object.assign(globalThis, record);
  });
  for (const attack of ATTACKS) await window.evaluate(attack);
  const stopped = () => app.evaluate(() => (globalThis as unknown as { readonly stopped: readonly string[] }).stopped);
  await expect.poll(stopped).toEqual(['https://example.com/', 'app://attacker/index.html']);
  // It still is the app, alone, and answers.
  expect(pageOf(window.url())).toBe(home);
  expect(await ask(window, 'customers:list', { search: '', offset: 0, limit: 1 })).toEqual({ total: 0, rows: [] });
  const shown = await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL()));
  expect(shown.map(pageOf)).toEqual([home]);
});

const pageOf = (url: string): string => url.split('#')[0] ?? '';

const ATTACKS = [
  "void (location.href = 'https://example.com/')",
  "void (location.href = 'file:///etc/passwd')",
  "location.replace('app://attacker/index.html')",
  "void open('https://example.com/')",
  "void open('app://simon-koppel/index.html')",
  "document.body.insertAdjacentHTML('beforeend', '<iframe src=https://example.com/></iframe>')",
  "document.body.insertAdjacentHTML('beforeend', '<webview src=https://example.com/></webview>')",
  "document.body.insertAdjacentHTML('beforeend', '<a href=https://example.com/ target=_blank></a>'), document.body.lastElementChild.click()",
  "document.body.insertAdjacentHTML('beforeend', '<form action=https://example.com/></form>'), document.body.lastElementChild.submit()",
];

test('another page reaches no call, even with the preload of the app', async ({ openApp }) => {
  const { app } = await openApp();
  const answer = await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const foreign = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } });
      await foreign.loadURL('data:text/html,foreign');
      const call = "app.customers.list({ search: '', offset: 0, limit: 1 }).then(() => 'answered', String)";
      const answered: unknown = await foreign.webContents.executeJavaScript(call);
      foreign.destroy();
      return answered;
    },
    join(APP_FOLDER, 'out/preload/index.cjs'),
  );
  expect(answer).toContain('Refused');
});

test('app:// gives the files of the screens and no others', async ({ openApp }) => {
  const { window } = await openApp();
  for (const path of [
    '../../package.json',
    '%2e%2e/%2e%2e/package.json',
    '..%2f..%2fpackage.json',
    '%5c..%5cpackage.json',
    'assets/../../main/index.js',
    'assets/%00.js',
    'missing.js',
  ]) {
    expect([path, await statusOf(window, `app://simon-koppel/${path}`)]).toEqual([path, 404]);
  }
  expect(await statusOf(window, 'app://simon-koppel/index.html')).toBe(200);
  await expect(window.evaluate(() => fetch('file:///etc/passwd'))).rejects.toThrow();
});

const statusOf = (window: Page, url: string): Promise<number> =>
  window.evaluate(async (address) => (await fetch(address)).status, url);
