import { describe, expect, it } from 'vitest';
import type { AuthContext, Grant, Secrets } from '../../../connectors/_kit/connector';
import { formBody, jsonBody, type HttpCall, type HttpResponse } from '../../../connectors/_kit/http';
import { oauthLogin, TOKEN_KEYS, type OAuthService } from '../../../connectors/_kit/oauth-login';
import { problem } from '../../../connectors/_kit/problem';
import { ok, type Result } from '../../../connectors/_kit/result';
import { FakeTime } from '../../fakes/fake-time';

const NOW_MS = Date.parse('2026-11-22T10:00:00Z');
const REGISTRATION: Secrets = { clientId: 'simon', clientSecret: 's3cret', redirectUri: 'http://127.0.0.1:8123/terug' };

/** A vendor that answers each token request with the next of `answers`. */
function vendor(change: Partial<OAuthService> = {}, ...answers: Partial<HttpResponse>[]) {
  const asked: HttpCall[] = [];
  const time = new FakeTime(NOW_MS);
  const ctx: AuthContext = {
    endpoints: { login: 'https://login.test', api: 'https://api.test' },
    clock: time,
    signal: new AbortController().signal,
    send: (call) => {
      asked.push(call);
      return Promise.resolve(ok({ status: 200, headers: {}, body: '', ...answers[asked.length - 1] }));
    },
  };
  const auth = oauthLogin({
    authorizeAddress: ({ login }) => `${login}/authorize`,
    tokenAddress: ({ api }) => `${api}/token`,
    authorizeParameters: ({ codeChallenge }) => ({ response_type: 'code', code_challenge: codeChallenge }),
    pkce: true,
    encode: formBody,
    doc: 'vendor: tokens',
    ...change,
  });
  return { auth, ctx, asked, time };
}

const token = (change: object = {}): Partial<HttpResponse> => ({
  body: JSON.stringify({ access_token: 'access-1', refresh_token: 'refresh-1', expires_in: 600, ...change }),
});
const exchange = ({ auth, ctx }: ReturnType<typeof vendor>): Promise<Result<Grant>> =>
  auth.login.exchange(ctx, REGISTRATION, { code: 'code+1/=', codeVerifier: 'verifier' });
const fieldsOf = (call: HttpCall | undefined): object =>
  Object.fromEntries(new URLSearchParams(String(call?.body?.text)));

describe('the login page', () => {
  it('is opened with the registration, the state and what the vendor asks for', () => {
    const { auth, ctx } = vendor();
    const page = new URL(
      auth.login.authorizeUrl({
        endpoints: ctx.endpoints,
        registration: REGISTRATION,
        state: 'a b&c',
        codeChallenge: 'hash',
      }),
    );
    expect(page.origin + page.pathname).toBe('https://login.test/authorize');
    expect(Object.fromEntries(page.searchParams)).toEqual({
      client_id: 'simon',
      redirect_uri: 'http://127.0.0.1:8123/terug',
      state: 'a b&c',
      response_type: 'code',
      code_challenge: 'hash',
    });
    expect(page.href).not.toContain('s3cret');
  });
});

describe('trading the code', () => {
  it.each([
    ['a number', 600],
    ['text', '600'],
  ])('gives a grant with an end, when the lifetime is %s', async (_form, expires_in) => {
    const granted = await exchange(vendor({}, token({ expires_in })));
    expect(granted).toEqual(
      ok({
        token: 'access-1',
        expiresAtMs: NOW_MS + 600_000,
        keep: {
          [TOKEN_KEYS.accessToken]: 'access-1',
          [TOKEN_KEYS.accessTokenSinceMs]: String(NOW_MS),
          [TOKEN_KEYS.accessTokenEndsAtMs]: String(NOW_MS + 600_000),
          [TOKEN_KEYS.refreshToken]: 'refresh-1',
        },
      }),
    );
  });

  it('gives a grant without a known end when the vendor tells no lifetime', async () => {
    const granted = await exchange(vendor({}, token({ expires_in: undefined })));
    expect(granted).toMatchObject({ value: { expiresAtMs: null, keep: { [TOKEN_KEYS.accessTokenEndsAtMs]: '' } } });
  });

  it('sends a form with the code as it was, the verifier and the secret', async () => {
    const there = vendor({}, token());
    await exchange(there);
    expect(there.asked[0]).toMatchObject({ method: 'POST', url: 'https://api.test/token', effect: 'read' });
    expect(there.asked[0]?.body?.type).toBe('application/x-www-form-urlencoded');
    expect(fieldsOf(there.asked[0])).toEqual({
      grant_type: 'authorization_code',
      code: 'code+1/=',
      redirect_uri: 'http://127.0.0.1:8123/terug',
      code_verifier: 'verifier',
      client_id: 'simon',
      client_secret: 's3cret',
    });
  });

  it('sends JSON, no verifier and no empty secret where a vendor has it so', async () => {
    const there = vendor({ encode: jsonBody, pkce: false }, token());
    await there.auth.login.exchange(there.ctx, { ...REGISTRATION, clientSecret: '' }, { code: 'c', codeVerifier: 'v' });
    expect(there.asked[0]?.body).toEqual(
      jsonBody({
        grant_type: 'authorization_code',
        code: 'c',
        redirect_uri: 'http://127.0.0.1:8123/terug',
        client_id: 'simon',
      }),
    );
  });

  it('says that this login was not accepted, not that one has ended', async () => {
    const refused = { status: 400, body: '{"error":"invalid_client"}' };
    expect(await exchange(vendor({}, refused))).toMatchObject({
      problem: { kind: 'needs-login', code: 'login-code-refused' },
    });
  });
});

