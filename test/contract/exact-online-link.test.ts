/** What is particular about the login of Exact Online, its limits and its rights. */
import { describe, expect, it } from 'vitest';
import { TOKEN_KEYS } from '../../connectors/_kit/oauth-login';
import { connector } from '../../connectors/exact-online/index';
import { startSimulator, type ExactOnlineBooks } from '../../connectors/exact-online/simulator/index';
import { valueOf, type Session } from './session';
import { onSmallBooks } from './small-books';

const SECOND_MS = 1000;

const open = onSmallBooks(connector, startSimulator);

const tokenCalls = (session: Session<ExactOnlineBooks>): number => session.requests('/api/oauth2/token');

describe('the access token', () => {
  it.each(['text', 'number'])('is used for 580 seconds and renewed before its 600 are over (%s)', async (expiresIn) => {
    const session = await open({ simulator: { quirks: { expiresIn } } });
    session.simulator.control.clearRequests();
    await session.time.advance(579 * SECOND_MS);
    valueOf(await session.check());
    expect(tokenCalls(session)).toBe(0);
    await session.time.advance(SECOND_MS);
    valueOf(await session.check());
    expect(tokenCalls(session)).toBe(1);
  });

  it('is renewed every time with the newest refresh token, over a working day', async () => {
    const session = await open();
    for (let turn = 0; turn < 60; turn += 1) {
      await session.time.advance(590 * SECOND_MS);
      valueOf(await session.check());
    }
  });

  it.each(['400', '401'])(
    'that is refused too early is waited for, and is no reason to log in again (%s)',
    async (tooEarlyStatus) => {
      const session = await open({ simulator: { quirks: { tooEarlyStatus } } });
      await session.time.advance(100 * SECOND_MS);
      session.simulator.control.fault({ kind: 'status', status: 401, match: { path: '/current/Me' } });
      expect(await session.check()).toMatchObject({
        problem: { kind: 'rate-limited', retryAfterMs: 470 * SECOND_MS },
      });
      session.simulator.control.clearRequests();
      await session.time.advance(469 * SECOND_MS);
      expect(await session.check()).toMatchObject({ problem: { kind: 'rate-limited' } });
      expect(session.requests()).toBe(0);
      await session.time.advance(SECOND_MS);
      valueOf(await session.check());
    },
  );

  it('is tried again soon when the clock of the computer was set, so that "too early" makes no sense', async () => {
    const session = await open();
    session.time.setWallClock(session.time.nowMs() + 3_600_000);
    session.simulator.control.fault({ kind: 'status', status: 401, match: { path: '/current/Me' } });
    const words = JSON.stringify({ error: 'access_denied', error_description: 'access_token not expired' });
    session.simulator.control.fault({ kind: 'status', status: 400, body: words, match: { path: '/oauth2/token' } });
    expect(await session.check()).toMatchObject({ problem: { kind: 'rate-limited', retryAfterMs: 30 * SECOND_MS } });
  });
});

