import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codesOf, DocsClient, startHarness, type Harness } from './simulator-harness';

const codeOf = (back: URL): string | null => back.searchParams.get('code');

describe('logon address', () => {
  it('sends the user back with a code and the state', async () => {
    const { client } = await startHarness();
    const back = await client.logon({ state: 'a1b2' });
    expect(back.origin + back.pathname).toBe(client.registration.redirectUri);
    expect([codeOf(back)?.length, back.searchParams.get('state')]).toEqual([64, 'a1b2']);
  });

  it('gives back of the state only what stands before the first &', async () => {
    const { client } = await startHarness();
    expect((await client.logon({ state: 'office=3&try=2' })).searchParams.get('state')).toBe('office=3');
  });

  it('shows technical faults on screen and sends nobody back', async () => {
    const { client } = await startHarness();
    const page = async (changes: Record<string, string>): Promise<[number, string | null, string]> => {
      const response = await fetch(client.logonAddress(changes), { redirect: 'manual' });
      return [response.status, response.headers.get('location'), await response.text()];
    };
    for (const [changes, text] of [
      [{ client_id: 'onbekend' }, 'client_id'],
      [{ redirect_uri: `${client.registration.redirectUri}/` }, 'redirect_uri'],
      [{ redirect_uri: 'http://127.0.0.1:4711/terug' }, 'redirect_uri'],
      [{ redirect_uri: 'simon-koppel://terug' }, 'redirect_uri'],
      [{ response_type: 'code' }, 'Ongeldig OAuth2 request'],
    ] as const) {
      const [status, location, body] = await page(changes);
      expect([status, location]).toEqual([400, null]);
      expect(body).toContain(text);
    }
  });

  it('asks the user on a Dutch page, and takes no for an answer', async () => {
    const { client } = await startHarness({ quirks: { consent: 'page' } });
    const text = await (await fetch(client.logonAddress({ state: 's1&x' }))).text();
    for (const part of ['Aanmelden bij Billit', 'Sanne de Vries', 'Toestaan', 'Weigeren']) expect(text).toContain(part);
    const answer = async (decision: string, user: string): Promise<Response> => {
      const form = new URLSearchParams({ practice_decision: decision, practice_user: user });
      for (const [, name = '', value = ''] of text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
        form.set(name, value);
      }
      return fetch(`${client.endpoints.auth}/Account/Logon`, { method: 'POST', body: form, redirect: 'manual' });
    };
    const refused = new URL((await answer('deny', 'kantoor')).headers.get('location') ?? '');
    expect(Object.fromEntries(refused.searchParams)).toEqual({ error: 'access_denied', state: 's1' });
    expect((await answer('allow', 'monteur')).status).toBe(400);
    const allowed = new URL((await answer('allow', 'kantoor')).headers.get('location') ?? '');
    expect((await client.exchange(codeOf(allowed))).status).toBe(200);
  });
});

describe('token address', () => {
  it('gives a Bearer token of 3600 seconds and a refresh token', async () => {
    const { client } = await startHarness();
    const answer = await client.exchange(codeOf(await client.logon()));
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        token_type: 'Bearer',
        expires_in: 3600,
        access_token: expect.any(String) as string,
        refresh_token: expect.any(String) as string,
      },
    ]);
  });

  it('takes a code once, and for ten minutes', async () => {
    const { client, clock } = await startHarness();
    const once = codeOf(await client.logon());
    expect((await client.exchange(once)).status).toBe(200);
    expect(codesOf(await client.exchange(once))).toEqual(['InvalidGrant']);
    const late = codeOf(await client.logon());
    clock.advanceSeconds(600);
    expect(codesOf(await client.exchange(late))).toEqual(['InvalidGrant']);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['another redirect address', { redirect_uri: 'https://koppel.example/elders' }, 'InvalidGrant'],
    ['a wrong secret', { client_secret: 'fout' }, 'InvalidClient'],
    ['no secret', { client_secret: undefined }, 'InvalidClient'],
    ['another client', { client_id: 'onbekend' }, 'InvalidClient'],
    ['another grant type', { grant_type: 'password' }, 'UnsupportedGrantType'],
    ['no grant type', { grant_type: undefined }, 'InvalidRequest'],
  ])('refuses %s', async (_what, changes, code) => {
    const { client } = await startHarness();
    const answer = await client.exchange(codeOf(await client.logon()), changes);
    expect([answer.status, codesOf(answer)]).toEqual([400, [code]]);
  });

  it('wants JSON and no Authorization header', async () => {
    const { client } = await startHarness();
    const refresh = { grant_type: 'refresh_token', refresh_token: client.refreshToken };
    const form = await client.askToken(refresh, { 'content-type': 'application/x-www-form-urlencoded' });
    const withHeader = await client.askToken(refresh, { authorization: 'Basic eDp5' });
    expect([codesOf(form), codesOf(withHeader)]).toEqual([['InvalidRequest'], ['InvalidRequest']]);
    expect((await client.askToken(refresh)).status).toBe(200);
  });

  it('renews with a refresh token that has no end and works once', async () => {
    const { client, clock } = await startHarness();
    clock.advanceSeconds(400 * 86_400);
    const first = client.refreshToken;
    client.take(await client.refresh());
    expect(client.refreshToken).not.toBe(first);
    expect((await client.get('/orders')).status).toBe(200);
    expect(codesOf(await client.refresh(first))).toEqual(['InvalidGrant']);
    expect((await client.refresh()).status).toBe(200);
  });
});

