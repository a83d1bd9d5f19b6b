/** What is particular about the login of Billit: a page of its own kind, tokens in JSON, and a company in a header. */
import { createHash } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AuthContext, Secrets } from '../../connectors/_kit/connector';
import { connector } from '../../connectors/billit/index';
import { startSimulator, type BillitBooks } from '../../connectors/billit/simulator/index';
import { createTransport } from '../../main/sync/transport';
import { FakeTime } from '../fakes/fake-time';
import { valueOf, type Session } from './session';
import { onSmallBooks } from './small-books';

const { login } = connector.auth;
const MINUTE_MS = 60_000;
const VERIFIER = 'a'.repeat(43);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

const open = onSmallBooks(connector, startSimulator);

/** The way of a browser to the login page and back, and the trade of the code that came. */
async function logIn(quirks: Record<string, string>, change: (registration: Secrets) => Secrets = (right) => right) {
  const simulator = await startSimulator({ books: 'small', quirks: { consent: 'automatic', ...quirks } });
  onTestFinished(() => simulator.close());
  const endpoints = { ...connector.manifest.endpoints, ...simulator.endpoints };
  const registration = change(simulator.registration);
  const url = login?.authorizeUrl({ endpoints, registration, state: 'abc.123', codeChallenge: CHALLENGE }) ?? '';
  const page = await fetch(url, { redirect: 'manual' });
  const back = new URL(page.headers.get('location') ?? 'nowhere:');
  const time = new FakeTime();
  const transport = createTransport({ fetch: (to, init) => fetch(to, init), sleep: time.sleep, clock: time });
  const signal = new AbortController().signal;
  const ctx: AuthContext = { endpoints, clock: time, signal, send: (call) => transport.send(call, signal) };
  const answer = { code: back.searchParams.get('code') ?? '', codeVerifier: VERIFIER };
  return { url: new URL(url), back, granted: await login?.exchange(ctx, registration, answer) };
}

const withoutSecret = ({ clientSecret: _secret, ...others }: Secrets): Secrets => others;

describe('login page', () => {
  it('is asked by the parameters that Billit documents and no others', async () => {
    const { url, back, granted } = await logIn({});
    expect(url.pathname).toBe('/Account/Logon');
    expect([...url.searchParams.keys()].sort()).toEqual(['client_id', 'redirect_uri', 'state']);
    expect(back.searchParams.get('state')).toBe('abc.123');
    expect(granted).toMatchObject({ ok: true, value: { keep: { refreshToken: expect.any(String) as string } } });
  });

  it.each<Record<string, string>>([
    { responseType: 'ignore' },
    { pkce: 'verified' },
    { missingPartyID: 'refuse' },
    { tokenErrorBody: 'oauth' },
  ])('leads to a grant with %j', async (quirks) => {
    expect(await logIn(quirks)).toMatchObject({ granted: { ok: true } });
  });

  it('proves itself by PKCE where no client secret was given', async () => {
    const { url, granted } = await logIn({ pkce: 'instead-of-secret' }, withoutSecret);
    expect(url.searchParams.get('code_challenge')).toBe(CHALLENGE);
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    expect(granted).toMatchObject({ ok: true });
  });

  it.each<Record<string, string>>([
    {},
    { tokenErrorStatus: '401' },
    { tokenErrorBody: 'oauth' },
    { tokenErrorStatus: '401', tokenErrorBody: 'oauth' },
  ])('tells a wrong client secret from a wrong login (%j)', async (quirks) => {
    const { granted } = await logIn(quirks, (right) => ({ ...right, clientSecret: 'verkeerd' }));
    expect(granted).toMatchObject({
      problem: { kind: 'not-allowed', code: 'billit.registration-refused', field: 'clientSecret' },
    });
  });
});

