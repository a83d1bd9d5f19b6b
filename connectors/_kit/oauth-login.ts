/**
 * Logging in by OAuth 2.0 with a code, for the packages that offer it (RFC 6749 section 4.1 and 6, RFC 7636): the login
 * page, trading the code, and renewing. What the vendors do each in their own way is in `OAuthService`: a library that
 * keeps to the standards would refuse a lifetime written as text (Exact Online) or a token request in JSON (Billit).
 *
 * The access token is kept with the refresh token, so that a start of the app needs no renewal: some vendors count those,
 * and Exact Online refuses one that comes too early.
 */
import { z } from 'zod';
import type { Auth, AuthContext, Grant, LoginAnswer, LoginRequest, Secrets } from './connector';
import { parseJson } from './answer';
import type { HttpCall, HttpResponse } from './http';
import { problem, type Problem } from './problem';
import { fail, ok, type Result } from './result';
import { retryAfterMs } from './retry-after';

/** Keys of the app registration in the manifest. */
export const REGISTRATION_KEYS = {
  clientId: 'clientId',
  clientSecret: 'clientSecret',
  redirectUri: 'redirectUri',
} as const;

/** Keys under which a login is kept in the keychain, beside what the office or IT entered. */
export const TOKEN_KEYS = {
  refreshToken: 'refreshToken',
  accessToken: 'accessToken',
  /** UTC ms as text; empty when the package does not tell. */
  accessTokenEndsAtMs: 'accessTokenEndsAtMs',
  /** When it was received, UTC ms as text. */
  accessTokenSinceMs: 'accessTokenSinceMs',
} as const;

/** What differs per vendor. */
export interface OAuthService {
  readonly authorizeAddress: (endpoints: AuthContext['endpoints']) => string;
  readonly tokenAddress: (endpoints: AuthContext['endpoints']) => string;
  /** Parameters of the login page beside `client_id`, `redirect_uri` and `state`. */
  readonly authorizeParameters: (request: LoginRequest) => Readonly<Record<string, string>>;
  /** Whether the code verifier goes along with the code; may depend on what is registered, e.g. only without a secret. */
  readonly pkce: boolean | ((registration: Secrets) => boolean);
  /** How the fields of a token request are written; a client secret that is empty is left out. */
  readonly encode: (fields: Readonly<Record<string, string>>) => NonNullable<HttpCall['body']>;
  /** The vendor's page about tokens. */
  readonly doc: string;
  /**
   * What a refused token request means, when the vendor's words tell more than its status; null = the login has ended.
   * Never called for 429, 5xx and pages that are not the vendor's.
   */
  readonly refusal?: (response: HttpResponse, ctx: AuthContext, secrets: Secrets) => Problem | null;
}

/** A token that ends within this time is renewed rather than used. */
const ALMOST_OVER_MS = 20_000;

/** A lifetime may be written as text; a package that tells none has tokens without a known end. */
const tokenSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).optional(),
});

/** What differs per vendor in asking for a token. */
export type TokenService = Pick<OAuthService, 'tokenAddress' | 'encode' | 'doc' | 'refusal'>;

/**
 * Asks a token with the fields of a grant and those of the app registration in `secrets`; for grants without a person, and
 * behind `oauthLogin`. Problems: `needs-login` or what `service.refusal` says, `rate-limited`, `maintenance`,
 * `bad-response`.
 */
export async function requestToken(
  service: TokenService,
  ctx: AuthContext,
  secrets: Secrets,
  fields: Readonly<Record<string, string>>,
): Promise<Result<Grant>> {
  const filled = Object.entries({
    ...fields,
    client_id: secrets[REGISTRATION_KEYS.clientId] ?? '',
    client_secret: secrets[REGISTRATION_KEYS.clientSecret] ?? '',
  }).filter(([, value]) => value !== '');
  const call: HttpCall = {
    method: 'POST',
    url: service.tokenAddress(ctx.endpoints),
    body: service.encode(Object.fromEntries(filled)),
    effect: 'read',
    doc: service.doc,
  };
  const answer = await ctx.send(call);
  if (!answer.ok) return answer;
  return readToken(service, ctx, secrets, answer.value);
}