describe('access token', () => {
  it('works for an hour, and says so when it is over', async () => {
    const { client, clock } = await startHarness();
    clock.advanceSeconds(3599);
    expect((await client.get('/orders')).status).toBe(200);
    clock.advanceSeconds(1);
    const late = await client.get('/orders');
    expect([late.status, late.json]).toEqual([401, { errors: [{ Code: 'AccessTokenExpired' }] }]);
  });

  it('is told apart from one that never was, and from one that was withdrawn', async () => {
    const { simulator, client } = await startHarness();
    const good = client.token;
    client.token = 'verzonnen';
    const unknown = await client.get('/orders');
    expect([unknown.status, unknown.json]).toEqual([401, { errors: [{ Code: 'InvalidAccessToken' }] }]);
    client.token = good;
    simulator.control.books.revokeLogin();
    const revoked = await client.get('/orders');
    expect([revoked.status, revoked.json]).toEqual([401, { errors: [{ Code: 'AccessTokenRevoked' }] }]);
    expect(codesOf(await client.refresh())).toEqual(['InvalidGrant']);
    await client.login();
    expect((await client.get('/orders')).status).toBe(200);
  });

  it('can be renewed when the office ended every token', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.expireTokens();
    expect(codesOf(await client.get('/orders'))).toEqual(['AccessTokenExpired']);
    client.take(await client.refresh());
    expect((await client.get('/orders')).status).toBe(200);
  });

  it('is asked for', async () => {
    const { simulator } = await startHarness();
    const nobody = new DocsClient(simulator.endpoints, simulator.registration);
    expect((await nobody.get('/account/accountInformation')).status).toBe(401);
  });

  it('ends when the program itself ends the login', async () => {
    const { client } = await startHarness();
    const response = await fetch(`${client.endpoints.api}/OAuth2/revoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: client.refreshToken }),
    });
    expect(response.status).toBe(200);
    expect(codesOf(await client.get('/orders'))).toEqual(['AccessTokenRevoked']);
    expect(codesOf(await client.refresh())).toEqual(['InvalidGrant']);
  });
});

it('takes the key of a company’s own program in the header ApiKey', async () => {
  const { simulator } = await startHarness();
  const own = new DocsClient(simulator.endpoints, simulator.registration);
  own.partyId = simulator.credentials.partyId ?? '';
  const ask = (apikey: string) => own.send('GET', '/orders', undefined, {}, { apikey });
  expect((await ask(simulator.credentials.apiKey ?? '')).status).toBe(200);
  expect(codesOf(await ask('fout'))).toEqual(['ApiKeyNotValid']);
});

describe('quirks of the login', () => {
  const login = async ({ client }: Harness, query: Record<string, string>, changes = {}): Promise<number> =>
    (await client.exchange(codeOf(await client.logon(query)), changes)).status;

  it('loopback and customScheme: accepted when Billit agrees', async () => {
    for (const [quirk, redirect] of [
      ['loopback', 'http://127.0.0.1:4711/terug'],
      ['customScheme', 'simon-koppel://billit/terug'],
    ] as const) {
      const harness = await startHarness({ quirks: { [quirk]: 'accept' } });
      expect(await login(harness, { redirect_uri: redirect }, { redirect_uri: redirect })).toBe(200);
    }
  });

  it('redirectUri: another registration', async () => {
    const harness = await startHarness({ quirks: { redirectUri: 'https://app.example/callback?tenant=1' } });
    const back = await harness.client.logon();
    expect(back.href).toContain('https://app.example/callback?tenant=1&code=');
  });

  it('responseType: passed over', async () => {
    expect(await login(await startHarness({ quirks: { responseType: 'ignore' } }), { response_type: 'code' })).toBe(
      200,
    );
  });

  it('pkce: ignored, verified, or in place of the secret', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = {
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    const statuses = async (pkce: string): Promise<number[]> => {
      const harness = await startHarness({ quirks: { pkce } });
      return [
        await login(harness, challenge),
        await login(harness, challenge, { code_verifier: verifier }),
        await login(harness, challenge, { code_verifier: verifier, client_secret: undefined }),
        await login(harness, {}, { client_secret: undefined }),
      ];
    };
    expect(await statuses('ignored')).toEqual([200, 200, 400, 400]);
    expect(await statuses('verified')).toEqual([400, 200, 400, 400]);
    expect(await statuses('instead-of-secret')).toEqual([400, 200, 200, 400]);
  });

  it('tokenErrorStatus and tokenErrorBody: how a token request is refused', async () => {
    const { client } = await startHarness({ quirks: { tokenErrorStatus: '401', tokenErrorBody: 'oauth' } });
    const answer = await client.refresh('verzonnen');
    expect([answer.status, answer.json]).toEqual([401, { error: 'invalid_grant' }]);
  });
});

it('keeps keys, codes and tokens out of what it records', async () => {
  const { simulator, client } = await startHarness();
  await client.login();
  await client.get('/parties');
  const recorded = JSON.stringify(simulator.control.requests());
  expect(recorded).toContain('/OAuth2/token');
  for (const secret of [client.token, client.refreshToken, simulator.registration.clientSecret ?? '']) {
    expect(recorded).not.toContain(secret);
  }
});