describe('tokens', () => {
  it('are renewed again and again, each time by the newest refresh token', async () => {
    const session = await open();
    for (let hour = 1; hour <= 4; hour += 1) {
      session.books.expireTokens();
      expect((await session.check()).ok).toBe(true);
    }
    await session.time.advance(61 * MINUTE_MS);
    expect((await session.check()).ok).toBe(true);
  });

  it.each<Record<string, string>>([
    {},
    { tokenErrorStatus: '401' },
    { tokenErrorBody: 'oauth' },
    { tokenErrorStatus: '401', tokenErrorBody: 'oauth' },
  ])('ask for a new login when the refresh token was used elsewhere (%j)', async (quirks) => {
    const session = await open({
      simulator: { quirks },
      secrets: (right) => ({ ...right, refreshToken: 'een-oud-token' }),
    });
    session.books.expireTokens();
    expect(await session.check()).toMatchObject({
      problem: {
        kind: 'needs-login',
        code: 'billit.login-refused',
        text: { action: { nl: expect.stringContaining('Integraties') as string } },
      },
    });
  });

  it('ask for a new login once a renewal tells that the user withdrew it', async () => {
    const session = await open();
    await session.administration();
    session.books.revokeLogin();
    session.simulator.control.clearRequests();
    expect((await session.pull('articles')).problem).toMatchObject({
      kind: 'needs-login',
      code: 'billit.login-refused',
    });
    expect(session.requests('/OAuth2/token')).toBe(1);
  });
});

describe('company', () => {
  const several = { simulator: { quirks: { companies: 'several' } } };
  const idOf = (session: Session<BillitBooks>, name: string): string =>
    session.books.companies().find((company) => company.commercialName === name)?.id ?? '';

  it('is the one of the login, with its term of payment', async () => {
    const session = await open();
    expect(await session.administration()).toEqual({
      id: session.books.company().id,
      name: 'Koppelaar Installatietechniek B.V.',
      facts: { expiryOffsetDays: 30 },
    });
  });

  it('that lost its access is told from a login that ended', async () => {
    const session = await open();
    await session.administration();
    session.books.withdrawAccess();
    const { problem } = await session.pull('customers');
    expect(problem).toMatchObject({ kind: 'not-allowed', code: 'billit.company-gone' });
    expect(await session.check()).toMatchObject({ problem: { code: 'billit.no-company' } });
  });

  it('that was closed to programs says so by its name', async () => {
    const session = await open();
    await session.administration();
    session.books.allowApi(false);
    const { problem } = await session.pull('articles');
    expect(problem).toMatchObject({ kind: 'not-allowed', code: 'billit.company-closed' });
    expect(problem?.text?.message.nl).toContain('Koppelaar Installatietechniek B.V.');
    expect(await session.check()).toMatchObject({ problem: { code: 'billit.company-closed' } });
  });

  it('setting administration: decides whose customers and articles come over, and whose books get the invoices', async () => {
    const session = await open(several);
    const belgian = session.books.inCompany('Koppelaar België');
    const settings = { administration: idOf(session, 'Koppelaar België') };
    expect(valueOf(await session.check(undefined, settings)).name).toBe('Koppelaar België BV');
    const names = [...(await session.pull('customers', null, { settings })).present.values()].map((one) => one.name);
    expect(names.sort()).toEqual(
      belgian
        .customers()
        .map((customer) => customer.name)
        .sort(),
    );
  });

  it('setting administration: empty means the first company that is open to programs', async () => {
    const session = await open(several);
    expect(valueOf(await session.check()).name).toBe('Koppelaar Installatietechniek B.V.');
    session.books.allowApi(false);
    expect(valueOf(await session.check()).name).toBe('Koppelaar België BV');
  });

  it('setting administration: a company that is closed, or not of this login, is refused', async () => {
    const session = await open(several);
    const closed = await session.check(undefined, { administration: idOf(session, 'Koppelaar Holding') });
    expect(closed).toMatchObject({ problem: { code: 'billit.company-closed', field: 'administration' } });
    const unknown = await session.check(undefined, { administration: '12345' });
    expect(unknown).toMatchObject({ problem: { code: 'billit.company-gone', field: 'administration' } });
  });

  it('setting administration: offers the companies that are open to programs', async () => {
    const session = await open(several);
    const choices = valueOf(await connector.listChoices(await session.context(), 'administration'));
    expect(choices.map((choice) => choice.label.nl)).toEqual([
      'Koppelaar Installatietechniek B.V.',
      'Koppelaar België BV',
    ]);
  });

  it('setting administration: Controleer asks for a choice only when there is one', async () => {
    const one = await open();
    expect(valueOf(await connector.checkSetting(await one.context(), 'administration'))).toMatchObject({
      ok: true,
      verified: true,
      detail: { nl: 'Gevonden: Koppelaar Installatietechniek B.V.' },
    });
    const two = await open(several);
    const check = async (administration: string) =>
      valueOf(await connector.checkSetting(await two.context({ administration }), 'administration'));
    expect(await check('')).toMatchObject({ ok: false, problem: { code: 'billit.company-not-chosen' } });
    expect(await check(idOf(two, 'Koppelaar België'))).toMatchObject({ ok: true });
    expect(await check(idOf(two, 'Koppelaar Holding'))).toMatchObject({
      ok: false,
      problem: { code: 'billit.company-closed' },
    });
  });
});

