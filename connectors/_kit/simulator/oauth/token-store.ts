import type { SeededRandom } from '../random';
import type { Challenge } from './pkce';
import type { OAuthGrant, OAuthRules } from './rules';

/** An authorization code that waits to be exchanged. */
export interface OAuthCode {
  readonly grant: OAuthGrant;
  readonly redirectUri: string;
  readonly challenge: Challenge | null;
  readonly expiresAtMs: number;
}

export interface OAuthAccessToken {
  readonly token: string;
  readonly grantId: string;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
}

interface OAuthRefreshToken {
  readonly token: string;
  readonly grantId: string;
  /** Null: no end. */
  readonly expiresAtMs: number | null;
  readonly used: boolean;
}

/** Everything that outlives a restart, as plain JSON. */
export interface OAuthState {
  /** Counts what was given out, so that a restart never gives a token out again. */
  readonly issued: number;
  readonly grants: readonly OAuthGrant[];
  readonly accessTokens: readonly OAuthAccessToken[];
  readonly refreshTokens: readonly OAuthRefreshToken[];
}

export const NO_OAUTH_STATE: OAuthState = { issued: 0, grants: [], accessTokens: [], refreshTokens: [] };

/** Text of a new access token; a vendor that puts claims into it makes its own. `random` gives what must not repeat. */
export type MakeAccessToken = (
  grant: OAuthGrant,
  times: Omit<OAuthAccessToken, 'token' | 'grantId'>,
  random: SeededRandom,
) => string;

const TOKEN_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const TOKEN_LENGTH = 64;
const ACCESS_TOKEN_LENGTH = 180;
const SECOND_MS = 1000;

const opaqueToken: MakeAccessToken = (_grant, _times, random) => random.text(ACCESS_TOKEN_LENGTH, TOKEN_ALPHABET);

/** The codes and tokens that a simulated authorization server gave out. It decides; endpoints write the answers. */
export class TokenStore {
  private readonly codes = new Map<string, OAuthCode>();
  private readonly grants: Map<string, OAuthGrant>;
  private readonly accessTokens: Map<string, OAuthAccessToken>;
  private readonly refreshTokens: Map<string, OAuthRefreshToken>;
  private issued: number;

  /** `random` must be a stream that depends on `state.issued`. */
  constructor(
    private readonly rules: OAuthRules,
    private readonly random: SeededRandom,
    private readonly now: () => number,
    state: OAuthState,
    private readonly makeAccessToken: MakeAccessToken = opaqueToken,
  ) {
    this.issued = state.issued;
    this.grants = new Map(state.grants.map((grant) => [grant.id, grant]));
    this.accessTokens = new Map(state.accessTokens.map((token) => [token.token, token]));
    this.refreshTokens = new Map(state.refreshTokens.map((token) => [token.token, token]));
  }

  state(): OAuthState {
    return {
      issued: this.issued,
      grants: [...this.grants.values()],
      accessTokens: [...this.accessTokens.values()].filter((token) => token.expiresAtMs > this.now()),
      refreshTokens: [...this.refreshTokens.values()],
    };
  }

  newGrant(grant: Omit<OAuthGrant, 'id'>): OAuthGrant {
    return { ...grant, id: this.random.uuid() };
  }

  newCode(grant: OAuthGrant, redirectUri: string, challenge: Challenge | null): string {
    const code = this.newText();
    const expiresAtMs = this.now() + this.rules.codeLifeSeconds * SECOND_MS;
    this.codes.set(code, { grant, redirectUri, challenge, expiresAtMs });
    return code;
  }

  /** The code, which can be taken once. Null: unknown, taken before or past its time. */
  takeCode(code: string): OAuthCode | null {
    const known = this.codes.get(code);
    this.codes.delete(code);
    return known !== undefined && known.expiresAtMs > this.now() ? known : null;
  }

  issueAccessToken(grant: OAuthGrant): OAuthAccessToken {
    this.issued += 1;
    this.grants.set(grant.id, grant);
    const issuedAtMs = this.now();
    const times = { issuedAtMs, expiresAtMs: issuedAtMs + this.rules.accessTokenLifeSeconds * SECOND_MS };
    const token = { token: this.makeAccessToken(grant, times, this.random), grantId: grant.id, ...times };
    this.accessTokens.set(token.token, token);
    return token;
  }

