import { describe, expect, it } from 'vitest';
import { FINANCE_SCOPE, LOGIN_SCOPE, ORDER_SCOPE, sentBack, startHarness, VismaClient } from './simulator-harness';

const AUTOMATIC = { consent: 'automatic' };

describe('a service', () => {
  it('gets a token of 3600 seconds for a tenant, without refresh token', async () => {
    const { client } = await startHarness();
    const answer = await client.serviceToken(FINANCE_SCOPE);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      access_token: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/) as string,
      expires_in: 3600,
      token_type: 'Bearer',
      scope: FINANCE_SCOPE,
    });
  });

  it('finds the tenant and the scopes in the claims of the token', async () => {
    const { simulator, client } = await startHarness();
    const [, claims = ''] = client.orderToken.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      tenant_id: simulator.credentials.tenantId,
      client_id: simulator.credentials.serviceClientId,
      scope: ORDER_SCOPE.split(' '),
    });
  });

  it.each([
    ['a wrong secret', FINANCE_SCOPE, { client_secret: 'anders' }, 'invalid_client'],
    ['an unknown scope', 'alles', {}, 'invalid_scope'],
    ['scopes of both services at once', `${FINANCE_SCOPE} ${ORDER_SCOPE}`, {}, 'invalid_scope'],
    ['no tenant', FINANCE_SCOPE, { tenant_id: '' }, 'invalid_request'],
    ['another grant', FINANCE_SCOPE, { grant_type: 'password' }, 'unauthorized_client'],
  ])('is refused with %s', async (_what, scope, more, error) => {
    const { client } = await startHarness();
    const answer = await client.serviceToken(scope, more);
    expect([answer.status, answer.json.error]).toEqual([400, error]);
  });

  it('gets a token for the customer tenant too, which every API answers with 401', async () => {
    const { simulator, client } = await startHarness();
    const tenant = { tenant_id: simulator.control.books.customerTenantId };
    client.financeToken = (await client.serviceToken(FINANCE_SCOPE, tenant)).json.access_token;
    client.orderToken = (await client.serviceToken(ORDER_SCOPE, tenant)).json.access_token;
    expect(client.financeToken).not.toBe('');
    expect((await client.get('/v1/customer')).status).toBe(401);
    expect((await client.orders('GET', '/api/v3/SalesOrders')).status).toBe(401);
  });

  it('loses its tokens when the company ends the approval', async () => {
    const { simulator, client } = await startHarness();
    simulator.control.books.endServiceApproval();
    expect((await client.get('/v1/customer')).status).toBe(401);
    expect((await client.serviceToken(FINANCE_SCOPE)).json).toEqual({ error: 'unauthorized_client' });
  });
});

describe('a person', () => {
  it('logs in on a Dutch page, chooses a company, and is sent back with code, state and issuer', async () => {
    const { simulator, client } = await startHarness();
    const page = await client.authorize();
    const html = await page.text();
    for (const text of ['Marijke Bakker', 'Koppelaar Beheer B.V.', 'Toestaan', 'Weigeren'])
      expect(html).toContain(text);
    const other = /<option value="([^"]+)">Koppelaar Beheer/.exec(html)?.[1] ?? '';
    const back = await client.authorize(
      {},
      { practice_decision: 'allow', practice_user: 'm.bakker', practice_company: other },
    );
    expect([back.status, sentBack(back, 'state'), sentBack(back, 'iss')]).toEqual([
      302,
      'toestand-1',
      simulator.address,
    ]);
    client.financeToken = (await client.exchange(back)).json.access_token;
    const [organization] = (await client.get('/v1/organization')).json;
    expect(organization?.name).toBe('Koppelaar Beheer B.V.');
    expect((await client.get('/v1/customer')).json).toEqual([]);
  });

  it('can refuse, and cannot open a company without the role API user', async () => {
    const { simulator, client } = await startHarness();
    const denied = await client.authorize({}, { practice_decision: 'deny', practice_user: 'm.bakker' });
    expect([sentBack(denied, 'error'), sentBack(denied, 'state')]).toEqual(['access_denied', 'toestand-1']);
    const company = simulator.credentials.tenantId ?? '';
    const form = { practice_decision: 'allow', practice_user: 'j.vos', practice_company: company };
    expect((await client.authorize({}, form)).status).toBe(400);
  });

  it.each([
    ['an address that is not registered', { redirect_uri: 'https://koppel.example/anders' }],
    ['a loopback address, which the portal does not take', { redirect_uri: 'http://localhost:4711/terug' }],
    ['an unknown client', { client_id: 'isv_vreemd' }],
  ])('is sent nowhere with %s', async (_what, parameters) => {
    const { client } = await startHarness(AUTOMATIC);
    const page = await client.authorize(parameters);
    expect([page.status, page.headers.get('location')]).toEqual([400, null]);
  });

  it('is sent back with an error for a scope that the app does not have', async () => {
    const { client } = await startHarness(AUTOMATIC);
    const back = await client.authorize({ scope: `${LOGIN_SCOPE} visma.net.erp.salesorder:read` });
    expect(sentBack(back, 'error')).toBe('invalid_scope');
  });

  it('gets tokens once, with the verifier and the same address', async () => {
    const { client } = await startHarness(AUTOMATIC);
    expect((await client.exchange(await client.authorize(), { code_verifier: 'x'.repeat(43) })).json.error).toBe('invalid_grant'); // prettier-ignore
    const back = await client.authorize();
    const tokens = await client.exchange(back);
    expect(tokens.json).toMatchObject({ expires_in: 3600, token_type: 'Bearer', scope: LOGIN_SCOPE });
    expect((await client.exchange(back)).json).toEqual({ error: 'invalid_grant' });
  });

  it('gets a refresh token with offline_access only', async () => {
    const { client } = await startHarness(AUTOMATIC);
    const without = await client.exchange(await client.authorize({ scope: 'vismanet_erp_interactive_api:read' }));
    expect(without.json.refresh_token).toBeUndefined();
  });

  it('has tokens that stop after an hour, and refresh tokens for one use', async () => {
    const { client, clock } = await startHarness(AUTOMATIC);
    const first = (await client.exchange(await client.authorize())).json;
    client.financeToken = first.access_token;
    clock.advanceSeconds(3599);
    expect((await client.get('/v1/organization')).status).toBe(200);
    clock.advanceSeconds(1);
    const late = await client.get<{ message: string }>('/v1/organization');
    expect([late.status, late.json.message]).toEqual([401, 'Authorization has been denied for this request.']);
    const second = (await client.refresh(first.refresh_token)).json;
    client.financeToken = second.access_token;
    expect((await client.get('/v1/organization')).status).toBe(200);
    const again = await client.refresh(first.refresh_token);
    expect([again.status, again.json]).toEqual([400, { error: 'invalid_grant' }]);
  });

  it('can withdraw the login: its tokens stop at once, and those of the service do not', async () => {
    const { simulator, client } = await startHarness(AUTOMATIC);
    const service = client.financeToken;
    const tokens = (await client.exchange(await client.authorize())).json;
    simulator.control.books.revokeLogin();
    client.financeToken = tokens.access_token;
    expect((await client.get('/v1/organization')).status).toBe(401);
    expect((await client.refresh(tokens.refresh_token)).json.error).toBe('invalid_grant');
    client.financeToken = service;
    expect((await client.get('/v1/organization')).status).toBe(200);
  });

  it('has no sales orders: that service knows service tokens only', async () => {
    const { client } = await startHarness(AUTOMATIC);
    client.orderToken = (await client.exchange(await client.authorize())).json.access_token;
    const answer = await client.orders('GET', '/api/v3/SalesOrders');
    expect([answer.status, answer.text]).toEqual([403, '']);
  });
});