describe('renewing', () => {
  const kept = (endsInMs: number | null): Secrets => ({
    ...REGISTRATION,
    [TOKEN_KEYS.refreshToken]: 'refresh-0',
    [TOKEN_KEYS.accessToken]: 'access-0',
    [TOKEN_KEYS.accessTokenEndsAtMs]: endsInMs === null ? '' : String(NOW_MS + endsInMs),
  });

  it.each([
    ['with time left', 21_000],
    ['without a known end', null],
  ])('is not done while there is a token %s: a start of the app costs no renewal', async (_what, endsInMs) => {
    const { auth, ctx, asked } = vendor();
    expect(await auth.obtain(ctx, kept(endsInMs), null)).toMatchObject({ value: { token: 'access-0' } });
    expect(asked).toEqual([]);
  });

  it.each([
    ['ends within twenty seconds', 20_000, null],
    ['has ended', -1, null],
    ['was refused', 300_000, { token: 'access-0', expiresAtMs: NOW_MS + 300_000 }],
  ])('is done when the token %s', async (_what, endsInMs, refused) => {
    const { auth, ctx, asked } = vendor({}, token());
    expect(await auth.obtain(ctx, kept(endsInMs), refused)).toMatchObject({ value: { token: 'access-1' } });
    expect(fieldsOf(asked[0])).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'refresh-0' });
  });

  it('keeps the refresh token when the vendor sends no other', async () => {
    const { auth, ctx } = vendor({}, token({ refresh_token: undefined }));
    const granted = await auth.obtain(ctx, kept(0), null);
    expect(granted.ok && Object.keys(granted.value.keep ?? {})).not.toContain(TOKEN_KEYS.refreshToken);
  });

  it('needs a login without a refresh token, and asks nothing', async () => {
    const { auth, ctx, asked } = vendor();
    expect(await auth.obtain(ctx, REGISTRATION, null)).toMatchObject({
      problem: { kind: 'needs-login', code: 'login-ended' },
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['a refusal', { status: 400, body: '{"error":"invalid_grant"}' }, { kind: 'needs-login', code: 'login-ended' }],
    ['a refusal without a body', { status: 401 }, { kind: 'needs-login', code: 'login-ended' }],
    ['a limit', { status: 429, headers: { 'retry-after': '30' } }, { kind: 'rate-limited', retryAfterMs: 30_000 }],
    ['a fault', { status: 503, headers: { 'retry-after': '5' } }, { kind: 'maintenance', retryAfterMs: 5_000 }],
    [
      'a page of a gateway',
      { body: '<html><body>Log in</body></html>' },
      { kind: 'bad-response', code: 'answer-html' },
    ],
    ['a refusal by a gateway', { status: 403, body: '<!DOCTYPE html><p>No</p>' }, { kind: 'bad-response' }],
    ['a torn answer', { body: '{"access_token":"a' }, { kind: 'bad-response' }],
    ['an answer without a token', { body: '{"token_type":"bearer"}' }, { kind: 'bad-response' }],
    ['a lifetime in words', token({ expires_in: 'ten minutes' }), { kind: 'bad-response' }],
  ])('that gets %s', async (_what, answer: Partial<HttpResponse>, expected) => {
    const { auth, ctx } = vendor({}, answer);
    expect(await auth.obtain(ctx, kept(0), null)).toMatchObject({ ok: false, problem: expected });
  });

  it("takes the vendor's own meaning of a refusal", async () => {
    const tooEarly = problem('rate-limited', 'too-early', {}, { retryAfterMs: 1_000 });
    const { auth, ctx } = vendor({ refusal: () => tooEarly }, { status: 401, body: '{}' });
    expect(await auth.obtain(ctx, kept(0), null)).toEqual({ ok: false, problem: tooEarly });
  });
});
