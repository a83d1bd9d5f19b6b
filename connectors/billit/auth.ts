import { parseJson } from '../_kit/answer';
import type { Auth } from '../_kit/connector';
import { jsonBody, type HttpResponse } from '../_kit/http';
import { oauthLogin, REGISTRATION_KEYS, type OAuthService } from '../_kit/oauth-login';
import { logonAddress, tokenAddress } from './addresses';
import { loginRefused, registrationRefused } from './problems';
import { vendorError } from './vendor-error';

const hasNoSecret = (registration: Readonly<Record<string, string>>): boolean =>
  (registration[REGISTRATION_KEYS.clientSecret] ?? '') === '';

/**
 * docs.billit.be, page "OAuth": no `response_type`, token requests in JSON, a refresh token that works once. `code_verifier`
 * is a field of the token request (Swagger, OAuthAccessTokenRequest) that no page explains, so PKCE is used only where it
 * has to stand in for the client secret: when none was given.
 */
const service: OAuthService = {
  authorizeAddress: logonAddress,
  tokenAddress,
  authorizeParameters: ({ registration, codeChallenge }): Readonly<Record<string, string>> =>
    hasNoSecret(registration) ? { code_challenge: codeChallenge, code_challenge_method: 'S256' } : {},
  pkce: hasNoSecret,
  encode: jsonBody,
  doc: 'https://docs.billit.be/docs/oauth',
  refusal: (response) => (/client/i.test(errorCode(response)) ? registrationRefused() : loginRefused()),
};

export const auth: Auth = {
  ...oauthLogin(service),

  authorize: (call, grant) => ({ ...call, headers: { ...call.headers, authorization: `Bearer ${grant.token}` } }),

  // Any other 401 is about a company or an object, see access.ts.
  connectionProblem: (response) => {
    if (response.status !== 401) return null;
    const said = `${errorCode(response)} ${response.headers['www-authenticate'] ?? ''}`;
    // `AccessTokenRevoked` too: only the refusal to renew tells that the login itself was withdrawn.
    return /token/i.test(said) || /authorization has been denied/i.test(response.body) ? 'expired' : null;
  },
};

function errorCode(response: HttpResponse): string {
  const body = parseJson(response);
  return (body.ok ? vendorError(body.value)?.code : null) ?? '';
}
