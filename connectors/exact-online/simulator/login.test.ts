import { describe, expect, it } from 'vitest';
import type { RestClient } from './simulator-harness';
import { refusalOf, startHarness, startLoggedOut, type Harness } from './simulator-harness';

const pageOf = async (
  client: RestClient,
  changes: Record<string, string>,
): Promise<{ status: number; text: string }> => {
  const response = await fetch(client.authorizeAddress(changes), { redirect: 'manual' });
  return { status: response.status, text: await response.text() };
};
const newCode = async ({ client }: Harness): Promise<string> => (await client.agree()).searchParams.get('code') ?? '';

describe('the page on which the user agrees', () => {
  it('asks in Dutch, and goes back with a code that has to be decoded once, and the state', async () => {
    const { client } = await startLoggedOut();
    const { status, text } = await pageOf(client, {});
    expect(status).toBe(200);
    for (const word of ['Aanmelden bij Exact Online', 'Sanne de Wit', 'Toestaan', 'Weigeren'])
      expect(text).toContain(word);
    const back = await client.agree();
    expect(back.origin + back.pathname).toBe('https://koppelaar.example/exact/terug');
    expect(back.search).toContain('%21IAAAA');
    expect(back.searchParams.get('state')).toBe('a b');
    expect((await client.redeem(back.searchParams.get('code') ?? '')).status).toBe(200);
  });

  it('goes back with access_denied when the user refuses', async () => {
    const { client } = await startLoggedOut();
    const back = await client.agree({ practice_decision: 'deny' });
    expect([back.searchParams.get('error'), back.searchParams.get('code')]).toEqual(['access_denied', null]);
  });

  it.each([
    ['another app', { client_id: 'b81cc4de-d192-400e-bcb4-09254394c52a' }, 'niet bekend'],
    ['another address', { redirect_uri: 'https://koppelaar.example/exact/terug/' }, 'niet geregistreerd'],
    ['an address on this computer', { redirect_uri: 'http://localhost:8080/callback' }, 'niet geregistreerd'],
  ])('does not go back for %s', async (_what, changes, text) => {
    const { client } = await startLoggedOut();
    const page = await pageOf(client, changes);
    expect(page.status).toBe(400);
    expect(page.text).toContain(text);
  });

  it('loopbackRedirect and redirectUri: other registrations', async () => {
    const loopback = await startLoggedOut({ quirks: { loopbackRedirect: 'accept' } });
    expect((await pageOf(loopback.client, { redirect_uri: 'http://127.0.0.1:51234/' })).status).toBe(200);
    const own = await startLoggedOut({ quirks: { redirectUri: 'http://localhost:8080/callback' } });
    expect((await own.client.agree()).origin).toBe('http://localhost:8080');
  });

  it('consent automatic: goes back at once', async () => {
    const { client } = await startLoggedOut({ quirks: { consent: 'automatic' } });
    const response = await fetch(client.authorizeAddress(), { redirect: 'manual' });
    expect(response.status).toBe(302);
    const code = new URL(response.headers.get('location') ?? '').searchParams.get('code');
    expect((await client.redeem(code ?? '')).status).toBe(200);
  });
});

describe('code', () => {
  it('gives a bearer token of 600 seconds, told as a text', async () => {
    const harness = await startLoggedOut();
    const answer = await harness.client.redeem(await newCode(harness));
    expect(answer.json).toEqual({
      access_token: expect.any(String) as string,
      token_type: 'bearer',
      expires_in: '600',
      refresh_token: expect.stringContaining('!') as string,
    });
  });

  it('works once', async () => {
    const harness = await startLoggedOut();
    const code = await newCode(harness);
    await harness.client.redeem(code);
    const again = await harness.client.redeem(code);
    expect([again.status, again.json]).toEqual([400, { error: 'invalid_grant' }]);
  });

  it('works for three minutes', async () => {
    const harness = await startLoggedOut();
    const code = await newCode(harness);
    harness.clock.advanceSeconds(180);
    expect((await harness.client.redeem(code)).status).toBe(400);
  });

  it('is refused with another redirect address, another secret, another grant or in JSON', async () => {
    const harness = await startLoggedOut();
    const { client } = harness;
    const grant = { grant_type: 'authorization_code', redirect_uri: client.registration.redirectUri ?? '' };
    const wrong = await client.askToken({
      ...grant,
      code: await newCode(harness),
      redirect_uri: 'https://elders.example/',
    });
    expect(wrong.json).toEqual({ error: 'invalid_grant' });
    const secret = await client.askToken({ ...grant, code: await newCode(harness), client_secret: 'anders' });
    expect([secret.status, secret.json]).toEqual([400, { error: 'invalid_client' }]);
    expect((await client.askToken({ grant_type: 'client_credentials' })).json).toEqual({
      error: 'unsupported_grant_type',
    });
    expect((await client.post('{"grant_type":"refresh_token"}')).json).toEqual({ error: 'invalid_request' });
  });
});

describe('access token', () => {
  it('ends after 600 seconds, whatever its use', async () => {
    const { client, clock } = await startHarness();
    clock.advanceSeconds(599);
    expect((await client.get('/api/v1/current/Me')).status).toBe(200);
    clock.advanceSeconds(1);
    expect((await client.get('/api/v1/current/Me')).status).toBe(401);
  });

  it('is asked for', async () => {
    const { client } = await startHarness();
    client.accessToken = 'AAEAAonbekend';
    expect((await client.get('crm/Accounts')).status).toBe(401);
  });
});

