import { describe, expect, it } from 'vitest';
import type { HttpCall } from '../../../connectors/_kit/http';
import { createConnection, type ConnectionStatus } from '../../../main/sync/connection';
import { fakeConnector } from '../../fakes/fake-connector';
import { FakeTime } from '../../fakes/fake-time';

const URL = 'https://package.test';
const NEVER = new AbortController().signal;
const ADMINISTRATION = { id: '1', name: 'Administratie', facts: null };
const rows: HttpCall = { method: 'GET', url: `${URL}/rows`, effect: 'read', doc: '' };
const create: HttpCall = { method: 'POST', url: `${URL}/rows`, effect: 'write', doc: '' };

interface Request {
  readonly path: string;
  readonly method: string;
  readonly token: string;
}
type Answer = (request: Request) => Response | Promise<Response>;

/** A connection on a package that accepts the newest token only, unless `answer` says otherwise. */
function connect(
  options: {
    answer?: Answer;
    secrets?: Record<string, string>;
    requestsPerMinute?: number;
    tokenLifeMs?: number | null;
  } = {},
) {
  const time = new FakeTime();
  const connector = fakeConnector(options.requestsPerMinute, options.tokenLifeMs);
  const requests: Request[] = [];
  const states: ConnectionStatus[] = [];
  const accept: Answer = ({ path, token }) => {
    if (path === '/token') return Response.json({});
    return token === `token-${connector.tokensAsked()}` ? Response.json([]) : new Response('', { status: 401 });
  };
  const connection = createConnection({
    connector,
    endpoints: connector.manifest.endpoints,
    secrets: () => Promise.resolve(options.secrets ?? { key: 'k' }),
    keepSecrets: () => Promise.resolve(),
    fetch: async (url, init) => {
      const headers = new Headers(init.headers);
      const request = {
        path: url.slice(URL.length),
        method: init.method ?? 'GET',
        token: headers.get('authorization') ?? '',
      };
      requests.push(request);
      await new Promise((resolve) => setImmediate(resolve));
      return await (options.answer ?? accept)(request);
    },
    clock: time,
    sleep: time.sleep,
  });
  connection.onChange((status) => states.push(status));
  const context = (signal = NEVER, lane: 'pull' | 'push' = 'pull') =>
    connection.context(ADMINISTRATION, {}, signal, lane);
  return { time, connector, connection, requests, states, context, accept };
}

const paths = (requests: readonly Request[]): string[] => requests.map((request) => request.path);