  issueRefreshToken(grant: OAuthGrant): string {
    return this.addRefreshToken(grant, this.refreshEnd());
  }

  /** The grant of a refresh token that can be used now; null: unknown, used, past its time, withdrawn or another client's. */
  grantOf(refreshToken: string, clientId: string): OAuthGrant | null {
    const known = this.refreshTokens.get(refreshToken);
    if (known === undefined || known.used) return null;
    if (known.expiresAtMs !== null && known.expiresAtMs <= this.now()) return null;
    const grant = this.grants.get(known.grantId);
    return grant?.clientId === clientId ? grant : null;
  }

  /** Whether a refresh token was used before, and another one took its place. */
  isSpent(refreshToken: string): boolean {
    return this.refreshTokens.get(refreshToken)?.used === true;
  }

  /** Uses a refresh token that `grantOf` knows: gives the one to use next, which may be the same. */
  useRefreshToken(refreshToken: string, grant: OAuthGrant): string {
    const known = this.refreshTokens.get(refreshToken);
    if (known === undefined) throw new Error('Unknown refresh token');
    const expiresAtMs = this.rules.refreshTokenLife === 'absolute' ? known.expiresAtMs : this.refreshEnd();
    if (this.rules.refreshTokens === 'rotate') {
      this.refreshTokens.set(refreshToken, { ...known, used: true });
      return this.addRefreshToken(grant, expiresAtMs);
    }
    this.refreshTokens.set(refreshToken, { ...known, expiresAtMs });
    return refreshToken;
  }

  /** What an Authorization header allows; null when its token is missing, unknown or past its time. */
  grantOfHeader(authorization: string | undefined): OAuthGrant | null {
    const token = this.tokenOfHeader(authorization);
    return token === null || token.expiresAtMs <= this.now() ? null : (this.grants.get(token.grantId) ?? null);
  }

  /** Whose token an Authorization header holds, also when its time is over. */
  ownerOfHeader(authorization: string | undefined): OAuthGrant | null {
    const token = this.tokenOfHeader(authorization);
    return token === null ? null : (this.grants.get(token.grantId) ?? null);
  }

  /** When the newest access token of a grant was issued, UTC milliseconds; null: never. */
  lastIssuedAtMs(grantId: string): number | null {
    const times = [...this.accessTokens.values()].filter((token) => token.grantId === grantId);
    return times.length === 0 ? null : Math.max(...times.map((token) => token.issuedAtMs));
  }

  /** Ends a token of either kind (RFC 7009); with a refresh token all of its grant ends. An unknown one is no problem. */
  revoke(token: string, clientId: string): void {
    const grant = this.grantOf(token, clientId);
    if (grant !== null) this.endGrants((candidate) => candidate.id === grant.id);
    const access = this.accessTokens.get(token);
    if (access !== undefined && this.grants.get(access.grantId)?.clientId === clientId) this.accessTokens.delete(token);
  }

  /** Ends what was allowed, with all its tokens. */
  endGrants(which: (grant: OAuthGrant) => boolean): void {
    for (const grant of this.grants.values()) if (which(grant)) this.grants.delete(grant.id);
    for (const tokens of [this.accessTokens, this.refreshTokens]) {
      for (const { token, grantId } of tokens.values()) if (!this.grants.has(grantId)) tokens.delete(token);
    }
  }

  /** Every access token stops; refresh tokens stay valid. */
  expireAccessTokens(): void {
    this.accessTokens.clear();
  }

  private addRefreshToken(grant: OAuthGrant, expiresAtMs: number | null): string {
    const token = this.newText();
    this.refreshTokens.set(token, { token, grantId: grant.id, expiresAtMs, used: false });
    return token;
  }

  private tokenOfHeader(authorization: string | undefined): OAuthAccessToken | null {
    const text = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    return text === undefined ? null : (this.accessTokens.get(text) ?? null);
  }

  private newText(): string {
    this.issued += 1;
    return this.random.text(TOKEN_LENGTH, TOKEN_ALPHABET) + (this.rules.textEnd ?? '');
  }

  private refreshEnd(): number | null {
    const lifeSeconds = this.rules.refreshTokenLifeSeconds;
    return lifeSeconds === null ? null : this.now() + lifeSeconds * SECOND_MS;
  }
}