/** The parts of `Auth` that are the same for every package with a login. */
export function oauthLogin(service: OAuthService): Required<Pick<Auth, 'login' | 'obtain'>> {
  return {
    login: {
      authorizeUrl: (request) => {
        const url = new URL(service.authorizeAddress(request.endpoints));
        const { registration, state } = request;
        const parameters = {
          client_id: registration[REGISTRATION_KEYS.clientId] ?? '',
          redirect_uri: registration[REGISTRATION_KEYS.redirectUri] ?? '',
          state,
          ...service.authorizeParameters(request),
        };
        for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
        return url.href;
      },
      exchange: async (ctx, registration, { code, codeVerifier }: LoginAnswer) => {
        const granted = await requestToken(service, ctx, registration, {
          grant_type: 'authorization_code',
          code,
          redirect_uri: registration[REGISTRATION_KEYS.redirectUri] ?? '',
          ...(usesPkce(service, registration) ? { code_verifier: codeVerifier } : {}),
        });
        // There was no login yet that could have ended.
        const isRefused = !granted.ok && granted.problem.code === loginEnded().code;
        return isRefused ? fail(problem('needs-login', 'login-code-refused')) : granted;
      },
    },

    obtain: async (ctx, secrets, refused) => {
      const kept = keptGrant(secrets);
      const isUsable = kept !== null && kept.token !== refused?.token && !endsSoon(kept, ctx.clock.nowMs());
      if (isUsable) return ok(kept);
      const refreshToken = secrets[TOKEN_KEYS.refreshToken] ?? '';
      if (refreshToken === '') return fail(loginEnded());
      return requestToken(service, ctx, secrets, { grant_type: 'refresh_token', refresh_token: refreshToken });
    },
  };
}

const usesPkce = ({ pkce }: OAuthService, registration: Secrets): boolean =>
  typeof pkce === 'function' ? pkce(registration) : pkce;

/** The office has to log in again: the login was withdrawn, is too old, or was used by another installation. */
const loginEnded = (): Problem => problem('needs-login', 'login-ended');

function readToken(service: TokenService, ctx: AuthContext, secrets: Secrets, response: HttpResponse): Result<Grant> {
  const { status } = response;
  const nowMs = ctx.clock.nowMs();
  const waitMs = retryAfterMs(response.headers, nowMs);
  const wait = waitMs === null ? {} : { retryAfterMs: waitMs };
  if (status === 429) return fail(problem('rate-limited', 'rate-limited', {}, wait));
  if (status === 408 || status > 499) return fail(problem('maintenance', 'package-out-of-order', { status }, wait));
  const body = parseJson(response);
  if (!body.ok && body.problem === 'answer-html') return fail(problem('bad-response', body.problem, { status }));
  if (status > 399) return fail(service.refusal?.(response, ctx, secrets) ?? loginEnded());
  if (!body.ok) return fail(problem('bad-response', body.problem, { status }));
  const token = tokenSchema.safeParse(body.value);
  if (status > 299 || !token.success) return fail(problem('bad-response', 'answer-unexpected', { status, field: '' }));

  const { access_token, refresh_token, expires_in } = token.data;
  const expiresAtMs = expires_in === undefined ? null : nowMs + expires_in * 1000;
  const keep: Secrets = {
    [TOKEN_KEYS.accessToken]: access_token,
    [TOKEN_KEYS.accessTokenSinceMs]: String(nowMs),
    [TOKEN_KEYS.accessTokenEndsAtMs]: expiresAtMs === null ? '' : String(expiresAtMs),
    // A package that lets a refresh token be used again does not send it again.
    ...(refresh_token === undefined ? {} : { [TOKEN_KEYS.refreshToken]: refresh_token }),
  };
  return ok({ token: access_token, expiresAtMs, keep });
}

function keptGrant(secrets: Secrets): Grant | null {
  const token = secrets[TOKEN_KEYS.accessToken] ?? '';
  if (token === '') return null;
  const endsAtMs = secrets[TOKEN_KEYS.accessTokenEndsAtMs] ?? '';
  return { token, expiresAtMs: endsAtMs === '' ? null : Number(endsAtMs) };
}

const endsSoon = ({ expiresAtMs }: Grant, nowMs: number): boolean =>
  expiresAtMs !== null && expiresAtMs - nowMs <= ALMOST_OVER_MS;
