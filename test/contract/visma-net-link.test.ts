/** What is particular about the login of Visma.net: two services with a token each, and a company that rides in them. */
import { createHash } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AuthContext, Secrets } from '../../connectors/_kit/connector';
import { connector } from '../../connectors/visma-net/index';
import { startSimulator, type VismaBooks } from '../../connectors/visma-net/simulator/index';
import { createTransport } from '../../main/sync/transport';
import { FakeTime } from '../fakes/fake-time';
import { openSession, valueOf, type Session } from './session';
import { onSmallBooks } from './small-books';

const HOUR_MS = 3_600_000;
const VERIFIER = 'v'.repeat(43);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const SALES_ORDER_SCOPES = 'visma.net.erp.salesorder:read visma.net.erp.salesorder:write';

const open = onSmallBooks(connector, startSimulator);

const without =
  (...keys: string[]) =>
  (secrets: Secrets): Secrets =>
    Object.fromEntries(Object.entries(secrets).filter(([key]) => !keys.includes(key)));

const ordersOf = async (session: Session<VismaBooks>) =>
  session.pull('orders', null, { settings: { pullOrders: true } });

/** The way of a browser to the login page and back, and the trade of the code that came. */
async function logIn(quirks: Record<string, string>, change: (registration: Secrets) => Secrets = (right) => right) {
  const simulator = await startSimulator({ books: 'small', quirks: { consent: 'automatic', ...quirks } });
  onTestFinished(() => simulator.close());
  const endpoints = { ...connector.manifest.endpoints, ...simulator.endpoints };
  const registration = change(simulator.registration);
  const { login } = connector.auth;
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

describe('login page', () => {
  it('is asked for what Simon needs and no more, in Dutch, with PKCE', async () => {
    const { url, back, granted } = await logIn({});
    expect(url.pathname).toBe('/connect/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      scope:
        'openid tenants offline_access vismanet_erp_interactive_api:read vismanet_erp_interactive_api:create vismanet_erp_interactive_api:update',
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
      ui_locales: 'nl-NL',
    });
    expect(back.searchParams.get('state')).toBe('abc.123');
    expect(granted).toMatchObject({ ok: true, value: { keep: { refreshToken: expect.any(String) as string } } });
  });

  it('needs no client secret for an app that has none', async () => {
    const { granted } = await logIn({ clientType: 'native' }, without('clientSecret'));
    expect(granted).toMatchObject({ ok: true });
  });

  it('tells a wrong client secret from a wrong login', async () => {
    const { granted } = await logIn({}, (right) => ({ ...right, clientSecret: 'verkeerd' }));
    expect(granted).toMatchObject({ problem: { kind: 'not-allowed', code: 'visma-net.app-refused' } });
  });
});

describe('login', () => {
  it.each(['rotate', 'reuse'])('goes on for days where refresh tokens are given out (%s)', async (refreshTokens) => {
    const session = await open({ simulator: { quirks: { refreshTokens } } });
    for (let hour = 0; hour < 30; hour += 1) {
      expect((await session.check()).ok).toBe(true);
      await session.time.advance(HOUR_MS);
    }
  });

  it('without refresh token lasts as long as its token, also when the service token ends before', async () => {
    const session = await open({ simulator: { quirks: { refreshTokens: 'none' } } });
    expect((await session.check()).ok).toBe(true);
    session.simulator.control.fault({ kind: 'status', status: 401, match: { path: '/api/v3/' } });
    expect((await ordersOf(session)).problem).toBeNull();
    await session.time.advance(HOUR_MS);
    expect(await session.check()).toMatchObject({ problem: { kind: 'needs-login', code: 'login-ended' } });
  });

  it('that was withdrawn asks for a new one', async () => {
    const session = await open();
    await session.administration();
    session.books.revokeLogin();
    expect(await session.check()).toMatchObject({
      problem: {
        kind: 'needs-login',
        code: 'login-ended',
        text: { message: { nl: 'De aanmelding bij Visma.net is ingetrokken of te oud.' } },
      },
    });
  });

  it('is not lost when the service app gets no token at the moment of a renewal', async () => {
    const session = await open({ simulator: { quirks: { refreshTokens: 'rotate' } } });
    await session.administration();
    await session.time.advance(HOUR_MS);
    session.simulator.control.fault({ kind: 'status', status: 503, match: { path: '/connect/token' } });
    expect(await session.check()).toMatchObject({ problem: { kind: 'maintenance' } });
    expect((await session.check()).ok).toBe(true);
  });

  it('without the role API user says what to do', async () => {
    const session = await open();
    session.books.withdrawRights('read');
    const refused = await session.check();
    expect(refused).toMatchObject({ problem: { kind: 'not-allowed', code: 'visma-net.not-allowed' } });
    expect(refused.ok ? '' : refused.problem.text?.action?.nl).toMatch(/API-gebruiker/);
  });

  it('to a company without licence says so', async () => {
    const session = await open();
    session.books.endLicence();
    expect(await session.check()).toMatchObject({ problem: { kind: 'not-allowed', code: 'visma-net.no-licence' } });
  });
});

