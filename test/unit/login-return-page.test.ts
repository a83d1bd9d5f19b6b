import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { createLoginReturn } from '../../main/platform/login-return';

const HTML = readFileSync(join(import.meta.dirname, '../../resources/login-return/index.html'), 'utf8');
const inside = (tag: string): string => new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(HTML)?.[1] ?? '';
const PAGE = 'https://koppel.example/terug';

/** Shows the page at this address, with a browser that goes nowhere. */
function visit(search: string, { back = false } = {}) {
  const { document } = new Window({ url: `${PAGE}${search}` });
  document.documentElement.innerHTML = HTML.replace(/<script>.*<\/script>/s, '');
  const wentTo: string[] = [];
  const location = { search, assign: (address: string) => void wentTo.push(address) };
  const performance = { getEntriesByType: () => [{ type: back ? 'back_forward' : 'navigate' }] };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the script of the page, as a browser runs it
  const run = new Function('document', 'location', 'performance', inside('script')) as (...given: unknown[]) => void;
  run(document, location, performance);
  const part = (id: string) => document.getElementById(id) as unknown as HTMLInputElement & HTMLAnchorElement;
  return { wentTo, part };
}

describe('the return page that IT hosts', () => {
  it('runs its own style and script and nothing else', () => {
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = /content="(default-src[^"]+)"/.exec(HTML)?.[1] ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(inside('script'))}`,
      `style-src ${hash(inside('style'))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(HTML).not.toMatch(/https?:\/\/(?!127\.0\.0\.1)/);
    expect(HTML).toContain('<meta name="referrer" content="no-referrer" />');
  });

  it('goes to the port at the end of the state with what it got, encoded as it came', () => {
    const { wentTo, part } = visit('?code=ab%21c%25d&state=xyz.51234');
    expect(wentTo).toEqual(['http://127.0.0.1:51234/login-return?code=ab%21c%25d&state=xyz.51234']);
    expect(part('ways').hidden).toBe(false);
    expect(part('here').href).toBe(wentTo[0]);
  });

  it('arrives at the app that waits', async () => {
    const wait = await createLoginReturn(null).open(PAGE);
    if (!wait.ok) throw new Error(wait.problem.code);
    const { wentTo } = visit(`?code=ab%21c&state=xyz${wait.value.stateTail}`);
    expect((await fetch(wentTo[0] ?? '')).status).toBe(200);
    const answer = await wait.value.answer(AbortSignal.timeout(1_000));
    expect(answer.ok && Object.fromEntries(answer.value)).toEqual({
      code: 'ab!c',
      state: `xyz${wait.value.stateTail}`,
    });
    await wait.value.close();
  });

  it('offers our scheme and an address to copy, also when the person comes back to it', () => {
    const { wentTo, part } = visit('?error=access_denied&state=xyz.51234', { back: true });
    expect(wentTo).toEqual([]);
    const handedOver = 'simon-koppel://login-return?error=access_denied&state=xyz.51234';
    expect(part('scheme').getAttribute('href')).toBe(handedOver);
    expect(part('address').value).toBe(handedOver);
  });

  it.each(['xyz', 'xyz.99999', 'xyz.80', 'xyz.51234.evil', 'xyz.evil.example'])(
    'goes nowhere by itself without a port of this computer: %s',
    (state) => {
      const { wentTo, part } = visit(`?code=abc&state=${state}`);
      expect(wentTo).toEqual([]);
      expect(part('here').hidden).toBe(true);
      expect(part('ways').hidden).toBe(false);
    },
  );

  it('hands over nothing but the answer', () => {
    const { wentTo } = visit('?code=abc&state=xyz.51234&redirect=https://evil.example&port=1');
    expect(wentTo).toEqual(['http://127.0.0.1:51234/login-return?code=abc&state=xyz.51234']);
  });

  it('says what it is for when it is opened without an answer', () => {
    const { wentTo, part } = visit('');
    expect(wentTo).toEqual([]);
    expect(part('nothing').hidden).toBe(false);
    expect(part('ways').hidden).toBe(true);
  });
});