describe('the refresh token', () => {
  it('that was used somewhere else ends the login, in words', async () => {
    let first = '';
    const session = await open({
      secrets: (right) => {
        first = right[TOKEN_KEYS.refreshToken] ?? '';
        return right;
      },
    });
    const { endpoints, registration } = session.simulator;
    await session.time.advance(580 * SECOND_MS);
    const other = await fetch(`${endpoints.auth}/api/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: first,
        client_id: registration.clientId ?? '',
        client_secret: registration.clientSecret ?? '',
      }),
    });
    expect(other.status).toBe(200);
    expect(await session.check()).toMatchObject({
      problem: {
        kind: 'needs-login',
        code: 'exact-online.login-used-elsewhere',
        text: { message: { nl: expect.stringContaining('andere computer') as string } },
      },
    });
  });

  it.each(['400', '401'])(
    'that was withdrawn or is older than 30 days ends the login (%s)',
    async (deadRefreshToken) => {
      const revoked = await open({ simulator: { quirks: { deadRefreshToken } } });
      valueOf(await revoked.check());
      revoked.books.revokeLogin();
      expect(await revoked.check()).toMatchObject({ problem: { code: 'exact-online.login-withdrawn' } });
      const old = await open({ simulator: { quirks: { deadRefreshToken } } });
      await old.time.advance(31 * 86_400 * SECOND_MS);
      expect(await old.check()).toMatchObject({
        problem: { kind: 'needs-login', code: 'exact-online.login-withdrawn' },
      });
    },
  );

  it('is not used up by an answer that says to wait', async () => {
    const session = await open();
    await session.time.advance(590 * SECOND_MS);
    session.simulator.control.fault({ kind: 'rate-limited', retryAfterSeconds: 5, match: { path: '/oauth2/token' } });
    expect(await session.check()).toMatchObject({ problem: { kind: 'rate-limited', retryAfterMs: 5 * SECOND_MS } });
    await session.time.advance(5 * SECOND_MS);
    valueOf(await session.check());
  });
});

describe('the registration', () => {
  it('with a wrong secret is told apart from a login that ended', async () => {
    const session = await open({ secrets: (right) => ({ ...right, clientSecret: 'verkeerd' }) });
    await session.time.advance(590 * SECOND_MS);
    expect(await session.check()).toMatchObject({
      problem: { kind: 'not-allowed', code: 'exact-online.app-refused' },
    });
  });

  it('leads to a login page without PKCE, which Exact Online does not know', () => {
    const address = connector.auth.login?.authorizeUrl({
      endpoints: connector.manifest.endpoints,
      registration: { clientId: 'abc', clientSecret: 'geheim', redirectUri: 'https://simon.example/terug' },
      state: 'a b',
      codeChallenge: 'xyz',
    });
    expect(address).toBe(
      'https://start.exactonline.nl/api/oauth2/auth?client_id=abc&redirect_uri=https%3A%2F%2Fsimon.example%2Fterug&state=a+b&response_type=code&force_login=0',
    );
  });
});

describe('limits', () => {
  const headers = (session: Session<ExactOnlineBooks>, more: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(more).map(([name, value]) => [
        `x-ratelimit-${name}`,
        name.endsWith('reset') ? String(session.time.nowMs() + Number(value) * SECOND_MS) : value,
      ]),
    );

  it.each([
    ['minute', { 'minutely-remaining': '0', 'minutely-reset': '23' }, 23],
    ['day', { remaining: '0', reset: '7200' }, 7200],
    ['minute, while the day has room', { remaining: '900', reset: '7200', 'minutely-remaining': '0', 'minutely-reset': '9' }, 9], // prettier-ignore
    ['errors of one address', { remaining: '900', reset: '7200', 'minutely-remaining': '50', 'minutely-reset': '9' }, 900], // prettier-ignore
  ])('of the %s are waited out as their headers tell', async (_which, told, seconds) => {
    const session = await open();
    await session.administration();
    session.simulator.control.fault({
      kind: 'rate-limited',
      headers: headers(session, told),
      match: { path: '/sync/CRM/Accounts' },
    });
    expect((await session.pull('customers')).problem).toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: seconds * SECOND_MS,
    });
    session.simulator.control.clearRequests();
    await session.time.advance(seconds * SECOND_MS - 1);
    expect((await session.pull('customers')).problem?.kind).toBe('rate-limited');
    expect(session.requests()).toBe(0);
    await session.time.advance(1);
    expect((await session.pull('customers')).problem).toBeNull();
  });

  it('without any header are waited out for a minute', async () => {
    const session = await open();
    await session.administration();
    session.simulator.control.fault({ kind: 'rate-limited', match: { path: '/sync/CRM/Accounts' } });
    expect((await session.pull('customers')).problem).toMatchObject({ retryAfterMs: 60 * SECOND_MS });
  });

  it('are not reached by pulling: the rest of the minute is left to deliveries', async () => {
    let token = '';
    const session = await open({
      simulator: { books: { customers: 3100, articles: 5 } },
      secrets: (right) => {
        token = right[TOKEN_KEYS.accessToken] ?? '';
        return right;
      },
    });
    await session.administration();
    // Another computer with the same administration.
    for (let call = 0; call < 49; call += 1) {
      const address = `${session.simulator.endpoints.api}/api/v1/current/Me?$select=CurrentDivision`;
      await (await fetch(address, { headers: { authorization: `Bearer ${token}` } })).text();
    }
    const first = await session.pull('customers');
    expect(first.pages).toHaveLength(1);
    expect(first.problem).toMatchObject({ kind: 'rate-limited', retryAfterMs: 60 * SECOND_MS });
    // Nothing was refused, so nothing keeps a delivery back.
    expect((await session.check()).ok).toBe(true);
    await session.time.advance(60 * SECOND_MS);
    expect((await session.pull('customers', first.mark)).problem).toBeNull();
  });

  it('of the day are not reached by pulling either, and deliveries go on', async () => {
    const session = await open({ simulator: { books: { customers: 3100, articles: 5 } } });
    await session.administration();
    session.books.leaveRequestsToday(380);
    const first = await session.pull('customers');
    expect(first.problem).toMatchObject({ kind: 'maintenance', code: 'calls-kept-for-deliveries' });
    expect(first.problem?.retryAfterMs).toBe(14 * 3_600_000);
    valueOf(await session.check());
  });
});

describe('rights', () => {
  it.each<[Parameters<ExactOnlineBooks['withdrawRights']>[0], 'customers' | 'articles', RegExp]>([
    ['Crm accounts', 'customers', /Relaties/],
    ['Logistics items', 'articles', /Artikelen/],
  ])('that lack are named: %s', async (right, resource, message) => {
    const session = await open();
    await session.administration();
    session.books.withdrawRights(right);
    const { problem } = await session.pull(resource);
    expect(problem).toMatchObject({ kind: 'not-allowed', code: 'exact-online.not-allowed' });
    expect(problem?.text?.message.nl).toMatch(message);
  });

  it.each(['shape', 'empty'])(
    'to the company that are withdrawn are told as such (body: %s)',
    async (forbiddenBody) => {
      const session = await open({ simulator: { quirks: { forbiddenBody } } });
      await session.administration();
      session.books.withdrawCompany();
      expect((await session.pull('customers')).problem).toMatchObject({
        kind: 'not-allowed',
        code: 'exact-online.no-division-access',
      });
      session.books.switchCompany(3141593);
      expect(await session.check(undefined, { administration: '3141592' })).toMatchObject({
        problem: { kind: 'not-allowed', code: 'exact-online.administration-unknown' },
      });
    },
  );

  it('a company that Exact Online is busy with is left alone for ten minutes', async () => {
    const session = await open();
    await session.administration();
    session.books.changeCompany({ BlockingStatus: 1 });
    expect((await session.pull('customers')).problem).toMatchObject({
      kind: 'maintenance',
      code: 'exact-online.administration-busy',
      retryAfterMs: 600 * SECOND_MS,
    });
  });
});
