import { describe, expect, it } from 'vitest';
import { PortalClient, startHarness } from './simulator-harness';

describe('token endpoint', () => {
  it('gives a bearer token of 3599 seconds for the koppelsleutel', async () => {
    const { simulator, client } = await startHarness();
    const answer = await client.login(simulator.credentials.koppelsleutel ?? '');
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ access_token: expect.any(String) as string, token_type: 'bearer', expires_in: 3599 });
  });

  it('takes the user name and password inside the koppelsleutel too', async () => {
    const { simulator, client } = await startHarness();
    const pair = Buffer.from(simulator.credentials.koppelsleutel ?? '', 'base64').toString('utf8');
    const [username = '', password = ''] = pair.split(':');
    const answer = await client.askToken(new URLSearchParams({ grant_type: 'password', username, password }));
    expect(answer.status).toBe(200);
  });

  it('refuses an unknown koppelsleutel with 400 invalid_grant', async () => {
    const { client } = await startHarness();
    const answer = await client.login('b25iZWtlbmQ6c2xldXRlbA==');
    expect([answer.status, answer.json]).toEqual([400, { error: 'invalid_grant' }]);
  });

  it('refuses a koppelsleutel whose plus signs were not encoded', async () => {
    const { simulator, client } = await startHarness();
    const key = simulator.credentials.koppelsleutel ?? '';
    expect(key).toMatch(/\+.*\/.*=$/);
    const answer = await client.askToken(`grant_type=clientkey&clientkey=${key}`, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.json).toEqual({ error: 'invalid_grant' });
  });

  it.each([
    ['another grant type', new URLSearchParams({ grant_type: 'refresh_token' }), 'unsupported_grant_type'],
    ['no key', new URLSearchParams({ grant_type: 'clientkey' }), 'invalid_request'],
    ['JSON in place of a form', '{"grant_type":"clientkey"}', 'invalid_request'],
  ])('refuses %s', async (_what, body, error) => {
    const { client } = await startHarness();
    const answer = await client.askToken(body);
    expect([answer.status, answer.json]).toEqual([400, { error }]);
  });
});

describe('bearer token', () => {
  it('works until its 3599 seconds are over', async () => {
    const { client, clock } = await startHarness();
    clock.advanceSeconds(3598);
    expect((await client.get('/companyInfo')).status).toBe(200);
    clock.advanceSeconds(1);
    const late = await client.get('/companyInfo');
    expect([late.status, late.json]).toEqual([401, { message: 'Authorization has been denied for this request.' }]);
  });

  it('ends, with its koppelsleutel, when the office makes a new key', async () => {
    const { simulator, client } = await startHarness();
    const newKey = simulator.control.books.regenerateKey();
    expect((await client.get('/companyInfo')).status).toBe(401);
    expect((await client.login(simulator.credentials.koppelsleutel ?? '')).status).toBe(400);
    expect((await client.login(newKey)).status).toBe(200);
    expect((await client.get('/companyInfo')).status).toBe(200);
  });

  it('answers 403 for a call whose scope the token lacks', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.withdrawScopes('orders:write');
    await client.login(simulator.credentials.koppelsleutel ?? '');
    expect((await client.get('/verkooporders')).status).toBe(200);
    expect((await client.send('POST', '/verkooporders', {})).status).toBe(403);
  });
});

describe('subscription key', () => {
  it('is asked for before anything else, with the body of Azure API Management', async () => {
    const { simulator } = await startHarness();
    const wrong = new PortalClient(simulator.endpoints, '0123456789abcdef0123456789abcdef');
    const answer = await wrong.get('/companyInfo');
    expect([answer.status, answer.json]).toEqual([
      401,
      {
        statusCode: 401,
        message:
          'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
      },
    ]);
    const none = await fetch(`${simulator.endpoints.api}/companyInfo`);
    expect(((await none.json()) as { message: string }).message).toContain('missing subscription key');
  });

  it('may be the secondary one, and may stand in the query, where it is not recorded', async () => {
    const { simulator, client } = await startHarness();
    const key = simulator.control.books.secondarySubscriptionKey;
    const answer = await fetch(`${simulator.endpoints.api}/companyInfo?subscription-key=${key}`, {
      headers: { authorization: `Bearer ${client.token}` },
    });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(simulator.control.requests())).not.toContain(key);
  });

  it('stops working when the subscription ends, while the koppelsleutel still gives tokens', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.rejectSubscriptionKey();
    expect((await client.get('/companyInfo')).status).toBe(401);
    expect((await client.login(simulator.credentials.koppelsleutel ?? '')).status).toBe(200);
  });
});

it('keeps keys and tokens out of what it records', async () => {
  const { simulator, client } = await startHarness();
  await client.login(simulator.credentials.koppelsleutel ?? '');
  await client.get('/relaties');
  const recorded = JSON.stringify(simulator.control.requests());
  expect(recorded).toContain('/b2b/token');
  for (const secret of [simulator.credentials.koppelsleutel, client.token, simulator.registration.subscriptionKey]) {
    expect(recorded).not.toContain(secret);
    expect(recorded).not.toContain(encodeURIComponent(secret ?? ''));
  }
});
