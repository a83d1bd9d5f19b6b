import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { answerAuthorize, type RegisteredClient } from '../../_kit/simulator/oauth/authorize-endpoint';
import { renderLoginProblem, type PracticeUser } from '../../_kit/simulator/oauth/consent-page';
import type { OAuthRules } from '../../_kit/simulator/oauth/rules';
import { answerToken, type TokenHooks, type TokenRefusal } from '../../_kit/simulator/oauth/token-endpoint';
import { NO_OAUTH_STATE, TokenStore, type OAuthState } from '../../_kit/simulator/oauth/token-store';
import { SeededRandom } from '../../_kit/simulator/random';
import type { Account } from './books';
import { errorList, type LoginFault } from './problems';
import type { Quirks } from './quirks';

/** Vendor page "OAuth": tokens live an hour, a code ten minutes; refresh tokens have no end and work once. */
const ACCESS_TOKEN_LIFE_SECONDS = 3600;
const CODE_LIFE_SECONDS = 600;

const VENDOR_LABEL = 'Billit';
const OWN_SCHEME = /^(?!https?:)[a-z][a-z0-9+.-]*:\/\//i;
const CREDENTIAL_LENGTH = 20;
const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What of the logins outlives a restart. */
export interface LoginContent {
  readonly oauth: OAuthState;
  /** Every access token that was given out, to tell one that is over from one that never was. */
  readonly given: readonly string[];
  readonly revoked: readonly string[];
}

/** The vendor's login (`/Account/Logon`) and its token addresses (`/OAuth2/…`). */
export class Login {
  readonly registration: { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string };
  /** Key for programs that a company makes for itself; no product that is sold may use it. */
  readonly apiKey: string;
  private readonly rules: OAuthRules;
  private readonly tokens: TokenStore;
  private readonly given: Set<string>;
  private readonly revoked: Set<string>;
  private readonly codesWithChallenge = new Set<string>();

  constructor(
    seed: number,
    now: () => number,
    private readonly account: Account,
    private readonly quirks: Quirks,
    stored: LoginContent | null,
  ) {
    const random = new SeededRandom(seed, 'registration');
    const credential = (): string => random.text(CREDENTIAL_LENGTH, LETTERS_AND_DIGITS);
    this.registration = { clientId: credential(), clientSecret: credential(), redirectUri: quirks.redirectUri };
    this.apiKey = random.uuid();
    this.rules = {
      accessTokenLifeSeconds: ACCESS_TOKEN_LIFE_SECONDS,
      codeLifeSeconds: CODE_LIFE_SECONDS,
      refreshTokens: 'rotate',
      refreshTokenLifeSeconds: null,
      refreshTokenLife: 'absolute',
      offlineScope: null,
      scopes: null,
      pkce: quirks.pkce === 'ignored' ? 'ignore' : 'verify',
      loopback: quirks.loopback,
      consent: quirks.consent,
      choosesCompany: false,
      invalidClientStatus: quirks.tokenErrorStatus === '401' ? 401 : 400,
      issuer: () => null,
    };
    const state = stored?.oauth ?? NO_OAUTH_STATE;
    this.tokens = new TokenStore(this.rules, new SeededRandom(seed, `oauth ${state.issued}`), now, state);
    this.given = new Set(stored?.given);
    this.revoked = new Set(stored?.revoked);
  }

  content(): LoginContent {
    return { oauth: this.tokens.state(), given: [...this.given], revoked: [...this.revoked] };
  }

  /** GET and POST /Account/Logon. What is technically wrong shows on screen and never goes back to the program. */
  logon(request: SimulatorRequest): SimulatorResponse {
    if (request.method === 'GET' && this.quirks.responseType === 'refuse' && request.query.has('response_type')) {
      return renderLoginProblem(400, VENDOR_LABEL, 'Ongeldig OAuth2 request.');
    }
    const query = new URLSearchParams(request.query);
    query.set('response_type', 'code');
    // Only what stands before the first & comes back, wherever that & came from.
    const state = query.get('state');
    if (state !== null) query.set('state', state.split('&')[0] ?? '');
    const form = request.method === 'POST' ? new URLSearchParams(request.body.toString('utf8')) : query;
    const response = answerAuthorize(
      { ...request, query },
      {
        rules: this.rules,
        vendorLabel: VENDOR_LABEL,
        clients: [this.client(form.get('redirect_uri') ?? '')],
        users: () => this.users(),
        companies: () => [],
        tokens: this.tokens,
      },
    );
    const code = codeIn(response);
    if (code !== null && form.has('code_challenge')) this.codesWithChallenge.add(code);
    return response;
  }