describe('refresh token', () => {
  it('is refused before 570 seconds with a reason, and stays valid', async () => {
    const { client, clock } = await startHarness();
    clock.advanceSeconds(569);
    const early = await client.refresh();
    expect([early.status, early.headers.get('reason'), early.json]).toEqual([
      400,
      'TooEarlyToRefreshTokens: Rate limit exceeded: access_token not expired',
      { error: 'access_denied', error_description: 'Rate limit exceeded: access_token not expired' },
    ]);
    clock.advanceSeconds(1);
    expect((await client.refresh()).status).toBe(200);
  });

  it('works once: the old one is told apart from all other refusals', async () => {
    const { client, clock } = await startHarness();
    const first = client.refreshToken;
    clock.advanceSeconds(575);
    const renewed = await client.refresh();
    expect(renewed.json.refresh_token).not.toBe(first);
    clock.advanceSeconds(575);
    const old = await client.refresh(first);
    expect([old.status, old.json]).toEqual([
      401,
      { error: 'unauthorized_client', error_description: 'Old refresh token used.' },
    ]);
    expect((await client.refresh()).status).toBe(200);
  });

  it('lives 30 days when it is not used', async () => {
    const { client, clock } = await startHarness();
    clock.advanceSeconds(30 * 86_400 - 1);
    expect((await client.refresh()).status).toBe(200);
    clock.advanceSeconds(30 * 86_400);
    expect((await client.refresh()).json).toEqual({ error: 'invalid_grant' });
  });

  it('stops with the access token when the user ends the login', async () => {
    const { simulator, client, clock } = await startHarness();
    simulator.control.books.revokeLogin();
    expect((await client.get('crm/Accounts')).status).toBe(401);
    clock.advanceSeconds(575);
    expect((await client.refresh()).status).toBe(400);
  });

  it('tooEarlyStatus, deadRefreshToken, expiresIn: what is not certain', async () => {
    const { client, simulator } = await startHarness({
      quirks: { tooEarlyStatus: '401', deadRefreshToken: '401', expiresIn: 'number' },
    });
    expect((await client.refresh()).status).toBe(401);
    const back = await client.agree();
    expect((await client.redeem(back.searchParams.get('code') ?? '')).json.expires_in).toBe(600);
    simulator.control.books.revokeLogin();
    expect((await client.refresh()).status).toBe(401);
  });
});

it('takes 200 refreshes of a user a day, refused ones among them', async () => {
  const { client, clock } = await startHarness();
  const texts: (string | undefined)[] = [];
  for (let call = 1; call <= 200; call += 1) {
    texts.push((await client.refresh()).json.error_description);
  }
  expect(new Set(texts)).toEqual(new Set(['Rate limit exceeded: access_token not expired']));
  clock.advanceSeconds(570);
  expect((await client.refresh()).json.error_description).toContain('per day');
  clock.advanceSeconds(86_400);
  expect((await client.refresh()).status).toBe(200);
});

describe('rights', () => {
  it('are those of the registration: 403 for a resource without them, others go on', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.withdrawRights('Sales invoices');
    const refused = await client.get('salesinvoice/SalesInvoices');
    expect([refused.status, refusalOf(refused)]).toEqual([403, 'Forbidden']);
    expect((await client.get('crm/Accounts')).status).toBe(200);
    simulator.control.books.giveRightsBack();
    expect((await client.get('salesinvoice/SalesInvoices')).status).toBe(200);
  });

  it('end with the company: another, a withdrawn and a blocked one give 403 with a reason', async () => {
    const { simulator, client } = await startHarness();
    const reasonOf = async (path: string): Promise<unknown> => {
      const answer = await client.get(path);
      return [answer.status, answer.headers.get('reason')];
    };
    expect(await reasonOf('/api/v1/999999/crm/Accounts')).toEqual([403, 'NoDivisionAccess']);
    simulator.control.books.changeCompany({ BlockingStatus: 1 });
    expect(await reasonOf('crm/Accounts')).toEqual([403, 'DivisionBlocked']);
    simulator.control.books.withdrawCompany();
    expect(await reasonOf('crm/Accounts')).toEqual([403, 'NoDivisionAccess']);
  });

  it('differ per user', async () => {
    const { client } = await startLoggedOut();
    const page = await (await fetch(client.authorizeAddress())).text();
    const second = [...page.matchAll(/practice_user" value="([^"]+)"/g)][1]?.[1] ?? '';
    const back = await client.agree({ practice_user: second });
    await client.redeem(back.searchParams.get('code') ?? '');
    const me = await client.get<{ d: { results: { CurrentDivision: number; UserName: string }[] } }>(
      '/api/v1/current/Me',
    );
    expect(me.json.d.results[0]).toMatchObject({ CurrentDivision: 3141593, UserName: 'bram.vermeulen' });
    client.division = 3141592;
    expect((await client.get('crm/Accounts')).status).toBe(403);
  });
});

it('keeps codes, tokens and secrets out of what it records', async () => {
  const { simulator, client } = await startLoggedOut();
  await client.login();
  const recorded = JSON.stringify(simulator.control.requests());
  expect(recorded).toContain('/api/oauth2/token');
  for (const secret of [client.accessToken, client.refreshToken, simulator.registration.clientSecret]) {
    expect(recorded).not.toContain(secret);
  }
});
