/** The browser of the computer, and the person who logs in there. */
import { expect, type ElectronApplication } from '@playwright/test';

/** Stands between the app and the system's browser, which a test machine may not have. */
export class LoginBrowser {
  private constructor(private readonly app: ElectronApplication) {}

  static async of(app: ElectronApplication): Promise<LoginBrowser> {
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = (url) => {
        opened.push(url);
        return Promise.resolve();
      };
    });
    return new LoginBrowser(app);
  }

  /** The pages that the app opened, oldest first. */
  async opened(): Promise<readonly string[]> {
    return this.app.evaluate(() => (globalThis as unknown as { readonly opened: readonly string[] }).opened);
  }

  /** Waits until the app has opened so many pages; the last one. */
  async page(count = 1): Promise<string> {
    await expect.poll(async () => (await this.opened()).length).toBe(count);
    return (await this.opened())[count - 1] ?? '';
  }
}

/** Where the login page sends the browser when the first person of the page allows or refuses, for the first company. */
export async function answerLoginPage(url: string, decision: 'allow' | 'deny' = 'allow'): Promise<string> {
  const shown = await fetch(url);
  const html = await shown.text();
  expect(shown.status, html).toBe(200);
  const form = new URLSearchParams({ practice_decision: decision });
  for (const [tag] of html.matchAll(/<input [^>]*type="(hidden|radio)"[^>]*>/g)) {
    if (tag.includes('type="radio"') && !tag.includes(' checked')) continue;
    form.set(attribute(tag, 'name'), attribute(tag, 'value'));
  }
  for (const [, select = '', option = ''] of html.matchAll(/(<select [^>]*>)(<option [^>]*>)/g)) {
    form.set(attribute(select, 'name'), attribute(option, 'value'));
  }
  const sent = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  expect(sent.status, await sent.text()).toBe(302);
  return sent.headers.get('location') ?? '';
}

/** Goes where the login page sends the browser. */
export async function comeBack(url: string, decision?: 'allow' | 'deny'): Promise<string> {
  const back = await fetch(await answerLoginPage(url, decision));
  expect(back.status).toBe(200);
  return back.text();
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