describe('service app', () => {
  it('serves the sales orders, the login all else', async () => {
    const session = await open({ simulator: { quirks: { interactiveOnV3: 'refuse', appTypes: 'separate' } } });
    expect((await session.pull('customers')).problem).toBeNull();
    expect((await ordersOf(session)).problem).toBeNull();
  });

  it.each(['refuse', 'refuse-401'])(
    'is not needed for customers, articles and invoices: %s',
    async (interactiveOnV3) => {
      const session = await open({
        simulator: { quirks: { interactiveOnV3 } },
        secrets: without('serviceClientId', 'serviceClientSecret', 'tenantId'),
      });
      expect((await session.pull('customers')).problem).toBeNull();
      expect((await ordersOf(session)).problem).toMatchObject({
        kind: 'not-allowed',
        code: 'visma-net.sales-orders-not-allowed',
      });
    },
  );

  it('is not needed for sales orders where the login may ask for these rights', async () => {
    const quirks = { interactiveOnV3: 'accept', consent: 'automatic' };
    const start: typeof startSimulator = async (options) => {
      const simulator = await startSimulator(options);
      const registration = { ...simulator.registration, extraScopes: SALES_ORDER_SCOPES };
      return { ...simulator, registration, credentials: {} };
    };
    const { session, close } = await openSession(connector, start, { simulator: { books: 'small', quirks } });
    onTestFinished(close);
    expect((await ordersOf(session)).problem).toBeNull();
  });

  it('follows the company of the login when no tenant was filled in', async () => {
    const session = await open({ secrets: without('tenantId') });
    expect((await ordersOf(session)).problem).toBeNull();
  });

  it('of another company than the login is not used at all, and the login stays good', async () => {
    const tenantId = '11111111-2222-3333-4444-555555555555';
    const session = await open({ secrets: (right) => ({ ...right, tenantId }) });
    session.simulator.control.clearRequests();
    expect(await session.check()).toMatchObject({
      problem: { kind: 'not-allowed', code: 'visma-net.other-tenant', field: 'tenantId' },
    });
    expect(session.requests()).toBe(0);
  });

  it.each([
    ['visma-net.service-app-refused', { serviceClientSecret: 'verkeerd' }],
    ['visma-net.tenant-unknown', { tenantId: 'onbekend', accessToken: 'geen-jwt' }],
    ['visma-net.tenant-missing', { tenantId: '', accessToken: 'geen-jwt' }],
  ])('that is registered wrongly is explained: %s', async (code, wrong) => {
    const session = await open({ secrets: (right) => ({ ...right, ...wrong }) });
    expect(await session.check()).toMatchObject({ problem: { kind: 'not-allowed', code } });
  });

  it('whose approval the company ended is explained', async () => {
    const session = await open();
    await session.administration();
    session.books.endServiceApproval();
    expect((await ordersOf(session)).problem).toMatchObject({ code: 'visma-net.service-app-not-approved' });
  });
});

describe('limits', () => {
  it('of an hour are left to deliveries by pulling, and waited out by what the headers tell', async () => {
    const session = await open({ simulator: { quirks: { hourlyLimit: '46' } } });
    await session.administration();
    let pulled = await session.pull('customers');
    while (pulled.problem === null) pulled = await session.pull('customers');
    expect(pulled.problem).toMatchObject({ kind: 'maintenance', code: 'calls-kept-for-deliveries' });

    let asked = await session.check();
    while (asked.ok) asked = await session.check();
    expect(asked.problem.kind).toBe('rate-limited');
    const waitMs = asked.problem.retryAfterMs ?? 0;
    expect(waitMs).toBeGreaterThan(0);
    session.simulator.control.clearRequests();
    await session.time.advance(waitMs - 1);
    expect(await session.check()).toMatchObject({ problem: { kind: 'rate-limited' } });
    expect(session.requests()).toBe(0);
    await session.time.advance(1);
    expect((await session.check()).ok).toBe(true);
    expect((await session.pull('customers')).problem).toBeNull();
  });

  it('without Retry-After are waited out until the window ends', async () => {
    const session = await open();
    await session.administration();
    session.simulator.control.fault({
      kind: 'rate-limited',
      headers: { 'x-ratelimit-reset': '90', 'x-ratelimit-remaining': '0' },
      match: { path: '/v1/customer' },
    });
    expect((await session.pull('customers')).problem).toMatchObject({ kind: 'rate-limited', retryAfterMs: 90_000 });
  });
});

describe('administration', () => {
  it('tells the VAT rates of its articles', async () => {
    const session = await open();
    expect(await session.administration()).toMatchObject({
      name: 'Koppelaar Installatietechniek B.V.',
      facts: { vatRates: { HOOG: '21', LAAG: '9', NUL: '0' }, branch: null },
    });
    const articles = [...(await session.pull('articles')).present.values()];
    expect(articles.find((one) => one.code === 'ARBEID')?.vatRate).toBe('21');
  });

  it('does without VAT rates where they cannot be read', async () => {
    const session = await open();
    session.simulator.control.fault({ kind: 'status', status: 404, match: { path: '/v1/vatCategory' } });
    expect(valueOf(await session.check())).toMatchObject({ facts: { vatRates: {} } });
  });
});
