import { describe, expect, it } from 'vitest';
import { startHarness, type Harness } from './simulator-harness';

async function askTimes({ client }: Harness, times: number, path = 'financial/Journals?$top=1'): Promise<number[]> {
  const statuses: number[] = [];
  for (let count = 0; count < times; count += 1) {
    statuses.push((await client.get(`/api/v1/${client.division}/${path}`)).status);
  }
  return statuses;
}

describe('requests per company', () => {
  it('are told in every answer: 60 a minute, 5000 a day, with the end of each in UTC milliseconds', async () => {
    const { client } = await startHarness();
    const { headers } = await client.get('financial/Journals');
    expect(Object.fromEntries([...headers].filter(([name]) => name.startsWith('x-ratelimit')))).toEqual({
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '4998',
      'x-ratelimit-reset': String(Date.parse('2025-06-13T00:00:00Z')),
      'x-ratelimit-minutely-limit': '60',
      'x-ratelimit-minutely-remaining': '58',
      'x-ratelimit-minutely-reset': String(Date.parse('2025-06-12T08:01:00Z')),
    });
  });

  it('over 60 in a minute: an empty 429 that tells about the minute only', async () => {
    const harness = await startHarness();
    harness.clock.advanceSeconds(60);
    expect(new Set(await askTimes(harness, 60))).toEqual(new Set([200]));
    const refused = await harness.client.get('financial/Journals');
    expect([refused.status, refused.text]).toEqual([429, '']);
    expect(refused.headers.get('x-ratelimit-minutely-remaining')).toBe('0');
    expect(refused.headers.get('x-ratelimit-remaining')).toBeNull();
    expect(refused.headers.get('retry-after')).toBeNull();
    harness.client.division = 3141593;
    expect(await askTimes(harness, 1)).toEqual([200]);
    harness.client.division = 3141592;
    harness.clock.advanceSeconds(60);
    expect(await askTimes(harness, 1)).toEqual([200]);
  });

  it('over those of the day: a 429 that tells about the day only, until midnight UTC', async () => {
    const harness = await startHarness();
    harness.simulator.control.books.leaveRequestsToday(1);
    expect(await askTimes(harness, 1)).toEqual([200]);
    const refused = await harness.client.get('financial/Journals');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2025-06-13T00:00:00Z')));
    expect(refused.headers.get('x-ratelimit-minutely-remaining')).toBeNull();
    harness.clock.advanceSeconds(16 * 3600);
    await harness.client.refresh();
    expect(await askTimes(harness, 1)).toEqual([200]);
  });

  it('limits off: any number, for benchmarks', async () => {
    const harness = await startHarness({ quirks: { limits: 'off' } });
    expect(new Set(await askTimes(harness, 70))).toEqual(new Set([200]));
  });
});

describe('errors', () => {
  it('more than 10 in an hour block that endpoint of that company for an hour', async () => {
    const harness = await startHarness();
    expect(new Set(await askTimes(harness, 11, 'crm/Accounts?$filter=x'))).toEqual(new Set([400]));
    expect(await askTimes(harness, 1, 'crm/Accounts')).toEqual([429]);
    expect(await askTimes(harness, 1)).toEqual([200]);
    harness.clock.advanceSeconds(3599);
    await harness.client.refresh();
    expect(await askTimes(harness, 1, 'crm/Accounts')).toEqual([429]);
    harness.clock.advanceSeconds(1);
    expect(await askTimes(harness, 1, 'crm/Accounts')).toEqual([200]);
  });

  it('count by endpoint, so that a row that is not found counts for its list', async () => {
    const harness = await startHarness();
    const guessed = "crm/Accounts(guid'11111111-2222-4333-8444-555555555555')";
    expect(new Set(await askTimes(harness, 11, guessed))).toEqual(new Set([404]));
    expect(await askTimes(harness, 1, 'crm/Accounts')).toEqual([429]);
  });

  it('10 in an hour do not block, nor do more of them over two hours', async () => {
    const harness = await startHarness();
    await askTimes(harness, 10, 'crm/Accounts?$filter=x');
    harness.clock.advanceSeconds(3600);
    await harness.client.refresh();
    await askTimes(harness, 10, 'crm/Accounts?$filter=x');
    expect(await askTimes(harness, 1, 'crm/Accounts')).toEqual([200]);
  });

  it('errorLimit: another status, or none', async () => {
    const forbidden = await startHarness({ quirks: { errorLimit: '403' } });
    await askTimes(forbidden, 11, 'crm/Accounts?$filter=x');
    expect(await askTimes(forbidden, 1, 'crm/Accounts')).toEqual([403]);
    const none = await startHarness({ quirks: { errorLimit: 'off' } });
    await askTimes(none, 11, 'crm/Accounts?$filter=x');
    expect(await askTimes(none, 1, 'crm/Accounts')).toEqual([200]);
  });
});
