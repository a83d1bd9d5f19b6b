import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../http-exchange';
import { authenticateClient, type OAuthClient } from './client-authentication';
import { provesChallenge } from './pkce';
import type { OAuthGrant, OAuthRules } from './rules';
import type { TokenStore } from './token-store';

/** An error code of RFC 6749, section 5.2, or a vendor's own. */
export interface TokenRefusal {
  readonly error: string;
  readonly description?: string;
  /** 400 when absent. */
  readonly status?: number;
}

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly scopes: readonly string[];
  readonly lifeSeconds: number;
}

type GrantToClient = Omit<OAuthGrant, 'id' | 'clientId'>;

/** Where vendors differ in more than numbers. */
export interface TokenHooks {
  /** Refuses a client that may not use this grant type. */
  readonly refuseClient?: (client: OAuthClient, grantType: string) => TokenRefusal | null;
  /** Grant types beside authorization_code and refresh_token, by name: what is granted, or the refusal. */
  readonly otherGrants?: Readonly<Record<string, (form: URLSearchParams) => GrantToClient | TokenRefusal>>;
  /** A reason to refuse a refresh that is otherwise right. `lastIssuedAtMs`: when the grant last got an access token. */
  readonly refuseRefresh?: (lastIssuedAtMs: number | null, grant: OAuthGrant) => TokenRefusal | null;
  /** The refusal of a refresh token that cannot be used; `spent`: it was used before and has a successor. */
  readonly unusableRefresh?: (state: 'spent' | 'ended') => TokenRefusal;
  /** The body of a good answer. */
  readonly tokenAnswer?: (issued: IssuedTokens) => Readonly<Record<string, unknown>>;
  /** The answer to a refusal. */
  readonly refusalAnswer?: (refusal: TokenRefusal) => SimulatorResponse;
}

export interface TokenEndpointOptions {
  readonly rules: OAuthRules;
  readonly clients: readonly OAuthClient[];
  readonly tokens: TokenStore;
  readonly hooks: TokenHooks;
}

/** The token address (RFC 6749, sections 4.1.3 and 6). */
export function answerToken(request: SimulatorRequest, options: TokenEndpointOptions): SimulatorResponse {
  const issued = issue(request, options);
  if ('error' in issued) return (options.hooks.refusalAnswer ?? plainRefusal)(issued);
  const body = (options.hooks.tokenAnswer ?? plainTokens)(issued);
  return jsonResponse(200, body, { 'cache-control': 'no-store', pragma: 'no-cache' });
}

const plainRefusal = (refusal: TokenRefusal): SimulatorResponse =>
  jsonResponse(refusal.status ?? 400, {
    error: refusal.error,
    ...(refusal.description === undefined ? {} : { error_description: refusal.description }),
  });

const plainTokens = ({ accessToken, refreshToken, scopes, lifeSeconds }: IssuedTokens): Record<string, unknown> => ({
  access_token: accessToken,
  expires_in: lifeSeconds,
  token_type: 'Bearer',
  ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
  scope: scopes.join(' '),
});

function issue(request: SimulatorRequest, options: TokenEndpointOptions): IssuedTokens | TokenRefusal {
  const type = request.headers['content-type'] ?? '';
  if (!type.toLowerCase().startsWith('application/x-www-form-urlencoded')) return { error: 'invalid_request' };
  const form = new URLSearchParams(request.body.toString('utf8'));
  const client = authenticateClient(request, form, options.clients);
  if (client === null) return { error: 'invalid_client', status: options.rules.invalidClientStatus };
  const grantType = form.get('grant_type');
  if (grantType === null) return { error: 'invalid_request' };
  const refusal = options.hooks.refuseClient?.(client, grantType) ?? null;
  if (refusal !== null) return refusal;
  switch (grantType) {
    case 'authorization_code':
      return exchangeCode(form, client, options);
    case 'refresh_token':
      return refresh(form, client, options);
    default: {
      const granted = options.hooks.otherGrants?.[grantType]?.(form) ?? { error: 'unsupported_grant_type' };
      if ('error' in granted) return granted;
      return issueFor(options.tokens.newGrant({ ...granted, clientId: client.clientId }), null, options);
    }
  }
}

function exchangeCode(
  form: URLSearchParams,
  client: OAuthClient,
  options: TokenEndpointOptions,
): IssuedTokens | TokenRefusal {
  const { rules, tokens } = options;
  const code = tokens.takeCode(form.get('code') ?? '');
  if (code?.grant.clientId !== client.clientId) return { error: 'invalid_grant' };
  if (code.redirectUri !== form.get('redirect_uri')) return { error: 'invalid_grant' };
  if (code.challenge !== null && !provesChallenge(code.challenge, form.get('code_verifier'))) {
    return { error: 'invalid_grant' };
  }
  const offline = rules.offlineScope === null || code.grant.scopes.includes(rules.offlineScope);
  const refreshToken = offline && rules.refreshTokens !== 'none' ? tokens.issueRefreshToken(code.grant) : null;
  return issueFor(code.grant, refreshToken, options);
}

function refresh(
  form: URLSearchParams,
  client: OAuthClient,
  options: TokenEndpointOptions,
): IssuedTokens | TokenRefusal {
  const { tokens, hooks } = options;
  const given = form.get('refresh_token') ?? '';
  const grant = tokens.grantOf(given, client.clientId);
  if (grant === null) {
    return hooks.unusableRefresh?.(tokens.isSpent(given) ? 'spent' : 'ended') ?? { error: 'invalid_grant' };
  }
  const refusal = hooks.refuseRefresh?.(tokens.lastIssuedAtMs(grant.id), grant) ?? null;
  return refusal ?? issueFor(grant, tokens.useRefreshToken(given, grant), options);
}

function issueFor(grant: OAuthGrant, refreshToken: string | null, options: TokenEndpointOptions): IssuedTokens {
  return {
    accessToken: options.tokens.issueAccessToken(grant).token,
    refreshToken,
    scopes: grant.scopes,
    lifeSeconds: options.rules.accessTokenLifeSeconds,
  };
}