it('lets each app work in its own way only', async () => {
  const { simulator, client } = await startHarness();
  const { clientId = '', clientSecret = '' } = simulator.registration;
  const answer = await client.serviceToken(FINANCE_SCOPE, { client_id: clientId, client_secret: clientSecret });
  expect(answer.json).toEqual({ error: 'unauthorized_client' });
});

it('describes itself, revokes tokens and tells who logged in', async () => {
  const { simulator, client } = await startHarness(AUTOMATIC);
  const { auth = '' } = simulator.endpoints;
  const discovery = (await (await fetch(`${auth}/.well-known/openid-configuration`)).json()) as Record<string, string>;
  expect(discovery).toMatchObject({ issuer: auth, token_endpoint: `${auth}/connect/token` });
  const tokens = (await client.exchange(await client.authorize())).json;
  const who = await fetch(discovery.userinfo_endpoint ?? '', {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  });
  expect(await who.json()).toMatchObject({ sub: 'm.bakker' });
  const { clientId = '', clientSecret = '' } = simulator.registration;
  const body = new URLSearchParams({
    client_id: clientId,
    client_secret: clientSecret,
    token: tokens.refresh_token ?? '',
  });
  expect((await fetch(discovery.revocation_endpoint ?? '', { method: 'POST', body })).status).toBe(200);
  expect((await client.refresh(tokens.refresh_token)).json.error).toBe('invalid_grant');
});

describe('scopes', () => {
  it('are asked per kind of call: 403 without', async () => {
    const { simulator, client } = await startHarness();
    client.financeToken = (await client.serviceToken('vismanet_erp_service_api:read')).json.access_token;
    expect((await client.get('/v1/customer')).status).toBe(200);
    expect((await client.finance('POST', '/v2/customerinvoice', {})).status).toBe(403);
    simulator.control.books.withdrawRights('write');
    expect((await client.orders('GET', '/api/v3/SalesOrders')).status).toBe(200);
    expect((await client.orders('POST', '/api/v3/SalesOrders', {})).status).toBe(403);
  });
});

it('keeps secrets and tokens out of what it records', async () => {
  const { simulator, client } = await startHarness(AUTOMATIC);
  await client.logIn();
  const tokens = (await client.exchange(await client.authorize())).json;
  await client.get('/v1/customer');
  const recorded = JSON.stringify(simulator.control.requests());
  expect(recorded).toContain('/connect/token');
  const { serviceClientSecret } = simulator.credentials;
  for (const secret of [
    serviceClientSecret,
    simulator.registration.clientSecret,
    tokens.refresh_token,
    client.financeToken,
  ]) {
    expect(recorded).not.toContain(secret);
  }
});

it('serves a native app without secret, by PKCE alone', async () => {
  const { simulator, client } = await startHarness({ ...AUTOMATIC, clientType: 'native' });
  expect(simulator.registration.clientSecret).toBe('');
  expect((await client.exchange(await client.authorize())).json).toHaveProperty('access_token');
  const without = new VismaClient(simulator);
  const back = await without.authorize({ code_challenge_method: 'S512' });
  expect(sentBack(back, 'error')).toBe('invalid_request');
});