describe('limits', () => {
  it('are not met by reading a whole table', async () => {
    const session = await open({
      simulator: { books: { customers: 3, articles: 7300 }, quirks: { limits: '60-per-minute' } },
    });
    const pulling = session.pull('articles');
    let isDone = false;
    void pulling.finally(() => (isDone = true));
    while (!isDone) {
      await session.time.advance(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const pull = await pulling;
    expect(pull.problem).toBeNull();
    expect(pull.present.size).toBe(7300);
  });

  it.each([
    ['yes', 25_000],
    ['no', 60_000],
  ])('that are met all the same are waited out (Retry-After: %s)', async (told, waitMs) => {
    const session = await open();
    await session.administration();
    const wait = told === 'yes' ? { retryAfterSeconds: 25 } : {};
    session.simulator.control.fault({ kind: 'rate-limited', match: { path: '/v1/products' }, ...wait });
    expect((await session.pull('articles')).problem).toMatchObject({ kind: 'rate-limited', retryAfterMs: waitMs });
    session.simulator.control.clearRequests();
    await session.time.advance(waitMs - 1);
    expect((await session.pull('articles')).problem?.kind).toBe('rate-limited');
    expect(session.requests()).toBe(0);
    await session.time.advance(1);
    expect((await session.pull('articles')).problem).toBeNull();
  });
});

describe('addresses', () => {
  it.each([
    ['', ''],
    ['/', '/'],
    ['/Account/Logon', '/v1'],
    ['', '/v1/'],
  ])('may be origins or go on (%j, %j)', async (authEnd, apiEnd) => {
    const simulator = await startSimulator({ books: 'small' });
    onTestFinished(() => simulator.close());
    const endpoints = { auth: `${simulator.address}${authEnd}`, api: `${simulator.address}${apiEnd}` };
    const page = login?.authorizeUrl({ endpoints, registration: {}, state: 's', codeChallenge: 'c' }) ?? '';
    expect(page.split('?')[0]).toBe(`${simulator.address}/Account/Logon`);
    const urls: string[] = [];
    const time = new FakeTime();
    const signal = new AbortController().signal;
    const ctx: AuthContext = {
      endpoints,
      clock: time,
      signal,
      send: (call) => {
        urls.push(call.url);
        return Promise.resolve({ ok: true, value: { status: 401, headers: {}, body: '' } });
      },
    };
    await login?.exchange(ctx, {}, { code: 'x', codeVerifier: VERIFIER });
    await connector.check({ ...ctx, settings: {}, grantedFor: () => null });
    expect(urls).toEqual([`${simulator.address}/OAuth2/token`, `${simulator.address}/v1/account/accountInformation`]);
  });
});
