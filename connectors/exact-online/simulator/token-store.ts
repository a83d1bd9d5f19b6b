import { SeededRandom } from '../../_kit/simulator/random';

/** Life of each, from the vendor's pages "Set up authorization requests" and "Get and use access tokens". */
const CODE_LIFE_MS = 3 * 60_000;
export const ACCESS_TOKEN_LIFE_SECONDS = 600;
const REFRESH_TOKEN_LIFE_MS = 30 * 24 * 3_600_000;

export interface CodeRequest {
  readonly redirectUri: string;
  readonly userId: string;
}

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export type RefreshTokenState = 'current' | 'spent' | 'expired' | 'revoked' | 'unknown';

/** One login and the tokens that came of it. */
interface Session {
  readonly userId: string;
  refreshToken: string;
  /** When the newest pair was given out, UTC milliseconds. */
  issuedAtMs: number;
  spentRefreshTokens: string[];
  accessTokens: { readonly token: string; readonly expiresAtMs: number }[];
  revoked: boolean;
}

/** What has to survive a restart, as plain JSON. */
export interface TokenContent {
  /** Counts tokens and codes, so that a restart never gives one out again. */
  readonly issued: number;
  readonly sessions: readonly Readonly<Session>[];
}

const TOKEN_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODE_LENGTH = 64;
const TOKEN_LENGTH = 160;

/** Codes and tokens of the app: a code works once, a refresh token works once and makes the next one. */
export class TokenStore {
  private readonly codes = new Map<string, CodeRequest & { readonly issuedAtMs: number; used: boolean }>();
  private readonly sessions: Session[];
  private readonly random: SeededRandom;
  private issued: number;

  constructor(
    seed: number,
    private readonly now: () => number,
    stored: TokenContent | null,
  ) {
    this.issued = stored?.issued ?? 0;
    this.random = new SeededRandom(seed, `tokens ${this.issued}`);
    this.sessions = (stored?.sessions ?? []).map((session) => ({
      ...session,
      spentRefreshTokens: [...session.spentRefreshTokens],
      accessTokens: [...session.accessTokens],
    }));
  }

  /** The user has agreed: a code for the redirect address. */
  issueCode(request: CodeRequest): string {
    const code = this.newText('', CODE_LENGTH);
    this.codes.set(code, { ...request, issuedAtMs: this.now(), used: false });
    return code;
  }

  /** Trades a code for the first pair of tokens; null when it is unknown, used, late or meant for another address. */
  redeemCode(code: string, redirectUri: string): IssuedTokens | null {
    const known = this.codes.get(code);
    if (known === undefined || known.used) return null;
    known.used = true;
    if (known.issuedAtMs + CODE_LIFE_MS <= this.now() || known.redirectUri !== redirectUri) return null;
    const session: Session = {
      userId: known.userId,
      refreshToken: this.newText('', TOKEN_LENGTH),
      issuedAtMs: this.now(),
      spentRefreshTokens: [],
      accessTokens: [],
      revoked: false,
    };
    this.sessions.push(session);
    return this.issueTokens(session);
  }

  /** What a refresh token is worth now, whose it is, and when the pair it belongs to was given out. */
  look(refreshToken: string): {
    readonly state: RefreshTokenState;
    readonly userId: string;
    readonly issuedAtMs: number;
  } {
    const session = this.sessionOf(refreshToken);
    if (session === null) return { state: 'unknown', userId: '', issuedAtMs: 0 };
    return { state: this.stateOf(session, refreshToken), userId: session.userId, issuedAtMs: session.issuedAtMs };
  }

  /** Trades a refresh token that is `current` for a new pair. Throws when it is not. */
  renew(refreshToken: string): IssuedTokens {
    const session = this.sessionOf(refreshToken);
    if (session === null || this.stateOf(session, refreshToken) !== 'current') throw new Error('Not a current token');
    session.spentRefreshTokens.push(refreshToken);
    session.refreshToken = this.newText('', TOKEN_LENGTH);
    session.issuedAtMs = this.now();
    return this.issueTokens(session);
  }

  /** Whom an access token stands for, and whether it still counts; null when nobody gave it out. */
  lookAccess(accessToken: string): { readonly userId: string; readonly isValid: boolean } | null {
    for (const session of this.sessions) {
      const known = session.accessTokens.find(({ token }) => token === accessToken);
      if (known !== undefined) {
        return { userId: session.userId, isValid: known.expiresAtMs > this.now() && !session.revoked };
      }
    }
    return null;
  }

  /** Ends every login, with all its tokens. */
  revokeAll(): void {
    for (const session of this.sessions) session.revoked = true;
  }

  /** Ends every access token; refresh tokens stay valid. */
  expireAccessTokens(): void {
    for (const session of this.sessions) session.accessTokens = [];
  }

  content(): TokenContent {
    return { issued: this.issued, sessions: this.sessions };
  }

  private issueTokens(session: Session): IssuedTokens {
    const accessToken = this.newText('AAEAA', TOKEN_LENGTH);
    const nowMs = this.now();
    session.accessTokens = [
      ...session.accessTokens.filter(({ expiresAtMs }) => expiresAtMs > nowMs - KEPT_AFTER_END_MS),
      { token: accessToken, expiresAtMs: nowMs + ACCESS_TOKEN_LIFE_SECONDS * 1000 },
    ];
    return { accessToken, refreshToken: session.refreshToken };
  }

  private sessionOf(refreshToken: string): Session | null {
    return (
      this.sessions.find(
        (session) => session.refreshToken === refreshToken || session.spentRefreshTokens.includes(refreshToken),
      ) ?? null
    );
  }

  private stateOf(session: Session, refreshToken: string): RefreshTokenState {
    if (session.revoked) return 'revoked';
    if (session.refreshToken !== refreshToken) return 'spent';
    return session.issuedAtMs + REFRESH_TOKEN_LIFE_MS <= this.now() ? 'expired' : 'current';
  }

  /** Codes and refresh tokens hold an exclamation mark, as the vendor's examples do: it has to be decoded exactly once. */
  private newText(start: string, length: number): string {
    this.issued += 1;
    if (start !== '') return start + this.random.text(length, TOKEN_ALPHABET);
    return `${this.random.text(4, TOKEN_ALPHABET)}!IAAAA${this.random.text(length, TOKEN_ALPHABET)}`;
  }
}

/** Ended tokens are remembered for a day, so that their calls count as errors of their user. */
const KEPT_AFTER_END_MS = 24 * 3_600_000;
