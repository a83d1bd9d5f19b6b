import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { answerAuthorize } from '../../_kit/simulator/oauth/authorize-endpoint';
import type { OAuthGrant, OAuthRules } from '../../_kit/simulator/oauth/rules';
import { answerToken, type TokenRefusal } from '../../_kit/simulator/oauth/token-endpoint';
import { TokenStore, type OAuthState } from '../../_kit/simulator/oauth/token-store';
import { SeededRandom } from '../../_kit/simulator/random';
import type { User } from './model';
import type { Quirks } from './quirks';
import type { Site } from './site';

/** "Do not request a new access token before 9 minutes 30 seconds have passed" (vendor's page on access tokens). */
const EARLIEST_REFRESH_SECONDS = 570;
/** Refreshes per app, user and day (vendor's limits of July 2021: 200 token calls). */
const REFRESHES_PER_DAY = 200;
const DAY_MS = 86_400_000;
const TOO_EARLY = 'Rate limit exceeded: access_token not expired';

export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface LoginOptions {
  readonly registration: Registration;
  readonly site: Site;
  readonly quirks: Quirks;
  readonly seed: number;
  readonly now: () => number;
  readonly state: OAuthState;
}

/**
 * Login of the vendor: /api/oauth2/auth and /api/oauth2/token, authorization code grant. Lives are those of the vendor's
 * pages "Set up authorization requests" and "Get and use access tokens". Rights are those of the app's registration, so
 * that there are no scopes.
 */
export class Login {
  readonly tokens: TokenStore;
  private readonly rules: OAuthRules;
  private readonly refreshes = new Map<string, { readonly day: number; count: number }>();

  constructor(private readonly options: LoginOptions) {
    const { quirks, seed, state, now } = options;
    this.rules = {
      accessTokenLifeSeconds: 600,
      codeLifeSeconds: 180,
      refreshTokens: 'rotate',
      refreshTokenLifeSeconds: 30 * 86_400,
      refreshTokenLife: 'sliding',
      offlineScope: null,
      scopes: null,
      pkce: 'ignore',
      loopback: quirks.loopbackRedirect,
      consent: quirks.consent,
      choosesCompany: false,
      invalidClientStatus: 400,
      // The vendor's examples hold an exclamation mark: "the authorization code must be decoded (%21 to !)".
      textEnd: '!IAAAA',
      issuer: () => null,
    };
    this.tokens = new TokenStore(this.rules, new SeededRandom(seed, `oauth ${state.issued}`), now, state);
  }

  authorize(request: SimulatorRequest): SimulatorResponse {
    const { site, registration, quirks } = this.options;
    return answerAuthorize(request, {
      rules: this.rules,
      vendorLabel: 'Exact Online',
      clients: [{ ...registration, redirectUris: [quirks.redirectUri] }],
      users: () =>
        site.users.map(({ id, fullName, divisions }) => ({ id, name: fullName, companyIds: divisions.map(String) })),
      companies: () => [],
      tokens: this.tokens,
    });
  }

  token(request: SimulatorRequest): SimulatorResponse {
    const { registration, quirks } = this.options;
    return answerToken(request, {
      rules: this.rules,
      clients: [registration],
      tokens: this.tokens,
      hooks: {
        refuseRefresh: (lastIssuedAtMs, grant) => this.refuseRefresh(lastIssuedAtMs, grant),
        unusableRefresh: (state) =>
          state === 'spent'
            ? { error: 'unauthorized_client', description: 'Old refresh token used.', status: 401 }
            : { error: 'invalid_grant', status: Number(quirks.deadRefreshToken) },
        tokenAnswer: ({ accessToken, refreshToken, lifeSeconds }) => ({
          access_token: accessToken,
          token_type: 'bearer',
          expires_in: quirks.expiresIn === 'text' ? String(lifeSeconds) : lifeSeconds,
          refresh_token: refreshToken,
        }),
        refusalAnswer,
      },
    });
  }

  /** Whose token an Authorization header holds; `isValid` false: its time is over. Null: nobody's. */
  holderOf(authorization: string | undefined): { readonly user: User; readonly isValid: boolean } | null {
    const owner = this.tokens.ownerOfHeader(authorization);
    const user = owner === null ? null : this.options.site.user(owner.userId ?? '');
    return user === null ? null : { user, isValid: this.tokens.grantOfHeader(authorization) !== null };
  }

  private refuseRefresh(lastIssuedAtMs: number | null, { userId }: OAuthGrant): TokenRefusal | null {
    const { now, quirks } = this.options;
    if (this.countRefresh(userId ?? '') > REFRESHES_PER_DAY) {
      return { error: 'access_denied', description: 'Rate limit exceeded: token calls per day' };
    }
    const isEarly = lastIssuedAtMs !== null && now() < lastIssuedAtMs + EARLIEST_REFRESH_SECONDS * 1000;
    return isEarly ? { error: 'access_denied', description: TOO_EARLY, status: Number(quirks.tooEarlyStatus) } : null;
  }

  /** How many refreshes this user's app has asked today, this one included. */
  private countRefresh(userId: string): number {
    const day = Math.floor(this.options.now() / DAY_MS);
    const known = this.refreshes.get(userId);
    const refreshes = known?.day === day ? known : { day, count: 0 };
    refreshes.count += 1;
    this.refreshes.set(userId, refreshes);
    return refreshes.count;
  }
}

/** Header Reason of a refresh that came too early: met by a client of the vendor (websmurf/laravel-exact-online, issue 31). */
const refusalAnswer = ({ error, description, status = 400 }: TokenRefusal): SimulatorResponse =>
  jsonResponse(
    status,
    description === undefined ? { error } : { error, error_description: description },
    description === TOO_EARLY ? { reason: `TooEarlyToRefreshTokens: ${description}` } : {},
  );
