import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SimulatorRequest, SimulatorResponse } from '../http-exchange';
import { SeededRandom } from '../random';
import { answerAuthorize, type RegisteredClient } from './authorize-endpoint';
import type { OAuthRules } from './rules';
import { answerToken, type TokenHooks } from './token-endpoint';
import { NO_OAUTH_STATE, TokenStore } from './token-store';

const WEB: RegisteredClient = { clientId: 'web', clientSecret: 'geheim', redirectUris: ['https://app.example/terug'] };
const NATIVE: RegisteredClient = { clientId: 'native', clientSecret: null, redirectUris: ['app://terug'] };
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const S256 = createHash('sha256').update(VERIFIER).digest('base64url');

function server(changes: Partial<OAuthRules> = {}, hooks: TokenHooks = {}) {
  const clock = { nowMs: 0 };
  const rules: OAuthRules = {
    accessTokenLifeSeconds: 600,
    codeLifeSeconds: 60,
    refreshTokens: 'rotate',
    refreshTokenLifeSeconds: 1000,
    refreshTokenLife: 'sliding',
    offlineScope: null,
    scopes: null,
    pkce: 'verify',
    loopback: 'refuse',
    consent: 'automatic',
    choosesCompany: false,
    invalidClientStatus: 400,
    issuer: () => null,
    ...changes,
  };
  const tokens = new TokenStore(rules, new SeededRandom(1, 'oauth 0'), () => clock.nowMs, NO_OAUTH_STATE);
  const clients = [WEB, NATIVE];
  const ask = (method: string, query: URLSearchParams, body: string): SimulatorRequest => ({
    method,
    path: '/',
    query,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(body),
    atMs: clock.nowMs,
  });
  const authorize = (parameters: Record<string, string>, posted?: Record<string, string>): SimulatorResponse => {
    const query = new URLSearchParams({
      client_id: 'web',
      redirect_uri: 'https://app.example/terug',
      response_type: 'code',
      state: 's1',
      ...parameters,
    });
    const form = new URLSearchParams([...query, ...Object.entries(posted ?? {})]).toString();
    return answerAuthorize(posted === undefined ? ask('GET', query, '') : ask('POST', new URLSearchParams(), form), {
      rules,
      vendorLabel: 'Oefen',
      clients,
      tokens,
      users: () => [
        { id: 'u1', name: 'Marijke', companyIds: ['c1', 'c2'] },
        { id: 'u2', name: 'Jeroen', companyIds: [] },
      ],
      companies: () => [{ id: 'c1', name: 'Een' }],
    });
  };
  const token = (form: Record<string, string>): Record<string, unknown> => {
    const body = new URLSearchParams({ client_id: 'web', client_secret: 'geheim', ...form }).toString();
    const response = answerToken(ask('POST', new URLSearchParams(), body), { rules, clients, tokens, hooks });
    return JSON.parse(response.body) as Record<string, unknown>;
  };
  const sentBack = (response: SimulatorResponse, name: string): string | null =>
    new URL(response.headers.location ?? '').searchParams.get(name);
  const exchange = (response: SimulatorResponse, more: Record<string, string> = {}): Record<string, unknown> =>
    token({
      grant_type: 'authorization_code',
      code: sentBack(response, 'code') ?? '',
      redirect_uri: 'https://app.example/terug',
      ...more,
    });
  return { clock, tokens, authorize, token, sentBack, exchange };
}

const refreshWith = (refreshToken: unknown): Record<string, string> => ({
  grant_type: 'refresh_token',
  refresh_token: String(refreshToken),
});

it('gives tokens for a code once, and only at the same address', () => {
  const { authorize, exchange, sentBack } = server();
  const back = authorize({});
  expect([back.status, sentBack(back, 'state')]).toEqual([302, 's1']);
  expect(exchange(authorize({}), { redirect_uri: 'https://app.example/anders' })).toEqual({ error: 'invalid_grant' });
  expect(exchange(back)).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
  expect(exchange(back)).toEqual({ error: 'invalid_grant' });
});

it('ends codes and access tokens when their time is over', () => {
  const { authorize, exchange, tokens, clock } = server();
  const late = authorize({});
  const { access_token: token } = exchange(authorize({}));
  expect(tokens.grantOfHeader(`Bearer ${String(token)}`)).toMatchObject({ userId: 'u1', companyId: 'c1' });
  clock.nowMs = 60_000;
  expect(exchange(late)).toEqual({ error: 'invalid_grant' });
  clock.nowMs = 600_000;
  expect(tokens.grantOfHeader(`Bearer ${String(token)}`)).toBeNull();
});

it('asks for the verifier of a challenge, and for a challenge from a public client', () => {
  const { authorize, exchange, sentBack } = server();
  const challenge = { code_challenge: S256, code_challenge_method: 'S256' };
  expect(exchange(authorize(challenge), { code_verifier: VERIFIER })).toHaveProperty('access_token');
  expect(exchange(authorize(challenge), { code_verifier: `${VERIFIER}x` })).toEqual({ error: 'invalid_grant' });
  expect(exchange(authorize(challenge))).toEqual({ error: 'invalid_grant' });
  const native = { client_id: 'native', redirect_uri: 'app://terug' };
  expect(sentBack(authorize(native), 'error')).toBe('invalid_request');
  const code = sentBack(authorize({ ...native, ...challenge }), 'code');
  expect(code).not.toBeNull();
});

