import { describe, expect, it } from 'vitest';
import { PortalClient, startHarness, type Harness } from './simulator-harness';

const DEVELOPMENT = { limits: 'ontwikkeling' };

async function askTimes({ client }: Harness, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let count = 0; count < times; count += 1) statuses.push((await client.get('/echo/x')).status);
  return statuses;
}

describe('limits of the product Ontwikkeling & Test', () => {
  it('lets 100 requests through in a minute, then answers 429 with the seconds to wait', async () => {
    const harness = await startHarness({ quirks: DEVELOPMENT });
    expect(new Set(await askTimes(harness, 99))).toEqual(new Set([200]));
    harness.clock.advanceSeconds(20);
    expect(await askTimes(harness, 1)).toEqual([200]);
    const refused = await harness.client.get<{ statusCode: number; message: string }>('/echo/x');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(refused.json).toEqual({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 40 seconds.' });
    harness.clock.advanceSeconds(39);
    expect(await askTimes(harness, 1)).toEqual([429]);
    harness.clock.advanceSeconds(1);
    expect(await askTimes(harness, 1)).toEqual([200]);
  });

  it('lets 1000 requests through in an hour', async () => {
    const harness = await startHarness({ quirks: DEVELOPMENT });
    const statuses: number[] = [];
    for (let minute = 0; minute < 10; minute += 1) {
      statuses.push(...(await askTimes(harness, 100)));
      harness.clock.advanceSeconds(61);
    }
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await harness.client.get('/echo/x');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, String(3600 - 610)]);
  });

  it('may say so as a quota: 403', async () => {
    const harness = await startHarness({ quirks: { ...DEVELOPMENT, hourlyLimit: '403' } });
    for (let minute = 0; minute < 10; minute += 1) {
      await askTimes(harness, 100);
      harness.clock.advanceSeconds(61);
    }
    const refused = await harness.client.get<{ message: string }>('/echo/x');
    expect([refused.status, refused.json.message]).toEqual([
      403,
      'Out of call volume quota. Quota will be replenished in 00:49:50.',
    ]);
  });

  it('counts per subscription key', async () => {
    const harness = await startHarness({ quirks: DEVELOPMENT });
    await askTimes(harness, 100);
    const second = new PortalClient(
      harness.simulator.endpoints,
      harness.simulator.control.books.secondarySubscriptionKey,
    );
    second.token = harness.client.token;
    expect((await harness.client.get('/echo/x')).status).toBe(429);
    expect((await second.get('/echo/x')).status).toBe(200);
  });

  it('leaves Retry-After out when asked', async () => {
    const harness = await startHarness({ quirks: { ...DEVELOPMENT, retryAfterHeader: 'no' } });
    await askTimes(harness, 100);
    const refused = await harness.client.get('/echo/x');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
  });
});

it('lets 5 requests in at the same time, counted until the client has its answer or has gone', async () => {
  const { simulator, client } = await startHarness({ quirks: DEVELOPMENT });
  const abort = new AbortController();
  simulator.control.fault({ kind: 'timeout-after-commit', match: { path: '/echo/', times: 5 } });
  const waiting = Array.from({ length: 5 }, () =>
    fetch(`${simulator.endpoints.api}/echo/x`, {
      signal: abort.signal,
      headers: {
        authorization: `Bearer ${client.token}`,
        'ocp-apim-subscription-key': simulator.registration.subscriptionKey ?? '',
      },
    }),
  );
  await expect.poll(() => simulator.control.requests().length).toBe(5);
  await expect.poll(async () => (await client.get('/companyInfo')).status).toBe(429);
  abort.abort();
  await Promise.allSettled(waiting);
  await expect.poll(async () => (await client.get('/companyInfo')).status).toBe(200);
});

it('allows 500 a minute by default, and any number without limits', async () => {
  const production = await startHarness();
  expect((await askTimes(production, 501)).filter((status) => status === 429)).toHaveLength(1);
  const unlimited = await startHarness({ quirks: { limits: 'off' } });
  expect(new Set(await askTimes(unlimited, 600))).toEqual(new Set([200]));
});
