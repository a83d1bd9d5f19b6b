import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { answerAuthorize, scopesOf, type RegisteredClient } from '../../_kit/simulator/oauth/authorize-endpoint';
import { authenticateClient } from '../../_kit/simulator/oauth/client-authentication';
import type { PracticeCompany, PracticeUser } from '../../_kit/simulator/oauth/consent-page';
import type { OAuthRules } from '../../_kit/simulator/oauth/rules';
import { answerToken, type TokenHooks, type TokenRefusal } from '../../_kit/simulator/oauth/token-endpoint';
import { TokenStore, type MakeAccessToken, type OAuthState } from '../../_kit/simulator/oauth/token-store';
import type { SeededRandom } from '../../_kit/simulator/random';
import { INTERACTIVE_SCOPES, SALES_ORDER_SCOPES, SERVICE_SCOPES } from './access';
import type { Quirks } from './quirks';

const TOKEN_LIFE_SECONDS = 3600;
const CODE_LIFE_SECONDS = 300;
/** The developer portal lets each app choose its own number of days. */
const REFRESH_LIFE_SECONDS = 30 * 86_400;
const IDENTITY_SCOPES = ['openid', 'email', 'profile', 'tenants', 'roles.vismanet', 'offline_access'];
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SIGNATURE_LENGTH = 342;

/** The apps that are registered in the developer portal: one for people's logins, one for services. */
export interface ConnectClients {
  readonly login: RegisteredClient;
  readonly service: RegisteredClient;
}

export interface ConnectOptions {
  readonly clients: ConnectClients;
  readonly quirks: Quirks;
  readonly random: SeededRandom;
  readonly now: () => number;
  readonly state: OAuthState;
  readonly users: readonly PracticeUser[];
  /** Companies a person can choose. */
  readonly companies: () => readonly PracticeCompany[];
  /** Tenants a service can ask a token for; a customer tenant is one too, although no API takes its tokens. */
  readonly tenantIds: readonly string[];
  /** Origin of the server, known once it listens. */
  readonly issuer: () => string;
  /** Resolves when what was given out is safe. */
  readonly saved: () => Promise<void>;
}

/** Visma Connect: discovery, authorize, token, revocation and userinfo. */
export class Connect {
  readonly tokens: TokenStore;
  private readonly rules: OAuthRules;
  private readonly hooks: TokenHooks;
  /** Tenants that ended the approval of the service app. */
  private readonly unapproved = new Set<string>();

  constructor(private readonly options: ConnectOptions) {
    const { quirks } = options;
    this.rules = {
      accessTokenLifeSeconds: TOKEN_LIFE_SECONDS,
      codeLifeSeconds: CODE_LIFE_SECONDS,
      refreshTokens: quirks.refreshTokens,
      refreshTokenLifeSeconds: REFRESH_LIFE_SECONDS,
      refreshTokenLife: quirks.refreshTokenLife,
      offlineScope: 'offline_access',
      scopes: [
        ...IDENTITY_SCOPES,
        ...INTERACTIVE_SCOPES,
        'vismanet_erp_interactive_api:ui-extension',
        ...(quirks.interactiveOnV3 === 'accept' ? SALES_ORDER_SCOPES : []),
      ],
      pkce: 'verify',
      loopback: quirks.loopback,
      consent: quirks.consent,
      choosesCompany: true,
      invalidClientStatus: 400,
      issuer: options.issuer,
    };
    this.tokens = new TokenStore(this.rules, options.random, options.now, options.state, this.makeAccessToken);
    this.hooks = {
      refuseClient: (client, grantType) => this.refuseClient(client.clientId, grantType),
      otherGrants: { client_credentials: (form) => this.serviceGrant(form) },
    };
  }

  /** Answers what is below `/connect/` and `/.well-known/`. */
  async answer(request: SimulatorRequest): Promise<SimulatorResponse> {
    switch (`${request.method} ${request.path.toLowerCase()}`) {
      case 'GET /.well-known/openid-configuration':
        return jsonResponse(200, this.discovery());
      case 'GET /connect/authorize':
      case 'POST /connect/authorize':
        return answerAuthorize(request, {
          rules: this.rules,
          vendorLabel: 'Visma Connect',
          clients: this.loginClients(),
          users: () => this.options.users,
          companies: this.options.companies,
          tokens: this.tokens,
        });
      case 'POST /connect/token': {
        const { login, service } = this.options.clients;
        const response = answerToken(request, {
          rules: this.rules,
          clients: [login, service],
          tokens: this.tokens,
          hooks: this.hooks,
        });
        await this.options.saved();
        return response;
      }
      case 'POST /connect/revocation':
        return this.revoke(request);
      case 'GET /connect/userinfo':
        return this.userInfo(request);
      default:
        return { status: 404, headers: {}, body: '' };
    }
  }