describe('grant', () => {
  it('is asked once and used for every call', async () => {
    const { context, requests } = connect();
    expect((await context().send(rows)).ok).toBe(true);
    expect((await context().send(rows)).ok).toBe(true);
    expect(paths(requests)).toEqual(['/token', '/rows', '/rows']);
  });

  it.each([2, 8])('is renewed once for %i calls that need it at the same moment', async (count) => {
    const { context, connector, requests } = connect();
    const answers = await Promise.all(Array.from({ length: count }, () => context().send(rows)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(connector.tokensAsked()).toBe(1);
    expect(requests).toHaveLength(1 + count);
  });

  it.each([2, 8])('is renewed once when %i calls are refused at the same moment', async (count) => {
    const test = connect({
      answer: ({ path, token }) =>
        path === '/token' || token === 'token-2' ? Response.json([]) : new Response('', { status: 401 }),
    });
    const answers = await Promise.all(Array.from({ length: count }, () => test.context().send(rows)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(test.connector.tokensAsked()).toBe(2);
  });

  it('is renewed shortly before its end, even when somebody sets the clock back', async () => {
    const { context, connector, time, requests } = connect();
    await context().send(rows);
    await time.advance(579_000);
    await context().send(rows);
    expect(connector.tokensAsked()).toBe(1);
    time.setWallClock(time.nowMs() - 3 * 3_600_000);
    await time.advance(1_000);
    await context().send(rows);
    expect(connector.tokensAsked()).toBe(2);
    expect(requests.filter((request) => request.path === '/rows')).toHaveLength(3);
  });

  it.each([
    ['the computer slept, which the clock of durations may not count', 8 * 3_600_000],
    ['somebody set the clock two days ahead', 48 * 3_600_000],
    ['somebody set the clock two days back', -48 * 3_600_000],
  ])('is renewed once, and the call sent once more, when it had ended although %s', async (_what, jumpMs) => {
    let endedToken = '';
    const { context, connector, time, requests } = connect({
      answer: ({ path, token }) =>
        path === '/token' || token !== endedToken ? Response.json([]) : new Response('', { status: 401 }),
    });
    await context().send(rows);
    endedToken = 'token-1';
    time.setWallClock(time.nowMs() + jumpMs);
    expect((await context(NEVER, 'push').send(create)).ok).toBe(true);
    expect((await context().send(rows)).ok).toBe(true);
    expect(connector.tokensAsked()).toBe(2);
    expect(paths(requests)).toEqual(['/token', '/rows', '/rows', '/token', '/rows', '/rows']);
  });

  it('sends a write once more after it was refused, because then it was not carried out', async () => {
    let refusals = 1;
    const { context, requests } = connect({
      answer: ({ path }) => {
        if (path === '/token' || refusals === 0) return Response.json({}, { status: 201 });
        refusals -= 1;
        return new Response('', { status: 401 });
      },
    });
    expect(await context(NEVER, 'push').send(create)).toMatchObject({ ok: true, value: { status: 201 } });
    expect(paths(requests)).toEqual(['/token', '/rows', '/token', '/rows']);
  });

  it('needs a login when a new grant is refused too, after one renewal', async () => {
    const { context, requests } = connect({
      answer: ({ path }) => (path === '/token' ? Response.json({}) : new Response('', { status: 401 })),
    });
    expect(await context().send(rows)).toMatchObject({ problem: { kind: 'needs-login', code: 'login-refused' } });
    expect(paths(requests)).toEqual(['/token', '/rows', '/token', '/rows']);
  });

  it('is renewed again when the computer slept twice while the call was on its way', async () => {
    let sleeps = 2;
    const test = connect({
      answer: ({ path }) => {
        if (path === '/token' || sleeps === 0) return Response.json([]);
        sleeps -= 1;
        test.time.setWallClock(test.time.nowMs() + 8 * 3_600_000);
        return new Response('', { status: 401 });
      },
    });
    expect((await test.context(NEVER, 'push').send(create)).ok).toBe(true);
    expect(test.connector.tokensAsked()).toBe(3);
  });

  it.each([
    ['goes on with the third', 2, { ok: true }],
    ['needs a login when that is refused too', 3, { problem: { kind: 'needs-login', code: 'login-refused' } }],
  ])('where nothing tells when one ends, two may have ended: %s', async (_what, refusals, outcome) => {
    let left = refusals;
    const { context, connector } = connect({
      tokenLifeMs: null,
      answer: ({ path }) => {
        if (path === '/token' || left === 0) return Response.json([]);
        left -= 1;
        return new Response('', { status: 401 });
      },
    });
    expect(await context(NEVER, 'push').send(create)).toMatchObject(outcome);
    expect(connector.tokensAsked()).toBe(3);
  });

  it("passes on the connector's own problem when the key is refused, and sends nothing more", async () => {
    const { context, requests } = connect({ secrets: { key: 'refused' } });
    expect(await context().send(create)).toMatchObject({ problem: { kind: 'needs-login', code: 'key-refused' } });
    expect(paths(requests)).toEqual(['/token']);
  });

  it('tells when the keychain cannot be reached, and goes on when it can', async () => {
    const time = new FakeTime();
    let isLocked = true;
    const connector = fakeConnector();
    const connection = createConnection({
      connector,
      endpoints: connector.manifest.endpoints,
      secrets: () => (isLocked ? Promise.reject(new Error('locked')) : Promise.resolve({ key: 'k' })),
      keepSecrets: () => Promise.resolve(),
      fetch: () => Promise.resolve(Response.json({})),
      clock: time,
      sleep: time.sleep,
    });
    const context = connection.checkContext(NEVER, {});
    expect(await context.send(rows)).toMatchObject({ problem: { kind: 'storage', code: 'keychain-unreachable' } });
    isLocked = false;
    expect((await context.send(rows)).ok).toBe(true);
  });

  it('is not asked for a caller that has stopped already', async () => {
    const { context, requests } = connect();
    expect(await context(AbortSignal.abort()).send(rows)).toMatchObject({ problem: { kind: 'cancelled' } });
    expect(requests).toEqual([]);
  });

  it('goes on for the others when one of the callers stops', async () => {
    const { context } = connect();
    const stop = new AbortController();
    const stopped = context(stop.signal).send(rows);
    const other = context().send(rows);
    stop.abort();
    expect(await stopped).toMatchObject({ problem: { kind: 'cancelled' } });
    expect((await other).ok).toBe(true);
  });
});

describe('pause', () => {
  const limited = (headers: Record<string, string> = {}): Answer => {
    let first = true;
    return ({ path }) => {
      if (path === '/token' || !first) return Response.json([]);
      first = false;
      return new Response('', { status: 429, headers });
    };
  };

  it.each([
    ['seconds', { 'retry-after': '90' }, 90_000],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 10:01:30 GMT', date: 'Sun, 22 Nov 2026 10:00:00 GMT' }, 90_000],
    ['nothing', {}, 60_000],
    ['a day', { 'retry-after': '86400' }, 86_400_000],
  ])('of the whole connection after 429 with %s: no request until it is over', async (_what, headers, pauseMs) => {
    const { context, requests, time, connection, states } = connect({ answer: limited(headers) });
    expect(await context().send(rows)).toMatchObject({ problem: { kind: 'rate-limited', retryAfterMs: pauseMs } });
    expect(connection.status().pause?.untilMs).toBe(time.nowMs() + pauseMs);
    expect(states.at(-1)?.pause?.untilMs).toBe(time.nowMs() + pauseMs);

    await time.advance(pauseMs - 1);
    for (const lane of ['pull', 'push'] as const) {
      expect(await context(NEVER, lane).send(rows)).toMatchObject({
        problem: { kind: 'rate-limited', retryAfterMs: 1 },
      });
    }
    expect(requests).toHaveLength(2);

    await time.advance(1);
    expect((await context().send(rows)).ok).toBe(true);
    expect(connection.status().pause).toBeNull();
  });

  it('does not end because the clock of the computer is set', async () => {
    const { context, time } = connect({ answer: limited({ 'retry-after': '90' }) });
    await context().send(rows);
    time.setWallClock(time.nowMs() + 48 * 3_600_000);
    expect(await context().send(rows)).toMatchObject({ problem: { kind: 'rate-limited' } });
    time.setWallClock(time.nowMs() - 96 * 3_600_000);
    await time.advance(90_000);
    expect((await context().send(rows)).ok).toBe(true);
  });

  it('starts when the package announces maintenance, while the caller gets the answer', async () => {
    let first = true;
    const { context, requests } = connect({
      answer: ({ path }) => {
        if (path === '/token' || !first) return Response.json([]);
        first = false;
        return new Response('', { status: 503, headers: { 'retry-after': '30' } });
      },
    });
    expect(await context().send(rows)).toMatchObject({ ok: true, value: { status: 503 } });
    expect(await context().send(rows)).toMatchObject({ problem: { kind: 'rate-limited', retryAfterMs: 30_000 } });
    expect(requests).toHaveLength(2);
  });

  it('reaches a call that was waiting for its turn', async () => {
    const { context, requests, time } = connect({ requestsPerMinute: 3, answer: limited({ 'retry-after': '300' }) });
    const first = context().send(rows);
    const waiting = context().send(rows);
    await time.advance(120_000);
    expect(await first).toMatchObject({ problem: { kind: 'rate-limited' } });
    expect(await waiting).toMatchObject({ problem: { kind: 'rate-limited' } });
    expect(requests).toHaveLength(2);
  });
});

describe('status', () => {
  it('counts the calls of a run and remembers the last good one', async () => {
    const { context, connection, time } = connect();
    expect(connection.status()).toEqual({
      pause: null,
      allowance: null,
      callsThisRun: 0,
      lastGoodCallAtMs: null,
      clockAheadMs: null,
      grantExpiresAtMs: null,
    });
    await context().send(rows);
    expect(connection.status()).toMatchObject({ callsThisRun: 2, lastGoodCallAtMs: time.nowMs() });
    expect(connection.status().grantExpiresAtMs).toBe(time.nowMs() + 600_000);
    connection.beginRun();
    await context().send(rows);
    expect(connection.status().callsThisRun).toBe(1);
  });

  it('never holds the key or the token', async () => {
    const { context, connection, states } = connect({ secrets: { key: 'very-secret' } });
    await context().send(rows);
    expect(JSON.stringify([connection.status(), states])).not.toMatch(/very-secret|token-1/);
  });

  it('has nothing left after closing', async () => {
    const { context, connection } = connect();
    await context().send(rows);
    await connection.close();
    expect(connection.status().grantExpiresAtMs).toBeNull();
    expect((await context().send(rows)).ok).toBe(false);
  });
});
