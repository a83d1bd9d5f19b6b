import type { Auth, AuthContext, Grant, Secrets } from '../_kit/connector';
import { formBody, type HttpResponse } from '../_kit/http';
import { oauthLogin, TOKEN_KEYS, type OAuthService } from '../_kit/oauth-login';
import { problem, type Problem } from '../_kit/problem';
import { ok, type Result } from '../_kit/result';
import { authorizeAddress, isSalesOrdersCall, tokenAddress } from './addresses';
import { connectRefusal, loginOver, noLicence } from './login-problems';
import { isLicenceFault, isOldTokenFault } from './problems';
import { VISMA_KEYS } from './registration';
import { serviceToken } from './service-token';
import { joinTokens, splitTokens } from './tokens';

/** What a login may do: read, and create documents with their files. Page "Interactive Integrations". */
const LOGIN_SCOPES = [
  'openid',
  'tenants',
  'offline_access',
  'vismanet_erp_interactive_api:read',
  'vismanet_erp_interactive_api:create',
  'vismanet_erp_interactive_api:update',
];

const connect: OAuthService = {
  authorizeAddress,
  tokenAddress,
  authorizeParameters: ({ codeChallenge, registration }) => ({
    response_type: 'code',
    scope: [...LOGIN_SCOPES, ...extraScopes(registration)].join(' '),
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
    ui_locales: 'nl-NL',
  }),
  pkce: true,
  encode: formBody,
  doc: 'https://docs.vismasoftware.no/vismanetapi, page Interactive Integrations',
  refusal: (response) => connectRefusal(response) ?? loginOver(),
};
const kit = oauthLogin(connect);

/**
 * Log in, and the token of the service app beside it when there is one.
 *
 * The service token is asked first: a refresh token may work once, and what comes for it must reach the keychain, so that
 * nothing may fail behind it.
 */
export const auth: Auth = {
  login: kit.login,

  obtain: async (ctx, secrets, refused) => {
    const service = await serviceToken(ctx, secrets);
    if (!service.ok) return service;
    const login = await obtainLogin(ctx, secrets, refused, service.value);
    if (!login.ok) return login;
    return ok({
      ...login.value,
      token: joinTokens({ login: login.value.token, service: service.value?.token ?? null }),
      expiresAtMs: earliest(login.value.expiresAtMs, service.value?.expiresAtMs ?? null),
    });
  },

  authorize: (call, grant) => {
    const { login, service } = splitTokens(grant.token);
    const token = isSalesOrdersCall(call.url) ? (service ?? login) : login;
    return { ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } };
  },

  connectionProblem: (response) => {
    if (response.status === 401 || isOldTokenFault(response)) return 'expired';
    if (isLicenceFault(response)) return noLicence();
    return response.status === 429 ? limitReached(response) : null;
  },

  callsLeft: ({ headers }) => {
    const remaining = /^\d{1,9}$/.exec(headers['x-ratelimit-remaining']?.trim() ?? '')?.[0];
    const resetSeconds = secondsUntilReset(headers);
    return remaining === undefined || resetSeconds === null
      ? null
      : { remaining: Number(remaining), refilledInMs: resetSeconds * 1000 };
  },
};

/**
 * The login's part of a grant. Which of the two tokens was refused is not known; a login that cannot be renewed (Native
 * apps may get no refresh token) is used on while it lasts, because the service token may have been the one.
 */
function obtainLogin(
  ctx: AuthContext,
  secrets: Secrets,
  refused: Grant | null,
  service: Grant | null,
): Promise<Result<Grant>> {
  const canRenew = (secrets[TOKEN_KEYS.refreshToken] ?? '') !== '';
  const refusedLogin =
    refused === null || (service !== null && !canRenew)
      ? null
      : { token: splitTokens(refused.token).login, expiresAtMs: refused.expiresAtMs };
  return kit.obtain(ctx, secrets, refusedLogin);
}

const extraScopes = (registration: Secrets): readonly string[] =>
  (registration[VISMA_KEYS.extraScopes] ?? '').split(/\s+/).filter((scope) => scope !== '');

/** Without Retry-After, X-RateLimit-Reset tells how many seconds the window still lasts (page "Rate limits"). */
function limitReached({ headers }: HttpResponse): Problem {
  const resetSeconds = secondsUntilReset(headers);
  const isTold = (headers['retry-after'] ?? '') !== '' || resetSeconds === null;
  return problem('rate-limited', 'rate-limited', {}, isTold ? {} : { retryAfterMs: resetSeconds * 1000 });
}

function secondsUntilReset(headers: HttpResponse['headers']): number | null {
  const seconds = /^\d{1,6}$/.exec(headers['x-ratelimit-reset']?.trim() ?? '')?.[0];
  return seconds === undefined ? null : Number(seconds);
}

const earliest = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);
