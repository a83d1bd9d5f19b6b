import { parseJson } from '../_kit/answer';
import type { Auth, AuthContext, Secrets } from '../_kit/connector';
import { formBody, type HttpResponse } from '../_kit/http';
import { oauthLogin, TOKEN_KEYS } from '../_kit/oauth-login';
import { problem, type Problem } from '../_kit/problem';
import { authorizeAddress, tokenAddress } from './addresses';
import { callsLeftToday, limitProblem } from './limits';
import { appRefused, codeRefused, loginUsedElsewhere, loginWithdrawn } from './problems';

/**
 * "Do not request a new access token before 9 minutes 30 seconds have passed" (vendor's page "Get and use access
 * tokens"), in milliseconds after the last one was received.
 */
const EARLIEST_RENEWAL_MS = 570_000;
/** When it should be over by our clock and Exact Online says that it is not: one of both clocks was set. */
const CLOCKS_DIFFER_WAIT_MS = 30_000;
/** Between two attempts on a day whose 200 token calls are used up. */
const TOKEN_CALLS_WAIT_MS = 3_600_000;

export const auth: Auth = {
  ...oauthLogin({
    authorizeAddress,
    tokenAddress,
    authorizeParameters: () => ({ response_type: 'code', force_login: '0' }),
    pkce: false,
    encode: formBody,
    doc: 'Exact Online developer pages: Get and use access tokens',
    refusal,
  }),

  authorize: (call, grant) => ({
    ...call,
    headers: { ...call.headers, authorization: `Bearer ${grant.token}` },
  }),

  connectionProblem: (response, nowMs) => {
    if (response.status === 401) return 'expired';
    return response.status === 429 ? limitProblem(response, nowMs) : null;
  },

  callsLeft: callsLeftToday,
};

/**
 * What a refused token request means. Statuses differ from source to source, so the words decide: too early is no reason
 * to log in again, and a refresh token works once.
 */
function refusal(response: HttpResponse, { clock }: AuthContext, secrets: Secrets): Problem {
  const body = parseJson(response);
  const words = `${body.ok ? JSON.stringify(body.value) : response.body} ${response.headers.reason ?? ''}`;
  if (/not expired/i.test(words)) return tooEarly(clock.nowMs(), secrets);
  if (/rate limit/i.test(words)) {
    return problem('rate-limited', 'rate-limited', {}, { retryAfterMs: TOKEN_CALLS_WAIT_MS });
  }
  if (/old refresh token/i.test(words)) return loginUsedElsewhere();
  if (/invalid_client|redirect_uri/i.test(words)) return appRefused();
  return (secrets[TOKEN_KEYS.refreshToken] ?? '') === '' ? codeRefused() : loginWithdrawn();
}

function tooEarly(nowMs: number, secrets: Secrets): Problem {
  const sinceMs = Number(secrets[TOKEN_KEYS.accessTokenSinceMs] ?? '');
  const leftMs = sinceMs + EARLIEST_RENEWAL_MS - nowMs;
  const isPlausible = leftMs > 0 && leftMs <= EARLIEST_RENEWAL_MS;
  return problem('rate-limited', 'rate-limited', {}, { retryAfterMs: isPlausible ? leftMs : CLOCKS_DIFFER_WAIT_MS });
}
