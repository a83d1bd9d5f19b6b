/** What is particular about the login of SnelStart: two keys, and only one of them is the office's. */
import { describe, expect, it } from 'vitest';
import { connector as snelstart } from '../../connectors/snelstart/index';
import { startSimulator } from '../../connectors/snelstart/simulator/index';
import { onSmallBooks } from './small-books';

const open = onSmallBooks(snelstart, startSimulator);

describe('koppelsleutel', () => {
  it('may be pasted with line breaks and spaces', async () => {
    const session = await open({
      secrets: (right) => ({
        ...right,
        koppelsleutel: ` ${right.koppelsleutel?.replace(/(.{20})/g, '$1\r\n') ?? ''}\t`,
      }),
    });
    expect((await session.check()).ok).toBe(true);
  });

  it.each(['400', '401'])('that is wrong is refused in plain words (%s)', async (wrongKeyStatus) => {
    const session = await open({
      simulator: { quirks: { wrongKeyStatus } },
      secrets: (right) => ({ ...right, koppelsleutel: 'onzin' }),
    });
    expect(await session.check()).toMatchObject({
      problem: {
        kind: 'needs-login',
        code: 'snelstart.key-refused',
        field: 'koppelsleutel',
        text: { message: { nl: 'SnelStart herkent deze koppel-sleutel niet.' } },
      },
    });
  });

  it('that is empty is not even tried', async () => {
    const session = await open({ secrets: (right) => ({ ...right, koppelsleutel: ' \n' }) });
    expect(await session.check()).toMatchObject({ problem: { code: 'snelstart.key-refused' } });
    expect(session.requests()).toBe(0);
  });

  it('that was made anew in SnelStart ends the old one at once', async () => {
    const session = await open();
    expect((await session.check()).ok).toBe(true);
    session.books.regenerateKey();
    expect(await session.check()).toMatchObject({ problem: { kind: 'needs-login', code: 'snelstart.key-refused' } });
  });
});

describe('subscription key', () => {
  it.each(['', 'verkeerd'])('%j is told apart: the office can do nothing about it', async (subscriptionKey) => {
    const session = await open({ secrets: (right) => ({ ...right, subscriptionKey }) });
    expect(await session.check()).toMatchObject({
      problem: { kind: 'not-allowed', code: 'snelstart.subscription-key-refused', field: 'subscriptionKey' },
    });
  });

  it('that ends while Simon runs is told apart too', async () => {
    const session = await open();
    await session.administration();
    session.books.rejectSubscriptionKey(session.simulator.registration.subscriptionKey ?? '');
    expect((await session.pull('articles')).problem).toMatchObject({ code: 'snelstart.subscription-key-refused' });
  });
});

describe('limits', () => {
  it('over a longer time come as 403 with the wait in words, and are waited out', async () => {
    const session = await open();
    await session.administration();
    const message = 'Out of call volume quota. Quota will be replenished in 00:41:07.';
    session.simulator.control.fault({
      kind: 'status',
      status: 403,
      body: JSON.stringify({ statusCode: 403, message }),
      match: { path: '/artikelen' },
    });
    const waitMs = (41 * 60 + 7) * 1000;
    expect((await session.pull('articles')).problem).toMatchObject({ kind: 'rate-limited', retryAfterMs: waitMs });
    session.simulator.control.clearRequests();
    await session.time.advance(waitMs - 1);
    expect((await session.pull('articles')).problem?.kind).toBe('rate-limited');
    expect(session.requests()).toBe(0);
    await session.time.advance(1);
    expect((await session.pull('articles')).problem).toBeNull();
  });

  it('without Retry-After are waited out for a minute', async () => {
    const session = await open({ simulator: { quirks: { retryAfterHeader: 'no' } } });
    await session.administration();
    session.simulator.control.fault({ kind: 'rate-limited', match: { path: '/artikelen' } });
    expect((await session.pull('articles')).problem).toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });
  });
});

describe('administration', () => {
  it('tells its name, and what the connector needs to know about it', async () => {
    const session = await open();
    expect(await session.administration()).toMatchObject({
      name: 'Koppelaar Installatietechniek',
      facts: { pricesExclVat: true, priceDecimals: 5, quantityDecimals: 2, articleCodeKind: 'Alfanumeriek' },
    });
  });

  it('without the right to its settings says what to do', async () => {
    const session = await open();
    session.books.withdrawScopes('settings:read');
    expect(await session.check()).toMatchObject({ problem: { kind: 'not-allowed', code: 'snelstart.not-allowed' } });
  });
});