  endServiceApproval(tenantId: string): void {
    this.unapproved.add(tenantId);
  }

  private loginClients(): readonly RegisteredClient[] {
    const { login, service } = this.options.clients;
    return this.options.quirks.appTypes === 'one' ? [login, service] : [login];
  }

  /** Apps are registered for one way of working: a login app gets no service tokens, and the other way round. */
  private refuseClient(clientId: string, grantType: string): TokenRefusal | null {
    if (this.options.quirks.appTypes === 'one') return null;
    const isService = clientId === this.options.clients.service.clientId;
    return isService === (grantType === 'client_credentials') ? null : { error: 'unauthorized_client' };
  }

  private serviceGrant(form: URLSearchParams) {
    const scopes = scopesOf(form);
    const ofFinance = scopes.some((scope) => SERVICE_SCOPES.includes(scope));
    const ofOrders = scopes.some((scope) => (SALES_ORDER_SCOPES as readonly string[]).includes(scope));
    const known = scopes.every((scope) => [...SERVICE_SCOPES, ...SALES_ORDER_SCOPES].includes(scope));
    if (scopes.length === 0 || !known) return { error: 'invalid_scope' };
    if (ofFinance && ofOrders && this.options.quirks.mixedScopes === 'refuse') return { error: 'invalid_scope' };
    const tenantId = form.get('tenant_id') ?? '';
    if (!this.options.tenantIds.includes(tenantId)) {
      return { error: 'invalid_request', description: 'tenant_id is missing or unknown' };
    }
    if (this.unapproved.has(tenantId)) return { error: 'unauthorized_client' };
    return { userId: null, companyId: tenantId, scopes };
  }

  /** A JWT by its look, with the claims that clients read; nobody here checks its signature. */
  private readonly makeAccessToken: MakeAccessToken = (grant, times, random) => {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {
      iss: this.options.issuer(),
      nbf: Math.floor(times.issuedAtMs / 1000),
      iat: Math.floor(times.issuedAtMs / 1000),
      exp: Math.floor(times.expiresAtMs / 1000),
      client_id: grant.clientId,
      ...(grant.userId === null ? {} : { sub: grant.userId }),
      tenant_id: grant.companyId,
      scope: grant.scopes,
      jti: random.uuid(),
    };
    return `${part({ alg: 'RS256', typ: 'at+jwt' })}.${part(claims)}.${random.text(SIGNATURE_LENGTH, BASE64URL)}`;
  };

  private async revoke(request: SimulatorRequest): Promise<SimulatorResponse> {
    const form = new URLSearchParams(request.body.toString('utf8'));
    const { login, service } = this.options.clients;
    const client = authenticateClient(request, form, [login, service]);
    if (client === null) return jsonResponse(400, { error: 'invalid_client' });
    this.tokens.revoke(form.get('token') ?? '', client.clientId);
    await this.options.saved();
    return { status: 200, headers: {}, body: '' };
  }

  private userInfo(request: SimulatorRequest): SimulatorResponse {
    const grant = this.tokens.grantOfHeader(request.headers.authorization);
    const user = this.options.users.find((candidate) => candidate.id === grant?.userId);
    if (user === undefined) return { status: 401, headers: { 'www-authenticate': 'Bearer' }, body: '' };
    return jsonResponse(200, { sub: user.id, name: user.name, email: `${user.id}@koppelaar.example` });
  }

  private discovery(): Record<string, unknown> {
    const issuer = this.options.issuer();
    return {
      issuer,
      authorization_endpoint: `${issuer}/connect/authorize`,
      token_endpoint: `${issuer}/connect/token`,
      userinfo_endpoint: `${issuer}/connect/userinfo`,
      revocation_endpoint: `${issuer}/connect/revocation`,
      grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      code_challenge_methods_supported: ['plain', 'S256'],
      scopes_supported: this.rules.scopes,
      authorization_response_iss_parameter_supported: true,
    };
  }
}
