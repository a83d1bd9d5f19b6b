import { request, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { LoginAddresses } from '../../../main/platform/login-addresses';
import { createLoginReturn } from '../../../main/platform/login-return';
import type { LoginWait } from '../../../main/ports';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

/** Addresses that the system would hand over. */
class Handed implements LoginAddresses {
  private readonly listeners = new Set<(address: string) => void>();
  readonly listen: LoginAddresses['listen'] = (listener) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  open(address: string): void {
    for (const listener of this.listeners) listener(address);
  }
}

async function open(redirectUri: string, addresses: LoginAddresses | null = null): Promise<LoginWait> {
  const wait = await createLoginReturn(addresses).open(redirectUri);
  if (!wait.ok) throw new Error(`Not opened: ${JSON.stringify(wait.problem)}`);
  opened.push(wait.value.close);
  return wait.value;
}

async function answerOf(wait: LoginWait): Promise<Readonly<Record<string, string>>> {
  const answer = await wait.answer(new AbortController().signal);
  if (!answer.ok) throw new Error(`No answer: ${answer.problem.code}`);
  return Object.fromEntries(answer.value);
}

/** Whether an answer is there already. */
async function isWaiting(wait: LoginWait): Promise<boolean> {
  const over = new AbortController();
  const answer = wait.answer(over.signal);
  over.abort();
  return !(await answer).ok;
}

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** As a browser asks for it; Node's fetch would not send another Host. */
function get(address: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject).end();
  });
}

const portOf = (wait: LoginWait): string => new URL(wait.redirectUri).port;

async function freePort(): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { port: (server.address() as AddressInfo).port, close };
}

describe('an address on this computer', () => {
  it('brings the answer back and shows a page that can be closed', async () => {
    const wait = await open('http://127.0.0.1/terug');
    const got = await get(`${wait.redirectUri}?code=abc%21d&state=s1`);
    expect(await answerOf(wait)).toEqual({ code: 'abc!d', state: 's1' });
    expect(got.status).toBe(200);
    expect(got.body).toContain('U kunt dit venster sluiten');
    expect(got.body).toContain('lang="en"');
    expect(got.body).not.toContain('abc');
    expect(got.headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-[^']+'/) as unknown,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(got.headers['content-security-policy']).not.toContain('unsafe');
    expect(got.body).not.toContain('<script');
  });

  it('says so when permission was refused', async () => {
    const wait = await open('http://127.0.0.1/terug');
    const got = await get(`${wait.redirectUri}?error=access_denied&state=s1`);
    expect(got.body).toContain('Er is geen toestemming gegeven.');
    expect(await answerOf(wait)).toEqual({ error: 'access_denied', state: 's1' });
  });

  it('gets the port that is listened on when it names none, and keeps its own', async () => {
    for (const address of ['http://127.0.0.1/terug', 'http://127.0.0.1:0/terug', 'http://localhost/terug']) {
      const wait = await open(address);
      expect(Number(portOf(wait))).toBeGreaterThan(1023);
      expect(new URL(wait.redirectUri).pathname).toBe('/terug');
      expect(wait.stateTail).toBe('');
    }
    const free = await freePort();
    await free.close();
    const wait = await open(`http://127.0.0.1:${free.port}/terug?x=1`);
    expect(wait.redirectUri).toBe(`http://127.0.0.1:${free.port}/terug?x=1`);
    await get(`http://127.0.0.1:${free.port}/terug?x=1&code=a&state=s`);
    expect(await answerOf(wait)).toEqual({ x: '1', code: 'a', state: 's' });
  });

  it('is reached by whatever name the browser makes of localhost', async () => {
    const wait = await open('http://localhost/terug');
    await get(`http://127.0.0.1:${portOf(wait)}/terug?code=a&state=s`, { host: `localhost:${portOf(wait)}` });
    expect(await answerOf(wait)).toEqual({ code: 'a', state: 's' });
  });

  it('is said to be taken when another program has the port', async () => {
    const taken = await freePort();
    opened.push(taken.close);
    const wait = await createLoginReturn(null).open(`http://127.0.0.1:${taken.port}/terug`);
    expect(wait).toMatchObject({ ok: false, problem: { code: 'login-port-in-use', params: { port: taken.port } } });
  });

  it('lets the next answer in when the first was not the right one, and none after it is closed', async () => {
    const wait = await open('http://127.0.0.1/terug');
    await get(`${wait.redirectUri}?code=a&state=stranger`);
    expect(await answerOf(wait)).toMatchObject({ state: 'stranger' });
    await get(`${wait.redirectUri}?code=b&state=mine`);
    expect(await answerOf(wait)).toMatchObject({ state: 'mine' });
    await wait.close();
    await expect(get(`${wait.redirectUri}?code=c&state=mine`)).rejects.toThrow('ECONNREFUSED');
  });

  it.each([
    ['another path', '/elders?code=a', {}, 'GET', 404],
    ['the root, as a browser asks for its icon', '/favicon.ico', {}, 'GET', 404],
    ['no answer', '/terug?state=s', {}, 'GET', 400],
    ['a form', '/terug?code=a', {}, 'POST', 405],
    ['a name of the web that points here', '/terug?code=a', { host: 'evil.example' }, 'GET', 403],
    ['a name of the web with our port', '/terug?code=a', { host: 'evil.example:PORT' }, 'GET', 403],
    ['a picture in a page', '/terug?code=a', { 'sec-fetch-dest': 'image' }, 'GET', 403],
    ['a frame in a page', '/terug?code=a', { 'sec-fetch-dest': 'iframe' }, 'GET', 403],
    ['a script', '/terug?code=a', { 'sec-fetch-dest': 'empty' }, 'GET', 403],
  ] as const)('does not let in: %s', async (_, path, headers, method, status) => {
    const wait = await open('http://127.0.0.1/terug');
    const port = portOf(wait);
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]),
    );
    expect((await get(`http://127.0.0.1:${port}${path}`, sent, method)).status).toBe(status);
    expect(await isWaiting(wait)).toBe(true);
    const shown = await get(`${wait.redirectUri}?code=a`, {
      'sec-fetch-dest': 'document',
      'sec-fetch-mode': 'navigate',
    });
    expect(shown.status, 'the page of the browser itself').toBe(200);
  });
});

