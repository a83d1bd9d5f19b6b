import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { jsonResponse } from '../../_kit/simulator/http-exchange';
import { authenticateClient } from '../../_kit/simulator/oauth/client-authentication';
import { readConsent, renderConsentPage, renderLoginProblem } from '../../_kit/simulator/oauth/consent-page';
import { isAllowedRedirect, withParameters } from '../../_kit/simulator/oauth/redirect-address';
import type { User } from './model';
import type { Quirks } from './quirks';
import type { Site } from './site';
import { ACCESS_TOKEN_LIFE_SECONDS, type IssuedTokens, type TokenStore } from './token-store';

/** "Do not request a new access token before 9 minutes 30 seconds have passed" (vendor's page on access tokens). */
const EARLIEST_REFRESH_SECONDS = 570;
/** Token calls per app, user and day (vendor's limits of July 2021). */
const TOKEN_CALLS_PER_DAY = 200;
const DAY_MS = 86_400_000;
const VENDOR = 'Exact Online';

export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * Login of the vendor: /api/oauth2/auth and /api/oauth2/token, authorization code grant. Rights are those of the app's
 * registration, so that there are no scopes; PKCE is passed over.
 */
export class Login {
  private readonly tokenCalls = new Map<string, { readonly day: number; count: number }>();

  constructor(
    private readonly registration: Registration,
    private readonly tokens: TokenStore,
    private readonly site: Site,
    private readonly quirks: Quirks,
    private readonly now: () => number,
    private readonly saved: () => Promise<void>,
  ) {}

  /** GET shows the page on which the user agrees, POST takes the answer. */
  authorize(request: SimulatorRequest): SimulatorResponse {
    const form = request.method === 'POST' ? new URLSearchParams(request.body.toString('utf8')) : null;
    const parameters = form ?? request.query;
    const redirectUri = parameters.get('redirect_uri') ?? '';
    if (parameters.get('client_id') !== this.registration.clientId) {
      return renderLoginProblem(400, VENDOR, 'Deze app is niet bekend bij Exact Online. Controleer de client id.');
    }
    if (!isAllowedRedirect(redirectUri, [this.quirks.redirectUri], this.quirks.loopbackRedirect)) {
      return renderLoginProblem(400, VENDOR, 'Het adres om naar terug te gaan is niet het adres van de registratie.');
    }
    const state = parameters.get('state');
    if (parameters.get('response_type') !== 'code') {
      return redirect(withParameters(redirectUri, { error: 'unsupported_response_type', state }));
    }
    if (form === null && this.quirks.consent === 'page') return this.consentPage(parameters);
    const answer = form === null ? { allowed: true, userId: this.site.users[0]?.id ?? '' } : readConsent(form);
    const user = this.site.user(answer.userId);
    if (!answer.allowed || user === null)
      return redirect(withParameters(redirectUri, { error: 'access_denied', state }));
    const code = this.tokens.issueCode({ redirectUri, userId: user.id });
    return redirect(withParameters(redirectUri, { code, state }));
  }

  /** POST /api/oauth2/token. */
  async token(request: SimulatorRequest): Promise<SimulatorResponse> {
    const type = request.headers['content-type'] ?? '';
    if (!type.toLowerCase().startsWith('application/x-www-form-urlencoded')) return refused(400, 'invalid_request');
    const form = new URLSearchParams(request.body.toString('utf8'));
    if (authenticateClient(request, form, [this.registration]) === null) return refused(400, 'invalid_client');
    switch (form.get('grant_type')) {
      case 'authorization_code':
        return this.redeem(form);
      case 'refresh_token':
        return this.refresh(form.get('refresh_token') ?? '');
      case null:
        return refused(400, 'invalid_request');
      default:
        return refused(400, 'unsupported_grant_type');
    }
  }

  /** Whose token an Authorization header holds; `isValid` false: it has ended. Null: nobody's. */
  holderOf(authorization: string | undefined): { readonly user: User; readonly isValid: boolean } | null {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    const known = token === undefined ? null : this.tokens.lookAccess(token);
    const user = known === null ? null : this.site.user(known.userId);
    return known === null || user === null ? null : { user, isValid: known.isValid };
  }

  private consentPage(parameters: URLSearchParams): SimulatorResponse {
    return renderConsentPage({
      vendorLabel: VENDOR,
      clientId: this.registration.clientId,
      users: this.site.users.map(({ id, fullName, divisions }) => ({
        id,
        name: fullName,
        companyIds: divisions.map(String),
      })),
      companies: [],
      scopes: [],
      parameters,
    });
  }

  private async redeem(form: URLSearchParams): Promise<SimulatorResponse> {
    const pair = this.tokens.redeemCode(form.get('code') ?? '', form.get('redirect_uri') ?? '');
    if (pair === null) return refused(400, 'invalid_grant');
    this.countTokenCall(this.tokens.look(pair.refreshToken).userId);
    return this.answer(pair);
  }

  private async refresh(refreshToken: string): Promise<SimulatorResponse> {
    const { state, userId, issuedAtMs } = this.tokens.look(refreshToken);
    switch (state) {
      case 'spent':
        return refused(401, 'unauthorized_client', 'Old refresh token used.');
      case 'unknown':
      case 'expired':
      case 'revoked':
        return refused(Number(this.quirks.deadRefreshToken), 'invalid_grant');
      case 'current':
        if (this.countTokenCall(userId) > TOKEN_CALLS_PER_DAY) {
          return refused(400, 'access_denied', 'Rate limit exceeded: token calls per day');
        }
        if (this.now() < issuedAtMs + EARLIEST_REFRESH_SECONDS * 1000) {
          return refused(Number(this.quirks.tooEarlyStatus), 'access_denied', TOO_EARLY, {
            reason: `TooEarlyToRefreshTokens: ${TOO_EARLY}`,
          });
        }
        return this.answer(this.tokens.renew(refreshToken));
    }
  }

  private async answer(pair: IssuedTokens): Promise<SimulatorResponse> {
    await this.saved();
    const life = ACCESS_TOKEN_LIFE_SECONDS;
    return jsonResponse(
      200,
      {
        access_token: pair.accessToken,
        token_type: 'bearer',
        expires_in: this.quirks.expiresIn === 'text' ? String(life) : life,
        refresh_token: pair.refreshToken,
      },
      { 'cache-control': 'no-store' },
    );
  }

  /** How many token calls this user's app has made today, this one included. */
  private countTokenCall(userId: string): number {
    const day = Math.floor(this.now() / DAY_MS);
    const known = this.tokenCalls.get(userId);
    const calls = known?.day === day ? known : { day, count: 0 };
    calls.count += 1;
    this.tokenCalls.set(userId, calls);
    return calls.count;
  }
}

const TOO_EARLY = 'Rate limit exceeded: access_token not expired';

const redirect = (location: string): SimulatorResponse => ({ status: 302, headers: { location }, body: '' });

const refused = (
  status: number,
  error: string,
  description?: string,
  headers: Readonly<Record<string, string>> = {},
): SimulatorResponse =>
  jsonResponse(status, description === undefined ? { error } : { error, error_description: description }, headers);