it('rotates refresh tokens, each good for one use, or gives the same one again', () => {
  const rotating = server();
  const first = rotating.exchange(rotating.authorize({}));
  const second = rotating.token(refreshWith(first.refresh_token));
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(rotating.token(refreshWith(first.refresh_token))).toEqual({ error: 'invalid_grant' });
  expect(rotating.token(refreshWith(second.refresh_token))).toHaveProperty('access_token');

  const reusing = server({ refreshTokens: 'reuse' });
  const only = reusing.exchange(reusing.authorize({}));
  expect(reusing.token(refreshWith(only.refresh_token)).refresh_token).toBe(only.refresh_token);
});

it.each([
  ['sliding', true],
  ['absolute', false],
] as const)('lets a refresh token live from its last use or from the login: %s', (refreshTokenLife, lives) => {
  const { authorize, exchange, token, clock } = server({ refreshTokenLife });
  const first = exchange(authorize({}));
  clock.nowMs = 900_000;
  const second = token(refreshWith(first.refresh_token));
  clock.nowMs = 1_800_000;
  expect('access_token' in token(refreshWith(second.refresh_token))).toBe(lives);
});

it('gives a refresh token only with the offline scope, and refuses scopes it does not know', () => {
  const { authorize, exchange, sentBack } = server({ offlineScope: 'offline', scopes: ['lezen', 'offline'] });
  expect(exchange(authorize({ scope: 'lezen' }))).not.toHaveProperty('refresh_token');
  expect(exchange(authorize({ scope: 'lezen offline' }))).toHaveProperty('refresh_token');
  expect(sentBack(authorize({ scope: 'alles' }), 'error')).toBe('invalid_scope');
});

it('does not send anybody to an address or for a program that is not registered', () => {
  const { authorize } = server();
  expect(authorize({ redirect_uri: 'https://vreemd.example/' })).toMatchObject({ status: 400 });
  expect(authorize({ client_id: 'vreemd' }).headers.location).toBeUndefined();
});

it('takes the answer of the page: refused, of another company, or by a user who may not', () => {
  const { authorize, sentBack, exchange, tokens } = server({ consent: 'page', choosesCompany: true });
  expect(authorize({}).body).toContain('Marijke');
  expect(sentBack(authorize({}, { practice_decision: 'deny' }), 'error')).toBe('access_denied');
  const allow = (user: string, company: string): SimulatorResponse =>
    authorize({}, { practice_decision: 'allow', practice_user: user, practice_company: company });
  expect(allow('u2', 'c1').status).toBe(400);
  const { access_token: token } = exchange(allow('u1', 'c2'));
  expect(tokens.grantOfHeader(`Bearer ${String(token)}`)).toMatchObject({ companyId: 'c2' });
});

it('ends all tokens of a login that is withdrawn or revoked', () => {
  const { authorize, exchange, token, tokens } = server();
  const one = exchange(authorize({}));
  tokens.revoke(String(one.refresh_token), 'web');
  expect(tokens.grantOfHeader(`Bearer ${String(one.access_token)}`)).toBeNull();
  const two = exchange(authorize({}));
  tokens.endGrants((grant) => grant.userId === 'u1');
  expect(token(refreshWith(two.refresh_token))).toEqual({ error: 'invalid_grant' });
});

it('lets a vendor refuse a refresh that comes too soon, and grant by a way of its own', () => {
  const { authorize, exchange, token, clock } = server(
    {},
    {
      refuseRefresh: (lastIssuedAtMs) => (clock.nowMs - (lastIssuedAtMs ?? 0) < 570_000 ? { error: 'too_soon' } : null),
      otherGrants: { client_credentials: () => ({ userId: null, companyId: 'c1', scopes: ['lezen'] }) },
    },
  );
  const first = exchange(authorize({}));
  expect(token(refreshWith(first.refresh_token))).toEqual({ error: 'too_soon' });
  clock.nowMs = 570_000;
  expect(token(refreshWith(first.refresh_token))).toHaveProperty('refresh_token');
  expect(token({ grant_type: 'client_credentials' })).toMatchObject({ scope: 'lezen' });
  expect(token({ grant_type: 'password' })).toEqual({ error: 'unsupported_grant_type' });
});

it('goes on after a restart without giving a token out again', () => {
  const { authorize, exchange, tokens } = server();
  const first = exchange(authorize({}));
  const state = tokens.state();
  const rules = { accessTokenLifeSeconds: 1, refreshTokenLifeSeconds: null } as OAuthRules;
  const later = new TokenStore(rules, new SeededRandom(1, `oauth ${state.issued}`), () => 0, state);
  const grant = later.grantOf(String(first.refresh_token), 'web');
  expect(grant).toMatchObject({ companyId: 'c1' });
  if (grant !== null) expect(later.issueRefreshToken(grant)).not.toBe(first.refresh_token);
});