describe('our own scheme', () => {
  const ADDRESS = 'simon-koppel://aangemeld';

  it('hands over the answer at the registered address, and nothing else', async () => {
    const handed = new Handed();
    const wait = await open(ADDRESS, handed);
    handed.open('simon-koppel://elders?code=a&state=s');
    handed.open('simon-koppel://aangemeld/diep?code=a&state=s');
    handed.open('simon-koppel://aangemeld?state=s');
    handed.open('simon-koppel:%%%');
    expect(await isWaiting(wait)).toBe(true);
    handed.open('simon-koppel://aangemeld/?code=a%21&state=s');
    expect(await answerOf(wait)).toEqual({ code: 'a!', state: 's' });
    expect(wait).toMatchObject({ redirectUri: ADDRESS, stateTail: '' });
  });

  it('hands over nothing when no login waits', async () => {
    const handed = new Handed();
    const wait = await open(ADDRESS, handed);
    await wait.close();
    handed.open(`${ADDRESS}?code=a&state=s`);
    expect(await isWaiting(wait)).toBe(true);
  });

  it('leaves pasting where the system hands nothing over', async () => {
    const wait = await open(ADDRESS);
    expect(wait.give(`${ADDRESS}?code=a&state=s`)).toBe(true);
    expect(await answerOf(wait)).toEqual({ code: 'a', state: 's' });
  });
});

describe('a page that IT hosts', () => {
  const PAGE = 'https://koppel.example/simon/terug';

  it('delivers on this computer, at the port that the state ends with', async () => {
    const wait = await open(PAGE, new Handed());
    expect(wait.redirectUri).toBe(PAGE);
    expect(wait.stateTail).toMatch(/^\.\d{4,5}$/);
    const got = await get(`http://127.0.0.1:${wait.stateTail.slice(1)}/login-return?code=a&state=s${wait.stateTail}`);
    expect(got.status).toBe(200);
    expect(await answerOf(wait)).toEqual({ code: 'a', state: `s${wait.stateTail}` });
  });

  it('delivers by our scheme when it cannot reach this computer, or by what the office copies', async () => {
    const handed = new Handed();
    const wait = await open(PAGE, handed);
    handed.open('simon-koppel://login-return?code=a&state=s');
    expect(await answerOf(wait)).toEqual({ code: 'a', state: 's' });
    expect(wait.give('geen adres')).toBe(false);
    expect(wait.give(`${PAGE}?code=b&state=s`)).toBe(true);
    expect(await answerOf(wait)).toEqual({ code: 'b', state: 's' });
  });
});

describe('waiting', () => {
  it('ends when it is cancelled or its time is over, and says which', async () => {
    const wait = await open('http://127.0.0.1/terug');
    const cancelling = new AbortController();
    const answer = wait.answer(cancelling.signal);
    cancelling.abort();
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await wait.answer(AbortSignal.timeout(1))).toMatchObject({
      ok: false,
      problem: { code: 'login-timed-out' },
    });
  });

  it.each([
    'http://koppel.example/terug',
    'ftp://127.0.0.1/terug',
    'file:///terug',
    'terug',
    'https://k.example/#terug',
  ])('is refused at %s, where nothing could come back', async (redirectUri) => {
    expect(await createLoginReturn(null).open(redirectUri)).toMatchObject({
      ok: false,
      problem: { code: 'login-redirect-unusable', field: 'redirectUri', params: { redirectUri } },
    });
  });
});