  /** POST /OAuth2/token: JSON, and no Authorization header. */
  token(request: SimulatorRequest): SimulatorResponse {
    const form = jsonForm(request);
    if (form === null || request.headers.authorization !== undefined)
      return this.refuseToken({ error: 'invalid_request' });
    const { clientId, clientSecret } = this.registration;
    const secretIsNotNeeded =
      this.quirks.pkce === 'instead-of-secret' &&
      !form.has('client_secret') &&
      (form.get('grant_type') === 'refresh_token' || this.codesWithChallenge.has(form.get('code') ?? ''));
    return answerToken(
      {
        ...request,
        headers: { ...request.headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: Buffer.from(form.toString(), 'utf8'),
      },
      {
        rules: this.rules,
        clients: [{ clientId, clientSecret: secretIsNotNeeded ? null : clientSecret }],
        tokens: this.tokens,
        hooks: this.hooks,
      },
    );
  }

  /** POST /OAuth2/revoke. What it takes is not documented: here the token to end, or none and the one in the header. */
  revoke(request: SimulatorRequest): SimulatorResponse {
    const form = jsonForm(request);
    const named = ['token', 'refresh_token', 'access_token'].map((name) => form?.get(name) ?? null);
    const token = named.find((text) => text !== null) ?? bearerOf(request.headers.authorization);
    if (token === null) return this.refuseToken({ error: 'invalid_request' });
    const { clientId } = this.registration;
    const grant = this.tokens.grantOf(token, clientId) ?? this.tokens.grantOfHeader(`Bearer ${token}`);
    if (grant !== null) this.endLogins((grantId) => grantId === grant.id);
    return jsonResponse(200, {});
  }

  /** Whether a request may pass; null when it carries no login at all. */
  check(request: SimulatorRequest): 'valid' | LoginFault | null {
    const key = request.headers.apikey;
    if (key !== undefined) return key.toLowerCase() === this.apiKey ? 'valid' : 'ApiKeyNotValid';
    const { authorization } = request.headers;
    if (authorization === undefined) return null;
    if (this.tokens.grantOfHeader(authorization) !== null) return 'valid';
    const token = bearerOf(authorization) ?? '';
    if (this.revoked.has(token)) return 'AccessTokenRevoked';
    return this.given.has(token) ? 'AccessTokenExpired' : 'InvalidAccessToken';
  }

  /** The user withdraws what was allowed: every login ends, with its refresh token. */
  revokeLogins(): void {
    this.endLogins(() => true);
  }

  expireAccessTokens(): void {
    this.tokens.expireAccessTokens();
  }

  private endLogins(which: (grantId: string) => boolean): void {
    for (const { token, grantId } of this.tokens.state().accessTokens) if (which(grantId)) this.revoked.add(token);
    this.tokens.endGrants(({ id }) => which(id));
  }

  private client(redirectUri: string): RegisteredClient {
    const { clientId, clientSecret } = this.registration;
    const ownScheme = this.quirks.customScheme === 'accept' && OWN_SCHEME.test(redirectUri) ? [redirectUri] : [];
    return { clientId, clientSecret, redirectUris: [this.registration.redirectUri, ...ownScheme] };
  }

  private users(): readonly PracticeUser[] {
    const companyIds = this.account.open().map(({ company }) => company.id);
    return [
      { id: 'kantoor', name: 'Sanne de Vries (kantoor)', companyIds },
      { id: 'monteur', name: 'Thijs Bakker (monteur, geen toegang tot de administratie)', companyIds: [] },
    ];
  }

  private readonly hooks: TokenHooks = {
    tokenAnswer: ({ accessToken, refreshToken, lifeSeconds }) => {
      this.given.add(accessToken);
      return {
        token_type: 'Bearer',
        expires_in: lifeSeconds,
        access_token: accessToken,
        refresh_token: refreshToken,
      };
    },
    refusalAnswer: (refusal) => this.refuseToken(refusal),
  };

  /** Neither status nor body of a refused token request is documented. */
  private refuseToken({ error }: TokenRefusal): SimulatorResponse {
    const status = Number(this.quirks.tokenErrorStatus);
    return this.quirks.tokenErrorBody === 'oauth'
      ? jsonResponse(status, { error })
      : errorList(status, [{ code: TOKEN_ERROR_CODES[error] ?? 'InvalidRequest' }]);
  }
}

const TOKEN_ERROR_CODES: Readonly<Record<string, string>> = {
  invalid_client: 'InvalidClient',
  invalid_grant: 'InvalidGrant',
  unsupported_grant_type: 'UnsupportedGrantType',
};

/** The body of a request in JSON as a form; null when it is no JSON object. */
function jsonForm(request: SimulatorRequest): URLSearchParams | null {
  const type = request.headers['content-type'] ?? '';
  if (!type.toLowerCase().startsWith('application/json')) return null;
  try {
    const body = JSON.parse(request.body.toString('utf8')) as unknown;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
    const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return new URLSearchParams(texts);
  } catch {
    return null;
  }
}

const bearerOf = (authorization: string | undefined): string | null =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;

function codeIn(response: SimulatorResponse): string | null {
  const { location } = response.headers;
  return location === undefined ? null : new URL(location).searchParams.get('code');
}
